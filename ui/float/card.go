// Package float holds what floats over the window: cards on raised ground, and
// the layer that shows one of them at a time.
package float

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/control"
	"sidelight/ui/look"
)

const radius = 10 // of a card's corners, pixels

// Card is a raised ground with a shadow, around a content.
type Card struct {
	widget.BaseWidget
	content fyne.CanvasObject
	padding float32
	box     *control.Box
}

var _ fyne.Widget = (*Card)(nil)

// NewCard puts the content on a card with padding pixels around it.
func NewCard(content fyne.CanvasObject, padding float32) *Card {
	c := &Card{content: content, padding: padding, box: control.NewBox(radius)}
	c.ExtendBaseWidget(c)
	return c
}

// HeightFor is the height in pixels that the card needs at a width.
func (c *Card) HeightFor(width float32) float32 {
	return heightFor(c.content, width-2*c.padding) + 2*c.padding
}

// heightFor is the height that an object needs at a width: a block of text says
// it, anything else has one height.
func heightFor(o fyne.CanvasObject, width float32) float32 {
	if b, ok := o.(interface{ HeightFor(float32) float32 }); ok {
		return b.HeightFor(width)
	}
	return o.MinSize().Height
}

// CreateRenderer draws the ground and its content.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	r := cardRenderer{c}
	r.paint()
	return r
}

type cardRenderer struct{ c *Card }

func (r cardRenderer) Destroy() {}

func (r cardRenderer) MinSize() fyne.Size {
	return r.c.content.MinSize().AddWidthHeight(2*r.c.padding, 2*r.c.padding)
}

func (r cardRenderer) Objects() []fyne.CanvasObject { return append(r.c.box.Objects(), r.c.content) }

func (r cardRenderer) Layout(size fyne.Size) {
	r.c.box.Resize(size)
	r.c.content.Move(fyne.NewSquareOffsetPos(r.c.padding))
	r.c.content.Resize(size.SubtractWidthHeight(2*r.c.padding, 2*r.c.padding))
}

func (r cardRenderer) paint() {
	r.c.box.Paint(look.ColorRaised, look.ColorRule, 1)
	r.c.box.Outer().Shadow = look.PopoverShadow()
}

func (r cardRenderer) Refresh() {
	r.paint()
	for _, o := range r.Objects() {
		o.Refresh()
	}
	canvas.Refresh(r.c)
}
