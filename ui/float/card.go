// Package float holds the cards that float over the window, and the [Layer] that
// shows one card at a time.
package float

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/control"
	"sidelight/ui/look"
)

const radius = 10 // of a card's corners, pixels

// Card is a raised ground with a shadow, and a content on it.
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

// HeightFor returns the height in pixels that the card needs at a width.
func (c *Card) HeightFor(width float32) float32 {
	return heightFor(c.content, width-2*c.padding) + 2*c.padding
}

// heightFor returns the height in pixels that an object needs at a width: that of
// a block of text depends on the width, any other object has one least height.
func heightFor(o fyne.CanvasObject, width float32) float32 {
	if b, ok := o.(interface{ HeightFor(float32) float32 }); ok {
		return b.HeightFor(width)
	}
	return o.MinSize().Height
}

// MinSize returns the size of the content and the padding around it.
func (c *Card) MinSize() fyne.Size {
	return c.content.MinSize().AddWidthHeight(2*c.padding, 2*c.padding)
}

// CreateRenderer draws the ground and its content.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	return control.Render(c, c.paint, c.arrange, append(c.box.Objects(), c.content)...)
}

func (c *Card) arrange(size fyne.Size) {
	c.box.Resize(size)
	control.Place(c.content, c.padding, c.padding, size.Width-2*c.padding, size.Height-2*c.padding)
}

func (c *Card) paint() {
	c.box.Paint(look.ColorRaised, look.ColorRule, 1)
	c.box.Cast(look.PopoverShadow())
}
