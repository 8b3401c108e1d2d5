package control

import (
	"testing"

	"fyne.io/fyne/v2"
)

// TestPixels: a wheel goes three lines a step, a touchpad as far as it asks for.
func TestPixels(t *testing.T) {
	for _, c := range []struct {
		name          string
		d, line, want float32
		steps         bool
	}{
		{"a step", 25, 30, 90, true},
		{"a step the other way", -25, 30, -90, true},
		{"two steps at once", 50, 21, 126, true},
		{"a touchpad", 7.5, 30, 7.5, true},
		{"a touchpad, fast", -62.5, 30, -62.5, true},
		{"ten steps at once, which the toolkit makes 1250", 10 * 125 * 25, 20, 600, true},
		{"a fast touchpad, which the toolkit makes faster", 10.5 * 125 * 25, 20, 262.5, true},
		{"where the system gives pixels", 25, 30, 25, false},
		{"nothing", 0, 30, 0, true},
	} {
		if got := pixels(c.d, c.line, c.steps); got != c.want {
			t.Errorf("%s: %v pixels for %v, want %v", c.name, got, c.d, c.want)
		}
	}
}

// TestWheelKeepsWhatIsLeft: parts of pixels add up and are never scrolled to.
func TestWheelKeepsWhatIsLeft(t *testing.T) {
	var w Wheel
	sum := float32(0)
	for range 10 {
		d := w.Turn(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -0.75)}, Line)
		if d != float32(int(d)) {
			t.Fatalf("scrolls by %v pixels", d)
		}
		sum += d
	}
	if sum != 7 {
		t.Errorf("ten times 0.75 pixels are %v, want 7", sum)
	}
}
