package uitest

import (
	"cmp"
	"image"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Words returns what the texts say that begin in a part of the window, given in
// pixels: line by line and in each line from left to right, with one blank between
// two texts. root is the content of the window.
func Words(root fyne.CanvasObject, part image.Rectangle) string {
	type text struct {
		x, y  int
		words string
	}
	var all []text
	Walk(root, func(o fyne.CanvasObject) {
		t, ok := o.(*canvas.Text)
		if !ok || strings.TrimSpace(t.Text) == "" {
			return
		}
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(t)
		if x, y := int(at.X), int(at.Y); image.Pt(x, y).In(part) {
			all = append(all, text{x, y, strings.TrimSpace(t.Text)})
		}
	})
	slices.SortStableFunc(all, func(a, b text) int { return cmp.Or(cmp.Compare(a.y, b.y), cmp.Compare(a.x, b.x)) })
	words := make([]string, len(all))
	for i, t := range all {
		words[i] = t.words
	}
	return strings.Join(words, " ")
}
