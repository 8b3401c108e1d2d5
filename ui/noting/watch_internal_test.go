package noting

import (
	"path/filepath"
	"testing"
	"time"

	"sidelight/annotations/notes"
)

// What another copy of the program writes is seen here within two seconds, and it is
// not undone here.
func TestTwoCopies(t *testing.T) {
	folder := t.TempDir()
	a, b := open(t, folder, words), open(t, folder, words)
	a.Highlight(a.at("Cairo"), notes.Marker)
	a.settle()
	b.Highlight(b.at("no progress"), notes.Wave)
	both := `wave "no progress"; marker "Cairo"`
	for _, r := range []*rig{a, b} {
		for end := time.Now().Add(30 * time.Second); r.says() != both && time.Now().Before(end); {
			time.Sleep(10 * time.Millisecond)
			r.settle()
		}
		r.want(both)
	}
	b.Undo()
	b.want(`marker "Cairo"`)
	b.Undo()
	b.want(`marker "Cairo"`)
}

// So it is when the folder of all notes is made by the other copy.
func TestFirstNoteOfAnotherCopy(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "notes")
	a, b := open(t, folder, words), open(t, folder, words)
	time.Sleep(2 * settling) // until what the first look would have seen is past
	a.Highlight(a.at("Cairo"), notes.Marker)
	for end := time.Now().Add(30 * time.Second); b.says() == "" && time.Now().Before(end); {
		time.Sleep(10 * time.Millisecond)
		b.settle()
	}
	b.want(`marker "Cairo"`)
}
