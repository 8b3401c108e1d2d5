package ui_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"sidelight/ui/command"
	"sidelight/ui/help"
	"sidelight/ui/look"
)

// What the sheet says comes from the one table: nothing is left out.
func TestKeySheetListsEveryCommand(t *testing.T) {
	r, _, _ := reader(t, look.Light)
	lines := help.New(r.Commands(), look.Current().Roles()).Lines()
	if len(lines) != len(r.Commands()) {
		t.Errorf("%d lines for %d commands", len(lines), len(r.Commands()))
	}
	for _, c := range r.Commands() {
		want := c.Label() + " | " + c.Keys[0].String()
		found := false
		for _, l := range lines {
			found = found || l == want || strings.HasPrefix(l, want+" | ")
		}
		if !found {
			t.Errorf("no line %q", want)
		}
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
	if !r.Session().State().PanelOpen {
		t.Error("a letter does something under the card")
	}
	key(fyne.KeyEscape)
	if len(w.Canvas().Overlays().List()) != 0 || w.Canvas().Focused() != page {
		t.Errorf("the card stays, or the focus is on %T", w.Canvas().Focused())
	}
}

func TestSearchLeavesTheCard(t *testing.T) {
	r, _, w := reader(t, look.Light)
	w.Canvas().Capture()
	r.RunCommand(command.Keys)
	r.RunCommand(command.Search)
	if len(w.Canvas().Overlays().List()) != 0 || w.Canvas().Focused() != r.Field() {
		t.Errorf("the sheet stays, or the focus is on %T", w.Canvas().Focused())
	}
}
