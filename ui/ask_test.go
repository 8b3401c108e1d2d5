package ui_test

import (
	"log/slog"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"sidelight/ui"
	"sidelight/ui/look"
	"sidelight/ui/prefs"
	"sidelight/ui/uitest"
)

func TestDesk_AsksForAFile(t *testing.T) {
	app, _ := uitest.App(t, look.Light)
	p := prefs.New(prefs.NewStore(), slog.New(slog.DiscardHandler))
	w := test.NewWindow(canvas.NewRectangle(nil))
	defer w.Close()
	d := ui.NewWorkspace(w, p, app.Settings().Theme().(*look.Theme), uitest.Edition(t))
	d.Do = uitest.NewQueue().Do // nothing is kept but by the test
	d.Start("")
	w.Resize(fyne.NewSize(1280, 820))
	w.Canvas().Capture()
	d.AskFile()
	w.Canvas().Capture()
	if w.Canvas().Overlays().Top() == nil {
		t.Error("no palette came")
	}
	// While it is there the keys are its own: Esc closes it.
	w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if w.Canvas().Overlays().Top() != nil {
		t.Error("Esc does not close the palette")
	}
	before := look.Of(look.ColorPage)
	w.Canvas().OnTypedRune()('t')
	if look.Of(look.ColorPage) == before {
		t.Error("the keys do not come back when it is closed")
	}
}
