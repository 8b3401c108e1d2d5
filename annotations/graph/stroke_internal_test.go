package graph

import (
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/figure"
)

// Each kind of node is drawn with lines in ink, by which it can be told in grey too.
func TestEveryKindHasLinesOfItsOwn(t *testing.T) {
	seen := map[string]annotations.Kind{}
	for _, k := range annotations.Kinds() {
		form := ""
		for _, s := range disc(vec{50, 50}, 8, k, false) {
			switch s := s.(type) {
			case figure.Disc:
				if s.Stroke != "" {
					form += "ring" + string(rune('0'+int(s.Width*2)))
				}
			case figure.Line:
				form += "line" + string(rune('0'+len(s.Dash)))
				if len(s.Points) == 2 {
					form += "straight"
				}
				if len(s.Dash) > 0 && s.Dash[0] == 0 {
					form += "dots"
				}
			default:
				t.Errorf("%v: a shape of type %T", k, s)
			}
		}
		if other, ok := seen[form]; form == "" || ok {
			t.Errorf("%v looks as %v: %q", k, other, form)
		}
		seen[form] = k
	}
}
