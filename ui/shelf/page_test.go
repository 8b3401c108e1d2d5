package shelf_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/annotations/knowledge"
	"sidelight/ui/look"
	"sidelight/ui/shelf"
	"sidelight/ui/uitest"
)

var now = time.Date(2026, time.November, 29, 12, 0, 0, 0, time.Local)

// held is a library in memory.
type held struct {
	mu    sync.Mutex
	all   []knowledge.Article
	texts map[string]string // by title
	asked int
	err   error
}

func article(title, path string, days int, edition bool) knowledge.Article {
	a := knowledge.Article{Title: title, Path: path, Opened: now.AddDate(0, 0, -days), Edition: edition}
	copy(a.Fingerprint[:], title)
	return a
}

func (h *held) All(context.Context) ([]knowledge.Article, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.asked++
	return append([]knowledge.Article(nil), h.all...), h.err
}

func (h *held) Search(_ context.Context, words string) ([]shelf.Found, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.asked++
	var out []shelf.Found
	for _, a := range h.all {
		if i := strings.Index(h.texts[a.Title], words); i >= 0 {
			a.Sentence = h.texts[a.Title]
			out = append(out, shelf.Found{Article: a, Marks: []annotations.Span{{Start: i, End: i + len(words)}}})
		}
	}
	return out, h.err
}

func (h *held) Forget(_ context.Context, f annotations.Fingerprint) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	for i, a := range h.all {
		if a.Fingerprint == f {
			h.all = append(h.all[:i:i], h.all[i+1:]...)
			return nil
		}
	}
	return fmt.Errorf("there is no such article")
}

func (h *held) ForgetAll(context.Context) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.all = nil
	return nil
}

// rig is the page in a window.
type rig struct {
	*shelf.Page
	held    *held
	queue   uitest.Queue
	w       fyne.Window
	opened  []string
	kept    []bool
	left    int
	trouble []error
	chosen  int
	removed int
}

func newRig(t *testing.T, scheme look.Scheme, size fyne.Size) *rig {
	t.Helper()
	_, roles := uitest.App(t, scheme)
	r := &rig{queue: uitest.NewQueue(), held: &held{
		all: []knowledge.Article{
			article("The Harbour Inquiry, One Year On", "/home/kim/Documents/harbour-inquiry.md", 0, false),
			article("White House confirms talks with Hamas officials", "sample", 1, true),
			article("Minutes of the county council, May 2026", "/home/kim/Downloads/minutes-may.txt", 40, false),
		},
		texts: map[string]string{
			"The Harbour Inquiry, One Year On":        "Engineer Liv Sander stated that at least 24 samples had been tested at Halmsund, in the same laboratory that the county had named in the spring.",
			"Minutes of the county council, May 2026": "The council heard Liv Sander.",
		},
	}}
	r.Page = shelf.New(shelf.Options{
		Roles: roles, Library: r.held, Do: r.queue.Do, Now: func() time.Time { return now }, Keeps: true,
		OnKeep: func(on bool) { r.kept = append(r.kept, on) }, OnOpen: func(a knowledge.Article) { r.opened = append(r.opened, a.Path) },
		OnTrouble: func(err error) { r.trouble = append(r.trouble, err) }, OnLeave: func() { r.left++ },
		OnChoose: func() { r.chosen++ }, OnRemove: func() { r.removed++ },
	})
	r.w = test.NewTempWindow(t, r.Page)
	r.w.SetPadded(false)
	r.w.Resize(size)
	return r
}

// begin shows the page with its articles.
func (r *rig) begin(t *testing.T) {
	t.Helper()
	r.Begin(r.w.Canvas())
	r.settle(t)
	r.w.Canvas().Capture()
}

// settle waits until the library has answered.
func (r *rig) settle(t *testing.T) {
	t.Helper()
	r.queue.RunUntil(t, func() bool { return !r.Reading() })
}

// words are all that is drawn.
func (r *rig) words() string {
	var out []string
	for _, o := range test.LaidOutObjects(r.w.Content()) {
		if x, ok := o.(*canvas.Text); ok && x.Visible() && x.Text != "" {
			out = append(out, x.Text)
		}
	}
	return strings.Join(out, " ")
}

func (r *rig) press(keys ...fyne.KeyName) { uitest.Press(r.w, keys...) }

// tap taps the control of a name.
func (r *rig) tap(t *testing.T, name string) {
	t.Helper()
	o := r.control(name)
	if o == nil {
		t.Fatalf("there is no control %q", name)
	}
	o.(fyne.Tappable).Tapped(&fyne.PointEvent{})
}

// control is the control of a name that can be seen, or nil.
func (r *rig) control(name string) fyne.CanvasObject {
	for _, o := range test.LaidOutObjects(r.w.Content()) {
		if a, ok := o.(fyne.Accessible); ok && o.Visible() && a.AccessibilityLabel() == name {
			return o
		}
	}
	return nil
}

