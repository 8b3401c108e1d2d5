package prefs

import (
	"log/slog"
	"testing"

	"sidelight/ui/layer"
)

// How many of the found marks are shown is kept by its name; another name is none.
func TestFound(t *testing.T) {
	p := New(NewStore(), slog.New(slog.DiscardHandler))
	if got := p.Found(); got != layer.Balanced {
		t.Errorf("at first %v", got)
	}
	for _, f := range layer.Founds() {
		if p.SetFound(f); p.Found() != f {
			t.Errorf("kept %v, got %v", f, p.Found())
		}
	}
	for _, wrong := range []any{"all", 3.0} {
		p.store.set(keyFound, wrong)
		if got := p.Found(); got != layer.Balanced {
			t.Errorf("of %v: %v", wrong, got)
		}
	}
}
