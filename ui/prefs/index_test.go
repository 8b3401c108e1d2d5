package prefs_test

import (
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/ui/layer"
)

func TestIndexAndLayersAreKept(t *testing.T) {
	p, log := newPrefs(t)
	if !p.IndexOpen() || p.Folded(annotations.Person) || !p.Folded(annotations.Term) || p.Layers() != (layer.Set{}) {
		t.Error("the index does not begin as the design has it")
	}
	p.SetIndexOpen(false)
	p.SetFolded([]annotations.Kind{annotations.Person, annotations.Quote})
	want := layer.Set{Density: layer.FirstMention}.WithKind(annotations.Event, false)
	p.SetLayers(want)
	if p.IndexOpen() || !p.Folded(annotations.Person) || p.Folded(annotations.Term) || p.Layers() != want {
		t.Errorf("came back with open %v, layers %q", p.IndexOpen(), p.Layers())
	}
	p.SetFolded(nil)
	if p.Folded(annotations.Person) || p.Folded(annotations.Place) {
		t.Error("groups are folded after all were unfolded")
	}
	if log.Len() > 0 {
		t.Errorf("logged %s", log)
	}
}

func TestWrongLayersAreRefused(t *testing.T) {
	p, log := stored(t, "layers", `"lines -nobody"`)
	if got := p.Layers(); got != (layer.Set{}) || !strings.Contains(log.String(), "layers") {
		t.Errorf("layers %q, logged %q", got, log)
	}
	p, log = stored(t, "index.open", `"yes"`)
	if !p.IndexOpen() || !strings.Contains(log.String(), "index.open") {
		t.Errorf("logged %q for an index that is neither open nor closed", log)
	}
}
