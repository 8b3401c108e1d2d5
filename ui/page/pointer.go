package page

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/control"
	"sidelight/ui/page/overlay"
)

const (
	// clickTime and clickReach are within what two clicks are one double click.
	clickTime  = 400 * time.Millisecond
	clickReach = 4 // pixels
	// edge is how near to the bottom of the view a pointer that drags a selection
	// makes the page scroll, pixels; at the top it is the running head. For each
	// pixel beyond, the page scrolls by pull pixels a second.
	edge = 32
	pull = 12
)

var (
	_ desktop.Hoverable  = (*pointer)(nil)
	_ desktop.Cursorable = (*pointer)(nil)
	_ desktop.Mouseable  = (*pointer)(nil)
	_ fyne.Tappable      = (*pointer)(nil)
	_ fyne.Draggable     = (*pointer)(nil)

	_ fyne.SecondaryTappable = (*pointer)(nil)
)

// pointer takes the mouse over the text. It lies over the view and shows
// nothing; its positions are those of the view.
type pointer struct {
	widget.BaseWidget
	reading   *reading
	selection *selection

	hit   func(fyne.Position) overlay.Ask  // what lies at a point of the sheet
	over  func(overlay.Ask, fyne.Position) // the pointer rests there, in the view
	tap   func(overlay.Ask)                // it was clicked
	drags func()                           // a selection begins to be dragged
	drops func(overlay.Ask)                // a drag has ended there
	focus func()                           // the page takes the keyboard
	menu  func(overlay.Ask, *fyne.PointEvent)
	ends  *stretch // takes the ends of a note

	at    fyne.Position // of the pointer, in the view
	on    bool          // the pointer is on the page
	hand  bool          // it is on something that can be clicked
	grips bool          // it is on the handle of a note
	press press
}

// press is what the button of the mouse is doing.
type press struct {
	at      fyne.Position // where it went down last, on the sheet
	when    time.Time
	clicks  int  // in quick succession at one place
	from    int  // the byte of the article at which a drag begins
	dragged bool // since it went down

	pulling *fyne.Animation // scrolls while the pointer is at the edge, else nil
	pulled  time.Time       // when it scrolled last
}

func newPointer(r *reading, s *selection) *pointer {
	p := &pointer{reading: r, selection: s}
	p.ExtendBaseWidget(p)
	return p
}

// MinSize is nothing: the pointer is as large as the view.
func (p *pointer) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer shows nothing.
func (p *pointer) CreateRenderer() fyne.WidgetRenderer {
	return control.Render(p, func() {}, func(fyne.Size) {})
}

// onSheet is a point of the view on the sheet.
func (p *pointer) onSheet(pos fyne.Position) fyne.Position {
	return pos.AddXY(0, p.reading.pane.y)
}

