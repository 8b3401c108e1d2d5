package ui_test

import (
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui"
	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/look"
	"sidelight/ui/prefs"
	"sidelight/ui/prose"
	"sidelight/ui/uitest"
)

// hinted starts the program with preferences and returns what tells whether the hints
// are to be seen.
func hinted(t *testing.T, p *prefs.Prefs, path string) (*ui.Workspace, fyne.Window, func() bool) {
	t.Helper()
	app, _ := uitest.App(t, look.Light)
	w := test.NewTempWindow(t, canvas.NewRectangle(nil))
	w.Resize(fyne.NewSize(1280, 820))
	d := ui.NewWorkspace(w, p, app.Settings().Theme().(*look.Theme), uitest.Edition(t))
	queue := uitest.NewQueue()
	d.Do = queue.Do
	d.Start(path)
	queue.RunUntil(t, func() bool { return d.Reader() != nil })
	w.Canvas().Capture()
	w.Canvas().Focus(d.Reader().Page())
	return d, w, func() (shown bool) {
		uitest.Each(w.Content(), func(o fyne.CanvasObject) {
			x, ok := o.(*prose.Text)
			shown = shown || ok && x.Content() == "Three things to begin with"
		})
		return shown
	}
}

func newPrefs() *prefs.Prefs { return prefs.New(prefs.NewStore(), slog.New(slog.DiscardHandler)) }

// The first article comes with hints, which name the keys of their commands, stand beside
// the text and go with the first act; they never come again.
func TestHintsAtTheFirstStart(t *testing.T) {
	acts := map[string]func(d *ui.Workspace, w fyne.Window){
		"a click on a mark": func(d *ui.Workspace, w fyne.Window) {
			clickFirst(d, w, "hamas")
		},
		"the search": func(d *ui.Workspace, w fyne.Window) { uitest.TypeIn(w, "/") },
		"the layers": func(d *ui.Workspace, w fyne.Window) { uitest.TypeIn(w, "l") },
		"Esc":        func(d *ui.Workspace, w fyne.Window) { uitest.Press(w, fyne.KeyEscape) },
		"a notice":   func(d *ui.Workspace, w fyne.Window) { d.Say("info", "Said.") },
		"the sign at its corner": func(d *ui.Workspace, w fyne.Window) {
			for _, o := range test.LaidOutObjects(w.Content()) {
				if b, ok := o.(*control.Icon); ok && b.AccessibilityLabel() == "Close" {
					test.Tap(b)
				}
			}
		},
	}
	for name, act := range acts {
		p := newPrefs()
		d, w, shown := hinted(t, p, prefs.Sample)
		if !shown() {
			t.Fatalf("%s: there are no hints at the first start", name)
		}
		r := d.Reader()
		var caps []string
		for _, o := range test.LaidOutObjects(w.Content()) {
			if k, ok := o.(*control.Key); ok && k.Visible() {
				caps = append(caps, k.Name())
			}
		}
		for _, id := range []command.ID{command.Search, command.ShowLayers} {
			for _, c := range r.Commands() {
				if c.ID == id && !slices.Contains(caps, c.Key()) {
					t.Errorf("the hints do not name %s: %q", c.Key(), caps)
				}
			}
		}
		r.Page().ScrollToY(200) // to read is no act
		if !shown() {
			t.Errorf("%s: the hints go while the reader scrolls", name)
		}
		if act(d, w); shown() {
			t.Errorf("%s leaves the hints", name)
		}
		if name == "Esc" && !r.Session().State().Panel.Open {
			t.Error("Esc closes more than the hints")
		}
		if _, _, again := hinted(t, p, prefs.Sample); again() {
			t.Errorf("after %s the hints come again", name)
		}
	}
}

// Who has used the program before gets no hints, nor does an article without marks.
func TestNoHints(t *testing.T) {
	p := newPrefs()
	p.SetLeft(uitest.Edition(t), prefs.Left{})
	if _, _, shown := hinted(t, p, prefs.Sample); shown() {
		t.Error("who has read before gets hints")
	}
	path := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(path, []byte("Some words.\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, _, shown := hinted(t, newPrefs(), path); shown() {
		t.Error("there is a hint about marks where there are none")
	}
}

// The card stands beside the text.
func TestHintsStandBesideTheText(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 1280, Height: 820}, {Width: 1000, Height: 700}, {Width: 1920, Height: 1080}} {
		d, w, shown := hinted(t, newPrefs(), prefs.Sample)
		w.Resize(size)
		w.Canvas().Capture()
		if !shown() {
			t.Fatalf("%v: no hints", size)
		}
		at, box := d.Hints()
		page := d.Reader().Page()
		end := fyne.CurrentApp().Driver().AbsolutePositionForObject(page).X + page.Size().Width
		if at.X < end || at.X+box.Width > size.Width || at.Y+box.Height > size.Height || box.Height < 100 {
			t.Errorf("at %v the card is at %v, %v, and the page ends at %v", size, at, box, end)
		}
	}
}

// clickFirst clicks the first mention of an entity, at the middle of its first line.
func clickFirst(d *ui.Workspace, w fyne.Window, id annotations.EntityID) {
	m := d.Reader().Session().Edition().MentionsOf(id)[0]
	box := d.Reader().Page().MentionRects(m.ID())[0]
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(d.Reader().Page())
	test.TapCanvas(w.Canvas(), at.AddXY(box.X+box.W/2, box.Y+box.H/2))
}
