package layer_test

import (
	"testing"

	"sidelight/annotations"
	"sidelight/ui/layer"
)

func TestWordsAndBack(t *testing.T) {
	for _, s := range []layer.Set{
		{}, {Density: layer.Off}, {Everything: true}, {Density: layer.FirstMention, NamesOnly: true, Plain: true},
		layer.Set{Density: layer.Tints}.WithKind(annotations.Place, false).WithVoice(annotations.Unnamed, false),
	} {
		if got, ok := layer.Parse(s.String()); got != s || !ok {
			t.Errorf("%q is read as %+v, %v; want %+v", s, got, ok, s)
		}
	}
	for _, words := range []string{"place", "-nobody", "lines LINES"} {
		if _, ok := layer.Parse(words); ok {
			t.Errorf("%q counts as layers", words)
		}
	}
}
