package reading_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/annotations/disk"
	"sidelight/annotations/notes"
	"sidelight/ui/field"
	"sidelight/ui/look"
	"sidelight/ui/reading"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// A note is written in the panel, kept, and found from the index.
func TestANoteIsWritten(t *testing.T) {
	r, e, w := reader(t, look.Light)
	queue := uitest.NewQueue()
	r.SetDo(queue.Do)
	store, err := notes.Open(disk.OS{}, t.TempDir(), time.Now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	trouble := func(s string) { t.Error(s) }
	r.OpenNotes(reading.Notebook{Store: store, OnTrouble: trouble, OnQuestion: func(string, func(bool)) {}}, reading.NewPrefs())
	t.Cleanup(r.CloseNotes)
	w.Resize(fyne.NewSize(1280, 1000))
	labelled(t, w, "Highlights and notes")

	at := strings.Index(e.Article().Text, "last month")
	done := func(d func(now session.Snapshot) bool) {
		queue.RunUntil(t, func() bool { return d(r.Session().Snapshot()) })
	}
	written := func() bool {
		r.WriteNote(annotations.Span{Start: at, End: at + len("last month")})
		return r.Session().State().Panel.Face == session.Writing
	}
	for !written() { // the store is opened in the background
		queue.RunUntil(t, func() bool { return true })
		queue.Run()
		time.Sleep(time.Millisecond)
	}
	area, ok := w.Canvas().Focused().(*field.Area)
	if !ok {
		t.Fatalf("the keyboard is at %T", w.Canvas().Focused())
	}
	test.Type(area, "When? #dates")
	area.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierShortcutDefault})
	done(func(now session.Snapshot) bool { return now.Notes.Len() == 1 })
	if w.Canvas().Focused() != fyne.Focusable(r.Page()) {
		t.Errorf("after saving the keyboard is at %T", w.Canvas().Focused())
	}
	if p := r.Session().Snapshot().Notes.All()[0]; p.Text != "When? #dates" || e.Article().Slice(p.Span) != "last month" {
		t.Errorf("the note is %+v", p)
	}
	r.Session().Update(func(s *session.State) { s.Select("", "") })
	w.Canvas().Capture()
	row := labelled(t, w, "Highlights and notes, 1")
	test.TapCanvas(w.Canvas(), fyne.CurrentApp().Driver().AbsolutePositionForObject(row).AddXY(40, 10))
	if f := r.Session().State().Panel.Face; f != session.Notes {
		t.Errorf("the row of the index leads to the face %d", f)
	}
}

// labelled is the control of an accessible name.
func labelled(t *testing.T, w fyne.Window, name string) fyne.CanvasObject {
	t.Helper()
	for _, o := range test.LaidOutObjects(w.Content()) {
		if a, ok := o.(fyne.Accessible); ok && a.AccessibilityLabel() == name {
			return o
		}
	}
	t.Fatalf("there is no %q", name)
	return nil
}
