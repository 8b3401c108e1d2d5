package anchor

import (
	"unicode/utf8"

	"sidelight/annotations"
)

// contextLength is the length in code points of the text before and after the words in
// what [InContext] returns.
const contextLength = 32

// InContext returns a selector with the words of a span and 32 code points of context on
// each side, or what there is up to the beginning and the end of the text, also where
// the words occur only once: they may be looked for in a text that has changed. The span
// must be valid in text.
func InContext(text string, span annotations.Span) TextQuoteSelector {
	return TextQuoteSelector{
		Exact:  text[span.Start:span.End],
		Prefix: last(text[:span.Start], contextLength),
		Suffix: first(text[span.End:], contextLength),
	}
}

// first returns the first n code points of text.
func first(text string, n int) string {
	i := 0
	for ; n > 0 && i < len(text); n-- {
		_, size := utf8.DecodeRuneInString(text[i:])
		i += size
	}
	return text[:i]
}

// last returns the last n code points of text.
func last(text string, n int) string {
	i := len(text)
	for ; n > 0 && i > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(text[:i])
		i -= size
	}
	return text[i:]
}
