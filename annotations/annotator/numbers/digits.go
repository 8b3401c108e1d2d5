package numbers

import (
	"math"
	"strings"
	"unicode/utf8"
)

// region tells the separators of numbers in a language.
type region struct {
	decimal, group byte // ',' or '.'
	blanks         bool // a blank, of whatever width, parts the groups
}

// primary is the first subtag of a BCP 47 language tag.
func primary(language string) string {
	p, _, _ := strings.Cut(language, "-")
	return strings.ToLower(p)
}

// regionOf is the region of a language. The languages with a decimal comma are those
// of CLDR with "," as decimal separator of the Latin digits; a country that differs
// from its language is named.
func regionOf(language string) region {
	if len(language) > 32 {
		return region{'.', ',', false}
	}
	switch strings.ToLower(language) {
	case "de-ch", "de-li", "it-ch", "es-mx", "es-us", "es-pr", "es-gt", "es-hn", "es-ni", "es-pa", "es-pe", "es-sv", "es-do":
		return region{'.', ',', false}
	case "en-za":
		return region{'.', ',', true}
	}
	switch primary(language) {
	case "de", "es", "it", "nl", "pt", "tr", "id", "el", "da", "ro", "hr", "sl", "sr", "bs", "vi", "ca", "gl", "eu", "is", "mk", "az", "fo":
		return region{',', '.', true}
	case "fr", "ru", "uk", "pl", "cs", "sk", "sv", "nb", "nn", "no", "fi", "hu", "bg", "et", "lv", "lt", "be", "sq", "ka", "kk", "hy":
		return region{',', '.', true}
	}
	return region{'.', ',', false}
}

// figure is a number in digits at the beginning of a token.
type figure struct {
	value   float64
	size    int  // bytes of the token that it takes
	digits  int  // how many digits it has
	grouped bool // a separator parts its thousands
	decimal bool
	zero    bool // it begins with a zero that is not alone: "007"
}

var tenth = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15}

// figure reads the digits with which a word begins, by the separators of a region.
func (g region) figure(w string) (figure, bool) {
	r := digitReader{region: g}
	i := 0
	for i < len(w) {
		if v, n, ok := digit(w[i:]); ok {
			if r.f.digits == mostDigits {
				return r.f, false
			}
			r.f.digits++
			r.run++
			r.mantissa = 10*r.mantissa + int64(v)
			i += n
			continue
		}
		sep, n := g.separator(w, i)
		if n == 0 {
			break
		}
		if !r.part(sep, w[i+n:]) {
			return r.f, false
		}
		r.run = 0
		i += n
	}
	return r.done(w, i)
}

// digitReader reads the digits of one number.
type digitReader struct {
	region
	f        figure
	mantissa int64
	run      int // digits since the last separator
	parts    int // groups so far
	decimals int // digits before the decimal sign
}

// part takes a separator before the rest of a word, and reports whether a number can go
// on with it.
func (r *digitReader) part(sep byte, rest string) bool {
	switch {
	case r.f.decimal:
		return false // "1.2.3"
	case sep == r.group && r.groups(rest):
		if r.parts == 0 && r.run > 3 || r.parts > 0 && r.run != 3 && r.run != 2 {
			return false
		}
		r.parts++
		r.f.grouped = true
	case sep == r.decimal || sep == '.' && r.parts == 0:
		if r.parts > 0 && r.run != 3 {
			return false
		}
		r.f.decimal, r.parts, r.decimals = true, 0, r.f.digits
	default:
		return false
	}
	return true
}

// done ends a figure of so many bytes. A last group has three digits.
func (r *digitReader) done(w string, size int) (figure, bool) {
	f := r.f
	if f.digits == 0 || r.parts > 0 && r.run != 3 {
		return f, false
	}
	f.size = size
	f.value = float64(r.mantissa)
	if f.decimal {
		f.value /= tenth[f.digits-r.decimals]
	}
	f.zero = w[0] == '0' && f.digits > 1 && !(f.decimal && r.decimals == 1)
	return f, true
}

// separator is the separator between two digits at the byte i of a word, '.' or ',' or,
// for an apostrophe, that of the groups.
func (g region) separator(w string, i int) (sep byte, n int) {
	switch c := w[i]; {
	case c == '.' || c == ',':
		sep, n = c, 1
	case c == '\'':
		sep, n = g.group, 1
	case strings.HasPrefix(w[i:], "’"):
		sep, n = g.group, len("’")
	default:
		return 0, 0
	}
	if i+n >= len(w) {
		return 0, 0
	}
	if _, _, ok := digit(w[i+n:]); !ok {
		return 0, 0
	}
	return sep, n
}

// groups reports whether two or three digits follow, and then no further digit, so that
// a separator parts thousands. (Two: "1,20,000", as in India.)
func (g region) groups(w string) bool {
	n := 0
	for len(w) > 0 {
		_, size, ok := digit(w)
		if !ok {
			break
		}
		n++
		w = w[size:]
	}
	return n == 3 || n == 2 && len(w) > 0 && w[0] == g.group
}

// zeros are the zeros of the digits that are read besides those of ASCII: Arabic,
// Persian, Devanagari, Bengali and those of full width.
var zeros = [...]rune{0x0660, 0x06F0, 0x0966, 0x09E6, 0xFF10}

// digit reads the decimal digit with which a word begins.
func digit(w string) (value, size int, ok bool) {
	if c := w[0]; c < utf8.RuneSelf {
		return int(c - '0'), 1, '0' <= c && c <= '9'
	}
	c, size := utf8.DecodeRuneInString(w)
	for _, z := range zeros {
		if z <= c && c <= z+9 {
			return int(c - z), size, true
		}
	}
	return 0, 0, false
}

// times multiplies a number as printed by its scale, without the dust of the binary
// fraction: 4.35 million is 4350000.
func times(v, scale float64) float64 {
	p := v * scale
	if scale >= 100 && math.Abs(p) < 1e15 {
		return math.Round(p*100) / 100
	}
	return p
}
