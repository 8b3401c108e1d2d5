package shape

import (
	"image"

	"fyne.io/fyne/v2/canvas"
)

// NewRaster makes an object of a picture that is painted w by h pixels of the screen large.
//
// A picture with a side that is a power of two gets one pixel more there, a copy in its
// middle, which is not drawn: for such pictures Mesa's renderer without a graphics card
// compiles a program of its own, and a start waits for it.
func NewRaster(paint func(w, h int) *image.RGBA) *canvas.Raster {
	r := canvas.NewRaster(func(w, h int) image.Image { return unlikePowers(paint(w, h)) })
	r.ScaleMode = canvas.ImageScalePixels
	return r
}

// unlikePowers returns a picture of which no side is a power of two. Drawn as large as the
// first one is, with the nearest pixels, it looks like that.
func unlikePowers(img *image.RGBA) *image.RGBA {
	size := img.Rect.Size()
	w, h := unlikePower(size.X), unlikePower(size.Y)
	if w == size.X && h == size.Y {
		return img
	}
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			out.SetRGBA(x, y, img.RGBAAt(from(x, size.X, w), from(y, size.Y, h)))
		}
	}
	return out
}

func unlikePower(n int) int {
	switch {
	case n == 1:
		return 3
	case n > 1 && n&(n-1) == 0:
		return n + 1
	}
	return n
}

// from is the pixel of a side of n pixels that stands at i in one of more.
func from(i, n, more int) int {
	if more == n || i < n/2 {
		return i
	}
	return max(i-1, 0) % n
}
