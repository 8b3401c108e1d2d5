// Package shape draws the plain shapes of which the window is made: boxes, also with
// round corners and with a line around them, discs, and strokes beside each other.
//
// Each is a picture, as texts and icons are pictures. The toolkit has shapes of its own,
// but draws each kind with a program of its own, which a driver compiles at the first
// start and which looks at every pixel for corners, stroke and shadow: without a graphics
// card that costs more time than everything else that a window shows. A picture of one
// pixel, drawn large, is the cheapest thing there is. The toolkit's renderers also disagree
// on which side of a shape's edge its stroke lies; here it lies inside.
package shape

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

var _ fyne.Widget = (*Box)(nil)

// Box is a rectangle in a colour. Like a text it is painted anew when it, or what it lies
// in, is refreshed: after its fields have changed it must be.
type Box struct {
	FillColor   color.Color // nil for none
	StrokeColor color.Color // of the line inside the edges
	StrokeWidth float32     // pixels

	// CornerRadius is the radius of the corners in pixels; one of another radius has its
	// own. All are less where two would meet.
	CornerRadius                                    float32
	TopLeftCornerRadius, TopRightCornerRadius       float32
	BottomLeftCornerRadius, BottomRightCornerRadius float32

	Shadow canvas.Shadow // that falls on what lies below; of no spread

	Hidden bool

	at      fyne.Position
	size    fyne.Size
	least   fyne.Size
	picture *canvas.Raster // reaches beyond the box as far as its shadow does
	objects [1]fyne.CanvasObject
}

// NewBox makes a box with sharp corners in a colour; nil is none.
func NewBox(fill color.Color) *Box {
	b := &Box{FillColor: fill}
	b.picture = NewRaster(b.paint)
	b.objects[0] = b.picture
	return b
}

// NewDisc makes a box that is a disc while it is a square.
func NewDisc(fill color.Color) *Box {
	b := NewBox(fill)
	b.CornerRadius = 1e6
	return b
}

// Position returns where the box lies in what holds it.
func (b *Box) Position() fyne.Position { return b.at }

// Move moves the box in what holds it.
func (b *Box) Move(to fyne.Position) {
	if b.at != to {
		b.at = to
		repaint(b)
	}
}

// Size returns the size of the box.
func (b *Box) Size() fyne.Size { return b.size }

// Resize gives the box a size; a negative side is none.
func (b *Box) Resize(size fyne.Size) {
	b.size = size.Max(fyne.Size{})
	b.fit()
}

// fit makes room in the picture for the box and its shadow.
func (b *Box) fit() {
	reach := b.reach()
	b.picture.Move(fyne.NewPos(-reach, -reach))
	b.picture.Resize(b.size.AddWidthHeight(2*reach, 2*reach))
}

// MinSize returns the least size that was set.
func (b *Box) MinSize() fyne.Size { return b.least }

// SetMinSize sets the least size that the box asks for; at first it asks for none.
func (b *Box) SetMinSize(size fyne.Size) { b.least = size }

// Visible reports whether the box is shown.
func (b *Box) Visible() bool { return !b.Hidden }

// Show shows the box.
func (b *Box) Show() { b.show(true) }

// Hide hides the box.
func (b *Box) Hide() { b.show(false) }

func (b *Box) show(on bool) {
	if b.Hidden == on {
		b.Hidden = !on
		b.Refresh()
	}
}

// Refresh paints the box anew.
func (b *Box) Refresh() {
	b.fit()
	canvas.Refresh(b)
}

// CreateRenderer draws the picture.
func (b *Box) CreateRenderer() fyne.WidgetRenderer { return (*renderer)(b) }

// renderer is a box as the toolkit draws it.
type renderer Box

func (r *renderer) Destroy()           {}
func (r *renderer) Layout(fyne.Size)   {}
func (r *renderer) MinSize() fyne.Size { return r.least }
func (r *renderer) Refresh()           { (*Box)(r).Refresh() }

// Objects returns the picture, if there is anything to see in it.
func (r *renderer) Objects() []fyne.CanvasObject {
	b := (*Box)(r)
	if b.size.Width <= 0 || b.size.Height <= 0 || clear(b.FillColor) && b.stroke() == nil {
		return nil
	}
	return b.objects[:]
}

func clear(c color.Color) bool {
	if c == nil {
		return true
	}
	_, _, _, a := c.RGBA()
	return a == 0
}

// stroke returns the colour of the line inside the edges, nil for none.
func (b *Box) stroke() color.Color {
	if b.StrokeWidth <= 0 || clear(b.StrokeColor) {
		return nil
	}
	return b.StrokeColor
}

// paint paints the box w by h pixels of the screen large.
func (b *Box) paint(w, h int) *image.RGBA {
	stroke := b.stroke()
	round := max(b.CornerRadius, b.TopLeftCornerRadius, b.TopRightCornerRadius, b.BottomLeftCornerRadius, b.BottomRightCornerRadius) > 0
	if w < 1 || h < 1 || stroke == nil && !round && b.picture.Size() == b.size {
		p := newPicture(1, 1)
		p.fill(p.Rect, corners{}, premultiplied(b.FillColor))
		return p.RGBA
	}
	p := newPicture(w, h)
	// The longer side says the scale of the screen best: sides are rounded to pixels.
	size := b.picture.Size()
	scale := float32(w) / max(size.Width, 1e-3)
	if h > w {
		scale = float32(h) / max(size.Height, 1e-3)
	}
	edge := rounded((size.Width - b.size.Width) / 2 * scale)
	at := image.Rect(edge, edge, max(w-edge, edge), max(h-edge, edge))
	own := func(radius float32) float64 {
		if radius == 0 {
			radius = b.CornerRadius
		}
		return float64(rounded(min(radius, 1e6) * scale))
	}
	radii := corners{own(b.TopLeftCornerRadius), own(b.TopRightCornerRadius), own(b.BottomLeftCornerRadius), own(b.BottomRightCornerRadius)}.within(at)
	if edge > 0 {
		p.shade(at, radii, b.Shadow, float64(scale))
		p.cut(at, radii)
	}
	if stroke != nil {
		line := max(rounded(b.StrokeWidth*scale), 1)
		p.fill(at, radii, premultiplied(stroke))
		at, radii = inset(at, line), radii.less(float64(line))
		p.cut(at, radii)
	}
	p.fill(at, radii, premultiplied(b.FillColor))
	return p.RGBA
}

// inset is a rectangle without a line inside its edges.
func inset(r image.Rectangle, line int) image.Rectangle {
	return image.Rect(r.Min.X+line, r.Min.Y+line, max(r.Max.X-line, r.Min.X+line), max(r.Max.Y-line, r.Min.Y+line))
}

// reach is how far the picture goes beyond the box at each side, in pixels.
func (b *Box) reach() float32 {
	s := b.Shadow
	if clear(s.Color) || s.BlurRadius <= 0 {
		return 0
	}
	far := max(s.Offset.X, -s.Offset.X, s.Offset.Y, -s.Offset.Y)
	return float32(int(s.BlurRadius/2 + far + 2))
}

// repaint asks for a frame in which nothing is painted anew.
func repaint(o fyne.CanvasObject) {
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(o).(interface{ SetDirty() }); ok {
		c.SetDirty()
	}
}

func rounded(x float32) int { return int(x + 0.5) }
