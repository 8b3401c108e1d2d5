package ui

import (
	"log/slog"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/look"
	"sidelight/ui/prefs"
	"sidelight/ui/uitest"
)

// atSample opens a workspace with the sample in a test window of 1280 by 820 pixels.
// Nothing is kept or opened behind the window.
func atSample(t *testing.T) (*Workspace, fyne.Window) {
	t.Helper()
	app, _ := uitest.App(t, look.Light)
	w := test.NewTempWindow(t, canvas.NewRectangle(nil))
	p := prefs.New(prefs.NewStore(), slog.New(slog.DiscardHandler))
	d := NewWorkspace(w, p, app.Settings().Theme().(*look.Theme), uitest.Edition(t))
	d.Do = uitest.NewQueue().Do
	d.Start(prefs.Sample)
	w.Resize(fyne.NewSize(1280, 820))
	return d, w
}

// An article that is out of the window may still move, since a jump is on its way
// or its text is set. Only the room in the window keeps what it shows.
func TestNothingIsKeptOutOfTheWindow(t *testing.T) {
	d, _ := atSample(t)
	first := d.reader
	first.page.SetStill(true)
	moves := func(r *Reader) bool {
		r.page.ScrollBy(40)
		return r.keeper.waiting.Running()
	}
	d.ShowStart()
	if moves(first) {
		t.Error("the article behind the start page is kept")
	}
	d.goBack()
	if !moves(first) {
		t.Error("the article that came back is not kept")
	}
	d.ReadSample()
	if moves(first) {
		t.Error("an article that another has replaced is kept")
	}
}

func TestKeeperWritesOnceForManyChanges(t *testing.T) {
	queue, kept := uitest.NewQueue(), 0
	k := keeper{delay: 20 * time.Millisecond, keep: func() { kept++ }}
	k.waiting.Do = queue.Do
	for range 5 {
		k.soon()
	}
	queue.RunUntil(t, func() bool { return kept > 0 })
	time.Sleep(3 * k.delay) // in which more could be written
	if queue.Run(); kept > 1 {
		t.Errorf("one change after the other is written, %d times", kept)
	}
}

func TestKeeperStops(t *testing.T) {
	queue := uitest.NewQueue()
	k := keeper{delay: 20 * time.Millisecond, keep: func() { t.Error("it writes after it was stopped") }}
	k.waiting.Do = queue.Do
	k.soon()
	k.stop()
	time.Sleep(3 * k.delay)
	queue.Run()
}
