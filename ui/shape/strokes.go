package shape

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Stroke is a part of a picture: a rectangle with round corners. Lengths are in pixels,
// from the picture's top left.
type Stroke struct {
	X, Y, W, H float32
	Radius     float32 // half of the shorter side at most
	Ink        color.Color
}

// NewStrokes makes one picture of strokes, which lie over each other in their order; they
// are asked for when it is painted, with its size in pixels. A stroke is at least one pixel
// of the screen thick.
func NewStrokes(strokes func(fyne.Size) []Stroke) *canvas.Raster {
	var r *canvas.Raster
	r = NewRaster(func(w, h int) *image.RGBA {
		size := r.Size()
		if w < 1 || h < 1 {
			return newPicture(1, 1).RGBA
		}
		p := newPicture(w, h)
		scale := float32(w) / max(size.Width, 1e-3)
		if h > w {
			scale = float32(h) / max(size.Height, 1e-3)
		}
		for _, s := range strokes(size) {
			p.stroke(s, scale)
		}
		return p.RGBA
	})
	return r
}

func (p picture) stroke(s Stroke, scale float32) {
	if s.W <= 0 || s.H <= 0 {
		return
	}
	x, y := rounded(s.X*scale), rounded(s.Y*scale)
	w, h := max(rounded(s.W*scale), 1), max(rounded(s.H*scale), 1)
	radius := min(float64(s.Radius*scale), float64(min(w, h))/2)
	p.lay(image.Rect(x, y, x+w, y+h), corners{radius, radius, radius, radius}, premultiplied(s.Ink))
}
