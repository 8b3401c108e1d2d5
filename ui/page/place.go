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
	if to.Offset < 0 {
		p.scrollTo(to.Past)
		return
	}
	line := &p.layout.Lines[p.layout.LineOf(to.Offset)]
	p.scrollTo(p.textTop() + line.Top + min(to.Past, line.Leading()))
}

// Reveal scrolls to the span so that its first line stands in the upper third
// of the view, in one movement. A span that is in view stays where it is.
func (p *Page) Reveal(s annotations.Span) {
	line := p.layout.Lines[p.layout.LineOf(s.Start)]
	top := p.textTop() + line.Top
	last := p.layout.Lines[p.layout.LineOf(max(s.Start, s.End-1))]
	bottom := p.textTop() + last.Top + last.Leading()
	view := p.scroll.Size().Height
	y := p.scroll.Offset.Y
	if top >= y+runningHeight+8 && bottom <= y+view-24 {
		return
	}
	p.motion.jump(p, max(top-view/3, 0))
}

// SetStill makes jumps and lights happen at once, without movement.
func (p *Page) SetStill(still bool) { p.motion.still = still }

// Flash lights the passage for a moment.
func (p *Page) Flash(s annotations.Span) { p.motion.flash(p, s) }

// ScrollBy moves the view by a number of pixels, in one movement.
func (p *Page) ScrollBy(dy float32) { p.motion.jump(p, p.scroll.Offset.Y+dy) }

// ScrollToY moves the view at once to y pixels below the top of the sheet.
func (p *Page) ScrollToY(y float32) {
	halt(p.motion.jumping)
	p.scrollTo(y)
}

// ViewHeight is the height of the view in pixels without the running head.
func (p *Page) ViewHeight() float32 { return p.scroll.Size().Height - runningHeight }

// Paragraph is the index of the paragraph that is being read: the one at the
// upper third of the view.
func (p *Page) Paragraph() int {
	y := p.scroll.Offset.Y + p.scroll.Size().Height/3 - p.textTop()
	return p.layout.Lines[p.layout.LineAt(y)].Block
}

// RevealParagraph scrolls so that the paragraph of that index, limited to those
// there are, begins below the running head.
func (p *Page) RevealParagraph(i int) {
	all := p.edition.Article().Paragraphs
	i = min(max(i, 0), len(all)-1)
	line := p.layout.Lines[p.layout.LineOf(all[i].Start)]
	p.motion.jump(p, p.textTop()+line.Top-p.scroll.Size().Height/3+line.Leading())
}

// scrollTo moves the view at once. Fyne does not call OnScrolled for it.
func (p *Page) scrollTo(y float32) {
	y = p.limit(y)
	p.scroll.ScrollToOffset(fyne.NewPos(0, y))
	p.scrolled()
}

// limit keeps y within what can be scrolled, on whole pixels: text between two
// rows of pixels is blurred.
func (p *Page) limit(y float32) float32 {
	return float32(int(max(min(y, p.sheetHeight()-p.scroll.Size().Height), 0) + 0.5))
}
