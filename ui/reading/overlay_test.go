package reading_test

import (
	"testing"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/layer"
	"sidelight/ui/look"
	"sidelight/ui/session"
)

// TestKeyboardSkipsHiddenMarks: Tab has no business where nothing can be seen.
func TestKeyboardSkipsHiddenMarks(t *testing.T) {
	r, e, _ := reader(t, look.Light)
	s := layer.Set{}
	for _, k := range annotations.Kinds() {
		s = s.WithKind(k, k == annotations.Number)
	}
	r.Session().Update(func(st *session.State) { st.Layers = s })
	for range 3 {
		r.RunCommand(command.NextMark)
		m, ok := e.Mention(r.Session().State().Focused)
		if !ok {
			t.Fatal("no mark has the focus")
		}
		if x, _ := e.Entity(m.Entity); x.Kind != annotations.Number {
			t.Errorf("the focus is on %q, which is hidden", x.Name)
		}
	}
	r.Session().Update(func(st *session.State) { st.Layers = layer.Set{Plain: true} })
	r.RunCommand(command.NextMark)
	if id := r.Session().State().Focused; id != "" {
		t.Errorf("in plain text the focus is on the mention %s", id)
	}
}
