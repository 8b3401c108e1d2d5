package typeset

import (
	"strings"
	"unicode/utf8"
)

// Sign is drawn in place of a character that cannot be seen but is obeyed. Every
// face that the program brings along has a glyph for it.
const Sign = '■'

// Visible returns text with a [Sign] in place of each character that is obeyed rather
// than seen: a control character other than a tab or a line break, a separator of
// lines, or one that turns the direction of what follows. Such a character could
// show a name as another one. The result has as many runes as text.
func Visible(text string) string {
	if !hasObeyed(text) {
		return text
	}
	return strings.Map(func(r rune) rune {
		if obeyed(r) {
			return Sign
		}
		return r
	}, text)
}

// obeyed reports whether a character is drawn as a [Sign].
func obeyed(r rune) bool {
	switch {
	case r < ' ':
		return r != '\t' && r != '\n' && r != '\r'
	case r >= 0x7f && r < 0xa0, // more control characters
		r == '\u2028', r == '\u2029', // separators of lines and of paragraphs
		r >= '\u202a' && r <= '\u202e', // embeddings and overrides
		r >= '\u2066' && r <= '\u2069': // isolates
		return true
	}
	return false
}

// hasObeyed reports whether text holds a character that is drawn as a [Sign]. It
// decodes only where such a character can begin.
func hasObeyed(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c == 0x7f || c == 0xc2 || c == 0xe2 {
			if r, _ := utf8.DecodeRuneInString(text[i:]); obeyed(r) {
				return true
			}
		}
	}
	return false
}
