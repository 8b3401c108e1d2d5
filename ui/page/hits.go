package page

import (
	"image/color"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/annotations"
	"sidelight/ui/look"
)

// hits are the places of the words that the reader looks for. Only those in
// view have a box.
type hits struct {
	spans   []annotations.Span // ascending
	current int                // index in spans, -1 none
	boxes   []*canvas.Rectangle
}

// SetHits lights stretches of the article, in reading order, and one of them
// more than the others: its index, or -1.
func (p *Page) SetHits(spans []annotations.Span, current int) {
	p.hits.spans, p.hits.current = spans, current
	p.sheet.list()
}

// SetInset says how many pixels below the running head lie under something
// that floats there: what is revealed stands below it.
func (p *Page) SetInset(px float32) { p.inset = px }

// list appends the boxes of the hits on the lines in view.
func (h *hits) list(to []fyne.CanvasObject, p *Page) []fyne.CanvasObject {
	s := p.sheet
	if len(h.spans) == 0 || len(s.lines) == 0 {
		return to
	}
	all, used := annotations.Span{Start: s.lines[0].line.Start, End: s.lines[len(s.lines)-1].line.End}, 0
	first := sort.Search(len(h.spans), func(i int) bool { return h.spans[i].End > all.Start })
	for i := first; i < len(h.spans) && h.spans[i].Start < all.End; i++ {
		for _, r := range p.column.Rects(h.spans[i]) {
			if used == len(h.boxes) {
				h.boxes = append(h.boxes, canvas.NewRectangle(color.Transparent))
			}
			box := h.boxes[used]
			used++
			box.FillColor, box.StrokeWidth, box.CornerRadius = look.Of(look.ColorMarker), 0, 3
			if i == h.current {
				box.StrokeColor, box.StrokeWidth = look.Of(look.ColorFocusRing), 2
			}
			size := p.format.Reading.Size
			box.Move(fyne.NewPos(r.X-2, r.Y+p.column.Baseline()-0.93*size))
			box.Resize(fyne.NewSize(r.W+4, 1.29*size))
			to = append(to, box)
		}
	}
	return to
}
