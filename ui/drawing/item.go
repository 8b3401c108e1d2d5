package drawing

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations/figure"
)

// kind says how a shape is drawn.
type kind uint8

const (
	nothing kind = iota
	inked        // in a plate, by the raster
	solid        // as one or two rectangles
	beam         // as a gradient
	words        // as text
	icon         // as a picture
)

// item is a shape that can be seen, with what it takes to find it.
type item struct {
	shape  figure.Shape
	bounds figure.Rect
	kind   kind
}

// themed returns the name by which the theme knows an ink.
func themed(i figure.Ink) fyne.ThemeColorName { return fyne.ThemeColorName(i) }

// farthest is how far from the origin of a figure something is drawn, in pixels. What is
// farther away, or nowhere, comes of bad data.
const farthest = 1 << 24

// items returns the shapes of a figure that can be seen, in their order.
func items(f *figure.Figure) []item {
	var out []item
	for g := range f.Groups {
		for _, s := range f.Groups[g].Shapes {
			if s == nil {
				continue
			}
			b, k := s.Bounds(), kindOf(s)
			if k != nothing && within24(b.X) && within24(b.Y) && within24(b.Right()) && within24(b.Bottom()) {
				out = append(out, item{s, b, k})
			}
		}
	}
	return out
}

func within24(x float32) bool { return x >= -farthest && x <= farthest }

func kindOf(s figure.Shape) kind {
	switch s := s.(type) {
	case figure.Line:
		switch {
		case s.Ink == "" || !(s.Width > 0) || len(s.Points) < 2:
			return nothing
		case len(s.Points) == 2 && !dashed(s.Dash) && (s.Points[0].X == s.Points[1].X || s.Points[0].Y == s.Points[1].Y):
			return solid
		}
		return inked
	case figure.Area:
		return inkedIf(s.Fill != "" || s.Stroke != "" && s.Width > 0)
	case figure.Disc:
		return inkedIf(s.Radius > 0 && (s.Fill != "" || s.Stroke != "" && s.Width > 0))
	case figure.Box:
		return kindOfBox(s)
	case figure.Words:
		if s.Text != "" && s.Ink != "" {
			return words
		}
	case figure.Icon:
		if s.Name != "" && s.Ink != "" && !s.At.Empty() {
			return icon
		}
	}
	return nothing
}

func inkedIf(yes bool) kind {
	if yes {
		return inked
	}
	return nothing
}

func kindOfBox(b figure.Box) kind {
	bordered := b.Stroke != "" && b.Width > 0
	switch {
	case b.At.W < 0 || b.At.H < 0 || b.At.Empty() && !bordered:
		return nothing
	case b.Beam && b.Fill != "":
		return beam
	case b.Fill != "":
		return solid
	}
	return inkedIf(bordered)
}

// cell is the side in pixels of the squares in which it is asked whether one shape lies
// over another.
const cell = 16

// layers puts the items in view into layers, so that each lies over those before it that
// it has to do with: the even layers are plates, which are drawn at once, the odd ones are
// objects of the toolkit. A shape that lies over none goes as deep as it can, so that few
// plates are needed.
type layers struct {
	window figure.Rect
	across int
	depth  []int // by square, the layer of what lies there uppermost
	all    [][]*item
}

func layered(all []item, window figure.Rect) [][]*item {
	l := layers{window: window, across: int(window.W)/cell + 2}
	l.depth = make([]int, l.across*(int(window.H)/cell+2))
	for i := range all {
		if all[i].bounds.Grown(1).Overlaps(window) {
			l.add(&all[i])
		}
	}
	return l.all
}

func (l *layers) add(it *item) {
	x0, x1 := l.squares(it.bounds.X-l.window.X, it.bounds.Right()-l.window.X, l.across)
	y0, y1 := l.squares(it.bounds.Y-l.window.Y, it.bounds.Bottom()-l.window.Y, len(l.depth)/l.across)
	depth := 0
	for y := y0; y <= y1; y++ {
		for x := x0; x <= x1; x++ {
			depth = max(depth, l.depth[y*l.across+x])
		}
	}
	if odd := depth%2 == 1; odd == (it.kind == inked) {
		depth++
	}
	for y := y0; y <= y1; y++ {
		for x := x0; x <= x1; x++ {
			l.depth[y*l.across+x] = depth
		}
	}
	for len(l.all) <= depth {
		l.all = append(l.all, nil)
	}
	l.all[depth] = append(l.all[depth], it)
}

// squares returns the first and the last of n squares that a range of pixels touches.
func (l *layers) squares(from, to float32, n int) (first, last int) {
	first = min(int(max(from-1, 0))/cell, n-1)
	return first, max(min(int(max(to+1, 0))/cell, n-1), first)
}
