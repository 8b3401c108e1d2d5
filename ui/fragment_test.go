package ui_test

import (
	"log/slog"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"sidelight/ui"
	"sidelight/ui/look"
	"sidelight/ui/page"
	"sidelight/ui/prefs"
	"sidelight/ui/uitest"
)

// fragmentOf is the page that stands on the start page.
func fragmentOf(w fyne.Window) *page.Page {
	for _, o := range test.LaidOutObjects(w.Content()) {
		if p, ok := o.(*page.Page); ok {
			return p
		}
	}
	return nil
}

func TestStartPageHasALivePiece(t *testing.T) {
	app, _ := uitest.App(t, look.Light)
	e := uitest.Edition(t)
	w := test.NewWindow(canvas.NewRectangle(nil))
	defer w.Close()
	d := ui.NewWorkspace(w, prefs.New(prefs.NewStore(), slog.New(slog.DiscardHandler)), app.Settings().Theme().(*look.Theme), e)
	d.Do = uitest.NewQueue().Do // nothing is kept but by the test
	d.Start("")
	w.Resize(fyne.NewSize(1280, 820))
	w.Canvas().Capture()
	p := fragmentOf(w)
	if p == nil {
		t.Fatal("there is no piece of the sample")
	}
	if !uitest.Shows(w, "Adam Boehler") || !uitest.Shows(w, "Printed as “Adam Bohler”") {
		t.Error("it does not begin with the name that is printed differently")
	}
	place, _ := e.InnermostAt(strings.Index(e.Article().Text, "Gaza. Four"))
	box := p.MentionRects(place.ID())[0]
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(p)
	on := at.AddXY(box.X+box.W/2, box.Y+box.H/2)
	test.MoveMouse(w.Canvas(), on)
	if !uitest.Shows(w, "Gaza Strip") || uitest.Shows(w, "Adam Boehler") {
		t.Error("a mark under the pointer does not show its card")
	}
	test.MoveMouse(w.Canvas(), fyne.NewPos(2, 2)) // what scrolls under the pointer is shown
	w.Canvas().Focus(p)
	uitest.Press(w, fyne.KeyRight)
	if uitest.Shows(w, "Gaza Strip") {
		t.Error("the arrow keys do not go on to the next mark")
	}
	if p.AcceptsTab() {
		t.Error("Tab does not leave the piece")
	}
	uitest.Press(w, fyne.KeyLeft)
	w.Canvas().Capture()
	box = p.MentionRects(place.ID())[0]
	test.TapCanvas(w.Canvas(), at.AddXY(box.X+box.W/2, box.Y+box.H/2))
	if d.Reader() == nil || d.Reader().Session().State().Mention != place.ID() {
		t.Fatal("a click on a mark does not lead into the sample")
	}
	w.Canvas().Capture()
	if r := d.Reader().Page().MentionRects(place.ID())[0]; r.Y < 0 || r.Y > 700 {
		t.Errorf("the mark stands at %v", r.Y)
	}
}

// The start page leads back to what was read last, by its first button and by Esc,
// also in the next run.
func TestStartPageGoesOnReading(t *testing.T) {
	d := newFilesDesk(t)
	if uitest.Shows(d.w, "Go on reading") {
		t.Error("before anything was read it offers to go on")
	}
	d.read(t, d.files[0])
	was := d.Reader()
	d.ShowStart()
	d.w.Canvas().Capture()
	if !uitest.Shows(d.w, "Go on reading") || !uitest.Shows(d.w, "Title of a.md") {
		t.Error("it does not offer to go on")
	}
	d.w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if d.Reader() != was || !uitest.Shows(d.w, "Words and words.") {
		t.Error("Esc does not lead back")
	}
	next := ui.NewWorkspace(d.w, d.p, fyne.CurrentApp().Settings().Theme().(*look.Theme), uitest.Edition(t))
	next.Do = d.queue.Do
	next.ShowStart()
	d.w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	d.queue.RunUntil(t, func() bool { return next.Reader() != nil })
}
