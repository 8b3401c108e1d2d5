package drawing

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"

	"sidelight/annotations/figure"
	"sidelight/ui/look"
)

const (
	// mostPixels is how many pixels a picture has at most: it takes four bytes for each.
	mostPixels = 64 << 20
	// mostSide is how many pixels a picture is wide or high at most. What shows pictures
	// seldom shows larger ones.
	mostSide = 1 << 15
	// band is how many pixels of a figure are painted at once: a painter needs several
	// times the memory of what it paints.
	band = 512
)

// Picture paints all of a figure in the colours of the present scheme, scale pixels for
// each of the figure; fewer where that would be a picture of more than 64 million pixels
// or 32,768 to a side. It is called where the window is.
func Picture(f *figure.Figure, roles look.Roles, scale float32) image.Image {
	s := newSheet(newFonts(roles))
	s.take(f)
	scale = fitting(s.size, scale)
	s.scale = scale
	wide, high := max(int(s.size.X*scale+0.5), 1), max(int(s.size.Y*scale+0.5), 1)
	ground := canvas.NewRectangle(color.Transparent)
	if f.Ground != "" {
		ground.FillColor = colour(f.Ground)
	}
	c := software.NewTransparentCanvas()
	c.SetPadded(false)
	c.SetScale(scale)
	c.SetContent(container.NewWithoutLayout(ground, s))
	out := image.NewNRGBA(image.Rect(0, 0, wide, high))
	for y := 0; y < high; y += int(band * scale) {
		from, tall := float32(y)/scale, float32(min(int(band*scale), high-y))/scale
		s.draw(figure.Rect{Y: from, W: s.size.X, H: tall}, false)
		s.Move(fyne.NewPos(0, -from))
		ground.Resize(fyne.NewSize(s.size.X, tall))
		c.Resize(ground.Size())
		draw.Draw(out, image.Rect(0, y, wide, high), c.Capture(), image.Point{}, draw.Src)
	}
	return out
}

// fitting returns the scale for a picture of a size: the one that is asked for or, if that
// is too much, the largest one that is not. Parts of a figure that are painted one after
// another begin at whole pixels.
func fitting(size figure.Point, scale float32) float32 {
	if !(scale > 0) {
		scale = 1
	}
	area := max(size.X*size.Y, 1)
	fits := min(scale, mostSide/max(size.X, size.Y, 1), float32(math.Sqrt(mostPixels/float64(area))))
	if fits == scale {
		return scale
	}
	// whole pixels of a band
	return max(floor(fits*band), 1) / band
}
