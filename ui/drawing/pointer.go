package drawing

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"sidelight/annotations/figure"
	"sidelight/ui/control"
)

var (
	_ desktop.Hoverable  = (*sheet)(nil)
	_ desktop.Cursorable = (*sheet)(nil)
	_ desktop.Mouseable  = (*sheet)(nil)
	_ fyne.Tappable      = (*sheet)(nil)
	_ fyne.Draggable     = (*sheet)(nil)

	_ fyne.SecondaryTappable = (*sheet)(nil)
)

// wideTip is the width in pixels from which on a tip stands at the pointer and not at the
// left edge of what it is about.
const wideTip = 240

// pointer is what the mouse is doing on a sheet, in whose pixels its places are.
type pointer struct {
	board *Board
	on    bool          // the pointer is on the sheet
	at    figure.Point  // of the pointer in the view
	over  *figure.Group // under it, nil for none

	pressed  figure.Point // where the button went down
	down     bool         // it is known where
	dragging bool
	dragged  *figure.Group // nil for a drag that began beside all groups
}

func point(p fyne.Position) figure.Point { return figure.Point{X: p.X, Y: p.Y} }

// hit returns the group at a point of the figure, nil for none.
func (p *pointer) hit(at figure.Point) *figure.Group {
	g, _ := p.board.figure.At(at)
	return g
}

// MouseIn begins to follow the pointer.
func (p *pointer) MouseIn(e *desktop.MouseEvent) { p.MouseMoved(e) }

// MouseMoved tells what is under the pointer.
func (p *pointer) MouseMoved(e *desktop.MouseEvent) {
	off := p.board.scroll.Offset
	p.on, p.at = true, figure.Point{X: e.Position.X - off.X, Y: e.Position.Y - off.Y}
	p.again()
}

// MouseOut tells that nothing is.
func (p *pointer) MouseOut() {
	p.on = false
	p.again()
}

// again looks what is under a pointer that may have rested while the figure moved or
// changed.
func (p *pointer) again() {
	before, off := p.over, p.board.scroll.Offset
	p.over = nil
	if p.on {
		p.over = p.hit(figure.Point{X: p.at.X + off.X, Y: p.at.Y + off.Y})
	}
	if same(before, p.over) {
		return
	}
	p.board.explain()
	if f := p.board.OnHovered; f != nil {
		f(p.over)
	}
}

// same reports whether two groups, perhaps of two figures, are one.
func same(a, b *figure.Group) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a == b || a.Key == b.Key && a.Key != ""
}

// explain shows the tip of what the pointer is at, else of what the keyboard is at.
func (b *Board) explain() {
	p := &b.sheet.pointer
	g, tip := p.over, control.Tip{}
	if g == nil && b.focused && b.keyed {
		g, _ = b.at()
	}
	spot := b.sheet.spot
	control.Explain(spot, control.Tip{}) // it may be about something else at the same place
	if g == nil || g.Tip == "" {
		return
	}
	at := meet(p.spot(g), b.view())
	if at.Empty() {
		return
	}
	control.Place(spot, at.X, at.Y, at.W, at.H)
	tip.Words = g.Tip
	if p.over == g && at.W > wideTip {
		tip.X = max(p.at.X+b.scroll.Offset.X-at.X, 0)
	}
	control.Explain(spot, tip)
}

// spot returns where a group lies under the pointer: of one that is hit along a line, what
// of it is near the pointer.
func (p *pointer) spot(g *figure.Group) figure.Rect {
	if g.Hit.Empty() && p.over == g {
		return figure.Rect{X: p.at.X + p.board.scroll.Offset.X, Y: p.at.Y + p.board.scroll.Offset.Y}.Grown(g.Along)
	}
	return where(g)
}

// where returns the rectangle in which a group is hit, or in which lies the line along
// which it is.
func where(g *figure.Group) figure.Rect {
	at := g.Hit
	if at.Empty() && g.Along > 0 {
		for _, s := range g.Shapes {
			if l, ok := s.(figure.Line); ok {
				at = at.Union(l.Bounds())
			}
		}
	}
	return at
}

// hush takes the tip away: what it was about has moved.
func (p *pointer) hush() { control.Explain(p.board.sheet.spot, control.Tip{}) }

// Cursor is the hand over what can be clicked.
func (p *pointer) Cursor() desktop.Cursor {
	if g := p.over; g != nil && g.Name != "" {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// Tapped takes the keyboard and tells what was clicked.
func (p *pointer) Tapped(e *fyne.PointEvent) {
	p.board.takeKeyboard()
	p.board.keyed = false
	p.hush() // the reader has found what it is about
	if f := p.board.OnTapped; f != nil {
		at := point(e.Position)
		f(p.hit(at), at)
	}
}

// TappedSecondary takes the keyboard and asks for the menu of what was clicked.
func (p *pointer) TappedSecondary(e *fyne.PointEvent) {
	p.board.takeKeyboard()
	p.board.keyed = false
	p.hush() // the reader has found what it is about
	if f := p.board.OnMenu; f != nil {
		f(p.hit(point(e.Position)), e.AbsolutePosition)
	}
}

// MouseDown keeps where a drag may begin.
func (p *pointer) MouseDown(e *desktop.MouseEvent) {
	p.pressed, p.down, p.board.keyed = point(e.Position), true, false
}

// Pressed returns the point of the figure at which the button of the mouse went down last.
func (b *Board) Pressed() figure.Point { return b.sheet.pointer.pressed }

// MouseUp is part of desktop.Mouseable.
func (p *pointer) MouseUp(*desktop.MouseEvent) { p.down = p.dragging }

// Dragged moves what the drag began on, or scrolls.
func (p *pointer) Dragged(e *fyne.DragEvent) {
	if !p.dragging {
		p.dragging = true
		from := p.pressed
		if !p.down { // a driver may tell of nothing before
			from = point(e.Position.Subtract(e.Dragged))
		}
		p.pressed, p.dragged = from, p.hit(from)
		p.hush()
	}
	off := p.board.scroll.Offset // no other event says where the pointer is now
	p.at = figure.Point{X: e.Position.X - off.X, Y: e.Position.Y - off.Y}
	if f := p.board.OnDragged; f != nil && f(p.grasped(), figure.Point{X: e.Dragged.DX, Y: e.Dragged.DY}, false) {
		return
	}
	p.board.by(-e.Dragged.DX, -e.Dragged.DY)
}

// grasped returns the group that is dragged, as it is in the figure that is shown now.
func (p *pointer) grasped() *figure.Group {
	if p.dragged != nil && p.dragged.Key != "" {
		if g, ok := p.board.figure.Find(p.dragged.Key); ok {
			return g
		}
	}
	return p.dragged
}

// DragEnd tells that the drag is over.
func (p *pointer) DragEnd() {
	g := p.grasped()
	p.dragging, p.down, p.dragged = false, false, nil
	if f := p.board.OnDragged; f != nil {
		f(g, figure.Point{}, true)
	}
}
