package finder_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/finder"
	"sidelight/ui/look"
	"sidelight/ui/uitest"
)

// The software painter cannot draw what is smaller than nothing.
func TestNothingIsSmallerThanNothing(t *testing.T) {
	uitest.Sweep(t)
	_, roles := uitest.App(t, look.Light)
	f, _ := newFinder(t, look.Light)
	p, _, _ := newPalette(t, look.Light, fyne.NewSize(800, 600))
	bar := finder.NewBar(roles)
	f.SetQuery("netnyahu")
	p.SetQuery("netnyahu")
	long := finder.New(finder.Options{Roles: roles, Find: found}, "Search", "Ctrl K")
	long.SetQuery("a query that is longer than its field is wide, and nothing is found")
	for _, o := range []fyne.CanvasObject{f.Field(), f.Results(), p, bar, long.Field(), long.Results()} {
		w := test.NewTempWindow(t, &fyne.Container{})
		for _, size := range []fyne.Size{
			{}, {Width: 1, Height: 1}, {Width: 9, Height: 40}, {Width: 40, Height: 9}, {Width: 90, Height: 48},
			{Width: 300}, {Height: 300}, {Width: 280, Height: 2000}, {Width: 2000, Height: 280},
		} {
			w.SetContent(&fyne.Container{Objects: []fyne.CanvasObject{o}})
			o.Resize(size)
			o.Refresh()
			for _, x := range objects(o) {
				if s := x.Size(); s.Width < 0 || s.Height < 0 {
					t.Errorf("%T in %v: a %T of %v", o, size, x, s)
				}
			}
			w.Canvas().Capture()
		}
	}
}

// objects are all objects in the tree below one, and itself.
func objects(o fyne.CanvasObject) []fyne.CanvasObject {
	out := []fyne.CanvasObject{o}
	var below []fyne.CanvasObject
	switch o := o.(type) {
	case fyne.Widget:
		below = test.WidgetRenderer(o).Objects()
	case *fyne.Container:
		below = o.Objects
	}
	for _, x := range below {
		out = append(out, objects(x)...)
	}
	return out
}
