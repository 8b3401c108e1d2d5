package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/text"
)

// folded is a text reduced to its words: lower case, no accents, one blank
// before each word and one after the last. A text without words is empty.
type folded string

// fold reduces s to its words. An apostrophe inside a word, the stops of an
// abbreviation, the commas of a number and a possessive 's vanish; every other
// mark of punctuation divides words.
func fold(s string) folded { return foldAs(text.Plain, s) }

func foldAs(form text.Form, s string) folded {
	f := folder{src: s, form: form}
	f.run()
	return folded(f.out)
}

// fold folds s. The result is valid until the next call, because the folder uses its
// memory again.
func (f *folder) fold(s string) []byte {
	*f = folder{src: s, out: f.out, from: f.from, buf: f.buf}
	f.run()
	return f.out
}

// mapOf folds s and returns for each byte of the result the bytes of s from which
// it comes. The result is valid until the next call, because the folder uses its
// memory again.
func (f *folder) mapOf(s string) (folded, []annotations.Span) {
	*f = folder{src: s, mapped: true, out: f.out, from: f.from, buf: f.buf}
	f.run()
	return folded(f.out), f.from
}

// foldAll folds texts that belong together. Two blanks lie between two of them,
// so that no phrase runs from one into the next.
func foldAll(texts ...string) folded {
	if len(texts) == 1 {
		return fold(texts[0])
	}
	var b strings.Builder
	for _, t := range texts {
		b.WriteString(string(fold(t)))
	}
	return folded(b.String())
}

// words returns the words of the text in order.
func (f folded) words() []string { return strings.Fields(string(f)) }

// folder folds one text. annotations/text says what each letter folds to; the
// folder divides the letters into words.
type folder struct {
	src    string
	form   text.Form
	out    []byte
	mapped bool
	from   []annotations.Span
	buf    []byte // what one character of src folds to

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
		c := f.src[i]
		if c < utf8.RuneSelf && !contextual[c] && (i+1 == len(f.src) || f.src[i+1] < utf8.RuneSelf) { // nearly all
			f.ascii(c, i)
			i++
			continue
		}
		i = f.character(i)
	}
	f.endWord(len(f.src))
}

// contextual[c] reports whether what c means depends on what stands around it.
var contextual = [utf8.RuneSelf]bool{'\'': true, '`': true, '-': true}

// ascii adds the character c of one byte, which no accent follows.
func (f *folder) ascii(c byte, i int) {
	switch {
	case 'A' <= c && c <= 'Z':
		f.asciiLetter(c+'a'-'A', i)
	case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
		f.asciiLetter(c, i)
	case !f.silent(rune(c), f.src[i+1:]):
		f.endWord(i)
	}
}

// asciiLetter adds an ASCII letter or digit as letter does, by a shorter way
// where it goes on with a word of ASCII.
func (f *folder) asciiLetter(c byte, i int) {
	if f.letters == 0 || f.last >= utf8.RuneSelf {
		f.letter(rune(c), annotations.Span{Start: i, End: i + 1})
		return
	}
	f.letters++
	f.last = rune(c)
	f.out = append(f.out, c)
	if f.mapped {
		f.from = append(f.from, annotations.Span{Start: i, End: i + 1})
	}
}

// character adds the character that begins at byte i. It returns the byte after
// that character, or after the possessive 's that vanishes with an apostrophe.
func (f *folder) character(i int) int {
	var next int
	f.buf, next = f.form.Next(f.buf[:0], f.src, i)
	r, n := utf8.DecodeRuneInString(f.src[i:])
	rest := f.src[next:]
	switch {
	case len(f.buf) == 0 || unicode.Is(unicode.Cf, r): // it is not seen, or divides a word at the end of a line
		return next
	case text.IsApostrophe(r):
		if f.letters > 0 {
			return next + f.apostrophe(rest)
		}
		return next
	case i+n == next && f.silent(r, rest):
		return next
	}
	found := false
	for b := f.buf; len(b) > 0; {
		d, n := utf8.DecodeRune(b)
		if text.InWord(d) {
			f.letter(d, annotations.Span{Start: i, End: next})
			found = true
		}
		b = b[n:]
	}
	if !found {
		f.endWord(i)
	}
	return next
}

// letter adds a letter or digit. A letter that is a word of its own, as in Han,
// ends the word before it and is ended by the next letter.
func (f *folder) letter(r rune, from annotations.Span) {
	if f.letters > 0 && (text.IsSingle(r) || text.IsSingle(f.last) && !unicode.IsMark(r)) {
		f.endWord(from.Start)
	}
	if len(f.out) == 0 {
		f.add(' ', annotations.Span{Start: from.Start, End: from.Start})
	}
	f.letters++
	if !unicode.IsMark(r) {
		f.last = r
	}
	f.add(r, from)
}

func (f *folder) add(r rune, from annotations.Span) {
	before := len(f.out)
	f.out = utf8.AppendRune(f.out, r)
	if f.mapped {
		for range len(f.out) - before {
			f.from = append(f.from, from)
		}
	}
}

// endWord ends the current word with a blank, which stands for all that lies
// between this word and the next.
func (f *folder) endWord(at int) {
	if f.letters > 0 {
		f.add(' ', annotations.Span{Start: at, End: at})
	}
	f.letters, f.stops = 0, 0
}

// apostrophe handles an apostrophe inside or after a word; rest is the text after
// it. It returns the number of bytes of rest that vanish with the apostrophe.
func (f *folder) apostrophe(rest string) int {
	r, n := utf8.DecodeRuneInString(rest)
	next, _ := utf8.DecodeRuneInString(rest[n:])
	switch {
	case (r == 's' || r == 'S') && !text.InWord(next) && unicode.IsLetter(f.last):
		f.endWord(len(f.src) - len(rest))
		return n
	case !unicode.IsLetter(r):
		f.endWord(len(f.src) - len(rest))
	}
	return 0
}

// silent reports whether r vanishes: it is the stop of an abbreviation such as
// "U.S." or the comma of a number such as "1,200". Rest is the text after r.
func (f *folder) silent(r rune, rest string) bool {
	if r != ',' && r != '.' || f.letters == 0 {
		return false
	}
	next, _ := utf8.DecodeRuneInString(rest)
	switch {
	case r == ',':
		return unicode.IsDigit(f.last) && unicode.IsDigit(next)
	case unicode.IsLetter(f.last) && unicode.IsLetter(next) && f.letters == f.stops+1:
		f.stops++
		return true
	}
	return false
}
