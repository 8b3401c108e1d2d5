package page_test

import (
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/look"
	"sidelight/ui/page"
	"sidelight/ui/uitest"
)

// An article that the program has marked: short lines, shorter ones of which it is not
// sure, quotation marks in ink without a ground, and bars of one line. The kinds can be
// told in grey.
func TestPicturesOfTheMachinesHand(t *testing.T) {
	for _, x := range []struct {
		file     string
		scheme   look.Scheme
		selected bool
		grey     bool
	}{
		{"machine-light.png", look.Light, false, false}, {"machine-dark.png", look.Dark, true, false},
		{"machine-contrast.png", look.HighContrast, false, false}, {"machine-grey.png", look.Light, true, true},
	} {
		e := uitest.Marked(t)
		p, w, _ := open(t, x.scheme, e)
		_, roles := uitest.App(t, x.scheme)
		p.SetStill(true)
		p.SetFormat(page.FormatFor(roles, look.Setting{}, 1280, 688))
		w.Resize(fyne.NewSize(688, 900))
		if x.selected {
			selects(p, "port", nth(t, e, "port", 0).ID())
		}
		img := w.Canvas().Capture()
		out := image.NewNRGBA(image.Rect(0, 0, 688, 600))
		for y := range 600 {
			for x2 := range 688 {
				c := img.At(x2, 230+y)
				if x.grey {
					c = color.GrayModel.Convert(c)
				}
				out.Set(x2, y, c)
			}
		}
		test.AssertImageMatches(t, x.file, out)
	}
}
