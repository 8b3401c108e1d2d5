package ui_test

import (
	"log/slog"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"sidelight/ui"
	"sidelight/ui/command"
	"sidelight/ui/look"
	"sidelight/ui/prefs"
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
	app, _ := uitest.App(t, look.Light)
	p := prefs.New(prefs.NewStore(), slog.New(slog.DiscardHandler))
	p.SetWindow(fyne.NewSize(800, 700))
	w := test.NewWindow(canvas.NewRectangle(nil))
	defer w.Close()
	d := ui.NewWorkspace(w, p, app.Settings().Theme().(*look.Theme), uitest.Edition(t))
	d.Do = uitest.NewQueue().Do // nothing is kept but by the test
	d.Start(prefs.Sample)
	w.Canvas().Capture()
	if shows(w, "At a glance") {
		t.Error("the panel covers the text")
	}
	d.Keep()
	if !p.PanelOpen() {
		t.Error("a wider window would start without the panel")
	}
}
