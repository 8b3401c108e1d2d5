package typeset

import (
	"strings"
	"testing"

	"sidelight/assets"
)

// A number stays with its unit at every width that holds both.
func TestUnitStaysWithItsNumber(t *testing.T) {
	face, err := NewFace("Serif", assets.SerifRegular)
	if err != nil {
		t.Fatal(err)
	}
	style := Style{Face: face, Size: 19, Leading: 30}
	text := NewText("The plan required 35 MPa after 28 days of rest.", 0, style)
	for width := float32(90); width < 500; width += 3 {
		for _, l := range text.Break(width) {
			if strings.HasPrefix(l.Text(), "MPa") {
				t.Errorf("at %v px a line begins with %q", width, l.Text())
			}
		}
	}
}
