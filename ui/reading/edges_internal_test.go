package reading

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/prefs"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// drag drags the middle of an edge to the right.
func drag(w fyne.Window, e *edge, by float32) {
	size := e.Size()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(e).AddXY(size.Width/2, size.Height/2)
	test.Drag(w.Canvas(), at, by, 0)
}

// The edges of index and panel are dragged within their bounds and the least that
// they leave to the page.
func TestEdgesAreDraggedWithinBounds(t *testing.T) {
	d, w := atSample(t)
	f := d.reader.frame
	index, panel := f.left.edge, f.edge
	for _, c := range []struct {
		window       float32
		edge         *edge
		by           float32
		index, panel float32
	}{
		{1280, index, 40, 256, 376},
		{1280, index, -15, 241, 376},
		{1280, index, -500, 160, 376},
		{1280, panel, 20, 160, 356},
		{1280, panel, 500, 160, 300},
		{1280, panel, -900, 160, 560},
		{1280, index, 900, 240, 560}, // the page keeps its 480 px
		{1920, index, 900, 360, 560},
		{1280, index, 10, 370 - 10, 440}, // the panel gave way to the index in the narrower window
		{1280, panel, -1, 360, 440},
		{1280, panel, 100, 360, 340},
	} {
		w.Resize(fyne.NewSize(c.window, 820))
		drag(w, c.edge, c.by)
		if f.left.rail.Size().Width+1 != c.index || f.side.Size().Width != c.panel {
			t.Errorf("after %v px in %v: index %v, panel %v; want %v and %v",
				c.by, c.window, f.left.rail.Size().Width+1, f.side.Size().Width, c.index, c.panel)
		}
		if f.page.Size().Width != c.window-c.index-c.panel || f.page.Size().Width < leastPage {
			t.Errorf("after %v px in %v the page is %v px wide", c.by, c.window, f.page.Size().Width)
		}
		tabs := f.tools.tabs.Position().X
		if f.tools.tabs.folded { // their word stands there
			tabs += onePad
		}
		if x := f.page.Position().X + f.page.Format().Left; tabs != x {
			t.Errorf("the tabs stand at %v, the column at %v", tabs, x)
		}
		if f.tools.zone != c.index || f.tools.Size().Width != c.window-c.panel {
			t.Errorf("the toolbar has zones of %v and %v px", f.tools.zone, f.tools.Size().Width)
		}
		if end := f.field.Position().X + f.field.Size().Width; f.field.Position().X <= c.window-c.panel || end >= c.window {
			t.Errorf("the field for the search reaches from %v to %v", f.field.Position().X, end)
		}
	}
}

// What was drawn beyond a bound comes back first.
func TestAnEdgeStaysUnderThePointer(t *testing.T) {
	d, _ := atSample(t)
	e := d.reader.frame.left.edge
	for _, by := range []float32{-300, 100, 150, 30} {
		e.Dragged(&fyne.DragEvent{Dragged: fyne.Delta{DX: by}})
	}
	if e.DragEnd(); e.width() != 216-20 {
		t.Errorf("20 px to the left of where it was, the index is %v px wide", e.width())
	}
}

func TestADoubleClickBringsTheUsualWidthBack(t *testing.T) {
	d, w := atSample(t)
	f := d.reader.frame
	drag(w, f.left.edge, 20)
	drag(w, f.edge, 20)
	for _, e := range []*edge{f.left.edge, f.edge} {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(e).AddXY(1, 300)
		test.DoubleTap(e)
		if e.Size().Width != 7 || e.Cursor() != desktop.HResizeCursor || at.X <= 0 {
			t.Errorf("%s: %v px under the cursor %v", e.AccessibilityLabel(), e.Size().Width, e.Cursor())
		}
		if _, ok := fyne.CanvasObject(e).(fyne.Focusable); ok || e.AccessibilityLabel() == "" {
			t.Errorf("the edge %q stops the keyboard", e.AccessibilityLabel())
		}
	}
	if f.room(1280) != 216 || f.panel(1280) != 376 || f.sides != (prefs.Sides{}) {
		t.Errorf("index %v, panel %v", f.room(1280), f.panel(1280))
	}
}

