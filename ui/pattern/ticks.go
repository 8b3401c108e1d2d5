package pattern

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2/canvas"
)

// Ticks are upright strokes beside each other, half as thick as they are apart. They
// stand on one line; the first ones are higher than the others. Lengths are in pixels.
type Ticks struct {
	N, Tall   int // how many, and how many of them are high
	Pitch     float32
	High, Low float32
}

// Width returns how wide the strokes are in pixels.
func (t Ticks) Width() float32 { return float32(t.N)*t.Pitch - t.Pitch/2 }

// Raster makes one raster of all strokes, in the ink that is asked for whenever it is
// refreshed. As shapes of their own they would be a fifth of all that a window draws,
// and a driver that draws without a graphics card keeps some 40 KB for each shape.
func (t Ticks) Raster(ink func() color.NRGBA) *canvas.Raster {
	high, pitch := float64(t.High), float64(t.Pitch)
	w := float32(math.Ceil(float64(t.Width())))
	return raster(0, 0, w, t.High, ink, func(px, py float64) bool {
		i := math.Floor(px / pitch)
		tall := high
		if int(i) >= t.Tall {
			tall = float64(t.Low)
		}
		return int(i) < t.N && px-i*pitch < pitch/2 && py >= high-tall
	})
}
