package pattern_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations/notes"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
)

// A style is told from every other by its form alone, also in a cell.
func TestNewStyle_StylesDifferInGrey(t *testing.T) {
	test.NewTempApp(t)
	use(t, look.Light)
	for _, size := range []fyne.Size{{Width: 20, Height: 14}, {Width: pattern.StyleWidth, Height: pattern.StyleHeight}} {
		seen := map[string]notes.Style{}
		for _, s := range notes.Styles() {
			o := pattern.NewStyle(s, size.Width, size.Height)
			if got := o.MinSize(); got != size {
				t.Errorf("%v: size %v", s, got)
			}
			shape := marked(draw(o))
			if other, ok := seen[shape]; ok {
				t.Errorf("%v and %v have the same shape", s, other)
			}
			seen[shape] = s
		}
	}
}
