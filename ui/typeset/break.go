package typeset

import (
	"iter"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/language"
	"github.com/go-text/typesetting/segmenter"
	"golang.org/x/text/unicode/norm"

	"sidelight/annotations/text"
)

const (
	blanks = " \t\n\r"
	// chunkBytes is how much of a paragraph is searched for line breaks at once.
	chunkBytes = 8 << 10
)

// cutter finds where the lines of a text may begin.
type cutter struct {
	scan  segmenter.Segmenter
	runes []rune // what is drawn of the chunk at hand
}

// cutters are kept for the next text, as itemizers are.
var cutters = sync.Pool{New: func() any { return new(cutter) }}

// cut divides the text into pieces: where UAX #14 lets a line begin, if not between a
// number and its unit, where an item ends, and within very long words.
func (t *Text) cut() {
	c := cutters.Get().(*cutter)
	defer cutters.Put(c)
	t.pieces = make([]piece, 0, len(t.src)/5+1)
	begins := uint32(mayBegin)
	for from := 0; from < len(t.src); {
		to, whole := t.chunk(from)
		c.runes = t.drawnRunes(c.runes[:0], from, to)
		c.scan.Init(c.runes)
		at := from
		for it := c.scan.LineIterator(); it.Next(); {
			end := t.skip(at, to, len(it.Line().Text))
			t.add(at, end, begins)
			if at, begins = end, mayBegin; text.BeginsUnit(t.src, end) {
				begins = 0
			}
		}
		if !whole {
			begins = 0
		}
		from = to
	}
	if spare := cap(t.pieces) - len(t.pieces); spare > len(t.pieces)/8 {
		t.pieces = slices.Clone(t.pieces)
	}
}

// chunk returns where in src a chunk that begins at from ends, and whether a line
// may begin there. A chunk ends behind its last blank that stands before a letter,
// if it has one.
func (t *Text) chunk(from int) (to int, whole bool) {
	if len(t.src)-from <= chunkBytes {
		return len(t.src), true
	}
	s := t.src[from : from+chunkBytes]
	for i := len(s) - 2; i > 0; i-- {
		if c := s[i+1] | 0x20; s[i] == ' ' && c >= 'a' && c <= 'z' {
			return from + i + 1, true
		}
	}
	return t.char(from + chunkBytes), false
}

// skip returns the index in src behind n drawn characters from at on, at most to.
func (t *Text) skip(at, to, n int) int {
	for at < to {
		_, size := utf8.DecodeRuneInString(t.src[at:])
		if !t.dropped(at) {
			if n == 0 {
				break
			}
			n--
		}
		at += size
	}
	return at
}

// add appends the pieces of the bytes [a, b) of src, within which no line may begin.
func (t *Text) add(a, b int, begins uint32) {
	for a < b {
		i := t.itemAt(a)
		end, next := min(b, t.itemEnd(i)), uint32(0)
		if x := &t.items[i]; x.script == language.Thai || x.script == language.Lao {
			if s := t.syllable(a, end); s < end {
				end, next = s, mayBegin
			}
		}
		if end-a > pieceBytes {
			end, next = t.partEnd(a, end), 0
		}
		if stop, room := t.room(a, end); room > 0 {
			if begins |= hasRoom; stop < end {
				end, next = stop, 0
			}
		}
		t.kern(i, a)
		t.pieces = append(t.pieces, piece{uint32(a) | begins, t.items[i].number(t.shown(i, a, end))}) //nolint:gosec // texts are shorter than 1 GB
		a, begins = end, next
	}
}

// syllable returns where in the bytes [a, b) of src a syllable begins for certain
// behind the first letter, or b. Thai and Lao have no blanks between words, and vowels
// that are written before the consonant that they follow.
func (t *Text) syllable(a, b int) int {
	for k, r := range t.src[a:b] {
		if k > 0 && leads(r) {
			return a + k
		}
	}
	return b
}

