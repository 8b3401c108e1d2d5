package typeset

import (
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

const (
	blanks = " \t\n\r"
	// pieceBytes is how long a piece may be: longer words are measured in parts,
	// so that one of a million characters costs no more than a page of them.
	pieceBytes = 64
	// chunkBytes is how much of a paragraph is searched for line breaks at once.
	chunkBytes = 8 << 10
)

// cut divides the text into pieces: where UAX #14 lets a line begin, where an item
// ends, and within very long words.
func (t *Text) cut() {
	var seg segmenter.Segmenter
	var runes []rune
	t.pieces = make([]piece, 0, len(t.src)/5+1)
	begins := uint32(mayBegin)
	for from := 0; from < len(t.src); {
		to, whole := t.chunk(from)
		runes = t.drawnRunes(runes[:0], from, to)
		seg.Init(runes)
		at := from
		for it := seg.LineIterator(); it.Next(); {
			end := t.skip(at, to, len(it.Line().Text))
			t.add(at, end, begins)
			at, begins = end, mayBegin
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
		end := min(b, t.itemEnd(t.itemAt(a)))
		if end-a > pieceBytes {
			end = t.partEnd(a, end)
		}
		t.kern(a)
		w := t.items[t.itemAt(a)].word(t.drawn(a, end))
		t.pieces = append(t.pieces, piece{uint32(a) | begins, w.advance(), w.inked}) //nolint:gosec // texts are shorter than 2 GB
		a, begins = end, 0
	}
}

// kern adds the kerning between the last character before the byte a and the first
// of the piece that is to begin at a.
func (t *Text) kern(a int) {
	i := len(t.pieces) - 1
	if i < 0 || t.itemAt(a) != t.itemAt(a-1) {
		return
	}
	before, _ := utf8.DecodeLastRuneInString(t.src[:a])
	if before == '\n' {
		before = ' '
	}
	first, _ := t.draws(a, t.before(a))
	t.pieces[i].advance += t.items[t.itemAt(a)].kern(before, first)
}

// partEnd returns where a part of a long word that begins at a ends: never before a
// character that joins the one before it. The word ends at b.
func (t *Text) partEnd(a, b int) int {
	for end := t.char(a + pieceBytes); end > a; end = t.char(end - 1) {
		r, _ := utf8.DecodeRuneInString(t.src[end:])
		if !unicode.Is(unicode.M, r) && !unicode.Is(unicode.Cf, r) {
			return end
		}
	}
	return min(b, t.char(a+pieceBytes))
}

// Break divides the text into lines of at most width pixels. A wider word is
// divided between its characters; only a line of a single character may be wider.
func (t *Text) Break(width float32) []Line { return t.breakTo(nil, width) }

// breakTo appends the text's lines to out.
func (t *Text) breakTo(out []Line, width float32) []Line {
	if len(t.src) == 0 {
		return append(out, Line{Start: t.base, End: t.base, text: t, last: t.base})
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
		begin := start - t.base
		for i := t.pieceAt(begin); begin < len(t.src); {
			line, next := t.fill(begin, i, width)
			if !yield(line) {
				return
			}
			begin, i = line.End-t.base, next
		}
	}
}

// fill returns the line that begins at the byte begin, which lies in the i-th piece,
// and the piece at which the next line begins.
func (t *Text) fill(begin, i int, width float32) (Line, int) {
	pen := -t.within(i, begin)
	var ink, good float32 // the width so far, and up to the last place to break
	end, next := begin, i
	for ; i < len(t.pieces); i++ {
		p := t.pieces[i]
		if p.inked > 0 {
			ink = max(pen+p.inked, 0)
		}
		if ink > width {
			break
		}
		pen += p.advance
		if i+1 == len(t.pieces) || t.pieces[i+1].begins() {
			end, next, good = t.end(i), i+1, ink
		}
	}
	if end == begin {
		end = t.divide(begin, i, width)
		if next = t.pieceAt(end); end == len(t.src) {
			next = len(t.pieces)
		}
		good = t.distance(begin, t.trim(begin, end))
	}
	return Line{
		Start: begin + t.base, End: end + t.base, Width: good,
		text: t, last: t.trim(begin, end) + t.base,
	}, next
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
	return fit
}

// dropped reports whether the byte of src at an index is not drawn: a carriage
// return before a line feed.
func (t *Text) dropped(at int) bool {
	return !t.plain && t.src[at] == '\r' && strings.HasPrefix(t.src[at+1:], "\n")
}

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
