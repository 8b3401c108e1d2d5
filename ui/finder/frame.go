package finder

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/ui/look"
)

// frame is a ground with a line around it, inside its size. It is made of two
// grounds because Fyne's renderers disagree on which side of a rectangle's edge
// its stroke lies.
type frame struct {
	outer, inner *canvas.Rectangle
	radius       float32 // pixels
	line         float32 // pixels
	size         fyne.Size
}

func newFrame(radius float32) *frame {
	return &frame{outer: canvas.NewRectangle(nil), inner: canvas.NewRectangle(nil), radius: radius}
}

// paint gives the ground and its line their colours.
func (f *frame) paint(ground, line fyne.ThemeColorName, width float32) {
	f.outer.FillColor, f.inner.FillColor = look.Of(line), look.Of(ground)
	f.line = width
	f.outer.CornerRadius, f.inner.CornerRadius = f.radius, f.radius-width
	f.resize(f.size)
	f.outer.Refresh()
	f.inner.Refresh()
}

func (f *frame) resize(size fyne.Size) {
	f.size = size
	f.outer.Resize(size)
	f.inner.Move(fyne.NewSquareOffsetPos(f.line))
	f.inner.Resize(size.SubtractWidthHeight(2*f.line, 2*f.line))
}