// kern adds the kerning between the last character before the byte a, which lies in
// the item k, and the first of the piece that is to begin at a.
func (t *Text) kern(k, a int) {
	i := len(t.pieces) - 1
	if i < 0 || t.items[k].what != words || t.items[k].start == a || t.items[k].script == language.Han {
		return
	}
	before, _ := utf8.DecodeLastRuneInString(t.src[:a])
	if before == '\n' {
		before = ' '
	}
	first, _ := t.draws(a, t.before(a))
	t.pieces[i].word = t.items[k].before(t.pieces[i].word, before, first)
}

// partEnd returns where a part of a long word that begins at a ends: never within a
// character, nor where it is written together with the one before. The word ends at b.
func (t *Text) partEnd(a, b int) int {
	for end := t.char(a + pieceBytes); end > a; end = t.char(end - 1) {
		r, _ := utf8.DecodeRuneInString(t.src[end:])
		before, _ := utf8.DecodeLastRuneInString(t.src[:end])
		if !unicode.Is(unicode.M, r) && !unicode.Is(unicode.Cf, r) && !unicode.Is(unicode.Cf, before) && !isVirama(before) {
			return end
		}
	}
	return min(b, t.char(a+pieceBytes))
}

// isVirama reports whether a rune joins the letters on both of its sides into one.
func isVirama(r rune) bool {
	const virama = 9 // the canonical combining class
	return r >= 0x900 && norm.NFC.PropertiesString(string(r)).CCC() == virama
}

// Break divides the text into lines of at most width pixels. A wider word is
// divided between its characters; only a line of a single character may be wider.
func (t *Text) Break(width float32) []Line { return t.breakTo(nil, width) }

// breakTo appends the text's lines to out.
func (t *Text) breakTo(out []Line, width float32) []Line {
	if len(t.pieces) == 0 { // nothing is drawn
		return append(out, Line{Start: t.base, End: t.End(), text: t, tail: uint32(len(t.src))}) //nolint:gosec // texts are shorter than 2 GB
	}
	for line := range t.LinesFrom(t.base, width) {
		out = append(out, line)
	}
	return out
}

// LinesFrom yields the lines of at most width pixels from the line on that begins at
// the source byte start. None of them knows its top or block yet.
func (t *Text) LinesFrom(start int, width float32) iter.Seq[Line] {
	return func(yield func(Line) bool) {
		begin, widths := start-t.base, t.widths()
		for i := t.pieceAt(begin); begin < len(t.src) && len(t.pieces) > 0; {
			line, next := t.fill(begin, i, width, &widths)
			if !yield(line) {
				return
			}
			begin, i = line.End-t.base, next
		}
	}
}

// fill returns the line that begins at the byte begin, which lies in the i-th piece,
// and the piece at which the next line begins.
func (t *Text) fill(begin, i int, width float32, widths *widths) (Line, int) {
	pen := -t.within(i, begin)
	var ink, good float32 // the width so far, and up to the last place to break
	end, next := begin, i
	for ; i < len(t.pieces); i++ {
		w := widths.of(i)
		if w.inked > 0 {
			ink = max(pen+w.inked, 0)
		}
		if ink > width {
			break
		}
		pen += w.advance
		if i+1 == len(t.pieces) || t.pieces[i+1].begins() {
			end, next, good = t.end(i), i+1, ink
		}
	}
	if end == begin {
		end = t.divide(begin, i, width)
		if next = t.pieceAt(end); end == len(t.src) {
			next = len(t.pieces)
		}
		good = t.alone(begin, t.trim(begin, end))
	}
	last := t.trim(begin, end)
	if last == begin { // blanks alone
		good = 0
	}
	return Line{
		Start: begin + t.base, End: end + t.base, Width: good,
		text: t, tail: uint32(end - last), indent: t.indent(good, width), //nolint:gosec // texts are shorter than 2 GB
	}, next
}

