package control

import (
	"runtime"

	"fyne.io/fyne/v2"
)

// Line is the height in pixels of a line of the program's own words, by which a
// wheel moves what has no lines of its own to count.
const Line = 21

const (
	notch = 3 // lines that a step of a wheel moves

	// What the toolkit sends for a turn of 1, in pixels, and what it makes of turns
	// from 10 on (scroll_speed_default.go in its driver). On macOS the system itself
	// says by how many pixels to move.
	toolkitStep  = 25
	fastTurns    = 10
	acceleration = 125
)

// Wheel turns what a mouse's wheel or a touchpad sends into whole pixels to scroll by:
// between them text is blurred. A wheel that sends steps moves by three lines a
// step, as elsewhere on the desktop; what sends parts of steps, as a touchpad does,
// moves by the pixels that it asks for.
type Wheel struct{ rest float32 } // asked for beyond whole pixels or steps

// scrolls is whether a wheel has been turned.
var scrolls bool

// Turn returns by how many pixels to scroll down for an event, over lines that are
// line pixels high. The number is whole; it is negative to scroll up.
func (w *Wheel) Turn(e *fyne.ScrollEvent, line float32) float32 {
	scrolls = true
	w.rest -= pixels(e.Scrolled.DY, line, runtime.GOOS != "darwin")
	whole := float32(int(w.rest))
	w.rest -= whole
	return whole
}

// Steps returns by how many steps to go on, for what has steps of its own: a step of a
// wheel, or as many pixels of a touchpad, is one. It is negative to go up.
func (w *Wheel) Steps(e *fyne.ScrollEvent) int {
	w.rest -= calm(e.Scrolled.DY / toolkitStep)
	whole := int(w.rest)
	w.rest -= float32(whole)
	return whole
}

// calm undoes what the toolkit makes of a fast turn, so that it goes as far as slow
// ones.
func calm(turns float32) float32 {
	if max(turns, -turns) >= fastTurns*acceleration {
		return turns / acceleration
	}
	return turns
}

// pixels returns how far to go for d pixels of the toolkit's. Where steps can be told
// from parts of steps, a whole number of them moves by lines.
func pixels(d, line float32, steps bool) float32 {
	if !steps {
		return d
	}
	turns := calm(d / toolkitStep)
	switch {
	case turns == float32(int(turns)):
		return turns * notch * line
	case turns == d/toolkitStep:
		return d
	}
	return turns * toolkitStep
}
