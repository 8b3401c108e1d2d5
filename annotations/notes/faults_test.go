package notes_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"sidelight/annotations/disk"
	"sidelight/annotations/disk/disktest"
	"sidelight/annotations/notes"
)

// Whatever call of the disk fails, and however, nothing that was acknowledged is lost,
// the store opens, and what failed can be done again.
func TestEveryCallMayFail(t *testing.T) {
	for name, fault := range disktest.Kinds() {
		t.Run(name, func(t *testing.T) {
			for fault.At = 1; failNotes(t, fault); fault.At++ {
			}
			t.Logf("%d calls", fault.At-1)
			if fault.At < 100 {
				t.Errorf("the notes make only %d calls", fault.At-1)
			}
		})
	}
}

// kept is what a program of a test was told is kept.
type kept struct {
	notes map[notes.ID]string          // as it was after the last act that was acknowledged
	may   map[notes.ID]map[string]bool // what acts that failed since then would have made of notes
	draft map[notes.ID]string          // the same for drafts
}

// failNotes has one call fail while notes are taken, and reports whether there was that
// call.
func failNotes(t *testing.T, fault disktest.Fault) bool {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "data", "notes")
	calls := &disktest.Faults{Calls: disktest.NoSync{}, Fault: fault}
	k := &kept{notes: map[notes.ID]string{}, may: map[notes.ID]map[string]bool{}, draft: map[notes.ID]string{}}
	for run := range 2 {
		k.take(t, calls, folder, run)
	}
	k.hold(t, calls.Failed(), folder)
	return calls.Failed() != ""
}

// take runs a program that takes notes, as far as that goes.
func (k *kept) take(t *testing.T, calls disk.Calls, folder string, run int) {
	t.Helper()
	s, err := notes.Open(calls, folder, clock())
	if err != nil {
		return
	}
	defer func() { _ = s.Close() }()
	_, _ = s.Look(t.Context(), sample)
	b, err := s.Book(t.Context(), sample, "")
	if err != nil {
		return
	}
	put := func(id notes.ID, text string) {
		k.try(t, b, map[notes.ID]string{id: text}, func() error {
			return b.Do(notes.Edit, notes.Put(on(t, sample, id, "Doha", text)))
		})
	}
	put("A", fmt.Sprint("one ", run))
	put("B", fmt.Sprint("two ", run))
	joined := on(t, sample, "A", "Doha", fmt.Sprint("one and two ", run))
	k.try(t, b, map[notes.ID]string{"A": joined.Text, "B": gone}, func() error {
		return b.Do(notes.Merge, notes.Put(joined), notes.Delete("B"))
	})
	if b.SetDraft(on(t, sample, "D", "men", fmt.Sprint("half ", run))) == nil {
		k.draft["D"] = fmt.Sprint("half ", run)
	} else {
		delete(k.draft, "D") // it may be either
	}
	earlier, ok := k.notes["C"]
	if !ok {
		earlier = gone
	}
	put("C", fmt.Sprint(strings.Repeat("long ", 20), run))
	_, _ = b.Poll()
	before := k.notes["C"]
	k.try(t, b, map[notes.ID]string{"C": earlier}, func() error { _, err := b.Undo(); return err })
	k.try(t, b, map[notes.ID]string{"C": before}, func() error { _, err := b.Redo(); return err })
}

// try acts on notes, a second time if that fails, and remembers what was acknowledged.
func (k *kept) try(t *testing.T, b *notes.Book, wanted map[notes.ID]string, act func() error) {
	t.Helper()
	for range 2 {
		before := b.State()
		if err := act(); err == nil {
			if b.State() == before {
				return // all was as it is to be, and nothing was written
			}
			k.notes = map[notes.ID]string{}
			for _, n := range b.State().Notes {
				k.notes[n.ID] = n.Text
			}
			k.may = map[notes.ID]map[string]bool{}
			return
		}
		for id, text := range wanted {
			if k.may[id] == nil {
				k.may[id] = map[string]bool{}
			}
			k.may[id][text] = true
		}
	}
}

