package charset

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/wlynxg/chardet"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"

	"sidelight/annotations/document/raw"
)

// sampleSize is how many bytes of a text are looked at to find its encoding.
const sampleSize = 32 << 10

// confident is from which confidence on the library's answer is taken.
const confident = 0.9

// byName returns the encoding of a name, or nil.
func byName(name string) encoding.Encoding {
	name = strings.ToLower(strings.TrimSpace(name))
	switch name {
	case "ibm437", "cp437", "437":
		return charmap.CodePage437
	case "ibm850", "cp850", "850":
		return charmap.CodePage850
	case "ibm852", "cp852", "852":
		return charmap.CodePage852
	case "ibm855", "cp855", "855":
		return charmap.CodePage855
	case "cp866":
		return charmap.CodePage866
	case "macroman", "mac-roman", "x-mac-roman":
		return charmap.Macintosh
	case "cp932":
		name = "shift_jis"
	case "cp949":
		name = "euc-kr"
	case "cp1251", "cp1252", "cp1250", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp1258":
		name = "windows-" + name[2:]
	case "utf-16", "utf16", "utf-16le", "utf16le":
		return little
	case "utf-16be", "utf16be":
		return big
	case "utf-32", "utf32", "utf-32le", "utf32le":
		return little32
	case "utf-32be", "utf32be":
		return big32
	}
	e, err := htmlindex.Get(name)
	if err != nil {
		return nil
	}
	return e
}

// detect returns the encoding of a text that is in none of Unicode's, or nil and three
// that it may be in.
func detect(data []byte) (encoding.Encoding, []raw.Guess) {
	sample := sampleOf(data)
	found := chardet.DetectAll(sample)
	for _, r := range found {
		if e := byName(r.Encoding); e != nil && r.Confidence >= confident && !strings.ContainsRune(decoded(e, sample), utf8.RuneError) {
			return e, nil
		}
	}
	if plausible(decoded(charmap.Windows1252, sample)) {
		return charmap.Windows1252, nil
	}
	return nil, guesses(sample, found)
}

// sampleOf returns a stretch of a text with bytes beyond ASCII.
func sampleOf(data []byte) []byte {
	first := bytes.IndexFunc(data, func(r rune) bool { return r >= utf8.RuneSelf })
	begin := max(first-sampleSize/8, 0)
	if i := bytes.LastIndexByte(data[:begin], '\n'); i >= begin-sampleSize/8 {
		begin = i + 1
	}
	return data[begin:min(len(data), begin+sampleSize)]
}

// plausible reports whether a text that was decoded as Windows-1252 looks like one: at
// most a third of it lies beyond ASCII, and most of that are letters and the marks of
// printing, in their places. A byte that means nothing there does not stand in a word.
func plausible(text string) bool {
	fit, beyond, total := 0, 0, 0
	before := ' '
	for i, r := range text {
		total++
		next, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
		switch {
		case undefined(r):
			if unicode.IsLetter(before) || unicode.IsLetter(next) {
				return false
			}
		case r < utf8.RuneSelf:
		default:
			beyond++
			if fits(r, before, next) {
				fit++
			}
		}
		before = r
	}
	return beyond*3 <= total && fit*10 >= beyond*7
}

// undefined reports whether a byte means nothing in its encoding.
func undefined(r rune) bool { return r == utf8.RuneError || r >= 0x80 && r < 0xa0 }

// fits reports whether a character may stand in a text of words between two others.
func fits(r, before, next rune) bool {
	if unicode.IsLetter(r) {
		if before < utf8.RuneSelf && unicode.IsLetter(before) && !unicode.Is(unicode.Latin, r) {
			return false // two scripts in one word
		}
		return !unicode.IsUpper(r) || !unicode.IsLower(before) && !(unicode.IsLetter(before) && unicode.IsLower(next))
	}
	if strings.ContainsRune("§°€£•·×", r) {
		return !unicode.IsLetter(before) && !unicode.IsLetter(next)
	}
	return strings.ContainsRune("‘’“”„–—…«»\u00a0\u00ad", r)
}

// candidates are encodings that texts are in, by how often.
var candidates = []string{
	"windows-1252", "windows-1251", "gb18030", "shift_jis", "windows-1250", "big5", "euc-kr", "macintosh", "ibm437",
	"koi8-r", "euc-jp", "windows-1253", "windows-1254", "windows-1256", "windows-1255", "ibm850", "cp866", "windows-874",
}

// guesses returns the three encodings in which a text looks best.
func guesses(sample []byte, found []chardet.Result) []raw.Guess {
	type guess struct {
		raw.Guess
		score float64
	}
	var all []guess
	for i, name := range candidates {
		s := decoded(byName(name), sample)
		score := looks(s) - float64(i)/1000
		for _, r := range found {
			if strings.EqualFold(r.Charset, name) {
				score += r.Confidence / 5
			}
		}
		words := firstWords(s)
		if !slices.ContainsFunc(all, func(g guess) bool { return g.Words == words }) {
			all = append(all, guess{raw.Guess{Name: name, Words: words}, score})
		}
	}
	slices.SortStableFunc(all, func(a, b guess) int { return cmp.Compare(b.score, a.score) })
	var best []raw.Guess
	for _, g := range all[:min(len(all), 3)] {
		best = append(best, g.Guess)
	}
	return best
}

// looks returns how much a text looks like one, from 0 to a little more than 1.
func looks(s string) float64 {
	good, beyond := 0.0, 0
	scripts := make(map[*unicode.RangeTable]int)
	before := ' '
	for i, r := range s {
		next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
		if r >= utf8.RuneSelf {
			beyond++
			switch {
			case undefined(r):
				good--
			case strings.ContainsRune("。、，「」！？", r), unicode.In(r, unicode.Hiragana):
				good += 1.5
			case 0xff61 <= r && r <= 0xff9f: // katakana of half a width: nobody writes so today
				good += 0.2
			case fits(r, before, next):
				good++
			}
			for _, table := range []*unicode.RangeTable{unicode.Latin, unicode.Cyrillic, unicode.Greek, unicode.Han, unicode.Hangul, unicode.Hebrew, unicode.Arabic, unicode.Thai} {
				if unicode.Is(table, r) {
					scripts[table]++
				}
			}
		}
		before = r
	}
	if beyond == 0 {
		return 0
	}
	most, sum := 0, 0
	for _, n := range scripts {
		most, sum = max(most, n), sum+n
	}
	return good/float64(beyond) - float64(sum-most)/float64(2*beyond)
}

// firstWords returns the first words of a text around its first letter beyond ASCII.
func firstWords(s string) string {
	const length = 60
	first := strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf })
	begin := strings.LastIndexByte(s[:max(first, 0)], '\n') + 1
	if first-begin > length/2 {
		begin = first - length/2
	}
	s = strings.ToValidUTF8(s[begin:min(len(s), begin+4*length)], "")
	out := []rune(strings.Join(strings.Fields(s), " "))
	return string(out[:min(len(out), length)])
}
