package index_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/uitest"
)

// Behind the name of which the program is not sure stands a question mark, and screen
// readers say so; behind no other.
func TestAQuestionMarkBehindAnUnsureName(t *testing.T) {
	_, _, w := shown(t, uitest.Marked(t))
	marks, after := 0, ""
	var walk func(o fyne.CanvasObject, row string)
	walk = func(o fyne.CanvasObject, row string) {
		if o == nil || !o.Visible() {
			return
		}
		if a, ok := o.(interface{ AccessibilityLabel() string }); ok {
			row = a.AccessibilityLabel()
		}
		switch x := o.(type) {
		case *canvas.Text:
			if x.Text == "?" {
				marks, after = marks+1, row
			}
		case *fyne.Container:
			for _, c := range x.Objects {
				walk(c, row)
			}
		case fyne.Widget:
			for _, c := range test.WidgetRenderer(x).Objects() {
				walk(c, row)
			}
		}
	}
	walk(w.Content(), "")
	if marks != 1 || !strings.HasPrefix(after, "Rolf Ek, 1, unsure") {
		t.Errorf("%d question marks, the last behind %q", marks, after)
	}
}
