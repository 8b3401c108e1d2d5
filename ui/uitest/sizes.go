package uitest

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// NoNegativeSize fails a test if an object in a tree is visible and has a negative
// width or height. OpenGL draws nothing there; the software painter panics.
func NoNegativeSize(t testing.TB, root fyne.CanvasObject) {
	t.Helper()
	Walk(root, func(o fyne.CanvasObject) {
		if s := o.Size(); s.Width < 0 || s.Height < 0 {
			t.Errorf("a %T at %v has the size %v", o, o.Position(), s)
		}
	})
}

// Walk calls visit for an object and all visible objects in it, parents first.
func Walk(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if !o.Visible() {
		return
	}
	visit(o)
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			Walk(child, visit)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			Walk(child, visit)
		}
	}
}
