package voices_test

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"sidelight/ui/look"
	"sidelight/ui/uitest"
)

func TestLooksAsDesigned(t *testing.T) {
	r := newRig(t, uitest.Edition(t), look.Light, 1280, 820)
	r.nav.OpenEntity("q-get-the-job-done")
	test.AssertImageMatches(t, "quotation.png", r.picture())
	r = newRig(t, uitest.Edition(t), look.Dark, 1000, 700)
	r.nav.OpenEntity("donald-trump")
	test.AssertImageMatches(t, "speaker-dark.png", r.picture())
}
