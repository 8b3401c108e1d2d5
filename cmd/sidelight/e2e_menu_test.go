//go:build e2e

package main

import (
	"image"
	"os/exec"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/locale"
	"sidelight/ui/uitest"
)

// TestEndToEndMenu opens the menu of a mark with the right button, and gives what
// stands in it by mouse and by key.
func TestEndToEndMenu(t *testing.T) {
	x := newExpected(t)
	w := open(t)
	w.waitFor(x, page, "the article")
	x.reader.AttachCanvas(x.window.Canvas()) // over which menus open
	m := x.mention("hamas", 0)
	at := x.mark(m)

	w.rightClick(at)
	uitest.RightClick(x.window.Canvas(), at)
	menu := image.Rect(int(at.X)+8, int(at.Y)+8, int(at.X)+200, int(at.Y)+160) // most of it
	w.waitFor(x, menu, "the menu of a mark")
	x.tapRow(w, "Open card")
	w.waitFor(x, panel, "the card of the mark")

	w.rightClick(at)
	uitest.RightClick(x.window.Canvas(), at)
	w.waitFor(x, menu, "the menu of the mark whose card is open")
	w.key("End", "Up", "Up", "Return") // copies the name
	if _, err := exec.LookPath("xclip"); err == nil {
		named, _ := x.edition.Entity(m.Entity)
		w.until("the name on the clipboard", func() error {
			out, err := exec.Command("timeout", "5", "xclip", "-o", "-selection", "clipboard").Output()
			if err == nil && string(out) != locale.Name(named) {
				t.Fatalf("the clipboard has %q", out)
			}
			return err
		})
	}
	x.window.Canvas().Overlays().Top().(fyne.Tappable).Tapped(&fyne.PointEvent{Position: nowhere})
	w.move(nowhere)
	w.waitFor(x, panel, "the card after the menu has closed")
	w.quit()
}

// rightClick clicks with the right button on a place in the window.
func (w *window) rightClick(at fyne.Position) {
	w.t.Helper()
	w.move(at)
	w.do("click", "3")
}

// tapRow clicks the row of the open menu whose name begins so, in both windows.
func (x *expected) tapRow(w *window, name string) {
	x.t.Helper()
	for _, o := range test.LaidOutObjects(x.window.Canvas().Overlays().Top()) {
		a, named := o.(fyne.Accessible)
		if row, ok := o.(fyne.Tappable); ok && named && strings.HasPrefix(a.AccessibilityLabel(), name) {
			size := o.Size()
			w.click(fyne.CurrentApp().Driver().AbsolutePositionForObject(o).AddXY(size.Width/2, size.Height/2))
			w.move(nowhere)
			test.Tap(row)
			return
		}
	}
	x.t.Fatalf("no row is %q", name)
}
