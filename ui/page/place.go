package page

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/page/flow"
)

// Place is where the reader is, whatever the width of the page and the size of
// the text.
type Place = flow.Place

// Place is where the view stands now.
func (p *Page) Place() Place { return p.column.Place(p.scroll.Offset.Y) }

// view is the part of the sheet that is seen, below what floats at its top.
func (p *Page) view() flow.View {
	return flow.View{Y: p.scroll.Offset.Y, Height: p.scroll.Size().Height, Head: runningHeight + p.inset}
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
	if p.anchor.Offset >= 0 {
		p.column.Reach(p.anchor.Offset)
	}
	p.move(p.column.Y(p.anchor))
}

// Reveal scrolls to the span so that its first line stands in the upper third
// of the view, in one movement. A span that is in view stays where it is.
func (p *Page) Reveal(s annotations.Span) {
	if y, moves := p.column.Target(s, p.view()); moves {
		p.motion.jump(p, y)
	}
}

// SetStill makes jumps and lights happen at once, without movement.
func (p *Page) SetStill(still bool) { p.motion.still = still }

// Flash lights the passage for a moment.
func (p *Page) Flash(s annotations.Span) { p.motion.flash(p, s) }

// ScrollBy moves the view by a number of pixels, in one movement.
func (p *Page) ScrollBy(dy float32) { p.motion.jump(p, p.scroll.Offset.Y+dy) }

// ScrollToEnd moves the view to the end of the article, in one movement.
func (p *Page) ScrollToEnd() { p.motion.jump(p, p.column.Height()) }

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
	y := p.scroll.Offset.Y
	if !p.running.Hidden {
		y += runningHeight
	}
	return p.column.FirstFrom(y)
}

// Paragraph is the index of the paragraph that is being read: the one at the
// upper third of the view, or at the end of the article the last.
func (p *Page) Paragraph() int { return p.column.Paragraph(p.view()) }

// RevealParagraph scrolls so that the paragraph of that index begins at the upper
// third of the view; before the first is the top of the page.
func (p *Page) RevealParagraph(i int) { p.motion.jump(p, p.column.ParagraphY(i, p.view())) }

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

// limit keeps y within what can be scrolled, on whole pixels.
func (p *Page) limit(y float32) float32 { return p.column.Limit(y, p.scroll.Size().Height) }
