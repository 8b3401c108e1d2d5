package ui_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"sidelight/ui/command"
	"sidelight/ui/look"
)

// TestFindInText types words, goes from place to place and comes back.
func TestFindInText(t *testing.T) {
	r, _, w := reader(t, look.Light)
	w.Canvas().Capture()
	r.Page().ScrollToY(40)
	before := r.Page().Place()
	r.RunCommand(command.Find)
	w.Canvas().Capture()
	typeIn(w, "HOSTAGES")
	if !shows(w, "1 of 6") {
		t.Error("the bar does not say that it shows the first of six places")
	}
	press(w, fyne.KeyUp) // round the end
	if !shows(w, "6 of 6") {
		t.Error("the bar does not say that it shows the last of six places")
	}
	if r.Page().Place() == before {
		t.Error("the page stays where the last place cannot be seen")
	}
	typeIn(w, "x")
	if !shows(w, "No match") {
		t.Error("the bar does not say that there is no match")
	}
	press(w, fyne.KeyEscape)
	if got := r.Page().Place(); got != before {
		t.Errorf("closed at %+v, opened at %+v", got, before)
	}
	if w.Canvas().Focused() != fyne.Focusable(r.Page()) {
		t.Error("the page does not have the focus")
	}
}
