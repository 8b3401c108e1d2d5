package control

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/ui/look"
)

// NewGround makes the plain ground of a part of the window, in a colour of the design.
// A Refresh gives it the colour of the present scheme.
//
// The ground is a picture of one pixel, drawn large: without a graphics card a pixel of
// a picture costs little more than half of what a pixel of a rectangle costs, because the
// toolkit looks at every pixel of a rectangle for corners, stroke and shadow. What is to
// have the colour of the page needs no ground at all: the canvas is cleared with it.
func NewGround(name fyne.ThemeColorName) *canvas.Raster {
	r := canvas.NewRaster(func(int, int) image.Image {
		pixel := image.NewRGBA(image.Rect(0, 0, 1, 1))
		pixel.Set(0, 0, look.Of(name))
		return pixel
	})
	r.ScaleMode = canvas.ImageScalePixels
	return r
}
