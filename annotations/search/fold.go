package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"sidelight/annotations"
)

// folded is a text reduced to its words: lower case, no accents, one blank
// before each word and one after the last. A text without words is empty.
type folded string

// fold reduces s to its words. An apostrophe inside a word, the stops of an
// abbreviation and the commas of a number vanish, a possessive 's too; any
// other mark of punctuation parts words.
func fold(s string) folded {
	f := folder{src: s}
	f.run()
	return folded(f.out)
}

// mapOf folds s and says for each byte of the result which bytes of s it stands
// for. It does so in the memory of the folder: what it returned before is lost.
func (f *folder) mapOf(s string) (folded, []annotations.Span) {
	*f = folder{src: s, mapped: true, out: f.out, from: f.from}
	f.run()
	return folded(f.out), f.from
}

// foldAll folds texts that belong together; no phrase runs from one to the next,
// for two blanks lie between them.
func foldAll(texts ...string) folded {
	var b strings.Builder
	for _, t := range texts {
		b.WriteString(string(fold(t)))
	}
	return folded(b.String())
}

// words are the words of the text in order.
func (f folded) words() []string { return strings.Fields(string(f)) }

// plain spells letters that Unicode does not take apart into a base and a mark.
func plain(r rune) string {
	switch r {
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'ø':
		return "o"
	case 'ł':
		return "l"
	case 'đ', 'ð':
		return "d"
	case 'þ':
		return "th"
	case 'ħ':
		return "h"
	case 'ı':
		return "i"
	}
	return string(r)
}

type folder struct {
	src    string
	out    []byte
	mapped bool
	from   []annotations.Span

	letters int  // of the word being read; 0 between words
	stops   int  // stops inside that word that were passed over
	last    rune // the last letter or digit of that word
}

func (f *folder) run() {
	f.out = slices.Grow(f.out[:0], len(f.src)+2)
	if f.mapped {
		f.from = slices.Grow(f.from[:0], len(f.src)+2)
	}
	for i := 0; i < len(f.src); {
		if c := f.src[i]; c < utf8.RuneSelf && !isApostrophe(rune(c)) { // nearly all
			f.ascii(c, i)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(f.src[i:])
		switch {
		case unicode.Is(unicode.Mn, r):
			f.extend(i + n)
		case unicode.Is(unicode.Cf, r):
		case isApostrophe(r) && f.letters > 0:
			n += f.apostrophe(f.src[i+n:])
		case f.silent(r, f.src[i+n:]):
		case !f.decompose(r, annotations.Span{Start: i, End: i + n}):
			f.endWord(i)
		}
		i += n
	}
	f.endWord(len(f.src))
}

// ascii adds a character of one byte, which is no apostrophe.
func (f *folder) ascii(c byte, i int) {
	switch {
	case 'A' <= c && c <= 'Z':
		f.letter(rune(c+'a'-'A'), annotations.Span{Start: i, End: i + 1})
	case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
		f.letter(rune(c), annotations.Span{Start: i, End: i + 1})
	case !f.silent(rune(c), f.src[i+1:]):
		f.endWord(i)
	}
}

// decompose adds the letters that r stands for; it reports false if r is none.
func (f *folder) decompose(r rune, from annotations.Span) bool {
	if !isWord(r) && unicode.Is(unicode.P, r) || unicode.IsSpace(r) {
		return false
	}
	found := false
	for _, d := range norm.NFKD.String(string(r)) {
		if !isWord(d) {
			continue
		}
		for _, c := range plain(unicode.ToLower(d)) {
			f.letter(c, from)
		}
		found = true
	}
	return found
}

func (f *folder) letter(r rune, from annotations.Span) {
	if len(f.out) == 0 {
		f.add(' ', annotations.Span{Start: from.Start, End: from.Start})
	}
	f.letters++
	f.last = r
	f.add(r, from)
}

func (f *folder) add(r rune, from annotations.Span) {
	if r < utf8.RuneSelf {
		f.out = append(f.out, byte(r))
		if f.mapped {
			f.from = append(f.from, from)
		}
		return
	}
	before := len(f.out)
	f.out = utf8.AppendRune(f.out, r)
	if f.mapped {
		for range len(f.out) - before {
			f.from = append(f.from, from)
		}
	}
}

// endWord closes the word being read; the blank after it stands for what is
// between this word and the next one.
func (f *folder) endWord(at int) {
	if f.letters > 0 {
		f.add(' ', annotations.Span{Start: at, End: at})
	}
	f.letters, f.stops = 0, 0
}

// extend gives a combining mark to the letter that it stands on.
func (f *folder) extend(end int) {
	if len(f.from) == 0 || f.letters == 0 {
		return
	}
	start := f.from[len(f.from)-1].Start
	for i := len(f.from) - 1; i >= 0 && f.from[i].Start == start; i-- {
		f.from[i].End = end
	}
}

// apostrophe decides on the apostrophe before rest and returns how many bytes
// of rest it takes away with it.
func (f *folder) apostrophe(rest string) int {
	r, n := utf8.DecodeRuneInString(rest)
	next, _ := utf8.DecodeRuneInString(rest[n:])
	switch {
	case (r == 's' || r == 'S') && !isWord(next) && unicode.IsLetter(f.last):
		f.endWord(len(f.src) - len(rest))
		return n
	case !unicode.IsLetter(r):
		f.endWord(len(f.src) - len(rest))
	}
	return 0
}

// silent reports whether r is the stop of an abbreviation such as "U.S." or the
// comma of a number such as "1,200", with rest after it.
func (f *folder) silent(r rune, rest string) bool {
	next, _ := utf8.DecodeRuneInString(rest)
	switch {
	case f.letters == 0:
		return false
	case r == ',':
		return unicode.IsDigit(f.last) && unicode.IsDigit(next)
	case r == '.' && unicode.IsLetter(f.last) && unicode.IsLetter(next) && f.letters == f.stops+1:
		f.stops++
		return true
	}
	return false
}

func isWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.Is(unicode.Mc, r)) &&
		!isApostrophe(r)
}

func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', 'ʼ', 'ʻ', 'ʾ', 'ʿ', '`', '´':
		return true
	}
	return false
}
