package main

import (
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/look"
	"sidelight/ui/reading"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// windowPicture returns the window with the first article, painted without a
// display.
func windowPicture(t *testing.T) image.Image {
	t.Helper()
	app, _ := uitest.App(t, look.Light)
	r, err := reading.New(app.Settings().Theme().(*look.Theme))
	if err != nil {
		t.Fatal(err)
	}
	r.Show(session.Document{Edition: uitest.Edition(t)})
	w := test.NewTempWindow(t, r.Content())
	w.SetPadded(false)
	w.Resize(fyne.NewSize(1280, 820))
	return w.Canvas().Capture()
}

// The comparison of the end-to-end tests notices what a reader would.
func TestCompareNoticesWhatIsMissing(t *testing.T) {
	img := windowPicture(t)
	part := image.Rect(236, 88, 864, 812) // the article
	paper := img.At(part.Max.X-1, part.Max.Y-1)
	if d := compare(img, img, part); !d.same() || d.other() || d.mean != 0 || d.tile != 0 {
		t.Errorf("a picture differs from itself by %v", d)
	}
	for _, c := range []struct {
		what string
		over image.Rectangle
	}{
		{"two lines", image.Rect(280, 363, 860, 423)},
		{"one line", image.Rect(280, 393, 860, 423)},
		{"one word", image.Rect(318, 363, 436, 390)}, // "White House"
	} {
		if d := compare(img, covered(img, c.over, paper), part); d.same() {
			t.Errorf("%s painted over pass: they differ by %v", c.what, d)
		} else if !d.at.Overlaps(c.over) {
			t.Errorf("%s painted over are found at %v, not in %v", c.what, d.at, c.over)
		}
	}
	if d := compare(img, covered(img, part, color.Black), part); !d.other() {
		t.Errorf("a black page is another picture, but differs by %v", d)
	}
}
