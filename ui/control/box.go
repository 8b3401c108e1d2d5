package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/ui/look"
	"sidelight/ui/shape"
)

// Box is a ground with a line around it, inside its size, in colours of the design.
type Box struct{ box *shape.Box }

// NewBox makes a box whose corners are round with a radius in pixels.
func NewBox(radius float32) *Box {
	b := &Box{shape.NewBox(nil)}
	b.box.CornerRadius = radius
	return b
}

// Objects returns what the box is drawn with.
func (b *Box) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{b.box} }

// Cast gives the box a shadow.
func (b *Box) Cast(s canvas.Shadow) { b.box.Shadow = s }

// Hide makes the box invisible.
func (b *Box) Hide() { b.box.Hidden = true }

// Paint sets the colours of the ground and of the line around it, and the width of
// the line in pixels.
func (b *Box) Paint(ground, line fyne.ThemeColorName, width float32) {
	b.box.FillColor, b.box.StrokeColor, b.box.StrokeWidth = look.Of(ground), look.Of(line), width
}

// Resize lays out the box from its place, at first the top left of its owner.
func (b *Box) Resize(size fyne.Size) { b.box.Resize(size) }

// Move moves the box in its owner.
func (b *Box) Move(to fyne.Position) { b.box.Move(to) }
