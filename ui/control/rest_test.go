package control_test

import (
	"image/color"
	"runtime"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/control"
	"sidelight/ui/look"
	"sidelight/ui/shape"
	"sidelight/ui/uitest"
)

// bars returns where our bar and the toolkit's show, zero for one that does not.
func bars(o fyne.CanvasObject) (ours, theirs fyne.Size, top float32) {
	uitest.Each(o, func(o fyne.CanvasObject) {
		switch x := o.(type) {
		case *shape.Box:
			ours, top = x.Size(), x.Position().Y
		case *canvas.Rectangle:
			if _, _, _, a := x.FillColor.RGBA(); a > 0 {
				theirs = x.Size()
			}
		}
	})
	return ours, theirs, top
}

// Until the pointer comes to it the bar is ours, and lies where the toolkit's would.
func TestRoller_Bar(t *testing.T) {
	if runtime.GOOS == "darwin" {
		t.Skip("the system says when bars show")
	}
	var r *control.Roller
	content := canvas.NewRectangle(color.Transparent)
	w := show(t, func(look.Roles) fyne.CanvasObject {
		content.SetMinSize(fyne.NewSize(10, 1000))
		r = control.NewRoller(content)
		r.Resize(fyne.NewSize(200, 250))
		return r
	})
	r.ScrollToOffset(fyne.NewPos(0, 300))
	ours, theirs, top := bars(r)
	if ours.Height != 62.5 || theirs.Height != 0 || top != 75 {
		t.Errorf("at rest our bar is %v at %v, the toolkit's %v", ours, top, theirs)
	}
	content.SetMinSize(fyne.NewSize(10, 200))
	r.Refresh()
	if ours, theirs, _ = bars(r); ours.Height+theirs.Height != 0 {
		t.Errorf("with nothing to scroll there are bars of %v and %v", ours, theirs)
	}
	content.SetMinSize(fyne.NewSize(10, 1000))
	r.Refresh()
	test.MoveMouse(w.Canvas(), r.Position().AddXY(r.Size().Width-2, 20))
	if ours, theirs, _ = bars(r); ours.Height != 0 || theirs.Height != 62.5 {
		t.Errorf("under the pointer our bar is %v, the toolkit's %v", ours, theirs)
	}
}
