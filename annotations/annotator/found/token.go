package found

import (
	"unicode"
	"unicode/utf8"

	"sidelight/annotations"
)

// tokenize appends the tokens of a span of text. A token is a run of letters and
// digits, with the signs inside it that belong to a word ("3.5", "1,200", "U.S.",
// "AT&T", "o'clock"); a hyphen and a possessive end ("'s") are tokens of their own,
// and so is every other sign.
func tokenize(dst []Token, text string, s annotations.Span) []Token {
	for i := s.Start; i < s.End; {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:s.End])
		}
		switch {
		case r <= ' ' || unicode.IsSpace(r):
			i += n
		case wordRune(r):
			end := wordEnd(text, i, s.End)
			dst = append(dst, Token{int32(i), int32(end)})
			i = end
		case (r == '\'' || r == '’') && possessive(text, i+n, s.End) && i > s.Start && !blankBefore(text, i):
			end := i + n + 1
			dst = append(dst, Token{int32(i), int32(end)})
			i = end
		default:
			dst = append(dst, Token{int32(i), int32(i + n)})
			i += n
		}
	}
	return dst
}

func wordRune(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r)
}

// wordEnd is where the word that begins at the byte at ends.
func wordEnd(text string, at, limit int) int {
	i := at
	initials := true // the word so far is capitals and full stops in turn
	for i < limit {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:limit])
		}
		odd := (i-at)%2 == 1
		if !wordRune(r) && !inner(text, at, i, n, limit, r, initials && odd) {
			break
		}
		initials = initials && (odd && r == '.' || !odd && capital(text[i]))
		i += n
	}
	if i < limit && text[i] == '.' && initials && (i-at)%2 == 1 {
		i++ // the last full stop of "U.S." or "J."
	}
	return i
}

// inner reports whether the sign at the byte i belongs to the word around it, which so
// far is initials or not.
func inner(text string, at, i, n, limit int, r rune, initials bool) bool {
	if r == softHyphen {
		return i > at
	}
	if i == at || i+n >= limit {
		return false
	}
	before, after := text[i-1], text[i+n]
	switch r {
	case '.':
		return digit(before) && digit(after) || initials && capital(after)
	case ',', ':':
		return digit(before) && digit(after)
	case '&':
		return capital(before) && capital(after)
	case '\'', '’':
		next, _ := utf8.DecodeRuneInString(text[i+n : limit])
		return wordRune(next) && !possessive(text, i+n, limit)
	}
	return false
}

// softHyphen is where a word may be divided at the end of a line; it is no part of it.
const softHyphen = '\u00ad'

func digit(c byte) bool { return '0' <= c && c <= '9' }

func capital(c byte) bool { return 'A' <= c && c <= 'Z' }

// possessive reports whether an s that ends a word stands at the byte i.
func possessive(text string, i, limit int) bool {
	if i >= limit || text[i] != 's' && text[i] != 'S' {
		return false
	}
	if i+1 >= limit {
		return true
	}
	r, _ := utf8.DecodeRuneInString(text[i+1 : limit])
	return !wordRune(r)
}

func blankBefore(text string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return !wordRune(r) && r != '.'
}

// capitals reports whether the letters of a sentence do not tell a name: at least two
// words in three begin with a capital, and there are three words or more.
func (d *Doc) capitals(first, last int32) bool {
	words, upper := 0, 0
	for i := first; i < last; i++ {
		r, _ := utf8.DecodeRuneInString(d.Text[d.Tokens[i].Start:])
		if unicode.IsLetter(r) {
			words++
			if unicode.IsUpper(r) {
				upper++
			}
		}
	}
	return words >= 3 && 3*upper >= 2*words
}
