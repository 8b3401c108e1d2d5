package reading_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"sidelight/ui/look"
	"sidelight/ui/uitest"
)

// The toolkit lays out all of a window once more before it first draws it: what then asked
// to be drawn anew would have the whole window drawn twice.
func TestToLayOutAgainDrawsNothing(t *testing.T) {
	_, _, w := reader(t, look.Light)
	for _, size := range []fyne.Size{{Width: 1280, Height: 820}, {Width: 1920, Height: 1000}, {Width: 900, Height: 640}} {
		w.Resize(size)
		for _, drawn := range uitest.LayOutAgain(t, w.Content()) {
			t.Errorf("%v: a %s is drawn", size, drawn)
		}
	}
}
