package typeset

// Line is one line of a text. Its bytes [Start, End) take in the blanks at its
// end, its width does not.
type Line struct {
	Start, End int     // source bytes, half-open
	Width      float32 // pixels, without blanks at the end
	Top        float32 // pixels from the top of the layout
	Block      int     // the index of its text in the layout

	text *Text
	last int // the source byte at which the blanks at the end begin
}

// Text returns what the line draws, without the blanks at its end.
func (l *Line) Text() string { return l.Slice(l.Start, l.End) }

// Slice returns what the line draws of the source bytes [start, end).
func (l *Line) Slice(start, end int) string {
	a, b := l.clamp(start), l.clamp(end)
	return l.text.drawn(a, max(a, b))
}

// Piece is a stretch of a line that is drawn as one object.
type Piece struct {
	Start, End int    // source bytes
	Text       string // what is drawn
	Face       *Face
	Size       float32 // pixels to the em
	Raise      float32 // of the baseline above that of the line, pixels
	X, W       float32 // from the beginning of the line, pixels
}

// Pieces returns what the line draws of the source bytes [start, end), without the
// blanks at its end, from left to right.
func (l *Line) Pieces(start, end int) []Piece {
	t := l.text
	a, b := l.clamp(start), l.clamp(end)
	var out []Piece
	for i := t.itemAt(a); a < b; i++ {
		to := min(b, t.itemEnd(i))
		p := Piece{Start: a + t.base, End: to + t.base, Text: t.drawn(a, to), Face: t.items[i].face, Size: t.items[i].size, Raise: t.items[i].raise}
		p.X = l.X(p.Start)
		p.W = l.X(p.End) - p.X
		out = append(out, p)
		a = to
	}
	return out
}

// X returns the distance in pixels from the beginning of the line to the character
// that holds the source byte at offset. An offset before the line gives 0, one
// behind it the line's width.
func (l *Line) X(offset int) float32 {
	at := l.clamp(offset)
	if at == l.last-l.text.base {
		return l.Width // the next word, on the next line, draws no nearer
	}
	// Behind a blank at the end may stand what is not seen, and no blank to trim.
	return min(l.text.distance(l.Start-l.text.base, at), l.Width)
}

// Leading returns the height of the line in pixels.
func (l *Line) Leading() float32 { return l.text.Style.Leading }

// Style returns the style of the line's text.
func (l *Line) Style() Style { return l.text.Style }

// clamp returns where in the line's text the character begins that holds the
// source byte at offset. An offset outside the line gives the nearer end.
func (l *Line) clamp(offset int) int {
	base := l.text.base
	return min(max(l.text.char(offset-base), l.Start-base), l.last-base)
}

// Hit returns the source offset of the character at x pixels from the line's
// beginning, and whether a character stands there. If not, the offset is that of
// the nearest.
func (l *Line) Hit(x float32) (offset int, inside bool) {
	inside = x >= 0 && x < l.Width
	if l.Start == l.last {
		return l.Start, false
	}
	t, from, to := l.text, l.Start-l.text.base, l.last-l.text.base
	i := t.pieceAt(from)
	pen := -t.within(i, from)
	for t.end(i) < to && pen+t.pieces[i].advance <= x {
		pen += t.pieces[i].advance
		i++
	}
	n, at := 0, from
	word := t.word(i)
	for k := range t.src[t.pieces[i].at():min(t.end(i), to)] {
		k += t.pieces[i].at()
		if t.dropped(k) {
			continue
		}
		if n++; k < from {
			continue
		}
		if at = k; pen+word.x[min(n, len(word.x)-1)] > x {
			break
		}
	}
	return at + t.base, inside
}

// Caret returns the source offset between two characters that is nearest to x pixels
// from the line's beginning.
func (l *Line) Caret(x float32) int {
	at, inside := l.Hit(x)
	next := NextCluster(l.text.src, at-l.text.base) + l.text.base
	if inside && x > (l.X(at)+l.X(next))/2 || !inside && x > 0 {
		return min(next, l.End)
	}
	return at
}
