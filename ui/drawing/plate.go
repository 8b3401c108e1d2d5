package drawing

import (
	"image"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/annotations/figure"
)

// plate is a picture of several shapes, as sharp as the screen.
type plate struct {
	*canvas.Raster
	at     figure.Rect
	shapes []figure.Shape
	raster *raster
	stale  bool
}

func newPlate() *plate {
	p := &plate{}
	p.Raster = canvas.NewRaster(p.picture)
	return p
}

// grid is the number of pixels of which the sides and the place of a plate are a multiple:
// at a scale of 1.25 or 1.1 too they are whole numbers of the screen's pixels then, and
// the toolkit does not stretch the picture.
const grid = 20

// show makes the plate show items of a window, and reports whether there are any of which
// something can be seen. Anew says that the colours have changed.
func (p *plate) show(all []*item, window figure.Rect, anew bool) bool {
	var at figure.Rect
	for _, it := range all {
		at = at.Union(meet(it.bounds.Grown(1), window))
	}
	if at.Empty() {
		return false
	}
	x, y := floor(at.X/grid)*grid, floor(at.Y/grid)*grid
	at = figure.Rect{X: x, Y: y, W: -floor((x-at.Right())/grid) * grid, H: -floor((y-at.Bottom())/grid) * grid}
	same := !anew && p.at == at && slices.EqualFunc(all, p.shapes, func(it *item, s figure.Shape) bool { return equal(it.shape, s) })
	if same {
		return true
	}
	p.at, p.stale, p.shapes = at, true, p.shapes[:0]
	for _, it := range all {
		p.shapes = append(p.shapes, it.shape)
	}
	p.Move(fyne.NewPos(at.X, at.Y))
	p.Resize(fyne.NewSize(at.W, at.H))
	canvas.Refresh(p)
	return true
}

// picture draws the shapes in w times h pixels.
func (p *plate) picture(w, h int) image.Image {
	if w <= 0 || h <= 0 {
		return image.NewRGBA(image.Rect(0, 0, max(w, 0), max(h, 0)))
	}
	if r := p.raster; !p.stale && r != nil && r.img.Rect.Dx() == w && r.img.Rect.Dy() == h {
		return r.img
	}
	p.raster, p.stale = newRaster(w, h, p.raster), false
	pen := pen{p.raster, figure.Point{X: p.at.X, Y: p.at.Y}, float32(w) / p.at.W}
	for _, s := range p.shapes {
		pen.draw(s)
	}
	return p.raster.img
}

// meet returns what two rectangles have in common.
func meet(a, b figure.Rect) figure.Rect {
	x, y := max(a.X, b.X), max(a.Y, b.Y)
	return figure.Rect{X: x, Y: y, W: max(min(a.Right(), b.Right())-x, 0), H: max(min(a.Bottom(), b.Bottom())-y, 0)}
}

// equal reports whether two shapes that are drawn in plates look the same.
func equal(a, b figure.Shape) bool {
	switch a := a.(type) {
	case figure.Line:
		b, ok := b.(figure.Line)
		return ok && a.Width == b.Width && a.Ink == b.Ink && slices.Equal(a.Dash, b.Dash) && slices.Equal(a.Points, b.Points)
	case figure.Area:
		b, ok := b.(figure.Area)
		return ok && a.Fill == b.Fill && a.Stroke == b.Stroke && a.Width == b.Width &&
			slices.EqualFunc(a.Rings, b.Rings, slices.Equal[[]figure.Point])
	case figure.Disc:
		return a == b
	case figure.Box:
		return a == b
	}
	return false
}
