package index_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations/notes"
	"sidelight/ui/index"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// The reader's notes have a row below all else, by key and by click, and a sign in the
// strip; neither is there while nobody listens.
func TestOwnNotes(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	e := uitest.Edition(t)
	s := session.New(session.Document{Edition: e})
	opened := 0
	r, strip := index.New(roles), index.NewStrip(roles)
	for range 2 {
		following(s, r)
		following(s, strip)
		w := test.NewTempWindow(t, r)
		w.SetPadded(false)
		w.Resize(fyne.NewSize(216, 900))
		if r.OnNotes == nil {
			r.FocusGained()
			for range 40 {
				r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
			}
			r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
			r.FocusLost()
			r.OnNotes = func() { opened++ }
			strip.OnNotes = r.OnNotes
			continue
		}
		s.Show(session.Document{Revision: 1, Edition: e, Notes: notes.NewSet(uitest.Notes(t, e))})
		s.Update(func(s *session.State) { s.Panel.Face, s.Panel.Voice = session.Notes, 0 })
		test.AssertImageMatches(t, "own.png", w.Canvas().Capture())
		r.FocusGained()
		for range 40 {
			r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		}
		r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if opened != 1 {
			t.Errorf("by key the notes were opened %d times", opened)
		}
		for _, height := range []float32{820, 400} {
			w := test.NewTempWindow(t, strip)
			w.SetPadded(false)
			w.Resize(fyne.NewSize(44, height))
			test.AssertImageMatches(t, map[float32]string{820: "own-strip.png", 400: "own-strip-low.png"}[height], w.Canvas().Capture())
		}
	}
	if opened != 1 {
		t.Errorf("the notes were opened %d times", opened)
	}
}
