package pattern

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/ui/shape"
)

// Measures in the design of what a highlight is drawn with, in pixels.
const (
	WaveHeight    = 4
	BracketWidth  = 4
	BracketHeight = 24
	SideWidth     = 3

	waveStroke    = 1.6
	waveLength    = 8
	bracketStroke = 1.75
)

// Wave makes a wave from x on that is width pixels long, with its top at y.
func Wave(x, y, width float32, ink color.NRGBA) *canvas.Raster {
	const swing = (WaveHeight - waveStroke) / 2
	return stroked(x, y, width, WaveHeight, ink, func(px, py float64) float64 {
		turn := 2 * math.Pi * px / waveLength
		slope := swing * 2 * math.Pi / waveLength * math.Sin(turn)
		off := py - WaveHeight/2 + swing*math.Cos(turn)
		return math.Abs(off)/math.Hypot(1, slope) - waveStroke/2
	})
}

// Bracket makes a bracket that opens or closes, [BracketWidth] pixels wide and height
// pixels high, with its top left at x, y.
func Bracket(x, y, height float32, closes bool, ink color.NRGBA) *canvas.Raster {
	return stroked(x, y, BracketWidth, height, ink, func(px, py float64) float64 {
		if closes {
			px = BracketWidth - px
		}
		return min(px-bracketStroke, py-bracketStroke, float64(height)-bracketStroke-py)
	})
}

// stroked makes a raster of what is drawn with a pen. Beyond returns how far a point, in
// pixels at scale 1, lies outside of the stroke, less than 0 inside of it; a pixel of the
// screen at the stroke's edge is covered in part.
func stroked(x, y, w, h float32, ink color.NRGBA, beyond func(x, y float64) float64) *canvas.Raster {
	r := shape.NewRaster(func(pw, ph int) *image.RGBA {
		img := image.NewRGBA(image.Rect(0, 0, pw, ph))
		sx, sy := float64(w)/float64(max(pw, 1)), float64(h)/float64(max(ph, 1))
		for py := range ph {
			for px := range pw {
				out := beyond((float64(px)+0.5)*sx, (float64(py)+0.5)*sy) / sy
				c := ink
				c.A = uint8(float64(c.A)*min(max(0.5-out, 0), 1) + 0.5)
				img.Set(px, py, c)
			}
		}
		return img
	})
	r.Move(fyne.NewPos(x, y))
	r.Resize(fyne.NewSize(w, h))
	return r
}