// indent returns how far from the left edge of a column of a width a line of the text
// begins to be drawn: lines from right to left stand at the right edge.
func (t *Text) indent(line, column float32) float32 {
	if !t.rtl {
		return 0
	}
	return max(column-line, 0)
}

// divide returns where a line ends that begins at the byte begin with a word too wide
// for it: after as many characters as fit, and after one at least. The i-th piece
// is the first that does not fit.
func (t *Text) divide(begin, i int, width float32) int {
	// The character that does not fit may reach into the next piece.
	if i+1 < len(t.pieces) && !t.pieces[i+1].begins() {
		i++
	}
	var seg segmenter.Segmenter
	seg.InitWithString(t.src[begin:t.end(i)])
	fit := begin
	for it := seg.GraphemeIterator(); it.Next(); {
		stop := min(fit+len(string(it.Grapheme().Text)), t.end(i))
		if fit > begin && t.distance(begin, t.trim(begin, stop)) > width {
			break
		}
		fit = stop
	}
	for t.alone(begin, t.trim(begin, fit)) > width {
		before := PreviousCluster(t.src, fit)
		if before <= begin {
			break
		}
		fit = before
	}
	return fit
}

// alone returns how wide the bytes [a, b) of src are on a line that ends with them, in
// pixels: the letter behind b draws nothing nearer, and none joins it.
func (t *Text) alone(a, b int) float32 {
	if b <= a {
		return 0
	}
	i := t.pieceAt(b - 1)
	from := max(a, t.pieces[i].at())
	k := t.itemAt(from)
	n := t.items[k].number(t.shown(k, from, b))
	return t.distance(a, from) + t.items[k].all()[n].advance
}

// dropped reports whether the byte of src at an index is not drawn: a carriage return.
func (t *Text) dropped(at int) bool { return !t.plain && t.src[at] == '\r' }

// drawn returns what is drawn of the bytes [a, b) of src.
func (t *Text) drawn(a, b int) string {
	if t.plain || asDrawn(t.src[a:b]) {
		return t.src[a:b]
	}
	var s strings.Builder
	s.Grow(b - a + 8)
	prev := t.before(a)
	for k := range t.src[a:b] {
		if r, ok := t.draws(a+k, prev); ok {
			s.WriteRune(r)
			prev = r
		}
	}
	return s.String()
}

// drawnRunes appends the runes that are drawn of the bytes [a, b) of src.
func (t *Text) drawnRunes(to []rune, a, b int) []rune {
	prev := t.before(a)
	for k := range t.src[a:b] {
		if r, ok := t.draws(a+k, prev); ok {
			to = append(to, r)
			prev = r
		}
	}
	return to
}

// draws returns the character drawn for the one at an index of src, behind the
// drawn character prev, and whether one is drawn.
func (t *Text) draws(at int, prev rune) (rune, bool) {
	r, n := utf8.DecodeRuneInString(t.src[at:])
	switch r {
	case '\n':
		return ' ', true // a line broken by hand is broken anew
	case '\r':
		return r, !t.dropped(at)
	case '"', '\'':
		if t.straight(at) {
			return r, true
		}
		next, _ := utf8.DecodeRuneInString(t.src[at+n:])
		return curly(r, prev, next), true
	}
	if obeyed(r) {
		return Sign, true
	}
	return r, true
}

// asDrawn reports whether text is drawn byte for byte.
func asDrawn(text string) bool { return !strings.ContainsAny(text, "\"'\r\n") && !hasObeyed(text) }

// before returns the character that decides how a quotation mark at the byte a is
// drawn: the last one before a that is no quotation mark itself, since a row of
// marks opens or closes as a whole.
func (t *Text) before(a int) rune {
	if t.plain || a == 0 {
		return ' '
	}
	head := strings.TrimRight(t.src[:a], "\"'")
	if head == "" {
		return ' '
	}
	r, _ := utf8.DecodeLastRuneInString(head)
	return r
}
