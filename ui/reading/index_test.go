package reading_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/index"
	"sidelight/ui/layer"
	"sidelight/ui/look"
	"sidelight/ui/prefs"
	"sidelight/ui/reading"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// rail is the index in the window, or nil if it is not there.
func rail(w fyne.Window) *index.Rail {
	for _, o := range test.LaidOutObjects(w.Content()) {
		if x, ok := o.(*index.Rail); ok {
			return x
		}
	}
	return nil
}

func TestIndexByWidth(t *testing.T) {
	r, _, w := reader(t, look.Light)
	for _, c := range []struct {
		name   string
		width  float32
		page   float32 // where it begins
		beside bool    // the rail is there at rest
	}{
		{"over the page", 860, 0, false}, {"strip", 1000, 44, false},
		{"rail", 1280, 216, true}, {"wide rail", 1920, 256, true},
	} {
		w.Resize(fyne.NewSize(c.width, 820))
		if x := r.Page().Position().X; x != c.page {
			t.Errorf("%s: the page begins at %v, want %v", c.name, x, c.page)
		}
		if got := rail(w) != nil; got != c.beside {
			t.Errorf("%s: the rail is shown: %v", c.name, got)
		}
		before := textLeft(r)
		r.RunCommand(command.ToggleIndex)
		if got := rail(w) != nil; got == c.beside {
			t.Errorf("%s: I did not turn the index", c.name)
		}
		if x := textLeft(r); x != before {
			t.Errorf("%s: the text moved from %v to %v", c.name, before, x)
		}
		r.RunCommand(command.ToggleIndex)
	}
}

// textLeft is where the first mention stands in the window.
func textLeft(r *reading.Reader) float32 {
	return r.Page().Position().X + r.Page().MentionRects(r.Session().Edition().Mentions()[0].ID())[0].X
}

func TestDrawerOpensACardAndCloses(t *testing.T) {
	r, _, w := reader(t, look.Light)
	w.Resize(fyne.NewSize(860, 640))
	uitest.TypeIn(w, "i")
	w.Canvas().Capture()
	if w.Canvas().Focused() != fyne.Focusable(rail(w)) {
		t.Fatal("the index over the page has not the keyboard")
	}
	uitest.TypeIn(w, "boe")
	uitest.Press(w, fyne.KeyReturn)
	if got := r.Session().State().Selected; got != "adam-boehler" {
		t.Errorf("selected %q", got)
	}
	if rail(w) != nil {
		t.Error("the index is still over the page")
	}
	uitest.TypeIn(w, "i")
	w.Canvas().Capture()
	uitest.Press(w, fyne.KeyEscape, fyne.KeyEscape) // the filter, then the index
	if rail(w) != nil || w.Canvas().Focused() != fyne.Focusable(r.Page()) {
		t.Error("Esc did not lead from the index to the page")
	}
}

func TestPanesReachTheIndexAndLeaveIt(t *testing.T) {
	r, _, w := reader(t, look.Light)
	seen := false
	for range 6 {
		if f, ok := w.Canvas().Focused().(*index.Rail); ok {
			seen = true
			f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF6})
			break
		}
		r.RunCommand(command.NextPane)
	}
	if !seen || w.Canvas().Focused() != fyne.Focusable(r.Page()) {
		t.Errorf("the index was reached: %v; after F6 the focus is on %T", seen, w.Canvas().Focused())
	}
}

func TestLayersByKey(t *testing.T) {
	r, _, w := reader(t, look.Light)
	uitest.TypeIn(w, "x")
	if !r.Session().State().Layers.Plain {
		t.Fatal("X did not make the text plain")
	}
	uitest.TypeIn(w, "x")
	uitest.TypeIn(w, "l")
	w.Canvas().Capture()
	if len(w.Canvas().Overlays().List()) != 1 {
		t.Fatal("L did not show the layers")
	}
	uitest.Press(w, fyne.KeyReturn) // the first switch
	if s := r.Session().State().Layers; s.Kind(annotations.Person) || s.Plain {
		t.Errorf("after the first switch the layers are %q", s)
	}
	uitest.TypeIn(w, "l")
	if n := len(w.Canvas().Overlays().List()); n != 0 {
		t.Errorf("%d cards after the second L", n)
	}
}

func TestIndexIsKept(t *testing.T) {
	open, p := kept(t)
	want := layer.Set{Density: layer.Tints}.WithKind(annotations.Place, false)
	p.SetLayers(want)
	p.SetIndexOpen(false)
	p.SetFolded([]annotations.Kind{annotations.Person})
	r, w := open()
	s := r.Session().State()
	if s.Layers != want || s.IndexOpen {
		t.Errorf("came back with layers %q, index open %v", s.Layers, s.IndexOpen)
	}
	r.RunCommand(command.ToggleIndex)
	if x := rail(w); x == nil || !slices.Equal(x.Folded(), []annotations.Kind{annotations.Person}) {
		t.Error("the groups did not come back as they were folded")
	}
}

// The narrowest window has room for all buttons, one of which stands for the search
// field.
func TestToolbarFits(t *testing.T) {
	r, _, w := reader(t, look.Light)
	w.Resize(fyne.NewSize(prefs.MinWidth, prefs.MinHeight))
	end := float32(0)
	for _, o := range test.LaidOutObjects(w.Content()) {
		if _, ok := o.(*control.Icon); !ok || !o.Visible() || fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y > 20 {
			continue
		}
		x := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).X
		if x < end {
			t.Errorf("a button at %v lies over the one that ends at %v", x, end)
		}
		end = x + o.Size().Width
	}
	if end == 0 || end > prefs.MinWidth {
		t.Errorf("the last button ends at %v", end)
	}
	if r.RunCommand(command.Search); w.Canvas().Overlays().Top() == nil {
		t.Error("nothing searches")
	}
}

// The index comes with the first mark and goes with the last.
func TestIndexComesWithTheMarks(t *testing.T) {
	r, _, w := reader(t, look.Light)
	w.Resize(fyne.NewSize(1280, 820))
	marked := r.Session().Snapshot().Document
	var none []annotations.Edit
	for _, m := range marked.Edition.Mentions() {
		none = append(none, annotations.RemoveMention(m.ID()))
	}
	e, err := marked.Edition.With(none...)
	if err != nil {
		t.Fatal(err)
	}
	if r.Session().Show(session.Document{Revision: 1, Edition: e}); rail(w) != nil {
		t.Error("nothing is marked and there is an index")
	}
	marked.Revision = 2
	if r.Session().Show(marked); rail(w) == nil {
		t.Error("something is marked and there is no index")
	}
}
