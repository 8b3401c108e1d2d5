package layer_test

import (
	"testing"

	"sidelight/annotations"
	"sidelight/ui/layer"
)

func TestEverythingShowsAtFirst(t *testing.T) {
	var s layer.Set
	for _, k := range annotations.Kinds() {
		if !s.Shows(k, annotations.Description) {
			t.Errorf("%v is hidden", k)
		}
	}
	for _, v := range annotations.Voices() {
		if !s.ShowsVoice(v) {
			t.Errorf("%v is hidden", v)
		}
	}
}

func TestSwitches(t *testing.T) {
	s := layer.Set{}.WithKind(annotations.Number, false).WithVoice(annotations.Official, false)
	if s.Shows(annotations.Number, annotations.Name) || s.ShowsVoice(annotations.Official) {
		t.Error("what was switched off shows")
	}
	if !s.Shows(annotations.Term, annotations.Name) || !s.ShowsVoice(annotations.OnRecord) {
		t.Error("what was left on is hidden")
	}
	if got := s.WithKind(annotations.Number, true).WithVoice(annotations.Official, true); got != (layer.Set{}) {
		t.Errorf("on again gives %+v", got)
	}
	s.NamesOnly = true
	if s.Shows(annotations.Person, annotations.Description) || !s.Shows(annotations.Person, annotations.Alias) {
		t.Error("names only must hide descriptions and nothing else")
	}
	s.Plain = true
	if s.Shows(annotations.Person, annotations.Name) || s.ShowsVoice(annotations.OnRecord) {
		t.Error("plain text shows marks")
	}
	if !s.Kind(annotations.Person) {
		t.Error("plain text forgot which kinds are on")
	}
	s.Everything = true
	if got := s.All(); got != (layer.Set{Everything: true}) {
		t.Errorf("All gives %+v", got)
	}
}
