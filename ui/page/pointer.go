package page

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

const (
	// clickTime and clickReach are within what two clicks are one double click.
	clickTime  = 400 * time.Millisecond
	clickReach = 4 // pixels
	// edge is how near to the top or bottom of the view a pointer that drags a
	// selection makes the page scroll, pixels; and pull the speed at which it
	// does so for each pixel beyond that, in pixels a second.
	edge = 32
	pull = 12
)

var (
	_ desktop.Mouseable = (*sheet)(nil)
	_ fyne.Draggable    = (*sheet)(nil)
)

// press is what the button of the mouse is doing.
type press struct {
	at      fyne.Position // where it went down last, on the sheet
	when    time.Time
	clicks  int  // in quick succession at one place
	from    int  // the byte of the article at which a drag begins
	dragged bool // since it went down

	pointer fyne.Position   // of a drag, in the view
	pulling *fyne.Animation // scrolls while the pointer is at the edge, else nil
	pulled  time.Time       // when it scrolled last
}

// MouseDown counts the clicks; with Shift it moves the end of the selection.
func (s *sheet) MouseDown(e *desktop.MouseEvent) {
	if e.Button != desktop.MouseButtonPrimary {
		return
	}
	near := abs(e.Position.X-s.press.at.X) <= clickReach && abs(e.Position.Y-s.press.at.Y) <= clickReach
	clicks := 1
	if near && time.Since(s.press.when) < clickTime {
		clicks = s.press.clicks + 1
	}
	s.press = press{at: e.Position, when: time.Now(), clicks: clicks, from: s.p.caretAt(e.Position)}
	if e.Modifier&fyne.KeyModifierShift != 0 {
		if sel := &s.p.selection; !sel.span().Empty() {
			s.press.from = sel.from
		}
		s.press.dragged = true // it opens nothing
		s.p.reselect(s.press.from, s.p.caretAt(e.Position))
	}
}

// MouseUp ends what MouseDown began.
func (s *sheet) MouseUp(*desktop.MouseEvent) {}

// Dragged selects from where the button went down to the pointer.
func (s *sheet) Dragged(e *fyne.DragEvent) {
	if !s.p.selection.dragging {
		s.p.card.dismiss()
		if s.press.when.IsZero() { // a driver may tell of nothing before
			s.press.from = s.p.caretAt(e.Position.Subtract(e.Dragged))
		}
		s.press.dragged, s.p.selection.dragging = true, true
	}
	s.press.pointer = e.Position.Subtract(s.p.scroll.Offset)
	s.selectTo()
	if s.beyond() != 0 && s.press.pulling == nil {
		s.press.pulled = time.Now()
		s.press.pulling = fyne.NewAnimation(time.Second, func(float32) { s.pull() })
		s.press.pulling.RepeatCount = fyne.AnimationRepeatForever
		s.press.pulling.Start()
	}
}

// selectTo brings the end of the selection to the pointer that drags it.
func (s *sheet) selectTo() {
	s.p.reselect(s.press.from, s.p.caretAt(s.press.pointer.Add(s.p.scroll.Offset)))
}

// beyond is how many pixels the pointer is beyond where the page stands still:
// above it less than 0, below it more.
func (s *sheet) beyond() float32 {
	y, top, bottom := s.press.pointer.Y, float32(runningHeight), s.p.scroll.Size().Height-edge
	return min(y-top, 0) + max(y-bottom, 0)
}

// pull scrolls on towards a pointer that rests at the edge of the view.
func (s *sheet) pull() {
	now := time.Now()
	dy := s.beyond() * pull * float32(min(now.Sub(s.press.pulled), 50*time.Millisecond).Seconds())
	if dy > -1 && dy < 1 && s.beyond() != 0 {
		return // the page goes by whole pixels: wait for one
	}
	s.press.pulled = now
	if dy != 0 {
		s.p.ScrollToY(s.p.scroll.Offset.Y + dy)
		s.selectTo()
	}
}

// DragEnd shows what can be done with what is selected.
func (s *sheet) DragEnd() {
	s.p.selection.dragging = false
	halt(s.press.pulling)
	s.press.when, s.press.pulling = time.Time{}, nil
	s.p.actions.place()
	s.focusPage()
}

// selects reports whether a click belongs to a selection, and makes it if it is
// the second or third in a row.
func (s *sheet) selects(pos fyne.Position) bool {
	switch {
	case s.press.dragged:
		s.press.dragged = false
		return true
	case s.press.clicks > 1:
		s.p.selectAround(pos, s.press.clicks)
		return true
	}
	s.p.reselect(0, 0)
	return false
}
