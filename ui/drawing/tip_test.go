package drawing_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations/figure"
	"sidelight/ui/control"
	"sidelight/ui/drawing"
	"sidelight/ui/look"
	"sidelight/ui/uitest"
)

// teller is what shows tips in a window: it remembers what is said, and about what.
type teller struct {
	widget.BaseWidget
	about fyne.CanvasObject
	tip   control.Tip
}

func (h *teller) ShowTip(about fyne.CanvasObject, t control.Tip) { h.about, h.tip = about, t }

func (h *teller) HideTip(about fyne.CanvasObject) {
	if h.about == about {
		h.about, h.tip = nil, control.Tip{}
	}
}

func (h *teller) CreateRenderer() fyne.WidgetRenderer {
	return control.Render(h, func() {}, func(fyne.Size) {})
}

func (h *teller) MinSize() fyne.Size { return fyne.Size{} }

// told shows a board of ten rows, 44 px below the top of a window that has tips.
func told(t *testing.T) (*drawing.Board, *teller, fyne.Window) {
	t.Helper()
	_, roles := uitest.App(t, look.Light)
	b, h := drawing.New(roles), &teller{}
	h.ExtendBaseWidget(h)
	f := rows(40)(drawing.Measure(roles))
	f.Groups[2].Tip = ""
	f.Groups[3].Hit.W = 100
	f.Groups = append(f.Groups, figure.Group{Key: "line", Name: "A line", Tip: "joins", Along: 6, Shapes: []figure.Shape{
		figure.Line{Points: []figure.Point{{X: 20, Y: 300}, {X: 420, Y: 380}}, Width: 1, Ink: figure.Text},
	}})
	b.SetFigure(f)
	w := test.NewTempWindow(t, container.NewWithoutLayout(b, h))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(800, 444))
	b.Move(fyne.NewPos(0, 44))
	b.Resize(fyne.NewSize(800, 400))
	w.Canvas().Capture()
	return b, h, w
}

func TestTipStandsUnderItsGroup(t *testing.T) {
	b, h, w := told(t)
	hover := func(x, y float32) { test.MoveMouse(w.Canvas(), fyne.NewPos(x, y)) }
	says := func(words string, x, y, w, ht float32) {
		t.Helper()
		if h.tip.Words != words {
			t.Fatalf("the tip says %q, want %q", h.tip.Words, words)
		}
		if words == "" {
			return
		}
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(h.about)
		got := figure.Rect{X: at.X + h.tip.X, Y: at.Y, W: h.about.Size().Width, H: h.about.Size().Height}
		if got != (figure.Rect{X: x, Y: y, W: w, H: ht}) {
			t.Errorf("%q is about %v, want %v", words, got, figure.Rect{X: x, Y: y, W: w, H: ht})
		}
	}
	hover(300, 50)
	says("Tip 0", 300, 44, 700, 40) // of a wide group the tip is where the pointer is
	hover(300, 44+85)
	says("", 0, 0, 0, 0)
	hover(60, 44+130)
	says("Tip 3", 20, 44+120, 100, 40)
	b.ScrollBy(60)
	says("Tip 4", 60, 44+100, 700, 40)
	hover(220, 44+280)
	says("joins", 214, 44+274, 12, 12) // of a line, near the pointer
	b.OnTapped = func(g *figure.Group, _ figure.Point) { b.SetFocused(g.Key) }
	b.OnKey = func(*fyne.KeyEvent) bool { b.SetFocused("row5"); return true }
	test.TapCanvas(w.Canvas(), fyne.NewPos(220, 44+280))
	says("", 0, 0, 0, 0) // who has clicked knows
	test.MoveMouse(w.Canvas(), fyne.NewPos(790, 60))
	says("", 0, 0, 0, 0)
	uitest.Press(w, fyne.KeyDown)
	says("Tip 5", 20, 44+140, 700, 40)
	w.Canvas().Unfocus()
	says("", 0, 0, 0, 0)
}

func TestPlaceIsThatOfTheWindow(t *testing.T) {
	b, _, _ := told(t)
	b.ScrollBy(30)
	at, size, ok := b.Place("row5")
	if !ok || at != fyne.NewPos(20, 44+200-30) || size != fyne.NewSize(700, 40) {
		t.Errorf("row 5 is at %v, %v large (%v)", at, size, ok)
	}
	if _, _, ok := b.Place("no such row"); ok {
		t.Error("what there is not has a place")
	}
}
