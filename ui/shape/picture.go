package shape

import (
	"image"
	"image/color"
	"math"
	"slices"

	"fyne.io/fyne/v2/canvas"
)

// corners are the radii of a rectangle's corners in pixels of the screen: top left, top
// right, bottom left, bottom right.
type corners [4]float64

// less are the corners of what lies so much inside of edges with these.
func (c corners) less(by float64) corners {
	for i := range c {
		c[i] = max(c[i]-by, 0)
	}
	return c
}

// within are the corners made so much smaller that none of them meet in a rectangle.
func (c corners) within(r image.Rectangle) corners {
	w, h, share := float64(r.Dx()), float64(r.Dy()), 1.0
	for _, side := range [...][2]float64{{c[0] + c[1], w}, {c[2] + c[3], w}, {c[0] + c[2], h}, {c[1] + c[3], h}} {
		if side[0] > side[1] {
			share = min(share, side[1]/side[0])
		}
	}
	for i := range c {
		c[i] = max(c[i]*share, 0)
	}
	return c
}

// picture is what shapes are painted into.
type picture struct{ *image.RGBA }

func newPicture(w, h int) picture { return picture{image.NewRGBA(image.Rect(0, 0, w, h))} }

func premultiplied(c color.Color) color.RGBA {
	if c == nil {
		return color.RGBA{}
	}
	return color.RGBAModel.Convert(c).(color.RGBA)
}

// fill adds a colour in a rectangle with round corners where nothing is, or where
// [picture.cut] has made room for it.
func (p picture) fill(r image.Rectangle, round corners, c color.RGBA) {
	p.each(r, round, func(pix []uint8, covered int) {
		for i, v := range [...]uint8{c.R, c.G, c.B, c.A} {
			pix[i] = uint8(min(int(pix[i])+share(v, covered), 255))
		}
	})
}

// cut takes away what lies in a rectangle with round corners.
func (p picture) cut(r image.Rectangle, round corners) {
	p.each(r, round, func(pix []uint8, covered int) {
		for i, v := range pix {
			pix[i] = uint8(share(v, whole-covered))
		}
	})
}

// lay lays a colour over what is in a rectangle with round corners.
func (p picture) lay(r image.Rectangle, round corners, c color.RGBA) {
	p.each(r, round, func(pix []uint8, covered int) {
		through := 255 - share(c.A, covered)
		for i, v := range [...]uint8{c.R, c.G, c.B, c.A} {
			pix[i] = uint8(min((int(pix[i])*through+127)/255+share(v, covered), 255))
		}
	})
}

// share is what so many points of a pixel have of a value.
func share(v uint8, covered int) int { return (int(v)*covered + whole/2) / whole }

// Of each pixel that a corner may cut, so many points a side are looked at.
const (
	points = 8
	whole  = points * points
)

// each calls set for the pixels of a rectangle with round corners, with how many points of
// each are covered.
func (p picture) each(r image.Rectangle, round corners, set func(pix []uint8, covered int)) {
	across := func(a, b int) int { return int(math.Ceil(max(round[a], round[b]))) }
	top, bottom := r.Min.Y+across(0, 1), r.Max.Y-across(2, 3)
	left, right := r.Min.X+across(0, 2), r.Max.X-across(1, 3)
	seen := r.Intersect(p.Rect)
	for y := seen.Min.Y; y < seen.Max.Y; y++ {
		cut := y < top || y >= bottom
		for x := seen.Min.X; x < seen.Max.X; x++ {
			covered := whole
			if cut && (x < left || x >= right) {
				covered = inside(r, round, x, y)
			}
			if covered > 0 {
				i := p.PixOffset(x, y)
				set(p.Pix[i:i+4:i+4], covered)
			}
		}
	}
}

// inside returns how many points of a pixel lie in a rectangle with round corners.
func inside(r image.Rectangle, round corners, px, py int) int {
	n, w, h := 0, float64(r.Dx()), float64(r.Dy())
	for k := range whole {
		x := float64(px-r.Min.X) + (float64(k%points)+0.5)/points
		y := float64(py-r.Min.Y) + (float64(k/points)+0.5)/points
		if !outside(x, y, round[0]) && !outside(w-x, y, round[1]) && !outside(x, h-y, round[2]) && !outside(w-x, h-y, round[3]) {
			n++
		}
	}
	return n
}

// outside reports whether a corner cuts off a point so far from its two sides.
func outside(x, y, radius float64) bool {
	x, y = radius-x, radius-y
	return x > 0 && y > 0 && x*x+y*y > radius*radius
}

// shade paints the shadow of a rectangle with round corners as the toolkit does: full to
// half of the blur inside of the edges, gone at half of it outside of them.
func (p picture) shade(r image.Rectangle, round corners, s canvas.Shadow, scale float64) {
	c := color.NRGBAModel.Convert(s.Color).(color.NRGBA)
	blur := float64(s.BlurRadius) * scale
	radius := max(slices.Max(round[:])-blur/2, 0)
	halfW, halfH := max(float64(r.Dx())/2-blur/2, 0)-radius, max(float64(r.Dy())/2-blur/2, 0)-radius
	midX := float64(r.Min.X+r.Max.X)/2 + float64(s.Offset.X)*scale
	midY := float64(r.Min.Y+r.Max.Y)/2 + float64(s.Offset.Y)*scale
	hidden := inset(r, int(math.Ceil(slices.Max(round[:]))))
	for y := range p.Rect.Max.Y {
		for x := range p.Rect.Max.X {
			if image.Pt(x, y).In(hidden) {
				continue
			}
			dx, dy := math.Abs(float64(x)+0.5-midX)-halfW, math.Abs(float64(y)+0.5-midY)-halfH
			away := min(max(dx, dy), 0) + math.Hypot(max(dx, 0), max(dy, 0)) - radius
			t := min(max((away+1)/(blur+2), 0), 1)
			c := c
			c.A = uint8(float64(c.A)*(1-t*t*(3-2*t)) + 0.5)
			p.SetRGBA(x, y, premultiplied(c))
		}
	}
}
