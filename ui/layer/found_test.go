package layer_test

import (
	"testing"

	"sidelight/ui/layer"
)

// The choices stand in the order of what they show, and the first is that of a reader who
// has chosen none.
func TestFounds(t *testing.T) {
	last := float32(1)
	for _, f := range layer.Founds() {
		if f.Least() >= last || f.Least() <= 0 {
			t.Errorf("%v shows marks from %g on, the one before from %g", f, f.Least(), last)
		}
		last = f.Least()
	}
	var none layer.Found
	if none != layer.Balanced {
		t.Error("who has chosen nothing does not have the balanced choice")
	}
}
