//go:build e2e

package main

import (
	"image"
	paint "image/draw"
	"log/slog"
	"os"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/annotations/disk"
	"sidelight/annotations/notes"
	"sidelight/ui/look"
	"sidelight/ui/prefs"
	"sidelight/ui/reading"
	"sidelight/ui/session"
	"sidelight/ui/speech"
	"sidelight/ui/uitest"
)

// expected is the same reader drawn by the software driver in this process: it
// knows where marks lie and what the window ought to show.
type expected struct {
	t       *testing.T
	reader  *reading.Reader
	edition *annotations.Edition
	window  fyne.Window
}

func newExpected(t *testing.T) *expected {
	t.Helper()
	// The software driver forgets, before it paints, how to draw whatever it has not
	// painted for a minute, and a test on a busy machine may take longer than that.
	if d, err := time.ParseDuration(os.Getenv("FYNE_CACHE")); err != nil || d < time.Hour {
		t.Fatal("FYNE_CACHE must be an hour at least; make test sets it")
	}
	app, _ := uitest.App(t, look.Light)
	e := uitest.Edition(t)
	theme := app.Settings().Theme().(*look.Theme)
	var voice speech.Voice // as in the program, for what its menu has
	if v := speech.System(slog.New(slog.DiscardHandler)); v != nil {
		voice = v
	}
	r, err := reading.NewSpeaking(theme, voice)
	if err != nil {
		t.Fatal(err)
	}
	r.Show(session.Document{Edition: e})
	r.Page().SetStill(true)
	r.OnTheme = theme.Turn
	openExpectedNotes(t, r)
	w := test.NewTempWindow(t, r.Content())
	w.SetPadded(false)
	w.Resize(fyne.NewSize(windowWidth, windowHeight))
	x := &expected{t, r, e, w}
	x.picture() // to be laid out
	return x
}

// openExpectedNotes opens an empty folder of notes, for what is shown of notes where
// there are none.
func openExpectedNotes(t *testing.T, r *reading.Reader) {
	t.Helper()
	store, err := notes.Open(disk.OS{}, t.TempDir(), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	told := make(chan string, 1)
	r.OpenNotes(reading.Notebook{Store: store, OnTrouble: func(s string) { told <- s }}, prefs.New(prefs.NewStore(), slog.New(slog.DiscardHandler)))
	for r.Session().Snapshot().Notes == nil {
		select {
		case s := <-told:
			t.Fatal(s)
		case <-time.After(time.Millisecond):
		}
	}
}

// mention returns the n-th mention of an entity, counted from 0.
func (x *expected) mention(id annotations.EntityID, n int) *annotations.Mention {
	x.t.Helper()
	m, ok := x.edition.Nth(id, n)
	if !ok {
		x.t.Fatalf("there is no mention %d of %q", n, id)
	}
	return m
}

// mark returns the middle of the first line of a mention, in the window.
func (x *expected) mark(m *annotations.Mention) fyne.Position {
	box := x.reader.Page().MentionRects(m.ID())[0]
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(x.reader.Page())
	return at.AddXY(box.X+box.W/2, box.Y+box.H/2)
}

// open opens the card of an entity at the first mention that spells its name, as
// a search result does.
func (x *expected) open(id annotations.EntityID) {
	x.t.Helper()
	m, ok := x.edition.FirstNamed(id)
	if !ok {
		x.t.Fatalf("nothing mentions %q", id)
	}
	uitest.Select(x.reader.Session(), id, x.edition.Ordinal(m.ID()))
	x.reader.Page().ScrollToSpan(m.Span)
}

// focus gives the n-th mention of an entity the keyboard's focus.
func (x *expected) focus(id annotations.EntityID, n int) {
	x.t.Helper()
	m := x.mention(id, n)
	x.window.Canvas().Focus(x.reader.Page())
	x.reader.Session().Update(func(s *session.State) { s.Focused = m.ID() })
}

// unfocus takes the keyboard's focus from the page.
func (x *expected) unfocus() {
	x.window.Canvas().Unfocus()
	x.reader.Session().Update(func(s *session.State) { s.Focused = "" })
}

// says fails the test unless the words stand in a part of the window, read from
// left to right and line by line. What a picture shows follows from these texts;
// two pictures may be alike because they lack the same ones.
func (x *expected) says(part image.Rectangle, words ...string) {
	x.t.Helper()
	shown := uitest.Words(x.window.Canvas().Content(), part)
	for _, want := range words {
		if !strings.Contains(shown, want) {
			x.t.Errorf("%q is missing at %v:\n%s", want, part, shown)
		}
	}
}

// picture returns what the window is expected to show now.
func (x *expected) picture() image.Image {
	x.t.Helper()
	uitest.NoNegativeSize(x.t, x.window.Canvas().Content()) // such a size makes the software painter panic
	return x.window.Canvas().Capture()
}

// crop returns a part of a picture, moved to the origin.
func crop(img image.Image, part image.Rectangle) *image.RGBA {
	out := image.NewRGBA(image.Rectangle{Max: part.Size()})
	paint.Draw(out, out.Rect, img, part.Min, paint.Src)
	return out
}
