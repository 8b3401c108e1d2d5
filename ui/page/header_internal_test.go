package page

import (
	"testing"

	"sidelight/ui/look"
	"sidelight/ui/uitest"
)

// A title takes two lines at most at any size of the text.
func TestTitleFitsAtAnySize(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	h := newHeader(roles)
	h.open(uitest.Edition(t))
	for size := float32(look.MinSize); size <= look.MaxSize; size++ {
		for _, c := range []struct{ window, width float32 }{{860, 860}, {1000, 596}, {1280, 688}, {1920, 1244}} {
			f := FormatFor(roles, look.Setting{Size: size, Measure: 62}, c.window, c.width)
			h.set(f)
			if lines := h.title.Size().Height / h.title.Role().Leading; lines > 2 {
				t.Errorf("at %v px in %v: the title takes %v lines of %v px", size, c.window, lines, f.Column)
			}
			if h.standfirst.Position().Y < h.title.Position().Y+h.title.Size().Height {
				t.Errorf("at %v px in %v: the standfirst lies over the title", size, c.window)
			}
		}
	}
}
