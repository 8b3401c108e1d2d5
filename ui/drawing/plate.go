package drawing

import (
	"image"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/annotations/figure"
)

// tile is the side in pixels of the squares of a figure that have plates of their own:
// what changes in one, or comes into view, leaves the others as they are.
const tile = 240

// grid is the number of pixels of which the sides and the place of a plate are a multiple:
// at a scale of 1.25 or 1.1 too they are whole numbers of the screen's pixels then, and
// the toolkit does not stretch the picture. A tile is a multiple of it.
const grid = 20

// plate is a picture of several shapes of a tile, as sharp as the screen.
type plate struct {
	*canvas.Raster
	at     figure.Rect
	shapes []figure.Shape
	img    *image.RGBA
	stale  bool
	raster *raster // that of all plates
}

func newPlate(r *raster) *plate {
	p := &plate{raster: r}
	p.Raster = canvas.NewRaster(p.picture)
	return p
}

// show makes the plate show items of a part of the figure, and reports whether there are
// any of which something can be seen. Anew says that the colours have changed.
func (p *plate) show(all []*item, part figure.Rect, anew bool) bool {
	var at figure.Rect
	for _, it := range all {
		at = at.Union(meet(it.bounds.Grown(1), part))
	}
	if at.Empty() {
		return false
	}
	at = outwards(at, grid)
	if !anew && p.at == at && slices.EqualFunc(all, p.shapes, func(it *item, s figure.Shape) bool { return equal(it.shape, s) }) {
		return true
	}
	p.at, p.stale, p.shapes = at, true, p.shapes[:0]
	for _, it := range all {
		p.shapes = append(p.shapes, it.shape)
	}
	p.Move(fyne.NewPos(at.X, at.Y))
	p.Resize(fyne.NewSize(at.W, at.H))
	canvas.Refresh(p.Raster)
	return true
}

// outwards returns the smallest rectangle around r whose edges are multiples of a number.
func outwards(r figure.Rect, of float32) figure.Rect {
	x, y := floor(r.X/of)*of, floor(r.Y/of)*of
	return figure.Rect{X: x, Y: y, W: -floor(-r.Right()/of)*of - x, H: -floor(-r.Bottom()/of)*of - y}
}

// picture draws the shapes in w times h pixels.
func (p *plate) picture(w, h int) image.Image {
	w, h = max(w, 0), max(h, 0)
	if !p.stale && p.img != nil && p.img.Rect.Dx() == w && p.img.Rect.Dy() == h {
		return p.img
	}
	p.stale = false
	p.img = blank(p.img, w, h)
	if len(p.img.Pix) == 0 {
		return p.img
	}
	p.raster.on(p.img)
	pen := pen{p.raster, figure.Point{X: p.at.X, Y: p.at.Y}, float32(w) / p.at.W}
	pen.draw(p.shapes)
	return p.img
}

// blank returns an empty picture, in the memory of an old one if there is enough.
func blank(old *image.RGBA, w, h int) *image.RGBA {
	if old == nil || cap(old.Pix) < 4*w*h {
		return image.NewRGBA(image.Rect(0, 0, w, h))
	}
	img := &image.RGBA{Pix: old.Pix[:4*w*h], Stride: 4 * w, Rect: image.Rect(0, 0, w, h)}
	clear(img.Pix)
	return img
}

// meet returns what two rectangles have in common; the empty Rect if that is nothing.
func meet(a, b figure.Rect) figure.Rect {
	x, y := max(a.X, b.X), max(a.Y, b.Y)
	r := figure.Rect{X: x, Y: y, W: min(a.Right(), b.Right()) - x, H: min(a.Bottom(), b.Bottom()) - y}
	if r.W > 0 && r.H > 0 { // and no side of either is no number
		return r
	}
	return figure.Rect{}
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
