package markdown

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"
)

// resolve writes the source between two bytes, with its escapes and the names of
// characters resolved, once.
func (w *writer) resolve(start, stop int) {
	for start < stop {
		s := w.src[start:stop]
		i := bytes.IndexAny(s, `\&`)
		if i < 0 {
			i = len(s)
		}
		if i > 0 {
			w.Text(string(s[:i]), location(start))
			start += i
			continue
		}
		if s[0] == '\\' && len(s) > 1 && util.IsPunct(s[1]) {
			w.Text(string(s[1:2]), location(start+1))
			start += 2
			continue
		}
		if character, n := reference(s); n > 0 {
			w.spelled(character, start, start+n)
			start += n
			continue
		}
		w.Text(string(s[:1]), location(start))
		start++
	}
}

// spelled writes characters for which something else stands in the source, between two
// bytes. Each comes from a byte of its own, so that it is found again.
func (w *writer) spelled(s string, start, stop int) {
	for _, r := range s {
		w.Whole(string(r), location(min(start, stop-1)))
		start++
	}
}

// unescaped returns an address with its escapes and the names of characters resolved.
func unescaped(s []byte) string {
	if !bytes.ContainsAny(s, `\&`) {
		return string(s)
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		if s[i] == '\\' && i+1 < len(s) && util.IsPunct(s[i+1]) {
			b.WriteByte(s[i+1])
			i += 2
		} else if character, n := reference(s[i:]); n > 0 {
			b.WriteString(character)
			i += n
		} else {
			b.WriteByte(s[i])
			i++
		}
	}
	return b.String()
}

// reference returns the character that s begins by naming, as "&amp;" or "&#38;", and
// the length of the name; 0 if s does not name one.
func reference(s []byte) (character string, n int) {
	const longest = 40 // bytes; no name is longer
	if len(s) == 0 || s[0] != '&' {
		return "", 0
	}
	end := bytes.IndexByte(s[:min(len(s), longest)], ';')
	if end < 2 {
		return "", 0
	}
	name := s[1:end]
	if name[0] == '#' {
		r, ok := numbered(string(name[1:]))
		if !ok {
			return "", 0
		}
		return string(r), end + 1
	}
	e, ok := util.LookUpHTML5EntityByName(string(name))
	if !ok {
		return "", 0
	}
	return string(e.Characters), end + 1
}

// numbered returns the character of a number in decimal or, behind an x, hexadecimal
// digits.
func numbered(digits string) (rune, bool) {
	base, most := 10, 7
	if len(digits) > 0 && (digits[0] == 'x' || digits[0] == 'X') {
		digits, base, most = digits[1:], 16, 6
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || len(digits) > most {
		return 0, false
	}
	if n == 0 || n > utf8.MaxRune || !utf8.ValidRune(rune(n)) { //nolint:gosec // not larger
		return utf8.RuneError, true
	}
	return rune(n), true //nolint:gosec // not larger
}
