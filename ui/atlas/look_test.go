package atlas_test

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"sidelight/ui/look"
	"sidelight/ui/uitest"
)

func TestLook(t *testing.T) {
	r := open(t, uitest.Edition(t), look.Light, 688, 772)
	r.selectEntity(t, "qatar")
	test.AssertImageMatches(t, "qatar-light.png", r.window.Canvas().Capture())
	r = open(t, uitest.Edition(t), look.Dark, 596, 652)
	r.selectEntity(t, "us-hamas-talks")
	test.AssertImageMatches(t, "talks-dark.png", r.window.Canvas().Capture())
}