func TestPage_ListsSearchesAndOpens(t *testing.T) {
	r := newRig(t, look.Light, fyne.NewSize(1000, 640))
	if r.held.asked != 0 {
		t.Error("the library is asked before the page is shown")
	}
	r.begin(t)
	for _, w := range []string{"The Harbour Inquiry, One Year On", "/home/kim/Documents/harbour-inquiry.md", "today", "Edition · sample", "yesterday", "20 Oct 2026"} {
		if !strings.Contains(r.words(), w) {
			t.Errorf("%q is not there: %s", w, r.words())
		}
	}
	r.press(fyne.KeyDown, fyne.KeyReturn)
	uitest.TypeIn(r.w, "Liv Sander")
	r.settle(t)
	if strings.Contains(r.words(), "White House") {
		t.Errorf("what does not match is still there: %s", r.words())
	}
	r.press(fyne.KeyReturn)
	if got := strings.Join(r.opened, " "); got != "sample /home/kim/Documents/harbour-inquiry.md" {
		t.Errorf("opened %q", got)
	}
	r.press(fyne.KeyEscape)
	r.settle(t)
	if !strings.Contains(r.words(), "White House") || r.left != 0 {
		t.Error("Escape does not take back what is typed")
	}
	if r.press(fyne.KeyEscape); r.left != 1 {
		t.Error("Escape does not leave the page")
	}
}

func TestPage_Forgets(t *testing.T) {
	r := newRig(t, look.Light, fyne.NewSize(1000, 640))
	r.begin(t)
	r.press(fyne.KeyDown, fyne.KeyDelete)
	r.settle(t)
	if strings.Contains(r.words(), "White House") || len(r.held.all) != 2 {
		t.Errorf("it is not forgotten: %s", r.words())
	}
	r.tap(t, "Forget “The Harbour Inquiry, One Year On”")
	r.settle(t)
	if len(r.held.all) != 1 {
		t.Errorf("there are %d", len(r.held.all))
	}
	r.tap(t, "Forget all…")
	if len(r.held.all) != 1 {
		t.Error("all is forgotten without a question")
	}
	r.tap(t, "Keep it")
	r.tap(t, "Forget all…")
	r.tap(t, "Forget all of it")
	r.settle(t)
	if got := r.words(); len(r.held.all) != 0 || !strings.Contains(got, "Nothing is here yet.") || r.control("Forget all…") != nil {
		t.Errorf("all is not forgotten: %s", got)
	}
}

func TestPage_Settings(t *testing.T) {
	r := newRig(t, look.Light, fyne.NewSize(1000, 640))
	r.begin(t)
	if !strings.Contains(r.words(), "Offline encyclopaedia None.") || r.control("Remove") != nil {
		t.Errorf("no encyclopaedia is named: %s", r.words())
	}
	r.tap(t, "Choose a ZIM file…")
	r.SetArchive(&shelf.Archive{Title: "A small encyclopaedia", Detail: "2025-08-12 · CC BY-SA 4.0"})
	if !strings.Contains(r.words(), "A small encyclopaedia 2025-08-12 · CC BY-SA 4.0") {
		t.Errorf("the encyclopaedia is not named: %s", r.words())
	}
	if r.tap(t, "Remove"); r.chosen != 1 || r.removed != 1 {
		t.Errorf("chosen %d times, removed %d times", r.chosen, r.removed)
	}
	for _, o := range test.LaidOutObjects(r.w.Content()) {
		if a, ok := o.(fyne.Accessible); ok && strings.HasPrefix(a.AccessibilityLabel(), "Add what I open") {
			o.(fyne.Focusable).TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
		}
	}
	if len(r.kept) != 1 || r.kept[0] || !strings.Contains(r.words(), "Nothing that you open is added.") {
		t.Errorf("kept %v: %s", r.kept, r.words())
	}
}

func TestPage_TellsOfTrouble(t *testing.T) {
	r := newRig(t, look.Light, fyne.NewSize(1000, 640))
	r.held.err = errors.New("the index cannot be read")
	r.begin(t)
	if len(r.trouble) != 1 {
		t.Errorf("told of %v", r.trouble)
	}
}

func TestPage_LooksAsDesigned(t *testing.T) {
	for name, x := range map[string]struct {
		scheme look.Scheme
		size   fyne.Size
		typed  string
	}{
		"all_light":    {look.Light, fyne.NewSize(1280, 772), ""},
		"found_dark":   {look.Dark, fyne.NewSize(1000, 652), "Liv Sander"},
		"empty_narrow": {look.Light, fyne.NewSize(640, 400), "nothing of that"},
	} {
		t.Run(name, func(t *testing.T) {
			r := newRig(t, x.scheme, x.size)
			if name == "all_light" {
				r.SetArchive(&shelf.Archive{Title: "Wikipedia, articles without pictures", Detail: "12 August 2025 · CC BY-SA 4.0"})
			}
			r.begin(t)
			if x.typed != "" {
				uitest.TypeIn(r.w, x.typed)
				r.settle(t)
			}
			test.AssertImageMatches(t, name+".png", r.w.Canvas().Capture())
		})
	}
}