// Cursor is a hand over what can be clicked, and an arrow to both sides over what can be
// drawn longer.
func (p *pointer) Cursor() desktop.Cursor {
	if p.grips || p.ends.on {
		return desktop.HResizeCursor
	}
	if p.hand {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// MouseIn begins to follow the pointer.
func (p *pointer) MouseIn(e *desktop.MouseEvent) { p.MouseMoved(e) }

// MouseMoved tells what lies under the pointer.
func (p *pointer) MouseMoved(e *desktop.MouseEvent) {
	p.on, p.at = true, e.Position
	p.grips = p.ends.grips(p.onSheet(p.at))
	p.tell(p.hit(p.onSheet(p.at)))
}

// MouseOut tells that nothing does.
func (p *pointer) MouseOut() {
	p.on, p.grips = false, false
	p.tell(overlay.Ask{})
}

// again looks what lies under a pointer that rested while the page moved:
// scrolling sends no mouse event. What is said of it waits for the next one.
func (p *pointer) again() {
	if p.on {
		ask := p.hit(p.onSheet(p.at))
		ask.Tip = overlay.Tip{}
		p.tell(ask)
	}
}

func (p *pointer) tell(a overlay.Ask) {
	p.hand = a.Acts()
	p.over(a, p.at)
}

// Tapped reports what was clicked, and takes the keyboard's focus.
func (p *pointer) Tapped(e *fyne.PointEvent) {
	p.focus()
	pos := p.onSheet(e.Position)
	if !p.selects(pos) {
		p.tap(p.hit(pos))
	}
}

// TappedSecondary asks for the menu of what was clicked.
func (p *pointer) TappedSecondary(e *fyne.PointEvent) {
	p.focus()
	p.menu(p.hit(p.onSheet(e.Position)), e)
}

// selects reports whether a click belongs to a selection, and makes it if it is
// the second or third in a row.
func (p *pointer) selects(pos fyne.Position) bool {
	switch {
	case p.press.dragged:
		p.press.dragged = false
		return true
	case p.press.clicks > 1:
		p.selection.around(pos, p.press.clicks)
		return true
	}
	p.selection.set(0, 0)
	return false
}

// MouseDown counts the clicks; with Shift it moves the end of the selection.
func (p *pointer) MouseDown(e *desktop.MouseEvent) {
	if e.Button != desktop.MouseButtonPrimary {
		return
	}
	pos := p.onSheet(e.Position)
	near := abs(pos.X-p.press.at.X) <= clickReach && abs(pos.Y-p.press.at.Y) <= clickReach
	clicks := 1
	if near && time.Since(p.press.when) < clickTime {
		clicks = p.press.clicks + 1
	}
	p.press = press{at: pos, when: time.Now(), clicks: clicks, from: p.selection.caretAt(pos)}
	if e.Modifier&fyne.KeyModifierShift != 0 {
		if !p.selection.Span().Empty() {
			p.press.from = p.selection.From
		}
		p.press.dragged = true // it opens nothing
		p.selection.set(p.press.from, p.selection.caretAt(pos))
	}
}

// MouseUp is part of desktop.Mouseable.
func (p *pointer) MouseUp(*desktop.MouseEvent) {}

// Dragged selects from where the button went down to the pointer, or moves the end of a
// note by its handle.
func (p *pointer) Dragged(e *fyne.DragEvent) {
	if p.ends.over {
		return // the reader has given up what this drag was for
	}
	from := p.press.at
	if p.press.when.IsZero() {
		from = p.onSheet(e.Position.Subtract(e.Dragged))
	}
	if !p.selection.dragging && !p.ends.on && p.ends.begin(from) {
		p.drags()
		p.focus()
		p.press.dragged = true
	}
	if !p.selection.dragging && !p.ends.on {
		p.drags()
		if p.press.when.IsZero() { // a driver may tell of nothing before
			p.press.from = p.selection.caretAt(p.onSheet(e.Position.Subtract(e.Dragged)))
		}
		p.press.dragged, p.selection.dragging = true, true
	}
	p.at = e.Position
	p.selectTo()
	if p.beyond() != 0 && p.press.pulling == nil {
		p.press.pulled = time.Now()
		p.press.pulling = fyne.NewAnimation(time.Second, func(float32) { p.pull() })
		p.press.pulling.RepeatCount = fyne.AnimationRepeatForever
		p.press.pulling.Start()
	}
}

// selectTo brings the end of the selection or of a note to the pointer that drags it.
func (p *pointer) selectTo() {
	if p.ends.on {
		p.ends.to(p.onSheet(p.at))
		return
	}
	p.selection.set(p.press.from, p.selection.caretAt(p.onSheet(p.at)))
}

// beyond is how many pixels the pointer is beyond where the page stands still:
// above it less than 0, below it more.
func (p *pointer) beyond() float32 {
	y, top, bottom := p.at.Y, float32(runningHeight), p.Size().Height-edge
	return min(y-top, 0) + max(y-bottom, 0)
}

// pull scrolls on towards a pointer that rests at the edge of the view.
func (p *pointer) pull() {
	now := time.Now()
	dy := p.beyond() * pull * float32(min(now.Sub(p.press.pulled), 50*time.Millisecond).Seconds())
	if dy > -1 && dy < 1 && p.beyond() != 0 {
		return // the page goes by whole pixels: wait for one
	}
	p.press.pulled = now
	if dy != 0 {
		p.reading.stop()
		p.reading.scrollTo(p.reading.pane.y + dy)
		p.selectTo()
	}
}

// stop ends the scrolling towards a pointer at the edge of the view.
func (p *pointer) stop() {
	halt(p.press.pulling)
	p.press.pulling = nil
}

// DragEnd shows what can be done with what is selected.
func (p *pointer) DragEnd() {
	p.stop()
	p.press.when = time.Time{}
	p.drops(p.hit(p.onSheet(p.at)))
	if p.ends.end() {
		return
	}
	p.selection.dragging = false
	p.selection.changed()
	p.focus()
}
