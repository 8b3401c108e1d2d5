package text

import (
	"fmt"
	"strings"
	"unicode"
)

// IsHidden reports whether a reader cannot see r but what shows the text obeys
// it: a control character, a line or paragraph separator, or a character that
// turns the direction of the text.
func IsHidden(r rune) bool {
	switch {
	case r < 0x20, r >= 0x7f && r < 0xa0:
		return true
	case r < 0x61c:
		return false
	}
	return unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029'
}

// Visible returns s on one line, with each hidden character as a reader can see
// it: a tab or a line break as a blank, any other as an escape such as \u202e. A
// byte that is not valid UTF-8 becomes U+FFFD.
// A text from a stranger passes through Visible before a terminal shows it.
func Visible(s string) string {
	return visible(s, func(r rune) string {
		if r == '\t' || r == '\n' || r == '\r' {
			return " "
		}
		return escape(r)
	})
}

// VisibleLines is [Visible] for a text of several lines: line breaks stay. In
// JSON the escapes mean the same as the characters.
func VisibleLines(s string) string {
	return visible(s, func(r rune) string {
		if r == '\n' {
			return "\n"
		}
		return escape(r)
	})
}

func escape(r rune) string { return fmt.Sprintf(`\u%04x`, r) }

// visible returns s with what show returns in the place of each hidden character.
func visible(s string, show func(rune) string) string {
	s = strings.ToValidUTF8(s, "\ufffd") // a byte alone may be a control character too
	if !strings.ContainsFunc(s, IsHidden) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 16)
	for _, r := range s {
		if IsHidden(r) {
			b.WriteString(show(r))
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}
