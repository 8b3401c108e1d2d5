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

// CreateRenderer makes the renderer of the toolkit's scroller, which is laid out only if it
// changes.
func (r *Roller) CreateRenderer() fyne.WidgetRenderer {
	v := &rollerRenderer{WidgetRenderer: r.Scroll.CreateRenderer(), r: r}
	parts := v.WidgetRenderer.Objects()
	v.bar = newRestingBar(r, parts[len(parts)-2])
	return v
}

// rollerRenderer keeps the window from being drawn twice: the toolkit lays every widget out
// once more before it first draws it, and a scroller has itself drawn anew each time.
type rollerRenderer struct {
	fyne.WidgetRenderer
	r    *Roller
	laid fyne.Size // in which it was laid out last
	bar  *restingBar
}

// Layout lays the scroller out, unless it and its content lie as they would lie.
func (v *rollerRenderer) Layout(size fyne.Size) {
	c := v.r.Content
	if size == v.laid && c.Size() == c.MinSize().Max(size) && c.Position() == fyne.NewPos(-v.r.Offset.X, -v.r.Offset.Y) {
		return
	}
	v.laid = size
	v.WidgetRenderer.Layout(size)
	v.bar.follow()
}

// Refresh lays the scroller out anew.
func (v *rollerRenderer) Refresh() {
	v.WidgetRenderer.Refresh()
	v.bar.follow()
}

// Objects returns what the toolkit's scroller is drawn with, and while nobody needs its two
// bars, which come last, one of ours.
func (v *rollerRenderer) Objects() []fyne.CanvasObject {
	out := v.WidgetRenderer.Objects()
	if v.bar.wanted {
		return out
	}
	n := len(out) - 2
	return append(out[:n:n], v.bar)
}

// Scrolled moves the content by what the wheel asks for, to a whole pixel.
func (r *Roller) Scrolled(e *fyne.ScrollEvent) {
	moved := *e
	moved.Scrolled = fyne.NewDelta(0, -r.wheel.Turn(e, Line))
	r.Scroll.Scrolled(&moved)
}
