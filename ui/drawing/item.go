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

// items returns the shapes of a figure that can be seen, in their order, in the memory of
// others that are not needed any more.
func items(f *figure.Figure, old []item) []item {
	clear(old)
	out := old[:0]
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
		return kindOfLine(s)
	case figure.Area:
		return inkedIf(s.Fill != "" || bordered(s.Stroke, s.Width))
	case figure.Disc:
		return inkedIf(s.Radius > 0 && (s.Fill != "" || bordered(s.Stroke, s.Width)))
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

// bordered reports whether a border of an ink and a width can be seen.
func bordered(ink figure.Ink, width float32) bool { return ink != "" && width > 0 }

func kindOfLine(l figure.Line) kind {
	if !bordered(l.Ink, l.Width) || len(l.Points) < 2 {
		return nothing
	}
	a, b := l.Points[0], l.Points[1]
	if len(l.Points) == 2 && !dashed(l.Dash) && (a.X == b.X || a.Y == b.Y) {
		return solid
	}
	return inked
}

func inkedIf(yes bool) kind {
	if yes {
		return inked
	}
	return nothing
}

func kindOfBox(b figure.Box) kind {
	border := bordered(b.Stroke, b.Width)
	switch {
	case b.At.W < 0 || b.At.H < 0 || b.At.Empty() && !border:
		return nothing
	case b.Beam && b.Fill != "":
		return beam
	case b.Fill != "":
		return solid
	}
	return inkedIf(border)
}
