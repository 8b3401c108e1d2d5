package shelf

import (
	"fyne.io/fyne/v2"

	"sidelight/ui/control"
	"sidelight/ui/field"
	"sidelight/ui/look"
)

// Measures of the page in pixels.
const (
	columnWidth = 720 // at most
	margin      = 32  // at both sides, at least
	topMargin   = 36
	keepWidth   = 120
	footHeight  = 40
)

// MinSize returns the least size that the page makes do with.
func (p *Page) MinSize() fyne.Size { return fyne.NewSize(320, 200) }

// CreateRenderer draws the page.
func (p *Page) CreateRenderer() fyne.WidgetRenderer {
	return control.Render(p, p.paint, p.arrange,
		p.title, p.keepName, p.keep, p.sentence, p.field, p.forget.ask, p.forget.yes, p.forget.no,
		p.rules[0], p.list, p.blank, p.rules[1], p.archive, p.helps)
}

func (p *Page) paint() {
	for _, r := range p.rules {
		r.FillColor = look.Of(look.ColorRule)
	}
	p.blank.Hidden = len(p.shown.all) > 0 || !p.asked
}

func (p *Page) arrange(size fyne.Size) {
	w := max(min(columnWidth, size.Width-2*margin), 200)
	x, y := (size.Width-w)/2, float32(topMargin)
	y = p.arrangeHead(x, y, w)

	right := x + w
	for _, b := range p.forget.shown() {
		m := b.MinSize()
		right -= m.Width
		control.Place(b, right, y+(field.Height-m.Height)/2, m.Width, m.Height)
		right -= 8
	}
	control.Place(p.field, x, y, max(right-x, 120), field.Height)
	y += field.Height + 12

	end := max(size.Height-footHeight-archiveHeight, y+40)
	control.Place(p.rules[0], x, y, w, 1)
	control.Place(p.list, x, y+1, w, end-y-1)
	control.Place(p.blank, x, y+24, w, p.blank.HeightFor(w))
	control.Place(p.rules[1], x, end, w, 1)
	control.Place(p.archive, x, end+1, w, archiveHeight)
	control.Place(p.helps, x, end+1+archiveHeight, w, footHeight-1)
}

// arrangeHead places the title, the switch beside it and the sentence, and returns where
// they end.
func (p *Page) arrangeHead(x, y, w float32) float32 {
	name := p.keepName.NaturalWidth() + 1
	lead := p.title.Role().Leading
	control.Place(p.keep, x+w-keepWidth, y, keepWidth, control.Size)
	control.Place(p.keepName, x+w-keepWidth-12-name, y+6, name, p.keepName.Role().Leading)
	control.Place(p.title, x, y, max(w-keepWidth-24-name, 100), lead)
	y += lead + 10
	h := p.sentence.HeightFor(w)
	control.Place(p.sentence, x, y, w, h)
	return y + h + 20
}
