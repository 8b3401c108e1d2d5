package page

import (
	"sidelight/annotations"
	"sidelight/ui/typeset"
)

// MentionRects returns the rectangles of a mention, one for each line that it
// touches, in pixels from the page's top left as the page is scrolled now.
func (p *Page) MentionRects(id annotations.MentionID) []typeset.Rect {
	if p.now.Edition == nil {
		return nil
	}
	m, ok := p.now.Edition.Mention(id)
	if !ok {
		return nil
	}
	return p.SpanRects(m.Span)
}

// SelectedEnd returns the right end of the selected mention on its first line, in
// pixels from the page's left; 0 if none is selected.
func (p *Page) SelectedEnd() float32 {
	rects := p.MentionRects(p.now.Mention)
	if len(rects) == 0 {
		return 0
	}
	return rects[0].X + rects[0].W
}

// SpanRects returns the rectangles of a span, one for each line that it touches, in
// pixels from the page's top left as the page is scrolled now.
func (p *Page) SpanRects(s annotations.Span) []typeset.Rect {
	rects := p.column.Rects(s)
	for i := range rects {
		rects[i].Y -= p.reading.pane.y
	}
	return rects
}
