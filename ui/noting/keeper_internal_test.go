package noting

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"syscall"
	"testing"
	"time"

	"sidelight/annotations"
	"sidelight/annotations/disk"
	"sidelight/annotations/notes"
	"sidelight/ui/session"
)

func TestHighlighting(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(*rig)
		want string
	}{
		{"a highlight", func(r *rig) { r.Highlight(r.at("no progress"), notes.Wave) }, `wave "no progress"`},
		{"blanks at the ends are left out", func(r *rig) { r.Highlight(r.at(" no progress "), notes.Marker) }, `marker "no progress"`},
		{"blanks alone are none", func(r *rig) { r.Highlight(r.at("\n\n"), notes.Marker) }, ``},
		{"again, the next style", func(r *rig) {
			for range 3 {
				r.HighlightAgain(r.at("no progress"))
			}
		}, `wave "no progress"`},
		{"the style used last", func(r *rig) {
			r.Highlight(r.at("no progress"), notes.Brackets)
			r.settle().HighlightAgain(r.at("Cairo"))
		}, `brackets "no progress"; brackets "Cairo"`},
		{"one that overlaps one of its style extends it", func(r *rig) {
			r.Highlight(r.at("no progress"), notes.Marker)
			r.Highlight(r.at("progress was made"), notes.Marker)
		}, `marker "no progress was made"`},
		{"one that touches one of its style extends it", func(r *rig) {
			r.Highlight(r.at("prog"), notes.Marker)
			r.Highlight(r.at("ress"), notes.Marker)
		}, `marker "progress"`},
		{"one between two joins them", func(r *rig) {
			r.Highlight(r.at("no progress"), notes.Marker)
			r.Highlight(r.at("made, but more"), notes.Marker)
			r.Highlight(r.at("progress was made"), notes.Marker)
		}, `marker "no progress was made, but more"`},
		{"one inside one of its style changes nothing", func(r *rig) {
			r.Highlight(r.at("no progress was made"), notes.Marker)
			r.Highlight(r.at("progress"), notes.Marker)
		}, `marker "no progress was made"`},
		{"one of another style is kept as it is", func(r *rig) {
			r.Highlight(r.at("no progress was made"), notes.Marker)
			r.Highlight(r.at("progress"), notes.Side)
		}, `marker "no progress was made"; side-line "progress"`},
		{"one that overlaps a note is kept as it is", func(r *rig) {
			r.Write(r.at("no progress"))
			r.write1("Says who?")
			r.Highlight(r.at("progress was made"), notes.Marker)
		}, `marker "no progress" "Says who?" []; marker "progress was made"`},
		{"across paragraphs", func(r *rig) {
			r.Highlight(annotations.Span{Start: r.at("Cairo").Start, End: r.at(" paragraph").End}, notes.Side)
		},
			`side-line "Cairo.\n\nA second paragraph"`},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := open(t, t.TempDir(), words)
			c.do(r)
			r.want(c.want)
		})
	}
}

// write1 writes a note into the draft that is open and saves it.
func (r *rig) write1(text string, tags ...string) {
	r.t.Helper()
	d := r.settle().Session.Snapshot().Draft
	if d == nil || r.Session.State().Panel.Face != session.Writing {
		r.t.Fatal("there is no draft")
	}
	n := d.Note
	n.Text, n.Tags = text, tags
	r.Draft(n)
	r.Save()
	r.settle()
	if r.Session.Snapshot().Draft != nil {
		r.t.Fatal("the draft is still there")
	}
}

func TestCorrecting(t *testing.T) {
	r := open(t, t.TempDir(), words)
	r.Highlight(r.at("no progress"), notes.Marker)
	id := r.settle().only()
	r.Restyle(id, notes.Band)
	r.Restyle(id, notes.Band)
	r.want(`half-band "no progress"`)
	if r.Session.State().Note != id {
		t.Error("a note that has the style already is not the current one any more")
	}
	r.Stretch(id, r.at("no progress was"))
	r.want(`half-band "no progress was"`)
	r.Edit(id)
	r.write1("Why? #check", "lesson")
	r.want(`half-band "no progress was" "Why? #check" ["lesson" "check"]`)
	r.Highlight(r.at("was made"), notes.Wave)
	r.settle().Merge(id)
	r.want(`half-band "no progress was made" "Why? #check" ["lesson" "check"]`)
	for range 4 { // faster than they are written
		r.NextStyle(id)
	}
	r.want(`marker "no progress was made" "Why? #check" ["lesson" "check"]`)
	for range 4 {
		r.Undo()
	}
	r.want(`half-band "no progress was made" "Why? #check" ["lesson" "check"]`)
	r.done = r.done[:6]
	r.Remove(id)
	r.want(``)
	what := []notes.What{notes.Highlight, notes.Restyle, notes.Stretch, notes.Edit, notes.Highlight, notes.Merge, notes.Remove}
	for i, d := range r.done {
		if d.What != what[i] || d.Undone || d.Redone {
			t.Errorf("act %d is %v, want %v", i, d, what[i])
		}
	}
}

