package links

import (
	"unicode"
	"unicode/utf8"
)

// Abbreviates reports whether short can be an abbreviation of words at the end of long,
// and at which byte of long these begin. The rule is that of Schwartz and Hearst, "A
// Simple Algorithm for Identifying Abbreviation Definitions in Biomedical Text" (2003):
// read from their ends, each letter of the short form stands in the long one in the same
// order, and the first begins a word. Letters are compared without regard to case.
func Abbreviates(short, long string) (start int, ok bool) {
	l := len(long)
	letters := 0
	for s := len(short); s > 0; {
		c, n := utf8.DecodeLastRuneInString(short[:s])
		s -= n
		if !unicode.IsLetter(c) && !unicode.IsDigit(c) {
			continue
		}
		letters++
		for {
			if l == 0 {
				return 0, false
			}
			d, m := utf8.DecodeLastRuneInString(long[:l])
			l -= m
			if unicode.ToLower(d) == unicode.ToLower(c) && (!first(short[:s]) || begins(long, l)) {
				break
			}
		}
	}
	if letters < 2 {
		return 0, false
	}
	for l > 0 && !blank(long[:l]) { // to the beginning of the word
		_, m := utf8.DecodeLastRuneInString(long[:l])
		l -= m
	}
	return l, true
}

// first reports whether no letter or digit is left of a short form.
func first(rest string) bool {
	for _, c := range rest {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return false
		}
	}
	return true
}

// begins reports whether a word begins at a byte.
func begins(s string, at int) bool {
	if at == 0 {
		return true
	}
	c, _ := utf8.DecodeLastRuneInString(s[:at])
	return !unicode.IsLetter(c) && !unicode.IsDigit(c)
}

func blank(s string) bool {
	c, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsSpace(c)
}
