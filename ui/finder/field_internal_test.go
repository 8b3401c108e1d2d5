package finder

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/look"
	"sidelight/ui/uitest"
)

// In a narrow field the words come before the key.
func TestKeyGivesWayToTheWords(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	f := New(Options{Roles: roles}, "Search names, facts, passages", "Ctrl K")
	w := test.NewTempWindow(t, container.NewWithoutLayout(f.Field()))
	for _, width := range []float32{343, 240, 343} {
		f.Field().Resize(fyne.NewSize(width, fieldHeight))
		w.Canvas().Capture()
		if shown := !f.field.hint.Hidden; shown != (width == 343) {
			t.Errorf("at %v px the key is shown: %v", width, shown)
		}
	}
}