// only returns the id of the one note there is.
func (r *rig) only() notes.ID {
	r.t.Helper()
	all := r.Session.Snapshot().Notes.All()
	if len(all) != 1 {
		r.t.Fatalf("there are %d notes", len(all))
	}
	return all[0].ID
}

func TestMergeJoinsWordsTagsAndNames(t *testing.T) {
	r := open(t, t.TempDir(), words)
	r.Write(r.at("more talks"))
	r.write1("two", "b", "A")
	r.Write(r.at("but more"))
	r.write1("one", "a")
	id := r.Session.Snapshot().Notes.All()[1].ID
	r.Merge(id)
	r.want(`marker "but more talks" "one\n\ntwo" ["a" "b"]`)
	r.Undo()
	r.want(`marker "but more" "one" ["a"]; marker "more talks" "two" ["b" "A"]`)
}

// What was done is undone in the next run too, and done again.
func TestUndoAcrossRuns(t *testing.T) {
	folder := t.TempDir()
	r := open(t, folder, words)
	r.Highlight(r.at("no progress"), notes.Wave)
	r.Highlight(r.at("Cairo"), notes.Side)
	r.want(`wave "no progress"; side-line "Cairo"`)
	r.quit()

	r = open(t, folder, words)
	r.want(`wave "no progress"; side-line "Cairo"`)
	if what := r.Undoes(); what != notes.Highlight {
		t.Errorf("what can be undone is %v", what)
	}
	r.Undo()
	r.want(`wave "no progress"`)
	r.Undo()
	r.want(``)
	r.Undo()
	r.want(``)
	if r.Undoes() != notes.Nothing {
		t.Error("there is something left to undo")
	}
	r.Redo()
	r.Redo()
	r.want(`wave "no progress"; side-line "Cairo"`)
	if got := len(r.done); got != 4 || !r.done[0].Undone || !r.done[3].Redone {
		t.Errorf("told of %v", r.done)
	}
}

// What is being written stays, whatever happens.
func TestDraftStays(t *testing.T) {
	folder := t.TempDir()
	r := open(t, folder, words)
	r.Write(r.at("no progress"))
	d := r.settle().Session.Snapshot().Draft
	if d == nil || !d.New || d.Kept || d.Span != r.at("no progress") {
		t.Fatalf("the draft is %+v", d)
	}
	n := d.Note
	n.Text = "half a sen"
	r.Draft(n)
	r.keepDraft() // as it does by itself, a moment later
	if d := r.settle().Session.Snapshot().Draft; !d.Kept || d.Text != "half a sen" {
		t.Fatalf("the draft is %+v", d)
	}
	r.want(``)
	n.Text = "half a sentence"
	r.Draft(n)
	r.quit()

	r = open(t, folder, words)
	d = r.Session.Snapshot().Draft
	if d == nil || d.Text != "half a sentence" || !d.New || !d.Kept || d.Span != r.at("no progress") || r.Session.State().Panel.Face != session.Writing {
		t.Fatalf("after a restart the draft is %+v", d)
	}
	r.Save()
	r.want(`marker "no progress" "half a sentence" []`)
	if r.Session.State().Panel.Face != session.Notes || r.Session.State().Note != d.ID {
		t.Errorf("the panel shows %+v", r.Session.State().Panel)
	}
	r.quit()
	r = open(t, folder, words)
	if d := r.Session.Snapshot().Draft; d != nil {
		t.Errorf("a draft that was saved is there again: %+v", d)
	}
}

func TestDiscardedDraftIsGone(t *testing.T) {
	folder := t.TempDir()
	r := open(t, folder, words)
	r.Write(r.at("no progress"))
	n := r.settle().Session.Snapshot().Draft.Note
	n.Text = "no"
	r.Draft(n)
	r.keepDraft()
	r.Discard()
	r.settle().quit()
	r = open(t, folder, words)
	if d := r.Session.Snapshot().Draft; d != nil || r.says() != "" {
		t.Errorf("there is %+v, and %s", d, r.says())
	}
}

// readOnly is a file system on which nothing can be written.
type readOnly struct{ disk.OS }

func (readOnly) MkdirAll(path string, _ fs.FileMode) error {
	return &fs.PathError{Op: "mkdir", Path: path, Err: syscall.EROFS}
}

