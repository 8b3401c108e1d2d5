package page

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations"
)

// Place is where the reader is: the line at the top of the view by the article's
// byte at which it begins, and how far it is scrolled past. It holds whatever
// the width of the page and the size of the text.
type Place struct {
	Offset int     // byte of the article; -1 while the header is in view
	Past   float32 // pixels of that line, or of the sheet, above the view
}

// Place is where the view stands now.
func (p *Page) Place() Place {
	if p.layout == nil {
		return Place{Offset: -1}
	}
	y := p.scroll.Offset.Y
	if y < p.textTop() {
		return Place{Offset: -1, Past: y}
	}
	line := &p.layout.Lines[p.layout.LineAt(y-p.textTop())]
	return Place{Offset: line.Start, Past: y - p.textTop() - line.Top}
}

// Restore scrolls at once to a place.
func (p *Page) Restore(to Place) {
	halt(p.motion.jumping)
	p.anchor = to
	p.chip.Hide()
	p.keepPlace()
}

// keepPlace scrolls to where the reader went last, which a change of size or
// format may have moved.
func (p *Page) keepPlace() {
	y := p.anchor.Past
	if p.anchor.Offset >= 0 {
		p.reach(p.anchor.Offset)
		line := &p.layout.Lines[p.layout.LineOf(p.anchor.Offset)]
		y = p.textTop() + line.Top + min(p.anchor.Past, line.Leading())
	}
	p.move(y)
}

// Reveal scrolls to the span so that its first line stands in the upper third
// of the view, in one movement. A span that is in view stays where it is.
func (p *Page) Reveal(s annotations.Span) {
	if y, moves := p.target(s); moves {
		p.motion.jump(p, y)
	}
}

// target is where the sheet is to be scrolled to show a span, unless it is in
// view.
func (p *Page) target(s annotations.Span) (y float32, moves bool) {
	p.reach(s.Start)
	line := p.layout.Lines[p.layout.LineOf(s.Start)]
	top := p.textTop() + line.Top
	last := p.layout.Lines[p.layout.LineOf(max(s.Start, s.End-1))]
	bottom := p.textTop() + last.Top + last.Leading()
	view := p.scroll.Size().Height
	y = p.scroll.Offset.Y
	if top >= y+runningHeight+p.inset+8 && bottom <= y+view-24 {
		return y, false
	}
	return max(top-max(view/3, runningHeight+p.inset+8), 0), true
}

// SetStill makes jumps and lights happen at once, without movement.
func (p *Page) SetStill(still bool) { p.motion.still = still }

// Flash lights the passage for a moment.
func (p *Page) Flash(s annotations.Span) { p.motion.flash(p, s) }

// ScrollBy moves the view by a number of pixels, in one movement.
func (p *Page) ScrollBy(dy float32) { p.motion.jump(p, p.scroll.Offset.Y+dy) }

// ScrollToEnd moves the view to the end of the article, in one movement.
func (p *Page) ScrollToEnd() { p.motion.jump(p, p.sheetHeight()) }

// ScrollToTop moves the view to the top of the page, in one movement.
func (p *Page) ScrollToTop() { p.motion.jump(p, 0) }

// ScrollToY moves the view at once to y pixels below the top of the sheet.
func (p *Page) ScrollToY(y float32) {
	halt(p.motion.jumping)
	p.scrollTo(y)
}

// ViewHeight is the height of the view in pixels without the running head.
func (p *Page) ViewHeight() float32 { return p.scroll.Size().Height - runningHeight }

// FirstInView is the byte of the article at which the first line begins that
// can be read whole below the running head.
func (p *Page) FirstInView() int {
	y := p.scroll.Offset.Y - p.textTop()
	if !p.running.Hidden {
		y += runningHeight
	}
	i := p.layout.LineAt(y)
	if p.layout.Lines[i].Top < y && i+1 < len(p.layout.Lines) {
		i++
	}
	return p.layout.Lines[i].Start
}

// Paragraph is the index of the paragraph that is being read: the one at the
// upper third of the view, or at the end of the article the last.
func (p *Page) Paragraph() int {
	if p.scroll.Offset.Y > 0 && p.scroll.Offset.Y >= p.limit(1<<24) {
		return len(p.edition.Article().Paragraphs) - 1
	}
	y := p.scroll.Offset.Y + p.scroll.Size().Height/3 - p.textTop()
	return p.layout.Lines[p.layout.LineAt(y)].Block
}

// RevealParagraph scrolls so that the paragraph of that index begins at the upper
// third of the view; before the first is the top of the page.
func (p *Page) RevealParagraph(i int) {
	all := p.edition.Article().Paragraphs
	if i < 0 {
		p.motion.jump(p, 0)
		return
	}
	i = min(i, len(all)-1)
	p.reach(all[i].Start)
	line := p.layout.Lines[p.layout.LineOf(all[i].Start)]
	p.motion.jump(p, p.textTop()+line.Top-p.scroll.Size().Height/3+line.Leading())
}

// scrollTo takes the reader to y at once.
func (p *Page) scrollTo(y float32) {
	p.move(y)
	p.anchor = p.Place()
}

// move scrolls the view. Fyne does not call OnScrolled for it.
func (p *Page) move(y float32) {
	p.scroll.ScrollToOffset(fyne.NewPos(0, p.limit(y)))
	p.scrolled()
}

// limit keeps y within what can be scrolled, on whole pixels: text between two
// rows of pixels is blurred.
func (p *Page) limit(y float32) float32 {
	return float32(int(max(min(y, p.sheetHeight()-p.scroll.Size().Height), 0) + 0.5))
}
