package page

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
	"sidelight/ui/view"
)

// A column that stands elsewhere is set once: no line breaks anew, and a fresh drawing
// would show the same.
func TestAColumnMovesWithoutBeingSet(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	e := uitest.Edition(t)
	show := func(f Format) *Page {
		p := New(roles, struct{ view.Asks }{})
		p.Follow(session.Snapshot{}, session.Snapshot{Document: session.Document{Edition: e}})
		w := test.NewTempWindow(t, p)
		w.SetPadded(false)
		w.Resize(fyne.NewSize(1064, 772))
		p.SetFormat(f)
		return p
	}
	beside := FormatFor(roles, look.Setting{}, 1280, 688)
	middle := beside.At(beside.Middle(1064))
	p := show(beside)
	p.ScrollToY(500)
	version, bar := p.column.Version(), p.head.bar.Position().X
	p.SetFormat(middle)
	if p.column.Version() != version || p.reading.pane.y != 500 {
		t.Errorf("it is set anew, at %v", p.reading.pane.y)
	}
	if by := p.head.bar.Position().X - bar; by != middle.Left-beside.Left || by != 178 {
		t.Errorf("the header moves by %v px", by)
	}
	fresh := show(middle)
	fresh.ScrollToY(500)
	if a, b := drawnOn(p), drawnOn(fresh); a != b || a == 0 {
		t.Error("it looks otherwise than a page that was set there")
	}
	if !middle.Names || middle.Wide || len(p.SpanRects(annotations.Span{End: 9})) == 0 {
		t.Errorf("the format is %+v", middle)
	}
	p.SetFormat(FormatFor(roles, look.Setting{Size: 22}, 1280, 688))
	if p.column.Version() == version {
		t.Error("another size of the text is not set")
	}
}

// drawnOn sums up where all that is drawn on the sheet stands and how large it is.
func drawnOn(p *Page) (sum float64) {
	for i, o := range p.sheet.objects {
		at, size := o.Position(), o.Size()
		sum += float64(i+1) * float64(at.X+3*at.Y+5*size.Width+7*size.Height)
	}
	return sum
}

// What the running head covers is not drawn: it has no ground of its own.
func TestRunningHeadCoversNothing(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	p := New(roles, struct{ view.Asks }{})
	p.Follow(session.Snapshot{}, session.Snapshot{Document: session.Document{Edition: uitest.Edition(t)}})
	w := test.NewTempWindow(t, p)
	w.Resize(fyne.NewSize(688, 600))
	for _, y := range []float32{0, 700, 0, 300} {
		p.ScrollToY(y)
		window, head := p.reading.pane.window, float32(0)
		if p.running.Visible() {
			head = runningHeight
		}
		if y := window.Position().Y; y != head || window.Size().Height != p.Size().Height-head {
			t.Errorf("with %v pixels of head the window is %v high at %v", head, window.Size().Height, y)
		}
		if at := window.Position().Y + p.sheet.Position().Y; at != -p.reading.pane.y {
			t.Errorf("the sheet stands at %v, not at %v", at, -p.reading.pane.y)
		}
	}
	if p.running.Hidden {
		t.Error("the running head was never shown")
	}
}
