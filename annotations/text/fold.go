package text

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Form is a way to fold a text, that is, to reduce it to what a reader compares:
// small letters without accents, ligatures taken apart, one sort of quotation
// mark, apostrophe, hyphen and blank each, and nothing that is not drawn. Two
// texts match if they are the same in either form.
type Form uint8

// The forms.
const (
	// Plain writes a letter without its accent, "Füße" as "fusse", and joins a
	// word that is divided at the end of a line: "cap-" and "tain" are "captain".
	Plain Form = iota
	// Spelled writes ä, ö, ü, ø and å as keyboards without them do, "Füße" as
	// "fuesse", and keeps the hyphen at the end of a line, for it may belong to
	// the word: "well-" and "known" are "well-known".
	Spelled
)

// Fold returns s in the form.
func (f Form) Fold(s string) string {
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		out, i = f.Next(out, s, i)
	}
	return string(out)
}

// Next folds the character of s that begins at byte i and appends it to dst,
// which ends with what s folds to up to there. It returns the byte of s at which
// the next character begins. A character is a letter with its accents, a run of
// blanks, or a hyphen with the end of its line; it may fold to several letters,
// or to nothing.
func (f Form) Next(dst []byte, s string, i int) ([]byte, int) {
	if c := s[i]; c < utf8.RuneSelf && ascii[c] != 0 && c != ' ' {
		dst = append(dst, ascii[c])
		if i++; i < len(s) && s[i] >= utf8.RuneSelf {
			return f.accents(dst, s, i)
		}
		return dst, i
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	if l := f.common(r); l != "" {
		return f.accents(append(dst, l...), s, i+n)
	}
	switch {
	case unicode.IsSpace(r):
		return append(dst, ' '), blanksEnd(s, i+n)
	case divides(r):
		if end, sure := divided(s, i, n); end > 0 {
			if sure || f == Spelled && r != softHyphen {
				dst = append(dst, '-')
			}
			return dst, end
		}
	}
	return f.accents(f.letter(dst, s[i:], r), s, i+n)
}

// Run folds the characters of s from byte i on, as [Form.Next] does in either
// form, as long as each is one byte and folds to one. It returns the byte at
// which the first begins that does not, or end.
func Run(dst []byte, s string, i, end int) ([]byte, int) {
	for ; i < end; i++ {
		c := s[i]
		if c >= utf8.RuneSelf || ascii[c] == 0 {
			break
		}
		if i+1 < len(s) && (s[i+1] >= utf8.RuneSelf || c == ' ' && s[i+1] <= ' ') {
			break
		}
		dst = append(dst, ascii[c])
	}
	return dst, i
}

// ascii[c] is what the character c of one byte folds to; 0 if it depends on what
// stands around it.
var ascii = func() (a [utf8.RuneSelf]byte) {
	for c := range a {
		switch r := rune(c); {
		case r == '-', unicode.IsSpace(r) && r != ' ':
		case r == '`':
			a[c] = '\''
		default:
			a[c] = byte(unicode.ToLower(r))
		}
	}
	return a
}()

// commonEnd is the first rune after Latin, Greek and Cyrillic.
const commonEnd = 0x530

// commonLetters are what the runes up to commonEnd fold to in each form: "" for
// those that are no letters or marks of their own.
var commonLetters = sync.OnceValue(func() *[2][commonEnd]string {
	var all [2][commonEnd]string
	for r := rune(utf8.RuneSelf); r < commonEnd; r++ {
		if unicode.IsSpace(r) || divides(r) || isUnseen(r) || !unicode.IsPrint(r) {
			continue
		}
		for f := range all {
			all[f][r] = string(Form(f).letter(nil, string(r), r))
		}
	}
	return &all
})

// common returns what r folds to if it is one of the common letters, or "".
func (f Form) common(r rune) string {
	if r < commonEnd && f <= Spelled {
		return commonLetters()[f][r]
	}
	return ""
}

// blanksEnd returns the byte after the blanks at byte i, and after what is not
// seen among them.
func blanksEnd(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsSpace(r) && !isUnseen(r) {
			break
		}
		i += n
	}
	return i
}

