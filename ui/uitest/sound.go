package uitest

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/shape"
)

// NoNegativeSizes fails the test if an object in the tree below o has a negative
// size, which the painters cannot draw.
func NoNegativeSizes(t testing.TB, o fyne.CanvasObject) {
	t.Helper()
	walk(o, 0, true, func(o fyne.CanvasObject, _ float32, _ bool) {
		if s := o.Size(); s.Width < 0 || s.Height < 0 {
			t.Errorf("%T has the size %v", o, s)
		}
	})
}

// Fits fails the test if an object in the tree below o has a negative size, or if
// a visible one reaches more than a pixel beyond the sides of o, where it would be
// cut.
func Fits(t testing.TB, o fyne.CanvasObject) {
	t.Helper()
	NoNegativeSizes(t, o)
	width := o.Size().Width
	walk(o, -o.Position().X, true, func(x fyne.CanvasObject, left float32, visible bool) {
		if right := left + x.Size().Width; visible && x.Size().Width > 0 && (left < -1 || right > width+1) {
			t.Errorf("%T reaches from %v to %v, beyond a width of %v", x, left, right, width)
		}
	})
}

// Each calls f with every visible object in the tree below o, parents first.
func Each(o fyne.CanvasObject, f func(fyne.CanvasObject)) {
	walk(o, 0, true, func(o fyne.CanvasObject, _ float32, visible bool) {
		if visible {
			f(o)
		}
	})
}

// walk calls f with every object in the tree below o: where the object begins, in
// pixels to the right of o's parent, and whether the object is visible.
func walk(o fyne.CanvasObject, left float32, visible bool, f func(o fyne.CanvasObject, left float32, visible bool)) {
	left += o.Position().X
	visible = visible && o.Visible()
	f(o, left, visible)
	switch o := o.(type) {
	case *fyne.Container:
		for _, x := range o.Objects {
			walk(x, left, visible, f)
		}
	case *shape.Box: // whatever it is drawn with
	case fyne.Widget:
		for _, x := range test.WidgetRenderer(o).Objects() {
			walk(x, left, visible, f)
		}
	}
}