// The tip stands beside the pointer, not above so long a thing, and leaves with the
// first drag or double click.
func TestTheTipOfAnEdgeStandsByThePointer(t *testing.T) {
	d, w := atSample(t)
	e := d.reader.frame.edge
	e.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(3, 400)}})
	if tip := e.Tip(); tip.Words == "" || tip.Y != 400 || tip.X <= e.Size().Width {
		t.Errorf("the tip is %+v", tip)
	}
	e.Dragged(&fyne.DragEvent{Dragged: fyne.Delta{DX: 9}})
	if tip := e.Tip(); tip.Words != "" {
		t.Errorf("while it is dragged the tip is %+v", tip)
	}
	e.DragEnd()
	w.Resize(fyne.NewSize(800, 600))
	d.reader.session.Update(func(s *session.State) { s.Panel.Open = true })
	if tip := e.Tip(); tip.Words != "" {
		t.Errorf("the edge of a drawer has the tip %+v", tip)
	}
}

// A drag and a double click take the tip away that stands or is waited for.
func TestTheTipOfAnEdgeGoesWithWhatItSays(t *testing.T) {
	d, w := atSample(t)
	w.Canvas().Capture()
	for _, e := range []*edge{d.reader.frame.left.edge, d.reader.frame.edge} {
		for done, act := range map[string]func(){
			"a drag":         func() { drag(w, e, 9) },
			"a double click": func() { test.DoubleTap(e) },
		} {
			e.MouseOut()
			e.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(3, 400)}})
			if d.tips.About() != e {
				t.Fatalf("%s is not explained", e.AccessibilityLabel())
			}
			if act(); d.tips.About() != nil {
				t.Errorf("after %s of %s the tip stays", done, e.AccessibilityLabel())
			}
		}
	}
}

// Where index and panel lie over the page, or the index is a strip, the edges are
// lines and no more, and what was set is kept for a wider window.
func TestEdgesOfDrawersStay(t *testing.T) {
	d, w := atSample(t)
	f := d.reader.frame
	drag(w, f.left.edge, 20)
	drag(w, f.edge, -20)
	set := f.sides
	for _, width := range []float32{1000, 860} {
		w.Resize(fyne.NewSize(width, 700))
		d.reader.session.Update(func(s *session.State) { s.Panel.Open, s.IndexOver = true, true })
		edges := []*edge{f.left.edge}
		if width < drawerBelow {
			edges = append(edges, f.edge)
		}
		for _, e := range edges {
			e.Dragged(&fyne.DragEvent{Dragged: fyne.Delta{DX: 50}})
			e.DragEnd()
			test.DoubleTap(e)
			if e.Size().Width != 1 || e.Cursor() != desktop.DefaultCursor {
				t.Errorf("in %v px %s is %v px wide", width, e.AccessibilityLabel(), e.Size().Width)
			}
		}
		if f.sides != set {
			t.Errorf("in %v px the widths become %v", width, f.sides)
		}
	}
	w.Resize(fyne.NewSize(1280, 820))
	if f.room(1280) != 236 || f.panel(1280) != 396 {
		t.Errorf("back in a wide window: index %v, panel %v", f.room(1280), f.panel(1280))
	}
}

// Whatever was kept, the page has its least in every window that has all three.
func TestThePageKeepsItsLeast(t *testing.T) {
	d, w := atSample(t)
	f := d.reader.frame
	d.reader.session.Update(func(s *session.State) { s.Panel.Open = true })
	for _, sides := range []prefs.Sides{{}, {Index: prefs.MaxIndex, Panel: prefs.MaxPanel}, {Index: prefs.MaxIndex}, {Panel: prefs.MaxPanel}} {
		f.useSides(sides)
		for width := float32(drawerBelow); width < 2000; width += 10 {
			w.Resize(fyne.NewSize(width, 700))
			if f.page.Size().Width < leastPage || f.side.Size().Width < prefs.MinPanel {
				t.Fatalf("%v in %v: the page is %v px wide, the panel %v", sides, width, f.page.Size().Width, f.side.Size().Width)
			}
		}
	}
}

// The widths are kept when the article is left, and come back with the next one.
func TestWidthsAreKept(t *testing.T) {
	p := NewPrefs()
	open := func() (*Placed, fyne.Window) {
		d := Place(t, p, uitest.NewQueue().Do)
		d.window.Resize(fyne.NewSize(1280, 820))
		return d, d.window
	}
	d, w := open()
	drag(w, d.reader.frame.left.edge, 24)
	if !d.reader.keeper.waiting.Running() {
		t.Error("nothing is kept soon")
	}
	drag(w, d.reader.frame.edge, 16)
	d.leave()
	if want := (prefs.Sides{Index: 240, Panel: 360}); p.Sides() != want {
		t.Errorf("kept %v, want %v", p.Sides(), want)
	}
	d, _ = open()
	if f := d.reader.frame; f.left.rail.Size().Width+1 != 240 || f.side.Size().Width != 360 {
		t.Errorf("the next window has %v and %v px", f.left.rail.Size().Width+1, f.side.Size().Width)
	}
}
