package ui_test

import (
	"log/slog"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"sidelight/ui"
	"sidelight/ui/control"
	"sidelight/ui/look"
	"sidelight/ui/prefs"
	"sidelight/ui/prose"
	"sidelight/ui/uitest"
)

// A notice tells that nothing opened an address, lets the reader copy the address,
// and leaves the keyboard where it is.
func TestNothingOpenedAnAddress(t *testing.T) {
	app, _ := uitest.App(t, look.Light)
	w := test.NewTempWindow(t, canvas.NewRectangle(nil))
	w.Resize(fyne.NewSize(1280, 820))
	d := ui.NewWorkspace(w, prefs.New(prefs.NewStore(), slog.New(slog.DiscardHandler)), app.Settings().Theme().(*look.Theme), uitest.Edition(t))
	d.Do = uitest.NewQueue().Do // nothing is kept but by the test
	d.Start(prefs.Sample)
	w.Canvas().Capture()
	w.Canvas().Focus(d.Reader().Page())
	const address = "https://agency.example/it%27s"
	d.TellUnopened(address)
	w.Canvas().Capture()
	if w.Canvas().Focused() != d.Reader().Page() {
		t.Errorf("the keyboard is at %T", w.Canvas().Focused())
	}
	told := func() (told bool) {
		uitest.Each(w.Content(), func(o fyne.CanvasObject) {
			x, ok := o.(*prose.Text)
			told = told || ok && strings.Contains(x.Content(), "Nothing on this computer opened "+address)
		})
		return told
	}
	if !told() {
		t.Fatal("nothing is told")
	}
	uitest.Each(w.Content(), func(o fyne.CanvasObject) {
		if x, ok := o.(*control.Text); ok && x.AccessibilityLabel() == "Copy the address" {
			test.Tap(x)
		}
	})
	if got := app.Clipboard().Content(); got != address || told() {
		t.Errorf("%q is copied; it is still told: %v", got, told())
	}
}
