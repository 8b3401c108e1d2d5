package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/annotations"
	"sidelight/ui/look"
)

// arrange gives the body the height that it needs at the panel's width.
func (p *Panel) arrange() {
	w := p.scroll.Size().Width
	if w == 0 {
		return
	}
	p.body.Resize(fyne.NewSize(w, p.body.HeightFor(w)))
	p.body.Arrange()
	p.bringIntoView()
	p.viewed()
	p.scroll.Base.Refresh() // the bar, and not what is scrolled
}

// viewed brings in the rows in view, and draws a rule under the header while
// some of the card is out of view above.
func (p *Panel) viewed() {
	p.body.SetView(p.scroll.Offset.Y, p.scroll.Size().Height)
	if hidden := p.scroll.Offset.Y <= 0; p.edge.Hidden != hidden {
		p.edge.Hidden = hidden
		canvas.Refresh(p.edge)
	}
}

// bringIntoView scrolls to the item that is to be seen, and leaves some of what
// stands above it in view.
func (p *Panel) bringIntoView() {
	height := p.scroll.Size().Height
	if p.bring < 0 || height == 0 {
		return
	}
	top, _ := p.body.Place(p.bring)
	p.scroll.Offset.Y = max(0, min(top-height/4, p.body.Size().Height-height))
	p.bring = -1
}

// reveal scrolls so that the control that has the focus can be seen, with a
// little room around it.
func (p *Panel) reveal(o target) {
	p.last = o
	const room = 12
	d := fyne.CurrentApp().Driver()
	top, height := p.scroll.Offset.Y, p.scroll.Size().Height
	y := d.AbsolutePositionForObject(o).Y - d.AbsolutePositionForObject(p.body).Y - room
	h := o.Size().Height + 2*room
	switch {
	case y < top || h > height:
		top = y
	case y+h > top+height:
		top = y + h - height
	default:
		return
	}
	top = max(0, min(top, p.body.Size().Height-height))
	p.scroll.ScrollToOffset(fyne.NewPos(0, top))
	p.viewed()
}

// MinSize is small: the panel has the width it is given.
func (p *Panel) MinSize() fyne.Size {
	p.ExtendBaseWidget(p)
	return fyne.NewSize(280, 2*headerHeight)
}

// CreateRenderer shows ground, rule, header and card.
func (p *Panel) CreateRenderer() fyne.WidgetRenderer {
	r := &renderer{p: p, ground: canvas.NewRectangle(nil), rule: canvas.NewRectangle(nil)}
	r.paint()
	return r
}

type renderer struct {
	p            *Panel
	ground, rule *canvas.Rectangle
}

func (r *renderer) Destroy()           {}
func (r *renderer) MinSize() fyne.Size { return r.p.MinSize() }

func (r *renderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.p.header, r.p.scroll, r.p.edge, r.rule}
}

func (r *renderer) Layout(size fyne.Size) {
	p := r.p
	r.ground.Resize(size)
	r.rule.Resize(fyne.NewSize(1, size.Height))
	p.header.Resize(fyne.NewSize(size.Width, headerHeight))
	p.edge.Move(fyne.NewPos(0, headerHeight-1))
	p.edge.Resize(fyne.NewSize(size.Width, 1))
	p.scroll.Move(fyne.NewPos(0, headerHeight))
	// The width first: the height of the card follows from it.
	w := size.Width
	p.body.Resize(fyne.NewSize(w, p.body.HeightFor(w)))
	p.scroll.Resize(fyne.NewSize(w, max(0, size.Height-headerHeight)))
	p.arrange()
}

func (r *renderer) paint() {
	r.ground.FillColor, r.rule.FillColor = look.Of(look.ColorPanel), look.Of(look.ColorRule)
	r.p.edge.FillColor = look.Of(look.ColorRule)
}

func (r *renderer) Refresh() {
	r.paint()
	r.p.header.Refresh()
	r.p.body.Refresh()
	r.p.scroll.Refresh()
	canvas.Refresh(r.p)
}

// leaveCard remembers how far the card is scrolled.
func (p *Panel) leaveCard() {
	if p.left == nil {
		p.left = map[annotations.EntityID]float32{}
	}
	if p.face == cardFace {
		p.left[p.entity] = p.scroll.Offset.Y
	}
}

// Resume scrolls the card to where it was when the reader left it.
func (p *Panel) Resume() {
	y := min(p.left[p.entity], p.body.Size().Height-p.scroll.Size().Height)
	if p.face == cardFace && y > 0 && y != p.scroll.Offset.Y {
		p.scroll.Offset.Y = y
		p.viewed()
		p.scroll.Base.Refresh()
	}
}
