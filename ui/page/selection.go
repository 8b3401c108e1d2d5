package page

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/page/flow"
	"sidelight/ui/page/overlay"
)

// Unit is what a selection grows by.
type Unit = flow.Unit

// The units of [Page.GrowSelection].
const (
	Character = flow.Character
	Word      = flow.Word
	Line      = flow.ByLine
	LineEnd   = flow.LineEnd // or its beginning
)

// selection is what the reader has selected of the article.
type selection struct {
	*overlay.Selection
	column   *flow.Column
	dragging bool   // by the pointer
	changed  func() // called after another stretch is selected or a drag has ended
}

// set selects from one byte to another, which is the one that moves.
func (s *selection) set(from, to int) {
	if s.From != from || s.To != to {
		s.From, s.To = from, to
		s.changed()
	}
}

// grow moves the end of the selection by a unit, and returns where it is then.
// Without a selection it begins at the byte from.
func (s *selection) grow(u Unit, delta, from int) int {
	if s.Span().Empty() {
		s.From, s.To = from, from
	}
	to := s.column.Step(s.To, u, delta)
	s.set(s.From, to)
	return to
}

// around selects the word, or with three clicks the paragraph, at a point of the
// sheet.
func (s *selection) around(pos fyne.Position, clicks int) {
	at := s.column.WordAt(pos.X, pos.Y)
	if clicks > 2 {
		at = s.column.ParagraphAt(pos.X, pos.Y)
	}
	s.set(at.Start, at.End)
}

// caretAt is the byte between two characters that is nearest to a point of the
// sheet.
func (s *selection) caretAt(pos fyne.Position) int { return s.column.CaretAt(pos.X, pos.Y) }

// Selection returns the selected span of the article; it is empty if nothing is
// selected.
func (p *Page) Selection() annotations.Span { return p.selection.Span() }

// Select selects a span of the article; an empty one drops the selection.
func (p *Page) Select(s annotations.Span) { p.selection.set(s.Start, s.End) }

// SelectAll selects the whole article.
func (p *Page) SelectAll() {
	if p.now.Edition != nil {
		a := p.now.Edition.Article()
		p.selection.set(a.Paragraph(0).Start, a.Paragraph(a.Len()-1).End)
	}
}

// GrowSelection moves the end of the selection on by one unit, or back if delta
// is negative, and keeps it in view. Without a selection it begins at byte from.
func (p *Page) GrowSelection(u Unit, delta, from int) {
	to := p.selection.grow(u, delta, from)
	if y := p.column.Follow(to, p.reading.now()); y != p.reading.pane.y {
		p.ScrollToY(y)
	}
}

// selected follows a change of the selection.
func (p *Page) selected() {
	p.actions.done = false
	if !p.selection.Span().Empty() {
		call(p.OnSelected)
	}
	p.sheet.redraw(p.selection.Selection)
	p.placeActions()
}

// placeActions stands the bar of actions at the selected words in view, but not
// while they are dragged.
func (p *Page) placeActions() {
	s := p.selection.Span()
	if lines := p.sheet.lines; s.Empty() || len(lines) == 0 || p.selection.dragging {
		s = annotations.Span{}
	} else {
		s = s.Intersect(annotations.Span{Start: lines[0].Start, End: lines[len(lines)-1].End})
	}
	p.actions.place(p.SpanRects(s))
}
