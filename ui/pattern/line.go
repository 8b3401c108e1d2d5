// Package pattern draws the lines and signs that tell the eight kinds of entity and
// the voices apart without colour: lines under the words of the article, and
// samples of those lines beside names.
package pattern

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/annotations"
	"sidelight/ui/shape"
)

// Line is the line under a mark, or under the piece of a mark that lies on one line
// of text.
type Line struct {
	Kind   annotations.Kind
	Active bool // the mark is under the pointer, focused or selected: the line is stronger
	Opens  bool // the mark begins at the left end of the line
	Closes bool // the mark ends at the right end of the line
	Ink    color.NRGBA
}

// Draw makes the picture of a line that is width pixels long, with its left end at x and
// its top at y. The line of a quotation has none.
func (l Line) Draw(x, y, width float32) []fyne.CanvasObject {
	heavy := float32(1)
	if l.Active {
		heavy = 2
	}
	switch l.Kind {
	case annotations.Person:
		return []fyne.CanvasObject{l.bar(x, y, width, heavy)}
	case annotations.Organisation:
		return []fyne.CanvasObject{l.strokes(x, y-1, width, 4, func(w float32) []shape.Stroke {
			return []shape.Stroke{{W: w, H: 1}, {Y: 3, W: w, H: 1}}
		})}
	case annotations.Term:
		return []fyne.CanvasObject{l.bar(x, y, width, heavy+1)}
	case annotations.Number:
		return []fyne.CanvasObject{l.bracket(x, y, width)}
	case annotations.Place:
		size, pitch := float32(1.7), float32(4)
		if l.Active {
			size, pitch = 2.3, 5
		}
		return []fyne.CanvasObject{l.dots(x, y, width, size, pitch)}
	case annotations.Time:
		return []fyne.CanvasObject{l.dashes(x, y, width, heavy, 5, 3)}
	case annotations.Event:
		return []fyne.CanvasObject{l.dashes(x, y, width, heavy, 9, 3, 2, 3)}
	}
	return nil
}

func (l Line) bar(x, y, w, h float32) fyne.CanvasObject {
	r := shape.NewBox(l.Ink)
	r.Move(fyne.NewPos(x, y))
	r.Resize(fyne.NewSize(w, h))
	return r
}

// bracket makes a line with upright ends, 4 pixels high, where the mark begins and
// ends.
func (l Line) bracket(x, y, w float32) fyne.CanvasObject {
	return l.strokes(x, y-3, w, 5, func(w float32) []shape.Stroke {
		out := []shape.Stroke{{Y: 4, W: w, H: 1}}
		if l.Opens {
			out = append(out, shape.Stroke{W: 1, H: 4})
		}
		if l.Closes {
			out = append(out, shape.Stroke{X: w - 1, W: 1, H: 4})
		}
		return out
	})
}

// strokes makes a picture of strokes of the line's ink, which are asked for with the
// picture's width.
func (l Line) strokes(x, y, w, h float32, of func(w float32) []shape.Stroke) fyne.CanvasObject {
	r := shape.NewStrokes(func(size fyne.Size) []shape.Stroke {
		out := of(size.Width)
		for i := range out {
			out[i].Ink = l.Ink
		}
		return out
	})
	r.Move(fyne.NewPos(x, y))
	r.Resize(fyne.NewSize(w, h))
	return r
}

// dashes makes a raster in which strokes and gaps alternate. Their lengths are in
// pixels.
func (l Line) dashes(x, y, w, h float32, strokes ...float32) fyne.CanvasObject {
	return l.raster(x, y, w, h, func(px, _ float64) bool {
		period := float32(0)
		for _, s := range strokes {
			period += s
		}
		at := float32(math.Mod(px, float64(period)))
		for i, s := range strokes {
			if at < s {
				return i%2 == 0
			}
			at -= s
		}
		return false
	})
}

// dots makes a raster of round dots, the last of which is whole.
func (l Line) dots(x, y, w, size, pitch float32) fyne.CanvasObject {
	r := float64(size) / 2
	last := math.Floor((float64(w)-2*r)/float64(pitch)) * float64(pitch)
	return l.raster(x, y, w, float32(math.Ceil(float64(size))), func(px, py float64) bool {
		n := math.Min(math.Round((px-r)/float64(pitch))*float64(pitch), last)
		return math.Hypot(px-r-math.Max(n, 0), py-r) <= r
	})
}

// raster makes a raster of the line's ink.
func (l Line) raster(x, y, w, h float32, inside func(x, y float64) bool) fyne.CanvasObject {
	return raster(x, y, w, h, func() color.NRGBA { return l.Ink }, inside)
}

// raster makes a raster whose ink covers the points that are inside. Points are in
// pixels at scale 1; each pixel of the screen is covered by 4 by 4 points.
func raster(x, y, w, h float32, ink func() color.NRGBA, inside func(x, y float64) bool) *canvas.Raster {
	const n = 4
	r := shape.NewRaster(func(pw, ph int) *image.RGBA {
		img, full := image.NewRGBA(image.Rect(0, 0, pw, ph)), ink()
		sx, sy := float64(w)/float64(max(pw, 1)), float64(h)/float64(max(ph, 1))
		for py := range ph {
			for px := range pw {
				hits := 0
				for k := range n * n {
					fx := (float64(px) + (float64(k%n)+0.5)/n) * sx
					fy := (float64(py) + (float64(k/n)+0.5)/n) * sy
					if inside(fx, fy) {
						hits++
					}
				}
				c := full
				c.A = uint8(int(c.A) * hits / (n * n))
				img.Set(px, py, c)
			}
		}
		return img
	})
	r.Move(fyne.NewPos(x, y))
	r.Resize(fyne.NewSize(w, h))
	return r
}
