package ui

import (
	"log/slog"
	"testing"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/command"
	"sidelight/ui/look"
	"sidelight/ui/prefs"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// counter counts how often a button is enabled or disabled.
type counter int

func (c *counter) SetEnabled(bool) { *c++ }

// However often the reader comes back from the start page, a change is told once.
func TestReturnsDoNotPileUp(t *testing.T) {
	app, _ := uitest.App(t, look.Light)
	w := test.NewTempWindow(t, canvas.NewRectangle(nil))
	p := prefs.New(prefs.NewStore(), slog.New(slog.DiscardHandler))
	d := NewWorkspace(w, p, app.Settings().Theme().(*look.Theme), uitest.Edition(t))
	d.Do = uitest.NewQueue().Do // nothing is kept but by the test
	d.Start(prefs.Sample)
	var told counter
	d.reader.Table().Bind(command.Back, &told)
	change := func() counter {
		told = 0
		s := d.reader.Session()
		s.Update(func(now *session.State) { now.Hovered = s.Edition().Mentions()[0].ID() })
		s.Update(func(now *session.State) { now.Hovered = "" })
		return told
	}
	before := change()
	for range 3 {
		d.ShowStart()
		d.goBack()
	}
	if after := change(); before == 0 || after != before {
		t.Errorf("a change is told %d times at first, %d times after three returns", before, after)
	}
}
