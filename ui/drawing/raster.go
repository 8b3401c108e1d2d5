package drawing

import (
	"encoding/binary"
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
	w   int
	sum []float32 // by pixel, two more in a row than in the picture; all 0 between two fills
	row []touched // by row
	top int       // the rows that edges have crossed
	end int
}

// touched are the pixels [from, to) of a row that edges have crossed.
type touched struct{ from, to int }

// on makes the raster fill an empty picture.
func (r *raster) on(img *image.RGBA) {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	r.img, r.w = img, w
	if n := (w + 2) * h; len(r.sum) < n { // all 0, as between two fills
		r.sum = make([]float32, n)
	}
	if len(r.row) < h {
		r.row = make([]touched, h)
	}
	for y := range r.row {
		r.row[y] = touched{from: w + 2}
	}
	r.top, r.end = h, 0
}

// edge adds an edge of an outline.
func (r *raster) edge(x0, y0, x1, y1 float32) {
	down := float32(1)
	if y0 > y1 {
		x0, y0, x1, y1, down = x1, y1, x0, y0, -1
	}
	h := r.img.Rect.Dy()
	if y0 == y1 || y1 <= 0 || y0 >= float32(h) || x0 >= float32(r.w) && x1 >= float32(r.w) {
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
		r.cross(y, x0, next, down*tall)
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
// of the row's height that it spans, less than 0 if the edge runs upwards. All pixels of the
// row lie right of what lies left of the picture.
func (r *raster) cross(y int, x0, x1, share float32) {
	x0, x1 = max(min(x0, x1), -farthest), min(max(x0, x1), farthest)
	w := float32(r.w)
	if !(x0 <= x1) || x0 >= w { // no numbers, or nothing in the picture
		return
	}
	if x0 < 0 {
		left := share
		if x1 > 0 {
			left = share * x0 / (x0 - x1)
		}
		r.sum[y*(r.w+2)] += left
		r.row[y].from, r.row[y].to = 0, max(r.row[y].to, 1)
		x0, share = 0, share-left
		if x1 <= 0 {
			return
		}
	}
	if x1 > w {
		x1, share = w, share*(w-x0)/(x1-x0)
	}
	r.cover(y, x0, x1, share)
}

// cover adds the part of an edge that lies in the picture.
func (r *raster) cover(y int, x0, x1, share float32) {
	first, last := int(x0), int(math.Ceil(float64(x1)))
	t := &r.row[y]
	t.from, t.to = min(t.from, first), max(t.to, last+1, first+2)
	sum := r.sum[y*(r.w+2):][:r.w+2]
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
func (r *raster) fill(c color.NRGBA, odd bool) {
	ink := painted(c)
	for y := r.top; y < r.end; y++ {
		t := r.row[y]
		r.row[y] = touched{from: r.w + 2}
		if t.from >= t.to {
			continue
		}
		sum := r.sum[y*(r.w+2)+t.from : y*(r.w+2)+t.to]
		pix := r.img.Pix[y*r.img.Stride+4*t.from : y*r.img.Stride+4*r.w]
		var area float32
		for x := 0; x < len(sum); {
			area += sum[x]
			sum[x] = 0
			next := x + 1
			for next < len(sum) && sum[next] == 0 {
				next++
			}
			share := covered(area, odd)
			if at := 4 * x; next == x+1 && share < 255 && ink.alpha == 255 && at+4 <= len(pix) { // most of them
				if share > 0 {
					binary.LittleEndian.PutUint32(pix[at:], ink.over(binary.LittleEndian.Uint32(pix[at:]), share))
				}
			} else {
				r.span(y, t.from+x, t.from+next, ink, share)
			}
			x = next
		}
		r.span(y, t.to, r.w, ink, covered(area, odd)) // up to edges that lie beside the picture
	}
	r.top, r.end = r.img.Rect.Dy(), 0
}

// covered returns how much of a pixel is inside by the sum of its edges, from 0 to 255.
func covered(area float32, odd bool) uint32 {
	area = max(area, -area)
	if odd && area > 1 {
		area -= 2 * float32(int(area/2))
		if area > 1 {
			area = 2 - area
		}
	}
	return uint32(min(area, 1)*255 + 0.5)
}

// paint is a colour as pixels are blended with it: red and blue in one number, green and
// the part that is covered in another, each with room for a product.
type paint struct{ rb, ga, alpha uint32 }

const pair = 0x00ff00ff

func painted(c color.NRGBA) paint {
	return paint{uint32(c.B)<<16 | uint32(c.R), 255<<16 | uint32(c.G), uint32(c.A)}
}

// over returns a pixel under the colour, which covers a share of 255.
func (p paint) over(pixel, share uint32) uint32 {
	under := 255 - share
	rb := (pixel&pair)*under + p.rb*share + 0x00800080
	ga := (pixel>>8&pair)*under + p.ga*share + 0x00800080
	return (rb+rb>>8&pair)>>8&pair | (ga+ga>>8&pair)&^pair
}

// span lays a colour over the pixels [from, to) of a row, covering a share of 255.
func (r *raster) span(y, from, to int, ink paint, share uint32) {
	if share = share * ink.alpha / 255; share == 0 {
		return
	}
	from, to = max(from, 0), min(to, r.w)
	if from >= to {
		return
	}
	pix := r.img.Pix[y*r.img.Stride+4*from : y*r.img.Stride+4*to]
	if share == 255 {
		binary.LittleEndian.PutUint32(pix, ink.rb|ink.ga<<8)
		for n := 4; n < len(pix); n *= 2 {
			copy(pix[n:], pix[:n])
		}
		return
	}
	for ; len(pix) >= 4; pix = pix[4:] {
		binary.LittleEndian.PutUint32(pix, ink.over(binary.LittleEndian.Uint32(pix), share))
	}
}

// round draws a disc of a radius with a ring around it, half of whose line lies within the
// radius. A pixel is covered by how far its middle is from the circle.
func (r *raster) round(c vec, radius, half float32, filling, border color.NRGBA) {
	fill, line := painted(filling), painted(border)
	outer, inner := radius+half, radius-half
	h := r.img.Rect.Dy()
	top, end := int(within(floor(c.y-outer-1), float32(h))), int(within(c.y+outer+2, float32(h)))
	for y := top; y < end; y++ {
		dy := float32(y) + 0.5 - c.y
		from, to := chord(c.x, outer+0.5, dy)
		from, to = int(within(float32(from), float32(r.w))), int(within(float32(to), float32(r.w)))
		hole, holeEnd := chord(c.x, inner-1, dy)
		for x := from; x < to; x++ {
			if x > hole && x < holeEnd-1 { // nothing but the filling
				stop := min(holeEnd-1, to)
				r.span(y, x, stop, fill, 255)
				x = stop - 1
				continue
			}
			dx := float32(x) + 0.5 - c.x
			d := float32(math.Sqrt(float64(dx*dx+dy*dy))) - 0.5
			r.span(y, x, x+1, fill, uint32(within(radius-d, 1)*255+0.5))
			r.span(y, x, x+1, line, uint32((within(outer-d, 1)-within(inner-d, 1))*255+0.5))
		}
	}
}

// chord returns the pixels [from, to) of a row that a circle around x touches, dy below its
// middle.
func chord(x, radius, dy float32) (from, to int) {
	if !(radius > 0) || dy*dy >= radius*radius {
		return 0, 0
	}
	half := float32(math.Sqrt(float64(radius*radius - dy*dy)))
	return int(within(floor(x-half), farthest)), int(within(x+half+1, farthest))
}
