package reading_test

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/help"
	"sidelight/ui/look"
	"sidelight/ui/prefs"
)

// What the sheet says comes from the one table: nothing is left out.
func TestKeySheetListsEveryCommand(t *testing.T) {
	r, _, _ := reader(t, look.Light)
	lines := help.New(r.Commands(), look.Current().Roles()).Lines()
	n := 0
	for _, c := range r.Commands() {
		if len(c.Keys) == 0 {
			continue
		}
		n++
		want := c.Label() + " | " + c.Keys[0].String()
		found := false
		for _, l := range lines {
			found = found || l == want || strings.HasPrefix(l, want+" | ")
		}
		if !found {
			t.Errorf("no line %q", want)
		}
	}
	if len(lines) != n {
		t.Errorf("%d lines for %d commands with a key", len(lines), n)
	}
}

func TestSizeByKeys(t *testing.T) {
	r, _, w := reader(t, look.Light)
	size := func() float32 { return r.Page().Format().Reading.Size }
	first := size()
	r.RunCommand(command.Larger)
	if size() != first+1 {
		t.Errorf("one step larger than %v is %v", first, size())
	}
	for range 20 {
		r.RunCommand(command.Larger)
	}
	if size() != look.MaxSize {
		t.Errorf("the largest is %v", size())
	}
	for range 20 {
		r.RunCommand(command.Smaller)
	}
	if size() != look.MinSize {
		t.Errorf("the smallest is %v", size())
	}
	w.Resize(fyne.NewSize(1000, 700)) // the reader's wish outlasts the window's
	if size() != look.MinSize {
		t.Errorf("in another window it is %v", size())
	}
	r.RunCommand(command.DesignSize)
	if size() != 18 {
		t.Errorf("the design's size is %v", size())
	}
}

func TestSettingsByKeyboard(t *testing.T) {
	r, _, w := reader(t, look.Light)
	w.Canvas().Capture()
	page := w.Canvas().Focused()
	key := func(names ...fyne.KeyName) {
		for _, n := range names {
			w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: n})
		}
	}
	r.RunCommand(command.Settings)
	if len(w.Canvas().Overlays().List()) != 1 {
		t.Fatal("no card")
	}
	key(fyne.KeyRight)
	w.Canvas().FocusNext()
	key(fyne.KeyLeft)
	w.Canvas().FocusNext()
	key(fyne.KeyRight)
	f := r.Page().Format()
	if f.Reading.Size != 20 || f.Reading.Leading != 34 || f.Column != 574 {
		t.Errorf("size %v, leading %v, column %v; want 20, 34, 574", f.Reading.Size, f.Reading.Leading, f.Column)
	}
	w.Canvas().Focused().TypedRune('p') // the panel stays as it is
	if !r.Session().State().Panel.Open {
		t.Error("a letter does something under the card")
	}
	key(fyne.KeyEscape)
	if len(w.Canvas().Overlays().List()) != 0 || w.Canvas().Focused() != page {
		t.Errorf("the card stays, or the focus is on %T", w.Canvas().Focused())
	}
}

func TestSearchTakesThePlaceOfTheCard(t *testing.T) {
	r, _, w := reader(t, look.Light)
	w.Canvas().Capture()
	r.RunCommand(command.Keys)
	r.RunCommand(command.Search)
	if floating(w) != 1 || floats(w, "Larger text") || !floats(w, "Search this article") {
		t.Error("the palette does not take the place of the sheet")
	}
}

// In the smallest window every button has its place, one of them instead of the field.
func TestToolsFitTheSmallestWindow(t *testing.T) {
	r, _, w := reader(t, look.Light)
	w.Resize(fyne.NewSize(prefs.MinWidth, prefs.MinHeight))
	w.Canvas().Capture()
	type place struct {
		o    fyne.CanvasObject
		x, w float32
	}
	var all []place
	for _, o := range test.LaidOutObjects(r.Content()) {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
		if _, ok := o.(*control.Icon); ok && o.Visible() && at.Y < 48 {
			all = append(all, place{o, at.X, o.Size().Width})
		}
	}
	slices.SortFunc(all, func(a, b place) int { return cmp.Compare(a.x, b.x) })
	if len(all) < 9 {
		t.Fatalf("only %d things in the toolbar", len(all))
	}
	for i, p := range all[1:] {
		if before := all[i]; before.x+before.w > p.x {
			t.Errorf("what begins at %v reaches over what begins at %v", before.x, p.x)
		}
	}
	if last := all[len(all)-1]; last.x+last.w > prefs.MinWidth {
		t.Errorf("the last begins at %v", last.x)
	}
}
