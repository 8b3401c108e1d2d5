package notes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sidelight/annotations"
)

// Inline is a tag or a link that is written in the text of a note.
type Inline struct {
	annotations.Span        // of bytes in the text, with "#" or the double brackets
	Tag              string // without "#"; empty for a link
	Link             string // the name between [[ and ]]; empty for a tag
}

// InlineOf returns the tags and links in the text of a note, in their order. A tag is
// "#" at the beginning or after a character that is neither letter nor digit, with at
// least one letter and otherwise letters, digits, "-", "_" and "/" behind it; a link is
// what stands between "[[" and "]]" in one line.
func InlineOf(text string) []Inline {
	var out []Inline
	for i := 0; i < len(text); {
		if x, ok := inlineAt(text, i); ok {
			out = append(out, x)
			i = x.End
			continue
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		i += size
	}
	return out
}

// longestLink is the most bytes that the name of a link has.
const longestLink = 400

func inlineAt(text string, i int) (x Inline, ok bool) {
	switch {
	case strings.HasPrefix(text[i:], "[["):
		rest := text[i+2:]
		rest = rest[:min(len(rest), longestLink)]
		end := strings.IndexAny(rest, "]\n")
		if end < 0 || !strings.HasPrefix(rest[end:], "]]") {
			return x, false
		}
		name := strings.TrimSpace(rest[:end])
		return Inline{Span: annotations.Span{Start: i, End: i + end + 4}, Link: name}, name != ""
	case text[i] == '#':
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		if i > 0 && (inWord(before) || before == '#') {
			return x, false
		}
		n := tagLength(text[i+1:])
		return Inline{Span: annotations.Span{Start: i, End: i + 1 + n}, Tag: text[i+1 : i+1+n]}, n > 0
	}
	return x, false
}

// tagLength returns how many bytes at the beginning of a text are a tag, 0 for none.
func tagLength(text string) int {
	n, letters := 0, false
	for i, r := range text {
		if !inWord(r) && r != '-' && r != '/' {
			break
		}
		letters = letters || unicode.IsLetter(r)
		n = i + utf8.RuneLen(r)
	}
	n = len(strings.TrimRight(text[:n], "-/"))
	if !letters {
		return 0
	}
	return n
}

func inWord(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || r == '_'
}

// TagsIn returns the tags that are written in a text, in their order.
func TagsIn(text string) []string {
	var out []string
	for _, x := range InlineOf(text) {
		if x.Tag != "" {
			out = append(out, x.Tag)
		}
	}
	return out
}

// SameTag reports whether two tags are one to the reader: capitals make no difference.
func SameTag(a, b string) bool { return strings.EqualFold(a, b) }
