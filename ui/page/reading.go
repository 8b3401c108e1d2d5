package page

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/control"
	"sidelight/ui/page/flow"
)

// reading is where the reader is in the article, and how the view gets from
// place to place.
type reading struct {
	column *flow.Column
	stage  *stage
	motion *motion
	pane   *pane

	anchor  flow.Place      // where the reader went last; changes of size keep to it
	jumping *fyne.Animation // nil: none runs
	turning control.Wheel
	line    func() float32               // the height of a line of the text, pixels
	taken   func(*fyne.ScrollEvent) bool // takes a turn of the wheel that is not to scroll

	leaves func()          // called before the view moves
	moved  func()          // called after the view has been put somewhere
	turned func()          // called after the reader has scrolled by hand
	far    func(y float32) // called before a jump by more than a view, with where it leads
}

// now is the part of the sheet that is seen.
func (r *reading) now() flow.View {
	return flow.View{Y: r.pane.y, Height: r.pane.Size().Height, Head: r.stage.head()}
}

// limit keeps y within what can be scrolled, on whole pixels.
func (r *reading) limit(y float32) float32 { return r.column.Limit(y, r.pane.Size().Height) }

// height is the height of the view in pixels without the running head.
func (r *reading) height() float32 { return r.pane.Size().Height - runningHeight }

// put stands the view at y. It is the only way that the view moves.
func (r *reading) put(y float32) {
	if y = r.limit(y); y != r.pane.y {
		r.leaves()
		r.pane.y = y
		r.pane.place()
		r.stage.draw()
	}
	r.moved()
}

// scrollTo takes the reader to y at once.
func (r *reading) scrollTo(y float32) {
	r.put(y)
	r.anchor = r.column.Place(r.pane.y)
}

// stop ends a jump that is under way.
func (r *reading) stop() { halt(r.jumping) }

// turn follows the reader's own scrolling to y.
func (r *reading) turn(y float32) {
	r.stop()
	r.scrollTo(y)
	r.turned()
}

// wheel follows the wheel, unless it is taken for something else.
func (r *reading) wheel(e *fyne.ScrollEvent) {
	if r.taken(e) {
		return
	}
	by := r.turning.Turn(e, r.line())
	if y := r.limit(r.pane.y + by); y != r.pane.y {
		r.turn(y)
	}
}

// jump takes the reader to y in one movement.
func (r *reading) jump(y float32) {
	from, to := r.pane.y, r.limit(y)
	if r.column.Partial() { // what lies between is not set
		r.stop()
		r.scrollTo(to)
		return
	}
	r.motion.run(&r.jumping, jumpTime, func(f float32) { r.scrollTo(from + (to-from)*f) })
}

// leap is jump for where the reader asked to be taken: if it lies more than a
// view away, the way back is offered.
func (r *reading) leap(y float32) {
	y = r.limit(y)
	if abs(y-r.pane.y) > r.height() {
		r.far(y)
	}
	r.jump(y)
}

// restore scrolls at once to a place.
func (r *reading) restore(to flow.Place) {
	r.stop()
	r.anchor = to
	r.keep()
}

// keep scrolls to where the reader went last, which a change of size or format
// may have moved.
func (r *reading) keep() {
	if r.anchor.Offset >= 0 {
		r.column.Reach(r.anchor.Offset)
	}
	r.put(r.column.Y(r.anchor))
}

// seenFrom is where the view has to stand to show a span to a reader at a place,
// and where it stands at that place. An empty span is the place itself.
func (r *reading) seenFrom(s annotations.Span, from flow.Place) (y, start float32) {
	r.stop()
	if from.Offset >= 0 {
		r.column.Reach(from.Offset)
	}
	v := r.now()
	v.Y = r.limit(r.column.Y(from))
	y, start = v.Y, v.Y
	if !s.Empty() {
		y, _ = r.column.Target(s, v)
	}
	return r.limit(y), start
}

func abs(x float32) float32 { return max(x, -x) }
