package notes

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"sidelight/annotations/disk"
	"sidelight/annotations/disk/disktest"
)

// A journal that is history for more than half is folded at the start: what stands, what
// is deleted and what is recent stays, and so does the old file.
func TestFold(t *testing.T) {
	folder := t.TempDir()
	now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	run := func(do func(*Book)) {
		t.Helper()
		s, err := Open(disktest.NoSync{}, folder, func() time.Time { now = now.Add(time.Second); return now })
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = s.Close() }()
		b, err := s.Book(t.Context(), article, "")
		if err != nil {
			t.Fatal(err)
		}
		do(b)
	}
	write := func(b *Book, id ID, text string) {
		t.Helper()
		if err := b.Do(Write, Put(Note{ID: id, Text: text})); err != nil {
			t.Fatal(err)
		}
	}
	size := func(pattern string) (n int64) {
		t.Helper()
		all, _ := filepath.Glob(filepath.Join(folder, pattern))
		for _, name := range all {
			info, err := os.Stat(name)
			if err != nil {
				t.Fatal(err)
			}
			n += info.Size()
		}
		return n
	}
	run(func(b *Book) {
		for i := range 40 {
			write(b, "A", fmt.Sprint("text ", i))
		}
		write(b, "gone", "x")
		if err := b.Do(Remove, Delete("gone")); err != nil {
			t.Fatal(err)
		}
		if err := b.SetDraft(Note{ID: "D", Text: "half"}); err != nil {
			t.Fatal(err)
		}
	})
	now = now.Add(foldAge / 2)
	run(func(b *Book) { write(b, "A", "later"); write(b, "B", "b") })
	whole := size("*/*.jsonl")
	now = now.Add(foldAge/2 + time.Hour)
	run(func(b *Book) {
		if n := size("*/*.jsonl"); n > whole/4 || size("*/backup/folded-*.jsonl") != whole {
			t.Errorf("%d of %d bytes are left, %d in the backup", n, whole, size("*/backup/folded-*.jsonl"))
		}
		s := b.State()
		if a, ok := s.Get("A"); !ok || a.Text != "later" || len(s.Notes) != 2 || len(s.Drafts) != 1 {
			t.Errorf("noted are %v", s.Notes)
		}
		if b.history.last("gone") == nil {
			t.Error("it is forgotten that a note was deleted")
		}
		for range 2 {
			if what, err := b.Undo(); what != Write || err != nil {
				t.Errorf("undone %v, %v", what, err)
			}
		}
		if a, ok := b.State().Get("A"); !ok || a.Text != "text 39" || len(b.State().Notes) != 1 {
			t.Errorf("undone to %v", a)
		}
		if what, err := b.Undo(); what != Nothing || err != nil {
			t.Errorf("undone %v, %v, which was left out", what, err)
		}
	})
	again := size("*/*.jsonl")
	run(func(*Book) {})
	if n := size("*/*.jsonl"); n != again {
		t.Errorf("folded again from %d to %d", again, n)
	}
}

// Whatever call fails while a journal is folded, and however, no note is lost.
func TestEveryCallOfAFoldMayFail(t *testing.T) {
	folder := t.TempDir()
	later := time.Now()
	clock := func() time.Time { return later }
	use := func(calls disk.Calls, folder string, do func(*Book)) {
		s, err := Open(calls, folder, clock)
		if err != nil {
			return
		}
		defer func() { _ = s.Close() }()
		if b, err := s.Book(t.Context(), article, ""); err == nil {
			do(b)
		}
	}
	use(disktest.NoSync{}, folder, func(b *Book) {
		for i := range 30 {
			if err := b.Do(Write, Put(Note{ID: ID(fmt.Sprint("N", i%3)), Text: fmt.Sprint("text ", i)})); err != nil {
				t.Fatal(err)
			}
		}
	})
	later = later.Add(2 * foldAge)
	for name, fault := range disktest.Kinds() {
		for fault.At = 1; ; fault.At++ {
			again := t.TempDir()
			if err := os.CopyFS(again, os.DirFS(folder)); err != nil {
				t.Fatal(err)
			}
			calls := &disktest.Faults{Calls: disktest.NoSync{}, Fault: fault}
			use(calls, again, func(*Book) {})
			use(disktest.NoSync{}, again, func(b *Book) {
				s := b.State()
				if n, ok := s.Get("N2"); len(s.Notes) != 3 || !ok || n.Text != "text 29" || len(s.Damage) > 0 {
					t.Errorf("%s, %s: noted are %v, damage is %v", name, calls.Failed(), s.Notes, s.Damage)
				}
			})
			if calls.Failed() == "" {
				break
			}
		}
		if fault.At < 20 {
			t.Errorf("a fold makes only %d calls", fault.At-1)
		}
	}
}

// What was being written on another machine is shown once that machine has not gone on
// with it for a day.
func TestDraftsOfAnotherMachine(t *testing.T) {
	folder, path, _ := journalOf(t)
	var data []byte
	for id, age := range map[ID]time.Duration{"old": draftAge + time.Hour, "new": time.Hour} {
		n := Note{ID: id, Text: "half a thought"}
		r, err := put(actDraft, &n)
		if err != nil {
			t.Fatal(err)
		}
		r.Version, r.By = recordVersion, "elsewhere-1"
		r.stamp(time.Now().Add(-age).UnixMicro())
		line, err := r.encode()
		if err != nil {
			t.Fatal(err)
		}
		data = append(data, line...)
	}
	if err := os.WriteFile(filepath.Join(filepath.Dir(path), "elsewhere-1"+journalEnding), data, 0o600); err != nil {
		t.Fatal(err)
	}
	texts(t, folder, func(b *Book) error {
		if d := b.State().Drafts; len(d) != 1 || d[0].ID != "old" {
			t.Errorf("shown are %v", d)
		}
		return b.DropDraft("old")
	})
	texts(t, folder, func(b *Book) error {
		if d := b.State().Drafts; len(d) > 0 {
			t.Errorf("dropped, shown are %v", d)
		}
		return nil
	})
}

// Before the first note of a day the files are copied, and five days are kept.
func TestBackup(t *testing.T) {
	folder := t.TempDir()
	now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	for day := range 8 {
		s, err := Open(disk.OS{}, folder, func() time.Time { now = now.Add(time.Second); return now })
		if err != nil {
			t.Fatal(err)
		}
		b, err := s.Book(t.Context(), article, "")
		for i := 0; err == nil && i < 2; i++ {
			err = b.Do(Write, Put(Note{ID: ID(fmt.Sprint(day, i)), Text: "text"}))
		}
		if err == nil {
			err = b.State().Backup
		}
		if err != nil {
			t.Fatal(err)
		}
		_ = s.Close()
		now = now.Add(24 * time.Hour)
	}
	days, _ := filepath.Glob(filepath.Join(folder, "*", backupFolder, "*"))
	if len(days) != daysKept || filepath.Base(days[0]) != "2026-01-04" {
		t.Fatalf("kept are %v", days)
	}
	for i, name := range days {
		lines, _ := filepath.Glob(filepath.Join(name, "*"+journalEnding))
		texts, _ := filepath.Glob(filepath.Join(name, "*"+textEnding))
		if len(lines) != 1 || len(texts) != 1 {
			t.Fatalf("%s holds %v and %v", name, lines, texts)
		}
		if data, err := os.ReadFile(lines[0]); err != nil || bytes.Count(data, []byte("\n")) != 2*(i+3) {
			t.Errorf("%s holds %d lines, %v", name, bytes.Count(data, []byte("\n")), err)
		}
	}
}
