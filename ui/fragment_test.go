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
	if !shows(w, "Adam Boehler") || !shows(w, "Printed as “Adam Bohler”") {
		t.Error("it does not begin with the name that is printed differently")
	}
	place, _ := e.InnermostAt(strings.Index(e.Article().Text, "Gaza. Four"))
	box := p.MentionRects(place.ID)[0]
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(p)
	test.TapCanvas(w.Canvas(), at.AddXY(box.X+box.W/2, box.Y+box.H/2))
	if !shows(w, "Gaza Strip") || shows(w, "Adam Boehler") {
		t.Error("a click on a mark does not show its card")
	}
	w.Canvas().Focus(p)
	press(w, fyne.KeyRight)
	if shows(w, "Gaza Strip") {
		t.Error("the arrow keys do not go on to the next mark")
	}
	if p.AcceptsTab() {
		t.Error("Tab does not leave the piece")
	}
}
