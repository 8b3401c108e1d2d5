package drawing

import (
	"image"
	"image/color"
	"math"
)

// raster fills outlines with colours, one after another, in a picture. Each pixel takes as
// much of a colour as of its area lies within the outline. Coordinates are pixels of the
// picture; what lies beside it is cut off.
//
// It is the method of font-rs: an edge adds to the pixels that it crosses by how much the
// area right of it changes, and the running sum along a row is the area that is covered.
// That gives both rules of winding, of which golang.org/x/image/vector has one.
type raster struct {
	img *image.RGBA
	sum []float32 // by pixel, two more in a row than in the picture; all 0 between two fills
	row []touched // by row
	top int       // the rows that edges have crossed
	end int
}

// touched are the pixels [from, to) of a row that edges have crossed.
type touched struct{ from, to int }

// newRaster makes a raster of an empty picture, in the memory of old if there is one of
// that size.
func newRaster(w, h int, old *raster) *raster {
	if old != nil && old.img.Rect.Dx() == w && old.img.Rect.Dy() == h {
		clear(old.img.Pix)
		return old
	}
	r := &raster{img: image.NewRGBA(image.Rect(0, 0, w, h)), sum: make([]float32, (w+2)*h), row: make([]touched, h)}
	for y := range r.row {
		r.row[y].from = w + 2
	}
	r.top = h
	return r
}

// edge adds an edge of an outline.
func (r *raster) edge(x0, y0, x1, y1 float32) {
	down := float32(1)
	if y0 > y1 {
		x0, y0, x1, y1, down = x1, y1, x0, y0, -1
	}
	w, h := r.img.Rect.Dx(), r.img.Rect.Dy()
	if y0 == y1 || y1 <= 0 || y0 >= float32(h) {
		return
	}
	slope := (x1 - x0) / (y1 - y0)
	if y0 < 0 {
		x0, y0 = x0-y0*slope, 0
	}
	last := int(min(float32(math.Ceil(float64(y1))), float32(h)))
	r.top, r.end = min(r.top, int(y0)), max(r.end, last)
	for y := int(y0); y < last; y++ {
		tall := min(float32(y+1), y1) - max(float32(y), y0)
		next := x0 + tall*slope
		r.cross(y, within(x0, float32(w)), within(next, float32(w)), down*tall)
		x0 = next
	}
}

// within returns x, or the nearest bound of [0, end]; 0 if x is no number.
func within(x, end float32) float32 {
	if !(x > 0) {
		return 0
	}
	return min(x, end)
}

// cross adds the part of an edge that lies in a row, from one x to another, with the share
// of the row's height that it spans, less than 0 if the edge runs upwards.
func (r *raster) cross(y int, x0, x1, share float32) {
	if x0 > x1 {
		x0, x1 = x1, x0
	}
	first, last := int(x0), int(math.Ceil(float64(x1)))
	t := &r.row[y]
	t.from, t.to = min(t.from, first), max(t.to, last+1, first+2)
	sum := r.sum[y*(r.img.Rect.Dx()+2):][:r.img.Rect.Dx()+2]
	if last <= first+1 {
		right := share * ((x0+x1)/2 - float32(first))
		sum[first] += share - right
		sum[first+1] += right
		return
	}
	per := 1 / (x1 - x0)
	lead, tail := 1-(x0-float32(first)), x1-float32(last-1)
	a, b := per*lead*lead/2, per*tail*tail/2
	sum[first] += share * a
	if last == first+2 {
		sum[first+1] += share * (1 - a - b)
	} else {
		second := per * (lead + 0.5)
		sum[first+1] += share * (second - a)
		for x := first + 2; x < last-1; x++ {
			sum[x] += share * per
		}
		sum[last-1] += share * (1 - second - float32(last-first-3)*per - b)
	}
	sum[last] += share * b
}

// fill fills the outlines whose edges have been added with a colour, and forgets them.
// Inside is what an odd number of outlines are around, or what any is.
func (r *raster) fill(ink color.NRGBA, odd bool) {
	w := r.img.Rect.Dx()
	for y := r.top; y < r.end; y++ {
		t := r.row[y]
		r.row[y] = touched{from: w + 2}
		if t.from >= t.to {
			continue
		}
		sum := r.sum[y*(w+2)+t.from : y*(w+2)+t.to]
		pix := r.img.Pix[y*r.img.Stride+4*t.from : y*r.img.Stride+4*w]
		var area float32
		for x, d := range sum {
			sum[x] = 0
			area += d
			if 4*x+4 <= len(pix) {
				blend(pix[4*x:4*x+4:4*x+4], ink, cover(area, odd))
			}
		}
	}
	r.top, r.end = r.img.Rect.Dy(), 0
}

// cover returns how much of a pixel is inside by the sum of its edges, from 0 to 255.
func cover(area float32, odd bool) uint32 {
	area = max(area, -area)
	if odd && area > 1 {
		area -= 2 * float32(int(area/2))
		if area > 1 {
			area = 2 - area
		}
	}
	return uint32(min(area, 1)*255 + 0.5)
}

// blend lays a colour over a pixel of four bytes, covering a share of 255.
func blend(pix []uint8, ink color.NRGBA, share uint32) {
	a := share * uint32(ink.A) / 255
	switch a {
	case 0:
	case 255:
		pix[0], pix[1], pix[2], pix[3] = ink.R, ink.G, ink.B, 255
	default:
		under := 255 - a
		over := func(p, c uint8) uint8 { return uint8((uint32(p)*under + uint32(c)*a + 127) / 255) }
		pix[0], pix[1], pix[2] = over(pix[0], ink.R), over(pix[1], ink.G), over(pix[2], ink.B)
		pix[3] = uint8((uint32(pix[3])*under+127)/255 + a)
	}
}
