package atlas

import (
	"math"

	"sidelight/annotations/figure"
)

// vertex is a corner of a ring: degrees of longitude and latitude, or pixels.
type vertex struct {
	x, y float64
	// seam says that the side from here to the next corner is no coast: it closes a ring
	// where that was cut.
	seam bool
}

// side is how far a point is inside of a straight line; less than 0 is outside.
type side func(x, y float64) float64

// clipped is the part of a ring inside of a line, after Sutherland and Hodgman. The
// sides that close what was cut are seams.
func clipped(ring []vertex, inside side) []vertex {
	var out []vertex
	for i, a := range ring {
		b := ring[(i+1)%len(ring)]
		da, db := inside(a.x, a.y), inside(b.x, b.y)
		if da >= 0 {
			out = append(out, a)
		}
		if (da >= 0) != (db >= 0) {
			s := da / (da - db)
			cut := vertex{x: a.x + float64(s*(b.x-a.x)), y: a.y + float64(s*(b.y-a.y)), seam: a.seam}
			cut.seam = cut.seam || da >= 0
			out = append(out, cut)
		}
	}
	return out
}

// rounded are the sides of a rectangle with round corners: a point is inside of the
// rectangle if it is inside of all of them.
func rounded(r figure.Rect, radius float64) []side {
	const perCorner = 4
	x0, y0, x1, y1 := float64(r.X), float64(r.Y), float64(r.Right()), float64(r.Bottom())
	out := []side{
		func(x, _ float64) float64 { return x - x0 },
		func(x, _ float64) float64 { return x1 - x },
		func(_, y float64) float64 { return y - y0 },
		func(_, y float64) float64 { return y1 - y },
	}
	if radius <= 0 {
		return out
	}
	for _, c := range [...][4]float64{
		{x0 + radius, y0 + radius, -1, -1}, {x1 - radius, y0 + radius, 1, -1},
		{x0 + radius, y1 - radius, -1, 1}, {x1 - radius, y1 - radius, 1, 1},
	} {
		for i := range perCorner {
			a := math.Pi / 2 * (float64(i) + 0.5) / perCorner
			nx, ny := even(c[2]*math.Cos(a)), even(c[3]*math.Sin(a))
			out = append(out, func(x, y float64) float64 {
				return radius - float64((x-c[0])*nx) - float64((y-c[1])*ny)
			})
		}
	}
	return out
}

// even rounds what came out of a sine, so that it is the same on every platform.
func even(v float64) float64 { return math.Round(v*(1<<20)) / (1 << 20) }

// px rounds pixels to 1/64.
func px(v float64) float32 { return float32(math.Round(v*64) / 64) }