// accents appends what the accents and unseen characters at byte i of s add to
// the letter before them, and returns the byte after them.
func (f Form) accents(dst []byte, s string, i int) ([]byte, int) {
	for i < len(s) && s[i] >= utf8.RuneSelf {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case f.common(r) != "": // nearly all
			return dst, i
		case isVoicing(r):
			dst = utf8.AppendRune(dst, r)
		case !isUnseen(r):
			return dst, i
		case r == softHyphen:
			if end, _ := divided(s, i, n); end > 0 {
				return dst, i
			}
		default:
			dst = f.accent(dst, r)
		}
		i += n
	}
	return dst, i
}

// accent appends the letter that stands for an accent on the last letter of dst.
func (f Form) accent(dst []byte, r rune) []byte {
	const diaeresis, ring = '\u0308', '\u030a'
	if f == Plain || len(dst) == 0 {
		return dst
	}
	switch last := dst[len(dst)-1]; {
	case r == diaeresis && (last == 'a' || last == 'o' || last == 'u'):
		return append(dst, 'e')
	case r == ring && last == 'a':
		return append(dst, 'a')
	}
	return dst
}

// letter appends the character r, with which s begins. It is neither blank nor
// accent on another.
func (f Form) letter(dst []byte, s string, r rune) []byte {
	switch {
	case isUnseen(r):
		return dst
	case '\u4e00' <= r && r <= '\u9fff': // Han is what it is
		return utf8.AppendRune(dst, r)
	case '\uac00' <= r && r <= '\ud7a3': // Hangul syllables are in no table
		return norm.NFD.AppendString(dst, string(r))
	}
	if c, ok := typewriter(r); ok {
		return append(dst, c)
	}
	d := norm.NFKD.PropertiesString(s).Decomposition()
	if len(d) == 0 || d[0] == ' ' { // an accent that stands alone would become a blank
		return f.base(dst, r)
	}
	for len(d) > 0 {
		c, n := utf8.DecodeRune(d)
		if isUnseen(c) {
			dst = f.accent(dst, c)
		} else {
			dst = f.base(dst, c)
		}
		d = d[n:]
	}
	return dst
}

// typewriter returns the character of a typewriter that stands for a quotation
// mark, an apostrophe or a hyphen, and whether r is one of these.
func typewriter(r rune) (byte, bool) {
	switch {
	case IsQuote(r):
		return '"', true
	case IsApostrophe(r):
		return '\'', true
	case IsHyphen(r):
		return '-', true
	case r == '⁄': // in a fraction such as ½
		return '/', true
	}
	return 0, false
}

// base appends a letter without accents in lower case.
func (f Form) base(dst []byte, r rune) []byte {
	if c, ok := typewriter(r); ok {
		return append(dst, c)
	}
	r = unicode.ToLower(unicode.ToUpper(r)) // by way of the capital, which the two small sigmas share
	if r == 'ø' && f == Spelled {
		return append(dst, "oe"...)
	}
	if s := spelled(r); s != "" {
		return append(dst, s...)
	}
	return utf8.AppendRune(dst, r)
}

// spelled returns what readers type for a letter that Unicode does not take
// apart into a base and an accent, or "".
func spelled(r rune) string {
	switch r {
	case 'ß', 'ẞ':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'þ':
		return "th"
	case 'ø':
		return "o"
	case 'ł':
		return "l"
	case 'đ', 'ð':
		return "d"
	case 'ħ':
		return "h"
	case 'ŧ':
		return "t"
	case 'ı':
		return "i"
	}
	return ""
}

// divides reports whether r may stand where a word is divided.
func divides(r rune) bool { return r == '-' || r == '‐' || r == softHyphen }

// divided returns where the word goes on that is divided by the hyphen of n
// bytes at byte i, at the end of a line; 0 if no word is. It is sure that the
// hyphen belongs to the word if a capital or a digit follows.
func divided(s string, i, n int) (end int, sure bool) {
	end = i + n
	lines := 0
	for end < len(s) && s[end] <= ' ' {
		switch c := s[end]; {
		case c == '\n', c == '\r' && (end+1 == len(s) || s[end+1] != '\n'):
			lines++
		case c != ' ' && c != '\t' && c != '\r':
			return 0, false
		}
		end++
	}
	if lines != 1 {
		return 0, false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[end:])
	if !InWord(before) || !InWord(after) {
		return 0, false
	}
	return end, s[i] == '-' && !unicode.IsLower(after)
}
