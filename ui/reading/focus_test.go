package reading_test

import (
	"os"
	"os/exec"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/command"
	"sidelight/ui/look"
	"sidelight/ui/reading"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// The toolkit forgets how widgets are drawn that have been out of the window for
// a minute, and gives the focus only to what it knows how to draw. In the process
// that this test starts, a minute is a millisecond.
func TestPaletteTakesKeysAfterAWhile(t *testing.T) {
	if os.Getenv("FYNE_CACHE") == "" {
		again := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v")
		again.Env = append(os.Environ(), "FYNE_CACHE=1ms")
		if out, err := again.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		return
	}
	app, _ := uitest.App(t, look.Light)
	r, err := reading.New(app.Settings().Theme().(*look.Theme))
	if err != nil {
		t.Fatal(err)
	}
	r.Show(session.Document{Edition: uitest.Edition(t)})
	w := test.NewTempWindow(t, r.Content())
	w.Resize(fyne.NewSize(1280, 820))
	r.AttachCanvas(w.Canvas())
	for _, open := range []command.ID{command.Search, command.Find} {
		r.RunCommand(open)
		uitest.Press(w, fyne.KeyEscape)
	}
	time.Sleep(5 * time.Millisecond)
	w.Canvas().Capture() // the first frame, at which the toolkit forgets what is not in the window

	for _, open := range []command.ID{command.Find, command.Search} {
		w.Canvas().Focus(r.Page())
		r.RunCommand(open)
		if f := w.Canvas().Focused(); f == nil || f == fyne.Focusable(r.Page()) {
			t.Errorf("after %s the focus is on %T", open, f)
		}
	}
}

// What is typed while the palette is open is the palette's, also where the toolkit
// has not given it the focus.
func TestPaletteTakesKeysWithoutTheFocus(t *testing.T) {
	r, _, w := reader(t, look.Light)
	c := w.Canvas()
	r.RunCommand(command.Search)
	c.Unfocus()
	for _, letter := range "tnetnyahu" {
		c.OnTypedRune()(letter)
		if letter == 't' { // else the next theme
			c.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyBackspace})
		}
		c.Unfocus()
	}
	c.OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if got := r.Session().State().Selected; got != "benjamin-netanyahu" || floating(w) != 0 {
		t.Errorf("what was typed opens %q and leaves %d floating", got, floating(w))
	}
	if c.Focused() != fyne.Focusable(r.Page()) {
		t.Errorf("the focus is on %T", c.Focused())
	}
}
