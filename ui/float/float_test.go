package float_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/control"
	"sidelight/ui/float"
	"sidelight/ui/look"
	"sidelight/ui/uitest"
)

func window(t *testing.T) (fyne.Window, *float.Layer, *control.Icon) {
	t.Helper()
	uitest.App(t, look.Light)
	below := control.NewIcon("x", "Below", func() {})
	below.Resize(below.MinSize())
	below.Move(fyne.NewPos(360, 8))
	w := test.NewTempWindow(t, container.NewWithoutLayout(below))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(400, 300))
	w.Canvas().Capture()
	return w, float.NewLayer(w.Canvas()), below
}

func tall(height float32) fyne.CanvasObject {
	r := canvas.NewRectangle(nil)
	r.SetMinSize(fyne.NewSize(10, height))
	return r
}

func TestFocusGoesInAndReturns(t *testing.T) {
	w, l, below := window(t)
	w.Canvas().Focus(below)
	in := control.NewIcon("check", "Inside", func() {})
	closed := 0
	l.Open(float.Popover{Content: in, Width: 100, Anchor: below, Focus: in, OnClosed: func() { closed++ }})
	if w.Canvas().Focused() != fyne.Focusable(in) || !l.Shows(in) {
		t.Fatalf("the focus is on %T", w.Canvas().Focused())
	}
	w.Canvas().FocusNext()
	if w.Canvas().Focused() != fyne.Focusable(in) {
		t.Error("Tab leaves the card")
	}
	l.Dismiss()
	l.Dismiss()
	if w.Canvas().Focused() != fyne.Focusable(below) || l.Shown() || closed != 1 {
		t.Errorf("focus on %T, shown %v, closed %d times", w.Canvas().Focused(), l.Shown(), closed)
	}
}

func TestClickBesideDismisses(t *testing.T) {
	w, l, below := window(t)
	l.Open(float.Popover{Content: tall(60), Width: 100, Anchor: below})
	test.TapCanvas(w.Canvas(), fyne.NewPos(350, 70)) // on the card
	if !l.Shown() {
		t.Fatal("a click on the card dismisses it")
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(20, 200))
	if l.Shown() || len(w.Canvas().Overlays().List()) > 0 {
		t.Error("a click beside the card leaves it")
	}
}

func TestStaysInTheWindow(t *testing.T) {
	w, l, below := window(t)
	for _, height := range []float32{20, 200, 250, 5000} {
		for _, anchor := range []fyne.CanvasObject{below, nil} {
			l.Open(float.Popover{Content: tall(height), Width: 900, Padding: 16, Anchor: anchor})
			objects := test.WidgetRenderer(l).Objects()
			card := objects[1] // over the shade
			p, s, all := card.Position(), card.Size(), w.Canvas().Size()
			if p.X < 0 || p.Y < 0 || p.X+s.Width > all.Width || p.Y+s.Height > all.Height || s.Height < 20 {
				t.Errorf("content of %v px: the card is at %v, %v in a window of %v", height, p, s, all)
			}
		}
	}
}

// A card that begins at its distance from the top is as high as its content, and
// moves up in a low window.
func TestHangsFromTheTop(t *testing.T) {
	w, l, _ := window(t)
	for _, c := range []struct {
		window, content float32
		top, bottom     float32
	}{
		{800, 200, 84, 84 + 200 + 2},
		{800, 5000, 84, 800 - 12},
		{540, 200, 24, 24 + 200 + 2},
		{400, 5000, 12, 400 - 12},
	} {
		w.Resize(fyne.NewSize(500, c.window))
		l.Open(float.Popover{Content: tall(c.content), Width: 680, Top: 84})
		objects := test.WidgetRenderer(l).Objects()
		card := objects[1] // over the shade
		if y := card.Position().Y; y != c.top || l.Bottom() != c.bottom || card.Size().Width != 500-2*12 {
			t.Errorf("content of %v px in %v px: from %v to %v, %v wide; want %v to %v",
				c.content, c.window, y, l.Bottom(), card.Size().Width, c.top, c.bottom)
		}
	}
}

// What had the focus hears that the card is gone.
func TestDismissTakesTheFocus(t *testing.T) {
	_, l, below := window(t)
	in := control.NewIcon("check", "Inside", func() {})
	l.Open(float.Popover{Content: in, Width: 100, Anchor: below, Focus: in})
	if !in.Focused() {
		t.Fatal("the content does not have the focus")
	}
	if l.Dismiss(); in.Focused() {
		t.Error("the content still shows the focus")
	}
}
