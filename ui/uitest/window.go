package uitest

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
)

// Shows reports whether a text in the window reads so.
func Shows(w fyne.Window, text string) bool {
	for _, o := range test.LaidOutObjects(w.Content()) {
		if x, ok := o.(*canvas.Text); ok && x.Visible() && strings.Contains(x.Text, text) {
			return true
		}
	}
	return false
}

// TypeIn types where the focus is.
func TypeIn(w fyne.Window, text string) {
	for _, c := range text {
		w.Canvas().Focused().TypedRune(c)
	}
}

// Press presses keys where the focus is.
func Press(w fyne.Window, keys ...fyne.KeyName) {
	for _, k := range keys {
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
}
