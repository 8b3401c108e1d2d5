package anchor

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"sidelight/annotations"
)

// TextQuoteSelector names a place by the words that stand there and, where they
// occur more than once, by the text right before and right after them.
type TextQuoteSelector struct {
	Exact  string `json:"exact"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
}

// ErrEmpty means that a selector names no words.
var ErrEmpty = errors.New("the quote is empty")

// ErrNotFound means that the text does not hold the words of a selector.
var ErrNotFound = errors.New("the quote does not occur")

// NoContextError means that the words of a selector occur in the text, but
// nowhere between its prefix and its suffix. It is an [ErrNotFound].
type NoContextError struct {
	Count int // how often the words occur without regard to the context, up to [MaxCount]
}

// Error says how often the words occur elsewhere.
func (e *NoContextError) Error() string {
	return fmt.Sprintf("the quote occurs %s, but not between this prefix and this suffix", times(e.Count))
}

// Unwrap makes the error an [ErrNotFound].
func (e *NoContextError) Unwrap() error { return ErrNotFound }

// AmbiguousError means that the text holds the words of a selector, in their
// context, more than once.
type AmbiguousError struct {
	Count int // how often they occur; at least 2, and [MaxCount] if more often than that
}

// Error says how often the words occur and what would tell the places apart.
func (e *AmbiguousError) Error() string {
	return fmt.Sprintf("the quote occurs %s: add prefix or suffix", times(e.Count))
}

func times(n int) string {
	switch n {
	case 1:
		return "once"
	case MaxCount:
		return fmt.Sprintf("%d times or more", n)
	}
	return fmt.Sprintf("%d times", n)
}

// Find returns the one place in text that the selector names, byte for byte. It
// fails with [ErrEmpty], [ErrNotFound], a [*NoContextError] or an
// [*AmbiguousError].
func Find(text string, s TextQuoteSelector) (annotations.Span, error) {
	if s.Exact == "" {
		return annotations.Span{}, ErrEmpty
	}
	first, n := occurrences(text, s)
	switch {
	case n == 1:
		return first, nil
	case n > 1:
		return annotations.Span{}, &AmbiguousError{Count: n}
	}
	if _, n := occurrences(text, TextQuoteSelector{Exact: s.Exact}); n > 0 {
		return annotations.Span{}, &NoContextError{Count: n}
	}
	return annotations.Span{}, ErrNotFound
}

// MaxCount is how many places are counted. Words that repeat themselves, in a text
// that does so too, could otherwise take time that grows with the square of both.
const MaxCount = 1000

// occurrences counts the places that the selector names, overlapping ones too, up
// to [MaxCount], and returns the first.
func occurrences(text string, s TextQuoteSelector) (first annotations.Span, n int) {
	needle := s.Prefix + s.Exact + s.Suffix
	for from := 0; ; {
		i := strings.Index(text[from:], needle)
		if i < 0 {
			return first, n
		}
		start := from + i + len(s.Prefix)
		// A selector in bytes that are no UTF-8 could begin inside a character.
		if span := (annotations.Span{Start: start, End: start + len(s.Exact)}); span.ValidIn(text) {
			if n == 0 {
				first = span
			}
			if n++; n == MaxCount {
				return first, n
			}
		}
		from += i + 1
	}
}

// preferredContext is the length in code points up to which [Describe] keeps
// prefix and suffix if it can.
const preferredContext = 32

// Describe returns a selector for which [Find] gives the span back: the words
// and, where they occur more than once, as little context as tells them apart,
// cut at blanks where that is possible. The span must be valid in text.
func Describe(text string, span annotations.Span) TextQuoteSelector {
	s := TextQuoteSelector{Exact: text[span.Start:span.End]}
	if unique(text, s) {
		return s
	}
	for n := preferredContext / 4; ; n *= 2 {
		prefix, suffix := before(text[:span.Start], n), after(text[span.End:], n)
		for _, c := range [...]TextQuoteSelector{
			{s.Exact, prefix, ""}, {s.Exact, "", suffix}, {s.Exact, prefix, suffix},
		} {
			if unique(text, c) {
				return c
			}
		}
		if len(prefix) == span.Start && len(suffix) == len(text)-span.End {
			return TextQuoteSelector{s.Exact, prefix, suffix}
		}
	}
}

func unique(text string, s TextQuoteSelector) bool {
	_, n := occurrences(text, s)
	return n == 1
}

// before returns the last n code points of text and, unless they already begin
// at a blank, the rest of the word that they cut into, up to n more.
func before(text string, n int) string {
	i := len(text)
	for k := 0; i > 0 && k < 2*n; k++ {
		r, size := utf8.DecodeLastRuneInString(text[:i])
		if k >= n && unicode.IsSpace(r) {
			break
		}
		i -= size
	}
	return text[i:]
}

// after returns the first n code points of text and the rest of the word that
// they cut into, up to n more.
func after(text string, n int) string {
	i := 0
	for k := 0; i < len(text) && k < 2*n; k++ {
		r, size := utf8.DecodeRuneInString(text[i:])
		if k >= n && unicode.IsSpace(r) {
			break
		}
		i += size
	}
	return text[:i]
}