// Where nothing can be written, that is told, nothing is shown as kept, and the words
// stay.
func TestWritingFails(t *testing.T) {
	r := openOn(t, readOnly{}, filepath.Join(t.TempDir(), "notes"), words, "")
	r.Write(r.at("Cairo"))
	d := r.settle().Session.Snapshot().Draft
	n := d.Note
	n.Text = "kept in the box"
	r.Draft(n)
	r.Save()
	r.settle()
	if len(r.troubles) == 0 || !errors.Is(r.troubles[0], syscall.EROFS) || r.says() != "" || len(r.done) > 0 {
		t.Errorf("troubles %v, notes %s", r.troubles, r.says())
	}
	if d := r.Session.Snapshot().Draft; d == nil || d.Text != "kept in the box" || d.Kept {
		t.Errorf("the draft is %+v", d)
	}
}

// Lines that are damaged are told of once, with the file, and all others are here.
func TestDamageIsTold(t *testing.T) {
	folder := t.TempDir()
	r := open(t, folder, words)
	r.Highlight(r.at("no progress"), notes.Wave)
	r.Highlight(r.at("Cairo"), notes.Side)
	r.settle().quit()
	files, err := filepath.Glob(filepath.Join(folder, "*", "*.jsonl"))
	if err != nil || len(files) != 1 {
		t.Fatalf("the files are %v (%v)", files, err)
	}
	data, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	data[bytes.Index(data, []byte("no progress"))] = 'N'
	if err := os.WriteFile(files[0], data, 0o600); err != nil {
		t.Fatal(err)
	}
	r = open(t, folder, words)
	r.want(`side-line "Cairo"`)
	r.Highlight(r.at("Cairo"), notes.Wave)
	r.settle()
	if len(r.damages) != 1 || r.damages[0] != "1 of "+filepath.Base(files[0]) {
		t.Errorf("told of %q", r.damages)
	}
}

// Where the notes cannot be read, that is told at once and whenever something is to be
// noted.
func TestReadingFails(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	r := open(t, filepath.Join(file, "notes"), words)
	r.Highlight(r.at("Cairo"), notes.Marker)
	r.Write(r.at("Cairo"))
	if r.settle(); !r.Locked() || len(r.troubles) != 3 || r.says() != "" || r.Session.Snapshot().Draft != nil {
		t.Errorf("troubles %v, notes %s", r.troubles, r.says())
	}
}

// What was on its way when the article was left does not come to what is shown after it.
func TestNothingComesAfterTheEnd(t *testing.T) {
	r := open(t, t.TempDir(), words)
	r.Highlight(r.at("Cairo"), notes.Marker)
	r.Highlight(annotations.Span{Start: 0, End: len(words)}, notes.Side)
	r.Close() // before the window has heard of either
	other, err := annotations.NewArticle("", ".")
	if err != nil {
		t.Fatal(err)
	}
	e, err := annotations.New(annotations.Content{Article: other})
	if err != nil {
		t.Fatal(err)
	}
	r.Session.Show(session.Document{Edition: e})
	r.drain()
	if r.Session.Snapshot().Notes != nil || len(r.done) > 0 {
		t.Errorf("there are notes %s, and it is told of %v", r.says(), r.done)
	}
}

// Every act of a long row can be undone, one by one, and done again.
func TestUndoAll(t *testing.T) {
	r := open(t, t.TempDir(), words)
	var seen []string
	act := func(f func()) {
		f()
		seen = append(seen, r.settle().says())
	}
	act(func() { r.Highlight(r.at("no progress"), notes.Marker) })
	act(func() { r.HighlightAgain(r.at("no progress")) })
	act(func() { r.Highlight(r.at("progress was"), notes.Band) })
	act(func() { r.Highlight(r.at("Cairo"), notes.Side) })
	act(func() { r.Write(r.at("Cairo")); r.write1("where", "place") })
	act(func() { r.Remove(r.Session.Snapshot().Notes.All()[0].ID) })
	for _, want := range slices.Backward(append([]string{""}, seen[:len(seen)-1]...)) {
		r.Undo()
		r.want(want)
	}
	for _, want := range seen {
		r.Redo()
		r.want(want)
	}
}

// The reader may leave a new note and go on with it.

// Notes from a file do not replace those that were changed here since.
func TestImportKeepsWhatIsNewer(t *testing.T) {
	r := open(t, t.TempDir(), words)
	r.Write(r.at("no progress"))
	r.write1("one")
	out := []notes.Note{r.Session.Snapshot().Notes.All()[0].Note}
	out[0].Changed = out[0].Changed.Add(-time.Hour)
	r.Edit(r.only())
	r.write1("one, two")
	r.Import(out)
	r.want(`marker "no progress" "one, two" []`)
	out[0].Changed = time.Now().Add(time.Hour)
	r.Import(out)
	r.want(`marker "no progress" "one" []`)
}
