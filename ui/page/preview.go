package page

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations"
)

// leastPreview is how much of the page has to lie below what covers its upper
// part for a preview to be shown there, in pixels.
const leastPreview = 120

// Preview shows a stretch of the article where [Page.Reveal] would show it to a
// reader at a place, and lights it. An empty stretch shows the place itself. So
// many pixels of the page lie under what the stretch was found in; it is shown
// below that, if there is room.
func (p *Page) Preview(s annotations.Span, from Place, covered float32) {
	inset := p.inset
	if p.Size().Height-covered >= leastPreview {
		p.inset = max(inset, covered-runningHeight)
	}
	y, _ := p.seenFrom(s, from)
	p.inset = inset
	p.motion.jump(p, y)
	if s.Empty() {
		p.SetHits(nil, -1)
	} else {
		p.SetHits([]annotations.Span{s}, -1)
	}
}

// LeapFrom is [Page.Leap] for a reader who was at a place before a preview; at
// once, it is not in one movement. An empty stretch leads back to the place.
func (p *Page) LeapFrom(s annotations.Span, from Place, atOnce bool) {
	y, start := p.seenFrom(s, from)
	if abs(y-start) > p.ViewHeight() {
		p.chip.offer(y)
	}
	if atOnce {
		halt(p.motion.jumping)
		p.scrollTo(y)
		return
	}
	p.motion.jump(p, y)
}

// seenFrom is where the sheet is to be scrolled to show a stretch to a reader at
// a place, and where it is scrolled at that place.
func (p *Page) seenFrom(s annotations.Span, from Place) (y, start float32) {
	now := p.scroll.Offset.Y
	p.Restore(from)
	y, start = p.scroll.Offset.Y, p.scroll.Offset.Y
	if !s.Empty() {
		y, _ = p.column.Target(s, p.view())
	}
	if !p.column.Partial() { // else what is set now is not what was set before
		p.scroll.ScrollToOffset(fyne.NewPos(0, now))
		p.sheet.window(false)
	}
	return p.limit(y), start
}
