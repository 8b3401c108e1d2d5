package typeset

import "strings"

// Line is one line of a text. Its bytes [Start, End) take in the blanks at its
// end, its width does not.
type Line struct {
	Start, End int     // source bytes, half-open
	Width      float32 // pixels, without blanks at the end
	Top        float32 // pixels from the top of the layout
	Block      int     // the index of its text in the layout

	text   *Text
	tail   uint32  // bytes of the blanks at the end
	indent float32 // from the left edge of the column to what is drawn, pixels
}

// Text returns what the line draws, without the blanks at its end, in the order in
// which it is read.
func (l *Line) Text() string { return l.Slice(l.Start, l.End) }

// Slice returns what the line draws of the source bytes [start, end), in the order in
// which it is read.
func (l *Line) Slice(start, end int) string {
	a, b := l.clamp(start), l.clamp(end)
	return l.text.drawn(a, max(a, b))
}

// Until returns the line as it stands in a column of a width if it ends at a source
// byte, and something follows there that takes up tail pixels.
func (l *Line) Until(offset int, column, tail float32) Line {
	cut := *l
	cut.Width = l.along(l.clamp(offset))
	cut.End = l.clamp(offset) + l.text.base
	cut.tail = 0
	cut.indent = l.text.indent(cut.Width+tail, column)
	if l.text.rtl {
		cut.indent += tail
	}
	return cut
}

// Tail returns where what follows the words of the line stands, tail pixels wide, in
// pixels from the left edge of the column.
func (l *Line) Tail(tail float32) float32 {
	if l.text.rtl {
		return l.indent - tail
	}
	return l.indent + l.Width
}

// Indent returns how far from the left edge of the column the words of the line begin, in
// pixels: those that are read from the right stand at its right edge.
func (l *Line) Indent() float32 { return l.indent }

// Reads returns the source byte at which the blanks at the end of the line begin.
func (l *Line) Reads() int { return l.End - int(l.tail) }

// Reach returns how much of the line is taken up by what is read before a source byte,
// in pixels.
func (l *Line) Reach(offset int) float32 { return l.along(l.clamp(offset)) }

// Leading returns the height of the line in pixels.
func (l *Line) Leading() float32 { return l.text.Style.Leading }

// Style returns the style of the line's text.
func (l *Line) Style() Style { return l.text.Style }

// RightToLeft reports whether the line is read from its right end.
func (l *Line) RightToLeft() bool { return l.text.rtl }

// clamp returns where in the line's text the character begins that holds the
// source byte at offset. An offset outside the line gives the nearer end.
func (l *Line) clamp(offset int) int {
	base := l.text.base
	return min(max(l.text.char(offset-base), l.Start-base), l.Reads()-base)
}

// along returns how far the byte of src at an index stands behind the beginning of the
// line if all of the line is read from left to right, in pixels.
func (l *Line) along(at int) float32 {
	if t, reads := l.text, l.Reads()-l.text.base; strings.TrimLeftFunc(t.src[at:reads], ignorable) == "" && t.distance(at, reads) == 0 {
		// What follows, on the next line, draws no nearer: to what is seen last, behind
		// which may stand what is not.
		return l.Width
	}
	// Behind a blank at the end may stand what is not seen, and no blank to trim.
	return min(l.text.distance(l.Start-l.text.base, at), l.Width)
}

// X returns the distance in pixels from the left edge of the column to where a caret
// stands before the character that holds the source byte at offset. An offset before
// the line gives the beginning of its words, one behind it their end.
func (l *Line) X(offset int) float32 {
	at := l.clamp(offset)
	if l.flows() {
		return l.indent + l.along(at)
	}
	for _, p := range l.parts() {
		if at < p.end || p.end == l.Reads()-l.text.base {
			if at >= p.start {
				return p.at(l.along(at))
			}
		}
	}
	return l.indent
}

// Rect is the bounds of [Line.Rects], and whether there are any.
func (l *Line) Rect(start, end int) (Rect, bool) {
	all := l.Rects(start, end)
	if len(all) == 0 {
		return Rect{}, false
	}
	first, last := all[0], all[len(all)-1]
	first.W = last.X + last.W - first.X
	return first, true
}

