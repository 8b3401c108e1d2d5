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

// workspace opens a workspace with the sample in a test window.
func workspace(t *testing.T) (*ui.Workspace, fyne.Window, *prefs.Prefs) {
	t.Helper()
	app, _ := uitest.App(t, look.Light)
	p := prefs.New(prefs.NewStore(), slog.New(slog.DiscardHandler))
	w := test.NewTempWindow(t, canvas.NewRectangle(nil))
	d := ui.NewWorkspace(w, p, app.Settings().Theme().(*look.Theme), uitest.Edition(t))
	d.Do = uitest.NewQueue().Do // nothing is kept but by the test
	d.Start(prefs.Sample)
	w.Canvas().Capture()
	return d, w, p
}

// While a dialog is open it has the keys; what comes to lie under it has them
// when it is closed, and not what was there when it was opened.
func TestKeysGoToWhatIsShown(t *testing.T) {
	d, w, _ := workspace(t)
	c := w.Canvas()
	c.Unfocus()
	d.AskFile()
	c.OnTypedRune()('?')
	if n := len(w.Canvas().Overlays().List()); n != 1 {
		t.Fatalf("a key opens a card behind the dialog: %d are floating", n)
	}
	d.ShowStart() // as a drop of a file does, which the dialog does not keep off
	d.ReadSample()
	c.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if n := len(w.Canvas().Overlays().List()); n != 0 {
		t.Fatalf("Esc leaves %d floating", n)
	}
	c.OnTypedRune()('p')
	if uitest.Shows(w, "At a glance") {
		t.Error("the article that came under the dialog does not hear its key")
	}
}

// Without an article there are fewer commands, and those of an article that was
// left are not given.
func TestKeysOfTheStartPage(t *testing.T) {
	d, w, p := workspace(t)
	d.ShowStart()
	w.Canvas().Unfocus()
	w.Canvas().OnTypedRune()('?')
	if n := len(w.Canvas().Overlays().List()); n != 0 {
		t.Errorf("? opens %d cards over the start page", n)
	}
	w.Canvas().OnTypedRune()('t')
	if p.Scheme() != look.Dark {
		t.Errorf("t turns to %v", p.Scheme())
	}
	w.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if !uitest.Shows(w, "At a glance") {
		t.Error("Esc does not lead back to the article")
	}
}
