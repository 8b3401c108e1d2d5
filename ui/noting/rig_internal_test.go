package noting

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sidelight/annotations"
	"sidelight/annotations/disk"
	"sidelight/annotations/notes"
	"sidelight/ui/session"
)

// rig is a keeper of an article, and what it has told.
type rig struct {
	*Keeper
	t        *testing.T
	ui       chan func() // what is to run on the UI goroutine, which is the test's
	text     string
	done     []Done
	troubles []error
	damages  []string
	asked    []func(bool)
}

const words = "The official said that no progress was made, but more talks are expected in Cairo.\n\nA second paragraph follows the first one here."

// open opens the notes of a text in a folder.
func open(t *testing.T, folder, text string) *rig {
	t.Helper()
	return openAt(t, folder, text, "")
}

func openAt(t *testing.T, folder, text, path string) *rig {
	t.Helper()
	return openOn(t, disk.OS{}, folder, text, path)
}

func openOn(t *testing.T, calls disk.Calls, folder, text, path string) *rig {
	t.Helper()
	store, err := notes.Open(calls, folder, time.Now)
	if err != nil {
		t.Fatal(err)
	}
	a, err := annotations.NewArticle("article.txt", text)
	if err != nil {
		t.Fatal(err)
	}
	e, err := annotations.New(annotations.Content{Title: "Talks", Article: a})
	if err != nil {
		t.Fatal(err)
	}
	r := &rig{t: t, ui: make(chan func(), 10_000), text: text}
	r.Keeper = &Keeper{
		Session: session.New(session.Document{Edition: e}), Do: func(f func()) { r.ui <- f },
		OnDone:    func(d Done) { r.done = append(r.done, d) },
		OnTrouble: func(err error) { r.troubles = append(r.troubles, err) },
		OnDamage: func(lines int, file string) {
			r.damages = append(r.damages, fmt.Sprintf("%d of %s", lines, filepath.Base(file)))
		},
		OnQuestion: func(_ int, answer func(bool)) { r.asked = append(r.asked, answer) },
		Name:       notes.Style.String,
	}
	r.Open(store, path)
	t.Cleanup(func() {
		r.quit()
		_ = store.Close()
	})
	return r.settle()
}

// quit ends the program.
func (r *rig) quit() {
	r.Close()
	r.drain()
	_ = r.store.Close()
}

// settle waits for what was asked for.
func (r *rig) settle() *rig {
	for range 3 { // what has been done may ask for more
		r.queue.wait()
		r.drain()
	}
	return r
}

func (r *rig) drain() {
	for {
		select {
		case f := <-r.ui:
			f()
		default:
			return
		}
	}
}

// at returns the first place of some words.
func (r *rig) at(words string) annotations.Span {
	i := strings.Index(r.text, words)
	if i < 0 {
		r.t.Fatalf("the text has no %q", words)
	}
	return annotations.Span{Start: i, End: i + len(words)}
}

// says describes the notes as they are shown, those with words with their text.
func (r *rig) says() string {
	var out []string
	for _, p := range r.Session.Snapshot().Notes.All() {
		s := fmt.Sprintf("%s %q", p.Style, r.text[p.Span.Start:p.Span.End])
		if p.HasWords() {
			s += fmt.Sprintf(" %q %q", p.Text, p.AllTags())
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

// want fails the test unless the notes are shown so, nothing went wrong, and another run
// of the program reads the same.
func (r *rig) want(want string) {
	r.t.Helper()
	r.settle()
	if got := r.says(); got != want {
		r.t.Errorf("the notes are %s, want %s", got, want)
	}
	if len(r.troubles) > 0 {
		r.t.Errorf("troubles: %v", r.troubles)
	}
}
