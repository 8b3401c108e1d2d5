package typeset

import (
	"strings"
	"unicode"
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

// curl replaces straight quotes in place. A quote opens at the beginning, after
// a blank, a dash or an opening bracket or quote; else it closes. An apostrophe
// before a digit ("'97") closes.
func curl(runes []rune) {
	prev := ' '
	for i, r := range runes {
		opens := unicode.IsSpace(prev) || strings.ContainsRune("([{“‘—–-", prev)
		switch {
		case r == '"' && opens:
			runes[i] = '“'
		case r == '"':
			runes[i] = '”'
		case r == '\'' && opens && !(i+1 < len(runes) && unicode.IsDigit(runes[i+1])):
			runes[i] = '‘'
		case r == '\'':
			runes[i] = '’'
		}
		prev = runes[i]
	}
}
