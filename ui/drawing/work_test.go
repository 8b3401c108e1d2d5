package drawing_test

import (
	"image"
	"testing"

	"sidelight/annotations/figure"
	"sidelight/ui/drawing"
	"sidelight/ui/look"
	"sidelight/ui/uitest"
)

// TestDrawsAnewWhatHasChanged says that what moves in one place costs no more than that.
func TestDrawsAnewWhatHasChanged(t *testing.T) {
	b, w := show(t, look.Light, 900, 720, discs(500, 0, one))
	if stale, all := b.Stale(); stale > 0 || all < 12 {
		t.Fatalf("%d of %d plates are still to be drawn", stale, all)
	}
	b.SetFigure(discs(500, 0, one)(drawing.Measure(rolesOf(t))))
	if stale, _ := b.Stale(); stale > 0 {
		t.Errorf("the same figure draws %d plates anew", stale)
	}
	b.SetFigure(discs(500, 3, one)(drawing.Measure(rolesOf(t))))
	if stale, all := b.Stale(); stale < 1 || stale > all/2 {
		t.Errorf("one disc draws %d of %d plates anew", stale, all)
	}
	moved := w.Canvas().Capture()
	_, fresh := show(t, look.Light, 900, 720, discs(500, 3, one))
	if !alike(moved, fresh.Canvas().Capture()) {
		t.Error("it looks different from what is drawn from nothing")
	}
}

// TestScrollingDrawsWhatComesIntoView says the same of scrolling, which ends in the picture
// that a board has that was there at once.
func TestScrollingDrawsWhatComesIntoView(t *testing.T) {
	b, w := show(t, look.Light, 800, 600, rows(200))
	for range 8 {
		b.ScrollBy(63)
		if stale, all := b.Stale(); stale > 2 {
			t.Errorf("a step of the wheel draws %d of %d plates anew", stale, all)
		}
		plates(b, w)
	}
	scrolled := w.Canvas().Capture()
	c, fresh := show(t, look.Light, 800, 600, rows(200))
	c.ScrollTo(figure.Point{Y: 8 * 63})
	if !alike(scrolled, fresh.Canvas().Capture()) {
		t.Error("scrolled there it looks different from what is drawn there at once")
	}
}

// TestLayersAreFew says that what lies side by side is drawn at once, and what lies over
// something is drawn after it.
func TestLayersAreFew(t *testing.T) {
	b, _ := show(t, look.Light, 200, 200, nil)
	disc := func(x float32) figure.Disc {
		return figure.Disc{Centre: figure.Point{X: x, Y: 50}, Radius: 8, Fill: figure.Text}
	}
	box := func(x float32) figure.Box {
		return figure.Box{At: figure.Rect{X: x, Y: 40, W: 20, H: 20}, Fill: figure.Lamp}
	}
	for _, c := range []struct {
		name   string
		shapes []figure.Shape
		plates int
	}{
		{"side by side", []figure.Shape{disc(20), box(40), disc(80), box(100)}, 1},
		{"a box over a disc", []figure.Shape{disc(20), box(20)}, 1},
		{"a disc over a box over a disc", []figure.Shape{disc(20), box(20), disc(30)}, 2},
		{"a disc over a box", []figure.Shape{box(20), disc(30), box(120)}, 1},
		{"twice over", []figure.Shape{disc(20), box(20), disc(30), box(30), disc(40)}, 3},
	} {
		b.SetFigure(&figure.Figure{Width: 200, Height: 200, Groups: []figure.Group{{Shapes: c.shapes}}})
		if got := len(b.Plates()); got != c.plates {
			t.Errorf("%s: %d plates, want %d", c.name, got, c.plates)
		}
	}
}

// TestPicture holds the picture of a figure against what the window shows of it.
func TestPicture(t *testing.T) {
	_, w := show(t, look.Light, 480, 360, sample)
	f := sample(drawing.Measure(rolesOf(t)))
	if !nearly(drawing.Picture(f, rolesOf(t), 1), w.Canvas().Capture()) {
		t.Error("at the window's scale the picture differs from the window")
	}
	if got := drawing.Picture(f, rolesOf(t), 2).Bounds(); got != image.Rect(0, 0, 960, 720) {
		t.Errorf("at twice the scale it has %v", got)
	}
}

// TestPictureOfALongFigure says that a picture is painted without seams, and never too
// large.
func TestPictureOfALongFigure(t *testing.T) {
	_, roles := uitest.App(t, look.Light)
	f := rows(40)(drawing.Measure(roles))
	_, w := show(t, look.Light, 800, 1600, rows(40))
	if !nearly(drawing.Picture(f, rolesOf(t), 1), w.Canvas().Capture()) {
		t.Error("in parts it is painted differently")
	}
	if got := drawing.Picture(&figure.Figure{}, roles, 2).Bounds(); got.Empty() {
		t.Error("of nothing there is no picture")
	}
	for _, c := range []struct{ w, h, scale, want float32 }{
		{900, 700, 2, 2}, {10, 1e9, 2, 1.0 / 512}, {20_000, 20_000, 2, 209.0 / 512}, {0, 0, 2, 2}, {40, 30, 0, 1}, {900, 40_000, 2, 419.0 / 512},
	} {
		if got := drawing.Fitting(c.w, c.h, c.scale); got != c.want {
			t.Errorf("%v x %v at %v is painted at %v, want %v", c.w, c.h, c.scale, got, c.want)
		}
	}
}
