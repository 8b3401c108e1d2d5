package reading_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/look"
	"sidelight/ui/reading"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// In a window too narrow for text and panel the text comes first.
func TestNarrowWindowShowsTheText(t *testing.T) {
	r, _, w := reader(t, look.Light)
	open := func() bool { return r.Session().State().Panel.Open }
	w.Resize(fyne.NewSize(860, 640))
	if open() {
		t.Error("the panel with nothing selected covers the text")
	}
	w.Resize(fyne.NewSize(1280, 820))
	if !open() {
		t.Error("the panel does not come back beside the text")
	}
	w.Resize(fyne.NewSize(860, 640))
	r.RunCommand(command.TogglePanel) // opened and closed by the reader
	r.RunCommand(command.TogglePanel)
	w.Resize(fyne.NewSize(1280, 820))
	if open() {
		t.Error("a panel that was closed since comes back")
	}
	uitest.OpenPanel(r.Session(), true)
	uitest.Select(r.Session(), "hamas", 0)
	w.Resize(fyne.NewSize(860, 640))
	if !open() {
		t.Error("a card that was opened is closed")
	}
	uitest.OpenPanel(r.Session(), false)
	w.Resize(fyne.NewSize(1280, 820))
	if open() {
		t.Error("a panel that the reader closed comes back")
	}
}

// It does so from the start, and remembers the panel for a wider window.
func TestNarrowWindowStartsWithTheText(t *testing.T) {
	p := reading.NewPrefs()
	p.SetWindow(fyne.NewSize(800, 700))
	d := reading.Place(t, p, uitest.NewQueue().Do) // nothing is kept but by the test
	w := d.Window()
	w.Canvas().Capture()
	if uitest.Shows(w, "At a glance") {
		t.Error("the panel covers the text")
	}
	d.Reader().RunCommand(command.Quit)
	if !p.PanelOpen() {
		t.Error("a wider window would start without the panel")
	}
}

// A drawer does not cover the mark whose card it shows: the page gives way, and comes
// back when the drawer goes.
func TestADrawerLeavesItsMarkFree(t *testing.T) {
	r, e, w := reader(t, look.Light)
	w.Resize(fyne.NewSize(800, 480))
	d := fyne.CurrentApp().Driver()
	right := func(m *annotations.Mention) float32 {
		b := r.Page().MentionRects(m.ID())[0]
		return d.AbsolutePositionForObject(r.Page()).X + b.X + b.W
	}
	at := d.AbsolutePositionForObject(r.Page()).X
	covered := 0
	for i := range e.Mentions()[:20] {
		m := &e.Mentions()[i]
		if right(m) > 440 {
			covered++
		}
		r.Session().Update(func(s *session.State) {
			s.Select(m.Entity, m.ID())
			s.Panel.Open = true
		})
		if x := right(m); x > 440 || x < 0 {
			t.Errorf("the mark %d ends at %v, the drawer begins at 440", i, x)
		}
		uitest.OpenPanel(r.Session(), false)
		if x := d.AbsolutePositionForObject(r.Page()).X; x != at {
			t.Fatalf("without the drawer the page is at %v, not %v", x, at)
		}
	}
	if covered == 0 {
		t.Error("no mark would have been covered")
	}
}