// hold fails the test unless the store opens and holds what was acknowledged, and can
// be written to.
func (k *kept) hold(t *testing.T, when, folder string) {
	t.Helper()
	b := book(t, open(t, disktest.NoSync{}, folder), sample)
	for _, id := range []notes.ID{"A", "B", "C"} {
		is, want := gone, gone
		if n, ok := b.State().Get(id); ok {
			is = n.Text
		}
		if text, ok := k.notes[id]; ok {
			want = text
		}
		if is != want && !k.may[id][is] {
			t.Errorf("%s: the note %s is %q, acknowledged was %q", when, id, is, want)
		}
	}
	if want, sure := k.draft["D"]; sure {
		if d, ok := b.State().Draft("D"); !ok || d.Text != want {
			t.Errorf("%s: the draft is %v", when, d)
		}
	}
	for _, d := range b.State().Damage {
		if d.Err != nil || d.Lines > 1 {
			t.Errorf("%s: %+v", when, d)
		}
	}
	do(t, b, notes.Highlight, notes.Put(on(t, sample, "E", "Doha", "")))
	if now := book(t, open(t, disktest.NoSync{}, folder), sample).State(); len(now.Notes) != len(b.State().Notes) {
		t.Errorf("%s: then %d notes are kept, and %d read", when, len(b.State().Notes), len(now.Notes))
	}
}

func TestReadOnlyFolderIsRead(t *testing.T) {
	if runtime.GOOS == "windows" || os.Getuid() == 0 {
		t.Skip("nothing is read-only here")
	}
	folder := t.TempDir()
	do(t, book(t, open(t, disk.OS{}, folder), sample), notes.Highlight, notes.Put(on(t, sample, "A", "Doha", "")))
	lock := func(mode os.FileMode) {
		err := filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
			if d.IsDir() {
				return errors.Join(err, os.Chmod(path, mode))
			}
			return errors.Join(err, os.Chmod(path, mode&0o600))
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	lock(0o500)
	defer lock(0o700)
	b := book(t, open(t, disk.OS{}, folder), sample)
	if len(b.State().Notes) != 1 {
		t.Errorf("read are %v", b.State().Notes)
	}
	err := b.Do(notes.Highlight, notes.Put(on(t, sample, "B", "men", "")))
	if notes.ReasonOf(err) != notes.ReadOnly || len(b.State().Notes) != 1 {
		t.Errorf("marking fails by %v", err)
	}
}

// readOnly refuses to change anything, as a medium that cannot be written to does.
type readOnly struct{ disktest.NoSync }

func (readOnly) MkdirAll(string, os.FileMode) error { return os.ErrPermission }

func (r readOnly) OpenFile(name string, flag int, mode os.FileMode) (disk.File, error) {
	if flag != os.O_RDONLY {
		return nil, &os.PathError{Op: "open", Path: name, Err: os.ErrPermission}
	}
	return r.NoSync.OpenFile(name, flag, mode)
}

func TestNothingIsMadeBeforeTheFirstNote(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "notes")
	for _, calls := range []disk.Calls{disktest.NoSync{}, readOnly{}} {
		s := open(t, calls, folder)
		if found, err := s.Look(t.Context(), sample); found.How != notes.None || err != nil {
			t.Errorf("found %+v, %v", found, err)
		}
		b := book(t, s, sample)
		if _, err := b.Poll(); err != nil {
			t.Error(err)
		}
		if what, err := b.Undo(); what != notes.Nothing || err != nil {
			t.Errorf("undone %v, %v", what, err)
		}
	}
	if _, err := os.Lstat(folder); err == nil {
		t.Error("opening made a folder")
	}
	b := book(t, open(t, readOnly{}, folder), sample)
	if err := b.Do(notes.Highlight, notes.Put(on(t, sample, "B", "men", ""))); notes.ReasonOf(err) != notes.ReadOnly {
		t.Errorf("marking fails by %v", err)
	}
}
