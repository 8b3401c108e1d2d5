package typeset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Curly returns text with straight quotes drawn curly, rune for rune: the
// result has as many runes as text.
func Curly(text string) string {
	if !strings.ContainsAny(text, `"'`) {
		return text
	}
	runes := []rune(text)
	curl(runes)
	return string(runes)
}

// curl replaces straight quotes in place.
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

// curly is how r is drawn between prev, as it is drawn, and next. A quote opens
// at the beginning, after a blank, a dash or an opening bracket or quote; else
// it closes. An apostrophe before a digit ("'97") closes.
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
