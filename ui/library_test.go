package ui_test

import (
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/annotations/knowledge"
	"sidelight/ui"
	"sidelight/ui/look"
	"sidelight/ui/prefs"
	"sidelight/ui/shelf"
	"sidelight/ui/uitest"
)

// held is a library in memory.
type held struct {
	mu  sync.Mutex
	all []knowledge.Article
}

func (h *held) Add(_ context.Context, e *annotations.Edition, path string, opened time.Time) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.all = append(h.all, knowledge.Article{Fingerprint: e.Article().File.Fingerprint, Title: e.Title(), Path: path, Opened: opened})
	return nil
}

func (h *held) All(context.Context) ([]knowledge.Article, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return append([]knowledge.Article(nil), h.all...), nil
}

func (h *held) Search(context.Context, string) ([]shelf.Found, error)            { return nil, nil }
func (h *held) Forget(context.Context, annotations.Fingerprint) error            { return nil }
func (h *held) ForgetAll(context.Context) error                                  { return nil }
func (h *held) Ask(context.Context, knowledge.Subject) ([]knowledge.Line, error) { return nil, nil }

func (h *held) len() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return len(h.all)
}

// zim is an encyclopaedia of one page.
type zim struct{ closed *int }

func (zim) Title() string  { return "A small encyclopaedia" }
func (zim) Detail() string { return "2025-08-12 · CC BY-SA 4.0" }
func (z zim) Close() error { *z.closed++; return nil }
func (zim) Ask(_ context.Context, about knowledge.Subject) ([]knowledge.Line, error) {
	return []knowledge.Line{{From: knowledge.Encyclopaedia, Title: about.Name, Text: about.Name + " is a page.", Detail: "A small encyclopaedia"}}, nil
}

// libraryRig is a workspace with a library.
type libraryRig struct {
	*ui.Workspace
	held   *held
	prefs  *prefs.Prefs
	w      fyne.Window
	queue  uitest.Queue
	closed int
	dir    string
}

func newLibraryRig(t *testing.T) *libraryRig {
	t.Helper()
	app, _ := uitest.App(t, look.Light)
	r := &libraryRig{held: &held{}, prefs: prefs.New(prefs.NewStore(), slog.New(slog.DiscardHandler)), queue: uitest.NewQueue(), dir: t.TempDir()}
	r.w = test.NewTempWindow(t, canvas.NewRectangle(nil))
	r.Workspace = ui.NewWorkspace(r.w, r.prefs, app.Settings().Theme().(*look.Theme), uitest.Edition(t))
	r.Do = r.queue.Do
	r.Known = ui.Known{Library: r.held, OpenArchive: func(_ context.Context, path string) (ui.Archive, error) {
		if filepath.Base(path) != "small.zim" {
			return nil, errors.New("it is no ZIM file")
		}
		return zim{&r.closed}, nil
	}}
	r.w.Resize(fyne.NewSize(1280, 820))
	return r
}

func (r *libraryRig) file(t *testing.T, name, words string) string {
	t.Helper()
	path := filepath.Join(r.dir, name)
	if err := os.WriteFile(path, []byte(words), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func (r *libraryRig) shows(words string) bool { return uitest.Shows(r.w, words) }

func (r *libraryRig) until(t *testing.T, words string) {
	t.Helper()
	r.queue.RunUntil(t, func() bool { return r.shows(words) })
}

// What is opened comes into the library, unless the reader does not want that; words that
// lie in no file do not.
func TestLibrary_GetsWhatIsOpened(t *testing.T) {
	r := newLibraryRig(t)
	r.Start("")
	r.Open(r.file(t, "a.md", "# A night at the harbour\n\nSome words.\n"))
	r.queue.RunUntil(t, func() bool { return r.held.len() == 1 })
	r.prefs.SetLibrary(false)
	off := r.file(t, "b.md", "# Not this one\n\nSome words.\n")
	r.Open(off)
	r.queue.RunUntil(t, func() bool { return r.prefs.Last() == off })
	r.prefs.SetLibrary(true)
	r.ReadSample()
	r.queue.RunUntil(t, func() bool { return r.held.len() == 2 })
	if got := r.held.all[1].Path; got != prefs.Sample {
		t.Errorf("the second is %q", got)
	}
}

// The page of the library is reached from the start page and from an article by key, and
// leads to an article and back.
func TestLibrary_Page(t *testing.T) {
	r := newLibraryRig(t)
	r.Start("")
	if !r.shows("Your library") {
		t.Error("the start page has no link to the library")
	}
	path := r.file(t, "a.md", "# A night at the harbour\n\nSome words.\n")
	r.Open(path)
	r.queue.RunUntil(t, func() bool { return r.held.len() == 1 && r.prefs.Last() == path })
	if !r.Reader().RunCommand("library") {
		t.Fatal("an article has no command for the library")
	}
	r.until(t, "A night at the harbour")
	uitest.Press(r.w, fyne.KeyEscape)
	if !r.shows("Some words.") {
		t.Error("Escape does not lead back to the article")
	}
	r.ShowStart()
	r.ShowLibrary()
	r.until(t, "A night at the harbour")
	r.held.mu.Lock()
	r.held.all = nil
	r.held.mu.Unlock()
	uitest.Press(r.w, fyne.KeyReturn)
	r.queue.RunUntil(t, func() bool { return r.held.len() == 1 })
	if !r.shows("Some words.") {
		t.Error("Enter does not open the article")
	}
}

// An encyclopaedia is kept when it can be read, named on the page, asked for cards and
// removed again.
func TestLibrary_Encyclopaedia(t *testing.T) {
	r := newLibraryRig(t)
	r.Start("")
	r.Open(filepath.Join(r.dir, "other.zim"))
	r.until(t, "it is no ZIM file")
	if r.prefs.Archive() != "" {
		t.Error("what cannot be read is kept")
	}
	path := filepath.Join(r.dir, "small.zim")
	r.Open(path)
	r.until(t, "2025-08-12 · CC BY-SA 4.0")
	if r.prefs.Archive() != path {
		t.Errorf("kept %q", r.prefs.Archive())
	}
	var got []knowledge.Line
	asks := ui.Outside(r.Workspace)
	subject := knowledge.Subject{Kind: annotations.Place, Name: "Tromvik"}
	asks.Ask(subject, func(all []knowledge.Line) { got = all })
	r.queue.RunUntil(t, func() bool { return got != nil })
	if len(got) != 1 || got[0].Text != "Tromvik is a page." || asks.Confirmed(subject, got[0]) {
		t.Fatalf("got %+v", got)
	}
	if asks.Confirm(subject, got[0], true); !asks.Confirmed(subject, got[0]) {
		t.Error("the reader's word is not kept")
	}
	for _, o := range test.LaidOutObjects(r.w.Content()) {
		if a, ok := o.(fyne.Accessible); ok && a.AccessibilityLabel() == "Remove" {
			o.(fyne.Tappable).Tapped(&fyne.PointEvent{})
		}
	}
	if r.prefs.Archive() != "" || !r.shows("None. A ZIM file") {
		t.Errorf("it is not removed: %q", r.prefs.Archive())
	}
}
