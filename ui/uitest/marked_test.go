package uitest_test

import (
	"testing"

	"sidelight/annotations"
	"sidelight/ui/uitest"
)

func TestMarked(t *testing.T) {
	e := uitest.Marked(t)
	for _, m := range e.Mentions() {
		if m.Origin != annotations.Found || m.By == 0 {
			t.Errorf("the mention %s does not say what found it", m.ID())
		}
	}
	if unsure, _ := e.Nth("ek", 0); !unsure.Unsure() {
		t.Error("nothing is unsure")
	}
	if named, others := e.Times("sander"); named != 3 || others != 0 {
		t.Errorf("Sander is mentioned %d + %d times", named, others)
	}
}
