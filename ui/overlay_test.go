package ui_test

import (
	"testing"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/layer"
	"sidelight/ui/look"
)

// TestKeyboardSkipsHiddenMarks: Tab has no business where nothing can be seen.
func TestKeyboardSkipsHiddenMarks(t *testing.T) {
	r, e, _ := reader(t, look.Light)
	s := layer.Set{}
	for _, k := range annotations.Kinds() {
		s = s.WithKind(k, k == annotations.Number)
	}
	r.Page().SetLayers(s)
	for range 3 {
		r.RunCommand(command.NextMark)
		i := r.Session().State().Focused
		if i < 0 {
			t.Fatal("no mark has the focus")
		}
		if x, _ := e.Entity(e.Mentions()[i].Entity); x.Kind != annotations.Number {
			t.Errorf("the focus is on %q, which is hidden", x.Name)
		}
	}
	r.Page().SetLayers(layer.Set{Plain: true})
	r.RunCommand(command.NextMark)
	if i := r.Session().State().Focused; i >= 0 {
		t.Errorf("in plain text the focus is on mention %d", i)
	}
}
