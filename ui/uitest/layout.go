package uitest

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// LayOutAgain lays out what is visible of an object in the size that it has, what lies in a
// thing before the thing, as the toolkit does before it first draws a window. It returns
// what asked to be drawn anew over that, with the widget that was laid out.
func LayOutAgain(t testing.TB, root fyne.CanvasObject) (drawn []string) {
	t.Helper()
	app := fyne.CurrentApp()
	count := &drawings{Canvas: app.Driver().CanvasForObject(root), on: make(map[fyne.CanvasObject]bool)}
	fyne.SetCurrentApp(countedApp{app, count})
	defer fyne.SetCurrentApp(app)
	count.layOut(root)
	return count.drawn
}

func (d *drawings) layOut(o fyne.CanvasObject) {
	if !o.Visible() {
		return
	}
	d.on[o] = true
	switch x := o.(type) {
	case *fyne.Container:
		for _, o := range x.Objects {
			d.layOut(o)
		}
		if d.of = x; x.Layout != nil {
			x.Layout.Layout(x.Objects, x.Size())
		}
	case fyne.Widget:
		r := test.WidgetRenderer(x)
		for _, o := range r.Objects() {
			d.layOut(o)
		}
		d.of = x
		r.Layout(x.Size())
	}
}

// drawings is a canvas that counts what is to be drawn anew on it.
type drawings struct {
	fyne.Canvas
	on    map[fyne.CanvasObject]bool // what has been walked so far
	of    fyne.CanvasObject          // that is laid out
	drawn []string
}

func (d *drawings) Refresh(o fyne.CanvasObject) {
	d.drawn = append(d.drawn, fmt.Sprintf("%T in a %T", o, d.of))
}

// SetDirty is what the toolkit calls for an object that has moved.
func (d *drawings) SetDirty() { d.drawn = append(d.drawn, fmt.Sprintf("moved object in a %T", d.of)) }

// countedApp has that canvas for every object.
type countedApp struct {
	fyne.App
	count *drawings
}

func (a countedApp) Driver() fyne.Driver { return countedDriver{a.App.Driver(), a.count} }

type countedDriver struct {
	fyne.Driver
	count *drawings
}

// CanvasForObject has none for what is hidden, or lies in what is: the toolkit has not
// drawn that either.
func (d countedDriver) CanvasForObject(o fyne.CanvasObject) fyne.Canvas {
	if !d.count.on[o] {
		return nil
	}
	return d.count
}
