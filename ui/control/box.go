package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/ui/look"
)

// Box is a ground with a line around it, inside its size. It is made of two
// grounds because Fyne's renderers disagree on which side of a rectangle's edge
// its stroke lies.
type Box struct {
	outer, inner *canvas.Rectangle
	line         float32 // pixels
}

// NewBox makes a box with round corners of a radius in pixels.
func NewBox(radius float32) *Box {
	b := &Box{outer: canvas.NewRectangle(nil), inner: canvas.NewRectangle(nil)}
	b.outer.CornerRadius, b.inner.CornerRadius = radius, radius
	return b
}

// Objects are the shapes, back to front.
func (b *Box) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{b.outer, b.inner} }

// Outer is the shape at the back, which casts a shadow if it is given one.
func (b *Box) Outer() *canvas.Rectangle { return b.outer }

// Hide makes the box invisible.
func (b *Box) Hide() { b.outer.Hidden, b.inner.Hidden = true, true }

// Paint gives the ground and its line, of a width in pixels, their colours.
func (b *Box) Paint(ground, line fyne.ThemeColorName, width float32) {
	b.outer.FillColor, b.inner.FillColor = look.Of(line), look.Of(ground)
	b.line = width
	b.inner.CornerRadius = b.outer.CornerRadius - width
	b.place(b.outer.Size())
}

// Resize lays the box out from the top left of its owner.
func (b *Box) Resize(size fyne.Size) {
	b.outer.Resize(size)
	b.place(size)
}

func (b *Box) place(size fyne.Size) {
	b.inner.Move(fyne.NewSquareOffsetPos(b.line))
	b.inner.Resize(size.SubtractWidthHeight(2*b.line, 2*b.line))
}
