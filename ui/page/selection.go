package page

import (
	"image/color"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/typeset"
)

// Unit is what a selection grows by.
type Unit uint8

// The units.
const (
	Character Unit = iota
	Word
	Line
	LineEnd // or its beginning
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
	to := p.step(s.to, u, delta)
	p.reselect(s.from, to)
	p.follow(to)
}

// follow scrolls no farther than it takes to have the line of the byte at in
// view.
func (p *Page) follow(at int) {
	line := &p.layout.Lines[p.layout.LineOf(at)]
	top := p.textTop() + line.Top
	lowest, highest := top-runningHeight-p.inset-8, top+line.Leading()+24-p.scroll.Size().Height
	if y := p.scroll.Offset.Y; y > lowest || y < highest {
		p.ScrollToY(max(min(y, lowest), highest))
	}
}

// step is the byte one unit after at, or before it.
func (p *Page) step(at int, u Unit, delta int) int {
	text := p.edition.Article().Text
	switch {
	case u == Line:
		return p.stepLine(at, delta)
	case u == LineEnd && delta > 0:
		line := &p.layout.Lines[p.layout.LineOf(at)]
		// Without the blanks that hang there: behind them is the next line.
		return line.Start + len(strings.TrimRightFunc(text[line.Start:line.End], unicode.IsSpace))
	case u == LineEnd:
		return p.layout.Lines[p.layout.LineOf(at)].Start
	case u == Word && delta > 0:
		return typeset.NextWord(text, at)
	case u == Word:
		return typeset.PreviousWord(text, at)
	case delta > 0:
		return typeset.NextCluster(text, at)
	}
	return typeset.PreviousCluster(text, at)
}

// stepLine is the byte above or below at; beyond the first and the last line it
// is the end of that line.
func (p *Page) stepLine(at, delta int) int {
	i := p.layout.LineOf(at)
	line, j := &p.layout.Lines[i], i+delta
	switch {
	case j < 0:
		return line.Start
	case j >= len(p.layout.Lines):
		return line.End
	}
	return p.caretIn(&p.layout.Lines[j], line.X(at))
}

// caretAt is the byte between two characters that is nearest to a point of the
// sheet.
func (p *Page) caretAt(pos fyne.Position) int {
	line := &p.layout.Lines[p.layout.LineAt(pos.Y-p.textTop())]
	return p.caretIn(line, pos.X-p.format.Left)
}

func (p *Page) caretIn(line *typeset.Line, x float32) int {
	at, inside := p.layout.Hit(x, line.Top+1)
	next := typeset.NextCluster(p.edition.Article().Text, at)
	if inside && x > (line.X(at)+line.X(next))/2 || !inside && x > 0 {
		return min(next, line.End)
	}
	return at
}

// selectAround selects the word, or with three clicks the paragraph, at a point
// of the sheet.
func (p *Page) selectAround(pos fyne.Position, clicks int) {
	at, _ := p.layout.Hit(pos.X-p.format.Left, pos.Y-p.textTop())
	a := p.edition.Article()
	if clicks > 2 {
		p.Select(a.Paragraphs[a.ParagraphAt(at)].Span)
		return
	}
	start, end := typeset.WordAt(a.Text, at)
	p.Select(annotations.Span{Start: start, End: end})
}

// list appends one box for each line in view that holds selected words.
func (s *selection) list(to []fyne.CanvasObject, p *Page) []fyne.CanvasObject {
	span, used := s.span(), 0
	if span.Empty() {
		return to
	}
	for i := p.sheet.first; i < p.sheet.last; i++ {
		line := &p.layout.Lines[i]
		r, ok := line.Rect(span.Start, span.End)
		if !ok {
			continue
		}
		if used == len(s.boxes) {
			s.boxes = append(s.boxes, canvas.NewRectangle(color.Transparent))
		}
		box := s.boxes[used]
		used++
		box.FillColor = look.Of(look.ColorSelected)
		box.Move(fyne.NewPos(r.X+p.format.Left, r.Y+p.textTop()))
		box.Resize(fyne.NewSize(r.W, r.H))
		to = append(to, box)
	}
	return to
}

// inView is the part of a span that stands on the lines in view.
func (p *Page) inView(s annotations.Span) annotations.Span {
	if p.sheet.first >= p.sheet.last || s.Empty() {
		return annotations.Span{}
	}
	lines := p.layout.Lines
	out := annotations.Span{
		Start: max(s.Start, lines[p.sheet.first].Start), End: min(s.End, lines[p.sheet.last-1].End),
	}
	if out.End <= out.Start {
		return annotations.Span{}
	}
	return out
}
