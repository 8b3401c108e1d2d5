package page

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
)

// Unit is what a selection grows by.
type Unit = flow.Unit

// The units.
const (
	Character = flow.Character
	Word      = flow.Word
	Line      = flow.ByLine
	LineEnd   = flow.LineEnd // or its beginning
)

// selection is the stretch of the article that the reader has selected, between
// the place where she began and the one that she moves.
type selection struct {
	from, to int // bytes of the article, in either order
	dragging bool
	boxes    []*canvas.Rectangle
}

func (s *selection) span() annotations.Span {
	return annotations.Span{Start: min(s.from, s.to), End: max(s.from, s.to)}
}

// Selection is what is selected of the article; it is empty if nothing is.
func (p *Page) Selection() annotations.Span { return p.selection.span() }

// Select selects a stretch of the article; an empty one drops the selection.
func (p *Page) Select(s annotations.Span) { p.reselect(s.Start, s.End) }

// SelectAll selects the whole article.
func (p *Page) SelectAll() {
	all := p.edition.Article().Paragraphs
	p.reselect(all[0].Start, all[len(all)-1].End)
}

// reselect selects from one byte to another, which is the one that moves.
func (p *Page) reselect(from, to int) {
	if p.selection.from == from && p.selection.to == to {
		return
	}
	p.selection.from, p.selection.to = from, to
	p.sheet.list()
	p.actions.place()
}

// GrowSelection moves the end of the selection on by one unit, or back if delta
// is negative, and keeps it in view. Without a selection it begins at byte from.
func (p *Page) GrowSelection(u Unit, delta, from int) {
	s := &p.selection
	if s.span().Empty() {
		s.from, s.to = from, from
	}
	to := p.column.Step(s.to, u, delta)
	p.reselect(s.from, to)
	if y := p.column.Follow(to, p.view()); y != p.scroll.Offset.Y {
		p.ScrollToY(y)
	}
}

// caretAt is the byte between two characters that is nearest to a point of the
// sheet.
func (p *Page) caretAt(pos fyne.Position) int { return p.column.CaretAt(pos.X, pos.Y) }

// selectAround selects the word, or with three clicks the paragraph, at a point
// of the sheet.
func (p *Page) selectAround(pos fyne.Position, clicks int) {
	if clicks > 2 {
		p.Select(p.column.ParagraphAt(pos.X, pos.Y))
		return
	}
	p.Select(p.column.WordAt(pos.X, pos.Y))
}

// list appends one box for each line in view that holds selected words.
func (s *selection) list(to []fyne.CanvasObject, p *Page) []fyne.CanvasObject {
	span, used := s.span(), 0
	if span.Empty() {
		return to
	}
	for _, l := range p.sheet.lines {
		r, ok := l.line.Box(span)
		if !ok {
			continue
		}
		if used == len(s.boxes) {
			s.boxes = append(s.boxes, canvas.NewRectangle(color.Transparent))
		}
		box := s.boxes[used]
		used++
		box.FillColor = look.Of(look.ColorSelected)
		box.Move(fyne.NewPos(r.X, r.Y))
		box.Resize(fyne.NewSize(r.W, r.H))
		to = append(to, box)
	}
	return to
}

// inView is the part of a span that stands on the lines in view.
func (p *Page) inView(s annotations.Span) annotations.Span {
	lines := p.sheet.lines
	if len(lines) == 0 {
		return annotations.Span{}
	}
	return s.Intersect(annotations.Span{Start: lines[0].line.Start, End: lines[len(lines)-1].line.End})
}
