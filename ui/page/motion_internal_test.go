package page

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2/test"

	"sidelight/ui/shape"
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
	box := shape.NewBox(color.NRGBA{})
	m := &fader{fading: []tint{{box, color.NRGBA{}, to}}}
	m.settle()
	if box.FillColor != to || m.fading != nil {
		t.Errorf("the ground is left at %v", box.FillColor)
	}
}

// A mark that scrolls under the pointer lights in the frame that shows the scrolling, and
// asks for no other.
func TestTintsChangeAtOnceWhileThePageScrolls(t *testing.T) {
	test.NewTempApp(t)
	to := color.NRGBA{10, 20, 130, 200}
	for _, held := range []bool{false, true} {
		box := shape.NewBox(to)
		f := &fader{motion: &motion{}, held: held}
		f.fade(hoverTime, []tint{{box, color.NRGBA{}, to}})
		if got := f.tinting == nil; got != held || box.FillColor != to {
			t.Errorf("held %v: fades %v, the ground is %v", held, !got, box.FillColor)
		}
	}
}
