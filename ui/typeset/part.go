package typeset

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/bidi"
)

// Piece is a stretch of a line that is drawn as one object.
type Piece struct {
	Start, End int // source bytes
	// Text is what is drawn, in the form that is right for a drawer who takes a text to
	// run from left to right: words that run the other way stand between two marks that
	// keep the signs at their ends with them.
	Text  string
	Face  *Face
	Size  float32 // pixels to the em
	Raise float32 // of the baseline above that of the line, pixels
	X, W  float32 // from the left edge of the column, pixels
}

// part is a stretch of a line that lies in one item.
type part struct {
	start, end int // bytes of src
	item       int
	rtl        bool
	from, to   float32 // along the line, see [Line.along]
	x          float32 // of its left end
}

func (p *part) width() float32 { return p.to - p.from }

// at returns the distance from the left edge of the column to what stands at a
// distance along the line.
func (p *part) at(along float32) float32 {
	if p.rtl {
		return p.x + p.to - along
	}
	return p.x + along - p.from
}

// flows reports whether all of the line is read from left to right.
func (l *Line) flows() bool {
	t := l.text
	if !t.rtl && len(t.items) == 1 {
		return true
	}
	for i := t.itemAt(l.Start - t.base); i < len(t.items) && t.items[i].start < l.Reads()-t.base; i++ {
		if t.items[i].level > 0 {
			return false
		}
	}
	return true
}

// parts returns the parts of the line from left to right.
func (l *Line) parts() []part {
	t, at, end := l.text, l.Start-l.text.base, l.Reads()-l.text.base
	var out []part
	for i := t.itemAt(at); at < end; i++ {
		to := min(end, t.itemEnd(i))
		out = append(out, part{start: at, end: to, item: i, rtl: t.items[i].level%2 == 1, from: l.along(at), to: l.along(to)})
		at = to
	}
	// Rule L2 of UAX #9: turn around what has a level or a higher one, from the highest
	// level down to the lowest odd one.
	for level := uint8(2); level > 0; level-- {
		for i := 0; i < len(out); i++ {
			j := i
			for j < len(out) && t.items[out[j].item].level >= level {
				j++
			}
			slices.Reverse(out[i:j])
			i = max(i, j-1)
		}
	}
	x := l.indent
	for i := range out {
		out[i].x = x
		x += out[i].width()
	}
	return out
}

// Pieces returns what the line draws of the source bytes [start, end), without the
// blanks at its end, from left to right. What draws nothing is left out.
func (l *Line) Pieces(start, end int) []Piece {
	a, b := l.clamp(start), l.clamp(end)
	var out []Piece
	for _, p := range l.parts() {
		begin := len(out)
		for from, to := max(a, p.start), min(b, p.end); from < to; {
			stop := to
			if i := strings.IndexByte(l.text.src[from:to], '\t'); i >= 0 {
				stop = from + i
			}
			out = l.piece(out, &p, from, stop)
			from = stop + 1
		}
		if p.rtl {
			slices.Reverse(out[begin:])
		}
	}
	return out
}

// piece appends the piece of the bytes [a, b) of src, which lie in a part and hold no
// tab, if it draws anything.
func (l *Line) piece(to []Piece, p *part, a, b int) []Piece {
	t := l.text
	words := t.shown(p.item, a, b)
	if blank(words) {
		return to
	}
	if p.rtl {
		words = kept(words)
	}
	x := t.items[p.item]
	x0, x1 := p.at(l.along(a)), p.at(l.along(b))
	return append(to, Piece{
		Start: a + t.base, End: b + t.base, Text: words, Face: x.face, Size: x.size, Raise: x.raise,
		X: min(x0, x1), W: max(x0, x1) - min(x0, x1),
	})
}

// blank reports whether words draw nothing.
func blank(words string) bool {
	return !strings.ContainsFunc(words, func(r rune) bool { return !unicode.IsSpace(r) })
}

// mark is a letter from right to left that is not drawn.
const mark = "\u200f"

// kept returns words that run from right to left so that a drawer who takes a text to
// run from left to right leaves the signs at their ends where they belong.
func kept(words string) string {
	runes := []rune(words)
	if strong(runes[0]) && strong(runes[len(runes)-1]) {
		return words
	}
	return mark + words + mark
}

// strong reports whether a rune is a letter that runs from right to left.
func strong(r rune) bool {
	c := classOf(r)
	return c == bidi.R || c == bidi.AL
}
