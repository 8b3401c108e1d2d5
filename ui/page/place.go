package page

import (
	"slices"

	"sidelight/annotations"
	"sidelight/ui/page/flow"
	"sidelight/ui/session"
	"sidelight/ui/typeset"
)

// leastPreview is how much of the page has to lie below what covers its upper
// part for a preview to be shown there, in pixels.
const leastPreview = 120

// Place returns where the view stands now: offset and pixels, no more.
func (p *Page) Place() session.Place {
	at := p.column.Place(p.reading.pane.y)
	return session.Place{Offset: at.Offset, Past: at.Past}
}

// Nothing is empty: every article has a text.
func (p *Page) Nothing() string { return "" }

// Share returns how much of the article lies above the view, from 0 to 1; at its end,
// all of it.
func (p *Page) Share() float32 {
	v := p.reading.now()
	if p.now.Edition == nil || v.Height <= 0 {
		return 0
	}
	if !p.column.Partial() && v.Y+v.Height >= p.column.Height() {
		return 1
	}
	return float32(max(p.column.Place(v.Y).Offset, 0)) / float32(len(p.column.Article().Text))
}

// Restore scrolls at once to a place.
func (p *Page) Restore(to session.Place) {
	p.chip.Hide()
	p.reading.restore(placeOf(to))
}

// placeOf returns the column's part of a place.
func placeOf(p session.Place) flow.Place { return flow.Place{Offset: p.Offset, Past: p.Past} }

// Reveal leads to a span in one movement and lights it. If the span lies more
// than a view away, the way back is offered.
func (p *Page) Reveal(s annotations.Span) bool {
	if y, moves := p.column.Target(s, p.reading.now()); moves {
		p.reading.leap(y)
	}
	p.Flash(s)
	return true
}

// ScrollToSpan scrolls to the span so that its first line stands in the upper
// third of the view, in one movement. A span that is in view stays where it is.
func (p *Page) ScrollToSpan(s annotations.Span) {
	if y, moves := p.column.Target(s, p.reading.now()); moves {
		p.reading.jump(y)
	}
}

// ShowSpan is [Page.ScrollToSpan] at once, for a reader who is typing.
func (p *Page) ShowSpan(s annotations.Span) {
	if y, moves := p.column.Target(s, p.reading.now()); moves {
		p.ScrollToY(y)
	}
}

// Sees reports whether a part of a span is in view.
func (p *Page) Sees(s annotations.Span) bool {
	head := p.stage.head()
	return slices.ContainsFunc(p.SpanRects(s), func(r typeset.Rect) bool {
		return r.Y+r.H > head && r.Y < p.Size().Height
	})
}

// Preview shows a span where [Page.ScrollToSpan] would show it to a reader at the
// place from, and lights it; an empty span shows the place itself. Something
// floats over the upper covered pixels of the page: the span is shown below that,
// if there is room.
func (p *Page) Preview(s annotations.Span, from session.Place, covered float32) {
	inset := p.stage.inset
	if p.Size().Height-covered >= leastPreview {
		p.stage.inset = max(inset, covered-runningHeight)
	}
	y, _ := p.reading.seenFrom(s, placeOf(from))
	p.stage.inset = inset
	p.chip.Hide()
	if abs(y-p.reading.pane.y) > p.reading.height() { // nobody can follow, and the reader is typing
		p.ScrollToY(y)
	} else {
		p.reading.jump(y)
	}
	if s.Empty() {
		p.SetHits(nil, -1)
	} else {
		p.SetHits([]annotations.Span{s}, -1)
	}
}

// LeapFrom is [Page.Reveal], without the light, for a reader who was at the place
// from before a preview. An empty span leads back to that place. With atOnce the
// view does not glide.
func (p *Page) LeapFrom(s annotations.Span, from session.Place, atOnce bool) {
	y, start := p.reading.seenFrom(s, placeOf(from))
	p.chip.Hide()
	if abs(y-start) > p.reading.height() {
		p.chip.offer(y)
	}
	if atOnce {
		p.ScrollToY(y)
		return
	}
	p.reading.jump(y)
}

// SetInset sets how many pixels below the running head lie under something that
// floats there. What the page reveals stands below.
func (p *Page) SetInset(px float32) { p.stage.inset = px }

// SetStill sets whether jumps and lights happen at once, without movement.
func (p *Page) SetStill(still bool) { p.reading.motion.still = still }

// Flash lights a span for a moment.
func (p *Page) Flash(s annotations.Span) { p.lights.passage(s) }

// ScrollBy moves the view by a number of pixels, in one movement.
func (p *Page) ScrollBy(dy float32) { p.reading.jump(p.reading.pane.y + dy) }

// ScrollToEnd moves the view to the end of the article, in one movement.
func (p *Page) ScrollToEnd() { p.reading.jump(p.column.Height()) }

// ScrollToTop moves the view to the top of the page, in one movement.
func (p *Page) ScrollToTop() { p.reading.jump(0) }

// ScrollToY moves the view at once to y pixels below the top of the sheet.
func (p *Page) ScrollToY(y float32) {
	p.reading.stop()
	p.reading.scrollTo(y)
}

// ViewHeight returns the height of the view in pixels without the running head.
func (p *Page) ViewHeight() float32 { return p.reading.height() }

// FirstInView returns the byte of the article at which the first line begins that
// can be read whole below the running head.
func (p *Page) FirstInView() int {
	y := p.reading.pane.y
	if !p.running.Hidden {
		y += runningHeight
	}
	return p.column.FirstFrom(y)
}

// Paragraph returns the index of the paragraph that is read: the one at the upper
// third of the view, or at the end of the article the last.
func (p *Page) Paragraph() int { return p.column.Paragraph(p.reading.now()) }

// RevealParagraph scrolls so that the paragraph of that index begins at the upper
// third of the view; before the first is the top of the page.
func (p *Page) RevealParagraph(i int) { p.reading.jump(p.column.ParagraphY(i, p.reading.now())) }

// clear takes away what floats over lines that are about to move.
func (p *Page) clear() {
	p.card.dismiss()
	p.links.dismiss()
	p.tip.hide()
}

// showRunning shows in the running head where the view stands.
func (p *Page) showRunning() {
	if p.now.Edition != nil {
		p.running.follow(p.column, p.reading.now(), p.format, p.head.titleEnd())
	}
	if !p.alone && p.running.Visible() {
		p.reading.pane.keep(runningHeight)
	} else {
		p.reading.pane.keep(0)
	}
}

// scrolled follows the view.
func (p *Page) scrolled() {
	if p.now.Edition == nil {
		return
	}
	p.sheet.window(false)
	p.showRunning()
	p.rail.follow()
	p.placeActions()
	p.sheet.fader.held = true // a frame of the scrolling shows it; fading would ask for others
	p.pointer.again()
	p.sheet.fader.held = false
	call(p.OnScrolled)
}
