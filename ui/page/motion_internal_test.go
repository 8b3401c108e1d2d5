package page

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2/canvas"
)

func TestBetween(t *testing.T) {
	from, to := color.NRGBA{10, 20, 30, 0}, color.NRGBA{10, 20, 130, 200}
	for f, want := range map[float32]color.NRGBA{0: from, 0.5: {10, 20, 80, 100}, 1: to} {
		if got := between(from, to, f); got != want {
			t.Errorf("at %v: %v, want %v", f, got, want)
		}
	}
}

// A ground whose change is cut short by another has its colour all the same.
func TestTintsSettle(t *testing.T) {
	to := color.NRGBA{10, 20, 130, 200}
	box := canvas.NewRectangle(color.NRGBA{})
	m := &fader{fading: []tint{{box, color.NRGBA{}, to}}}
	m.settle()
	if box.FillColor != to || m.fading != nil {
		t.Errorf("the ground is left at %v", box.FillColor)
	}
}
