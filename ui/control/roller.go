package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Roller scrolls its content up and down, a wheel's step by three lines.
type Roller struct {
	container.Scroll
	wheel Wheel
}

// NewRoller makes the roller of a content.
func NewRoller(content fyne.CanvasObject) *Roller {
	r := &Roller{Scroll: container.Scroll{Direction: container.ScrollVerticalOnly, Content: content}}
	r.ExtendBaseWidget(r)
	return r
}

// Scrolled moves the content by what the wheel asks for, to a whole pixel.
func (r *Roller) Scrolled(e *fyne.ScrollEvent) {
	moved := *e
	moved.Scrolled = fyne.NewDelta(0, -r.wheel.Turn(e, Line))
	r.Scroll.Scrolled(&moved)
}
