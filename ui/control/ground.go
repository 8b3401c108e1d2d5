package control

import (
	"image"
	"image/draw"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/ui/look"
)

// NewGround makes the plain ground of a part of the window, in a colour of the design.
// A Refresh gives it the colour of the present scheme.
//
// The ground is a small picture, drawn large: without a graphics card a pixel of a
// picture costs little more than half of what a pixel of a rectangle costs, because the
// toolkit looks at every pixel of a rectangle for corners, stroke and shadow. What is to
// have the colour of the page needs no ground at all: the canvas is cleared with it.
//
// The picture is no power of two wide or high: for pictures that are, Mesa's renderer
// without a graphics card compiles a program of its own, and a start waits for it.
func NewGround(name fyne.ThemeColorName) *canvas.Raster {
	r := canvas.NewRaster(func(int, int) image.Image {
		plain := image.NewRGBA(image.Rect(0, 0, 3, 3))
		draw.Draw(plain, plain.Rect, image.NewUniform(look.Of(name)), image.Point{}, draw.Src)
		return plain
	})
	r.ScaleMode = canvas.ImageScalePixels
	return r
}
