package dates

import (
	"unicode/utf8"

	"sidelight/annotations/annotator/found"
)

// lex is what a token of the text can be in an expression of time.
func (t *table) lex(text string, tok found.Token) lexeme {
	w := text[tok.Start:tok.End]
	c := w[0]
	switch {
	case 'a' <= c|0x20 && c|0x20 <= 'z':
		l := t.find(w)
		l.flags |= letters
		if c <= 'Z' {
			l.flags |= upper
		}
		if l.class == none {
			l = lexMixed(w, l)
		}
		return l
	case '0' <= c && c <= '9':
		return lexNumber(w)
	case c < utf8.RuneSelf:
		return lexSign(c)
	}
	return lexRune(w)
}

func lexSign(c byte) lexeme {
	switch c {
	case '-':
		return lexeme{class: dash}
	case '/':
		return lexeme{class: slash}
	case ',':
		return lexeme{class: comma}
	case '.':
		return lexeme{class: point}
	case '$', '#':
		return lexeme{class: currency}
	}
	return lexeme{class: mark, n: int32(c)}
}

func lexRune(w string) lexeme {
	r, n := utf8.DecodeRuneInString(w)
	switch r {
	case '–', '—', '‐', '‑', '−':
		return lexeme{class: dash, n: int32(r)}
	case '£', '€', '¥', '§', '№':
		return lexeme{class: currency}
	case '’', '‘':
		if n == len(w) {
			return lexeme{class: mark, n: '\''}
		}
	case '“', '”':
		return lexeme{class: mark, n: '"'}
	}
	if r >= 0xC0 {
		return lexeme{flags: letters}
	}
	return lexeme{class: mark}
}

// lexMixed reads words with signs or digits in them: "A.M.", "B.C.", "FY2024".
func lexMixed(w string, l lexeme) lexeme {
	is := func(s string) bool { return folds(w, s) }
	switch {
	case len(w) > 6 || len(w) < 3:
		return l
	case is("a.m."):
		return lexeme{class: meridem, flags: l.flags}
	case is("p.m."):
		return lexeme{class: meridem, flags: l.flags, n: 12}
	case is("b.c.") || is("b.c.e.") || is("b.c.e"):
		return lexeme{class: era, flags: l.flags, n: -1}
	case is("a.d.") || is("c.e."):
		return lexeme{class: era, flags: l.flags, n: 1}
	case w[0]|0x20 == 'f' && w[1]|0x20 == 'y':
		if n, ok := digits(w[2:]); ok && (len(w) == 4 || len(w) == 6) {
			return lexeme{class: fiscal, flags: l.flags, len: uint8(len(w) - 2), n: int32(n)}
		}
	}
	return l
}

// digits is the number that s is written as.
func digits(s string) (n int, ok bool) {
	if s == "" || len(s) > 9 {
		return 0, false
	}
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = 10*n + int(s[i]-'0')
	}
	return n, true
}

// lexNumber reads a word that begins with a digit: "7", "1,200", "5th", "1990s",
// "9:30", "9am", "05.03.2025".
func lexNumber(w string) lexeme {
	k := 0
	for k < len(w) && '0' <= w[k] && w[k] <= '9' {
		k++
	}
	n, ok := digits(w[:k])
	if !ok {
		return lexeme{class: num, flags: grouped, len: 255}
	}
	l := lexeme{class: num, len: uint8(k), n: int32(n)}
	if k == len(w) {
		return l
	}
	switch rest := w[k:]; rest[0] {
	case ':':
		return lexClock(l, rest[1:])
	case '.':
		return lexNumeric(l, rest[1:])
	case ',':
		l.flags |= grouped
		return l
	default:
		return lexEnding(l, rest)
	}
}

// lexEnding reads the letters behind a number.
func lexEnding(l lexeme, rest string) lexeme {
	switch {
	case folds(rest, "s") || rest == "'s" || rest == "’s":
		if l.len == 4 || l.len == 2 && l.n%10 == 0 {
			l.class = decade
			return l
		}
	case l.len > 2:
	case ordinalEnd(rest):
		l.class = ordinal
		return l
	case rest[0]|0x20 == 't' && len(rest) > 2:
		l.class = iso
		return l
	case l.n <= 24 && (folds(rest, "am") || folds(rest, "pm")):
		l.class, l.flags = meridem, grouped
		return l
	}
	return lexeme{flags: letters}
}

func ordinalEnd(s string) bool {
	return folds(s, "th") || folds(s, "st") || folds(s, "nd") || folds(s, "rd") || s == "er" || s == "º"
}

// lexClock reads the minutes of a time of day, behind the colon.
func lexClock(hour lexeme, s string) lexeme {
	bad := lexeme{class: num, flags: grouped, len: 255}
	if len(s) < 2 || hour.n > 24 || hour.len > 2 {
		return bad
	}
	m, ok := digits(s[:2])
	if !ok || m > 59 {
		return bad
	}
	hour.class = clock
	switch rest := s[2:]; {
	case rest == "" || rest[0] == ':' && len(rest) == 3:
		return hour
	case folds(rest, "am") || folds(rest, "pm"):
		return lexeme{class: meridem, len: hour.len, n: hour.n, flags: grouped}
	}
	return bad
}

// lexNumeric reads what stands behind the full stop of a number: of a date in digits,
// "03.2025" behind a day, or the decimals.
func lexNumeric(l lexeme, s string) lexeme {
	k := 0
	for k < len(s) && '0' <= s[k] && s[k] <= '9' {
		k++
	}
	m, ok := digits(s[:k])
	if l.len <= 2 && k < len(s) && s[k] == '.' && ok && k <= 2 {
		y, ok := digits(s[k+1:])
		if n := len(s) - k - 1; ok && n == 4 && y >= 1000 {
			return lexeme{class: numeric, n: (int32(y)*100+int32(m))*100 + l.n}
		}
	}
	if k < len(s) {
		return lexeme{flags: letters}
	}
	l.flags |= grouped
	return l
}
