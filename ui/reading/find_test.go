package reading_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/look"
	"sidelight/ui/reading"
	"sidelight/ui/uitest"
)

// TestFindInText types words, goes from place to place and comes back.
func TestFindInText(t *testing.T) {
	r, _, w := reader(t, look.Light)
	w.Canvas().Capture()
	r.Page().ScrollToY(40)
	before := r.Page().Place()
	r.RunCommand(command.Find)
	w.Canvas().Capture()
	uitest.TypeIn(w, "HOSTAGES")
	if !uitest.Shows(w, "1 of 6") {
		t.Error("the bar does not say that it shows the first of six places")
	}
	uitest.Press(w, fyne.KeyUp) // round the end
	if !uitest.Shows(w, "6 of 6") {
		t.Error("the bar does not say that it shows the last of six places")
	}
	if r.Page().Place() == before {
		t.Error("the page stays where the last place cannot be seen")
	}
	uitest.TypeIn(w, "x")
	if !uitest.Shows(w, "No match") {
		t.Error("the bar does not say that there is no match")
	}
	here := r.Page().Place()
	uitest.Press(w, fyne.KeyEscape)
	if got := r.Page().Place(); got != here {
		t.Errorf("closed at %+v, the last place found was at %+v", got, here)
	}
	if r.RunCommand(command.Back); r.Page().Place() != before {
		t.Errorf("the way back leads to %+v, opened at %+v", r.Page().Place(), before)
	}
	if w.Canvas().Focused() != fyne.Focusable(r.Page()) {
		t.Error("the page does not have the focus")
	}
}

// Who closes the bar by its cross or Esc, or opens the card of a mark, has found what they
// looked for, and stays; the way back is one step.
func TestFoundPlaceIsKept(t *testing.T) {
	for what, leave := range map[string]func(r *reading.Reader, w fyne.Window, e *annotations.Edition){
		"the cross": func(_ *reading.Reader, w fyne.Window, _ *annotations.Edition) { tapNamed(t, w, "Close") },
		"Esc":       func(_ *reading.Reader, w fyne.Window, _ *annotations.Edition) { uitest.Press(w, fyne.KeyEscape) },
		"a mark": func(r *reading.Reader, w fyne.Window, e *annotations.Edition) {
			click(t, r, w, nth(e, "edan-alexander", 0))
		},
	} {
		r, e, w := reader(t, look.Light)
		before := r.Page().Place()
		r.RunCommand(command.Find)
		w.Canvas().Capture()
		uitest.TypeIn(w, "living hostages")
		found := r.Page().Place()
		leave(r, w, e)
		if got := r.Page().Place(); got == before || got != found {
			t.Errorf("%s leaves the page at %+v; the words were found at %+v", what, got, found)
		}
		for range 2 {
			r.RunCommand(command.Back)
		}
		if got := r.Page().Place(); got != before {
			t.Errorf("after %s the way back leads to %+v, not to %+v", what, got, before)
		}
	}
}

// tapNamed taps the button of a name.
func tapNamed(t *testing.T, w fyne.Window, name string) {
	t.Helper()
	for _, o := range test.LaidOutObjects(w.Content()) {
		b, ok := o.(interface {
			fyne.Tappable
			fyne.Accessible
		})
		if ok && b.AccessibilityLabel() == name && o.Visible() && o.Size().Width > 0 {
			b.Tapped(&fyne.PointEvent{})
			return
		}
	}
	t.Fatalf("there is no button %q", name)
}
