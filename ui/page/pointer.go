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
	// edgeStep is how far the page scrolls with each move of a pointer that
	// drags a selection beyond its top or bottom, pixels.
	edgeStep = 30
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
	s.p.reselect(s.press.from, s.p.caretAt(e.Position))
	switch y := e.Position.Y - s.p.scroll.Offset.Y; {
	case y < runningHeight:
		s.p.scrollTo(s.p.scroll.Offset.Y - edgeStep)
	case y > s.p.scroll.Size().Height-edgeStep:
		s.p.scrollTo(s.p.scroll.Offset.Y + edgeStep)
	}
}

// DragEnd shows what can be done with what is selected.
func (s *sheet) DragEnd() {
	s.p.selection.dragging = false
	s.press.when = time.Time{}
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
