package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/ui/look"
)

// Box is a ground with a line around it, inside its size. It is made of two
// rectangles because Fyne's renderers disagree on which side of a rectangle's
// edge its stroke lies.
type Box struct {
	outer, inner *canvas.Rectangle
	line         float32 // pixels
}

// NewBox makes a box whose corners are round with a radius in pixels.
func NewBox(radius float32) *Box {
	b := &Box{outer: canvas.NewRectangle(nil), inner: canvas.NewRectangle(nil)}
	b.outer.CornerRadius, b.inner.CornerRadius = radius, radius
	return b
}

// Objects returns the box's shapes, back to front.
func (b *Box) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{b.outer, b.inner} }

// Outer returns the shape at the back, which casts the shadow of a box that has
// one.
func (b *Box) Outer() *canvas.Rectangle { return b.outer }

// Hide makes the box invisible.
func (b *Box) Hide() { b.outer.Hidden, b.inner.Hidden = true, true }

// Paint sets the colours of the ground and of the line around it, and the width of
// the line in pixels.
func (b *Box) Paint(ground, line fyne.ThemeColorName, width float32) {
	b.outer.FillColor, b.inner.FillColor = look.Of(line), look.Of(ground)
	b.line = width
	b.inner.CornerRadius = b.outer.CornerRadius - width
	b.place(b.outer.Size())
}

// Resize lays out the box from its place, at first the top left of its owner.
func (b *Box) Resize(size fyne.Size) {
	b.outer.Resize(size)
	b.place(size)
}

// Move moves the box in its owner.
func (b *Box) Move(to fyne.Position) {
	b.outer.Move(to)
	b.place(b.outer.Size())
}

func (b *Box) place(size fyne.Size) {
	at := b.outer.Position()
	Place(b.inner, at.X+b.line, at.Y+b.line, size.Width-2*b.line, size.Height-2*b.line)
}