// Rects returns the rectangles of the source bytes [start, end) on the line, as high
// as the line, from left to right and apart. They are several where words of another
// direction lie between them.
func (l *Line) Rects(start, end int) []Rect {
	if end <= l.Start || start >= l.End {
		return nil
	}
	a, b := l.clamp(start), l.clamp(end)
	if l.flows() {
		x0, x1 := l.along(a), l.along(b)
		if x1 <= x0 {
			return nil
		}
		return []Rect{{l.indent + x0, l.Top, x1 - x0, l.Leading()}}
	}
	var out []Rect
	for _, p := range l.parts() {
		from, to := max(a, p.start), min(b, p.end)
		if from >= to {
			continue
		}
		x0, x1 := p.at(l.along(from)), p.at(l.along(to))
		if x1 < x0 {
			x0, x1 = x1, x0
		}
		if n := len(out) - 1; n >= 0 && x0-(out[n].X+out[n].W) < 0.01 {
			out[n].W = max(x1-out[n].X, out[n].W)
		} else if x1 > x0 {
			out = append(out, Rect{x0, l.Top, x1 - x0, l.Leading()})
		}
	}
	return out
}

// Hit returns the source offset of the character at x pixels from the left edge of the
// column, and whether a character stands there. If not, the offset is that of the
// nearest.
func (l *Line) Hit(x float32) (offset int, inside bool) {
	inside = x >= l.indent && x < l.indent+l.Width
	if l.Start == l.Reads() {
		return l.Start, false
	}
	if l.flows() {
		return l.charAt(l.Start-l.text.base, l.Reads()-l.text.base, x-l.indent) + l.text.base, inside
	}
	parts := l.parts()
	p := parts[len(parts)-1]
	for _, q := range parts {
		if x < q.x+q.width() {
			p = q
			break
		}
	}
	along := p.from + x - p.x
	if p.rtl {
		along = p.to - (x - p.x)
	}
	return l.charAt(p.start, p.end, along) + l.text.base, inside
}

// charAt returns the index in src of the character among the bytes [from, to) of the
// line that stands x pixels behind the beginning of the line, or of the nearest.
func (l *Line) charAt(from, to int, x float32) int {
	t, begin := l.text, l.Start-l.text.base
	i := t.pieceAt(from)
	pen := t.distance(begin, t.pieces[i].at())
	if t.pieces[i].at() < begin {
		pen = -t.within(i, begin)
	}
	for w := t.widths(); t.end(i) < to && pen+w.of(i).advance <= x; i++ {
		pen += w.of(i).advance
	}
	n, at := 0, from
	var room [maxRunes + 1]float32
	pens := t.pens(room[:0], i)
	for k := range t.src[t.pieces[i].at():min(t.end(i), to)] {
		k += t.pieces[i].at()
		if t.dropped(k) {
			continue
		}
		if n++; k < from {
			continue
		}
		m := min(n, len(pens)-1)
		if k == from || pens[m] > pens[m-1] {
			at = k // else it is a part of the character before
		}
		if pen+pens[m] > x {
			break
		}
	}
	return at
}

// Caret returns the source offset between two characters that is nearest to x pixels
// from the left edge of the column. Beside the words it is the end of the line on that
// side.
func (l *Line) Caret(x float32) int {
	if x < l.indent || x >= l.indent+l.Width {
		if (x < l.indent) == l.text.rtl && l.Start < l.Reads() {
			return l.Reads()
		}
		return l.Start
	}
	at, _ := l.Hit(x)
	next := min(NextCluster(l.text.src, at-l.text.base)+l.text.base, l.Reads())
	for _, r := range l.Rects(at, next) {
		if right := x > r.X+r.W/2; right != l.odd(at) {
			return next
		}
	}
	return at
}

// odd reports whether the character at a source byte is written from right to left.
func (l *Line) odd(offset int) bool {
	t := l.text
	return t.items[t.itemAt(offset-t.base)].level%2 == 1
}
