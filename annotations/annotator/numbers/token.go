package numbers

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// begins tells the first bytes of the tokens with which an amount can begin.
var begins = func() (b [256]bool) {
	for c := '0'; c <= '9'; c++ {
		b[c] = true
	}
	for _, c := range "aefhnostzAEFHNOSTZ" { // "a hundred", "eight" … "zero"
		b[c] = true
	}
	for _, c := range "$BCDGIJKMPRUcdu" { // "US$", ISO 4217
		b[c] = true
	}
	for _, c := range []byte{0xC2, 0xE0, 0xE2, 0xD9, 0xDB, 0xEF} { // "€", "£", "½", digits of other scripts
		b[c] = true
	}
	return b
}()

// longest is the length of the longest word that is looked up.
const longest = 20

// word is the text of a token.
func (r *reader) word(i int) string { return r.text[r.tokens[i].Start:r.tokens[i].End] }

// in reports whether a token belongs to what is looked at from here.
func (r *reader) in(i int) bool { return i >= int(r.here.First) && i < r.limit }

// is reports whether the token is a word, whatever its case.
func (r *reader) is(i int, w string) bool {
	return r.in(i) && strings.EqualFold(r.word(i), w)
}

// any reports whether the token is one of a sorted list of words in lower case.
func (r *reader) any(i int, list []string) bool {
	return r.in(i) && listed(r.word(i), list)
}

// lower writes a word in lower case into b. It returns nil where the word is longer or
// not all of ASCII.
func lower(w string, b *[longest]byte) []byte {
	if len(w) > longest {
		return nil
	}
	for i := 0; i < len(w); i++ {
		c := w[i]
		if c >= utf8.RuneSelf {
			return nil
		}
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b[i] = c
	}
	return b[:len(w)]
}

// listed reports whether a word stands in a sorted list of words in lower case.
func listed(w string, list []string) bool {
	var b [longest]byte
	k := lower(w, &b)
	if k == nil {
		return false
	}
	_, ok := slices.BinarySearchFunc(list, k, func(s string, k []byte) int { return compare(s, k) })
	return ok
}

// compare orders a string and bytes.
func compare(s string, b []byte) int {
	for i := 0; i < len(s) && i < len(b); i++ {
		if s[i] != b[i] {
			return int(s[i]) - int(b[i])
		}
	}
	return len(s) - len(b)
}

// pair is a line of a table that is sorted by its words in lower case.
type pair struct{ word, means string }

// lookup finds what a word means by a sorted table.
func lookup(w string, table []pair) (string, bool) {
	var b [longest]byte
	k := lower(w, &b)
	if k == nil {
		return "", false
	}
	i, ok := slices.BinarySearchFunc(table, k, func(p pair, k []byte) int { return compare(p.word, k) })
	if !ok {
		return "", false
	}
	return table[i].means, true
}

// exactly finds what a sign means by a table that is sorted by its signs.
func exactly(w string, table []pair) (string, bool) {
	i, ok := slices.BinarySearchFunc(table, w, func(p pair, w string) int { return strings.Compare(p.word, w) })
	if !ok {
		return "", false
	}
	return table[i].means, true
}

// sign is the only rune of a token; 0 if it has more.
func (r *reader) sign(i int) rune {
	if !r.in(i) {
		return 0
	}
	w := r.word(i)
	c, n := utf8.DecodeRuneInString(w)
	if n != len(w) {
		return 0
	}
	return c
}

// glued reports whether a token stands right behind the one before it.
func (r *reader) glued(i int) bool {
	return i > 0 && i < len(r.tokens) && r.tokens[i-1].End == r.tokens[i].Start
}

// linked reports whether a token is a hyphen without blanks between two words.
func (r *reader) linked(i int) bool {
	switch r.sign(i) {
	case '-', '‐', '‑':
		return r.glued(i) && r.glued(i+1)
	}
	return false
}

func dash(c rune) bool {
	switch c {
	case '-', '‐', '‑', '‒', '–', '—', '−':
		return true
	}
	return false
}

// capital reports whether a token begins with a capital letter.
func (r *reader) capital(i int) bool {
	c, _ := utf8.DecodeRuneInString(r.text[r.tokens[i].Start:])
	return unicode.IsUpper(c)
}

// letters reports whether a token begins with a letter.
func (r *reader) letters(i int) bool {
	c, _ := utf8.DecodeRuneInString(r.text[r.tokens[i].Start:])
	return unicode.IsLetter(c)
}

// numeral reports whether a token begins with a digit.
func (r *reader) numeral(i int) bool {
	c := r.text[r.tokens[i].Start]
	return '0' <= c && c <= '9'
}
