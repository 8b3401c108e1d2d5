package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Drawn returns text as it is drawn on one line: with curly quotation marks in place
// of straight ones, and with a [Sign] for what is obeyed rather than seen. The result
// has as many runes as text.
func Drawn(text string) string {
	text = Visible(text)
	if !strings.ContainsAny(text, `"'`) {
		return text
	}
	runes := []rune(text)
	curl(runes)
	return string(runes)
}

// curl replaces straight quotation marks by curly ones in place.
func curl(runes []rune) {
	prev := ' '
	for i, r := range runes {
		next := utf8.RuneError
		if i+1 < len(runes) {
			next = runes[i+1]
		}
		runes[i] = curly(r, prev, next)
		prev = runes[i]
	}
}

// curly returns how r is drawn between the drawn character prev and the character
// next. A quotation mark opens after a blank, a dash, an opening bracket or an
// opening mark; else it closes. An apostrophe before a digit ("'97") closes.
func curly(r, prev, next rune) rune {
	if r != '"' && r != '\'' {
		return r
	}
	opens := unicode.IsSpace(prev) || strings.ContainsRune("([{“‘—–-", prev)
	switch {
	case r == '"' && opens:
		return '“'
	case r == '"':
		return '”'
	case opens && !unicode.IsDigit(next):
		return '‘'
	}
	return '’'
}
