package drawing

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations/figure"
)

// Objects returns what of the figure is in the tree, back to front.
func (b *Board) Objects() []fyne.CanvasObject {
	return b.sheet.objects[:len(b.sheet.objects)-2]
}

// Sheet returns what takes the pointer, in whose pixels the figure lies.
func (b *Board) Sheet() fyne.CanvasObject { return b.sheet }

// Ring returns where the focus ring is, and whether it shows.
func (b *Board) Ring() (figure.Rect, bool) {
	return rectOf(b.sheet.ring), b.sheet.ring.Visible()
}

// Plates returns the places of the plates in the tree.
func (b *Board) Plates() []figure.Rect {
	var all []figure.Rect
	for _, p := range b.sheet.plates {
		all = append(all, p.at)
	}
	return all
}

func rectOf(o fyne.CanvasObject) figure.Rect {
	return figure.Rect{X: o.Position().X, Y: o.Position().Y, W: o.Size().Width, H: o.Size().Height}
}

// Plate returns a picture of one shape.
func Plate(s figure.Shape) fyne.CanvasObject {
	p := newPlate(&raster{})
	p.show([]*item{{s, s.Bounds(), inked}}, s.Bounds().Grown(grid), true)
	return p.Raster
}

// Stale returns how many plates in the tree are still to be drawn, and of how many.
func (b *Board) Stale() (stale, all int) {
	for _, p := range b.sheet.plates {
		if p.stale {
			stale++
		}
	}
	return stale, len(b.sheet.plates)
}

// Fitting returns the scale at which a picture of a figure of a size is painted.
func Fitting(w, h, scale float32) float32 {
	return fitting(figure.Point{X: wide(w), Y: wide(h)}, scale)
}
