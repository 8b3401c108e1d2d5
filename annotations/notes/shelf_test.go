package notes_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"sidelight/annotations/disk"
	"sidelight/annotations/notes"
)

// Notes are found and changed by the name of their folder alone, and what was done last
// in any of them is known.
func TestBooksAreOpenedAgain(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "notes")
	s := open(t, disk.OS{}, folder)
	if all, err := s.Books(); err != nil || len(all) != 0 {
		t.Errorf("without notes there are %q (%v)", all, err)
	}
	other := notes.Article{Text: "Another text altogether.", Title: "Another"}
	b, c := book(t, s, sample), book(t, s, other)
	if b.LastStep() != "" {
		t.Errorf("nothing was done, and the last step is %q", b.LastStep())
	}
	do(t, b, notes.Highlight, notes.Put(on(t, sample, "A", "the men", "")))
	do(t, c, notes.Highlight, notes.Put(on(t, other, "B", "Another", "")))
	do(t, b, notes.Write, notes.Put(on(t, sample, "C", "Doha", "where")))
	if err := os.MkdirAll(filepath.Join(folder, "of somebody else"), 0o700); err != nil {
		t.Fatal(err)
	}
	all, err := s.Books()
	want := []string{filepath.Base(b.Folder()), filepath.Base(c.Folder())}
	slices.Sort(want)
	if err != nil || !slices.Equal(all, want) {
		t.Fatalf("the books are %q, want %q (%v)", all, want, err)
	}
	if name, err := s.Having(b.Fingerprint()); err != nil || name != filepath.Base(b.Folder()) {
		t.Errorf("the text is that of %q (%v)", name, err)
	}
	if name, err := s.Having(notes.Fingerprint("no text")); err != nil || name != "" {
		t.Errorf("a text that is nowhere is that of %q (%v)", name, err)
	}
	again, err := s.Again(t.Context(), filepath.Base(b.Folder()))
	if err != nil || again.Title() != sample.Title || len(again.State().Notes) != 2 {
		t.Fatalf("opened again there are %v of %q (%v)", again.State().Notes, again.Title(), err)
	}
	one, err := s.Again(t.Context(), filepath.Base(c.Folder()))
	if err != nil || again.LastStep() <= one.LastStep() || one.LastStep() == "" {
		t.Errorf("the last steps are %q and %q (%v)", again.LastStep(), one.LastStep(), err)
	}
	if what, err := again.Undo(); what != notes.Write || err != nil || again.LastStep() >= one.LastStep() {
		t.Errorf("undone was %v, and the last steps are %q and %q (%v)", what, again.LastStep(), one.LastStep(), err)
	}
	do(t, again, notes.Remove, notes.Delete("A"))
	if _, err := b.Poll(); err != nil || len(b.State().Notes) != 0 {
		t.Errorf("there are %v (%v)", b.State().Notes, err)
	}
	if _, err := s.Again(t.Context(), "of somebody else"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a folder without notes: %v", err)
	}
}
