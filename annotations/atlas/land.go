package atlas

import (
	"math"

	"sidelight/annotations/figure"
)

// land draws what a window sees of the globe: the sea unless that is left out, the land,
// and the line of the coast.
func (w *Window) land(c *Coast, sea figure.Ink) []figure.Shape {
	var out []figure.Shape
	sides := rounded(w.At, w.radius)
	if sea != "" {
		out = append(out, w.sea(sides, sea)...)
	}
	var coasts []figure.Shape
	for _, layer := range c.layers {
		var area figure.Area
		for i := range layer {
			for _, ring := range layer[i].around(w.lon) {
				ring = w.seen(ring, sides)
				if points := corners(ring); len(points) > 2 {
					area.Rings = append(area.Rings, points)
					coasts = append(coasts, shore(ring)...)
				}
			}
		}
		if len(area.Rings) > 0 {
			area.Fill = figure.Land
			out = append(out, area)
		}
	}
	return append(out, coasts...)
}

// sea draws the window's ground: all of the window, or the part of it where the globe
// lies.
func (w *Window) sea(sides []side, ink figure.Ink) []figure.Shape {
	if w.full() {
		return []figure.Shape{figure.Box{At: w.At, Radius: float32(w.radius), Fill: ink}}
	}
	var ring []vertex
	for lat := -90.0; lat <= 90; lat += longest {
		ring = append(ring, vertex{x: 180, y: lat})
	}
	for lat := 90.0; lat >= -90; lat -= longest {
		ring = append(ring, vertex{x: -180, y: lat})
	}
	return []figure.Shape{figure.Area{Rings: [][]figure.Point{corners(w.seen(ring, sides))}, Fill: ink}}
}

// seen is the part of a ring inside of the window, in pixels; the ring is given in
// degrees from the window's meridian.
func (w *Window) seen(ring []vertex, sides []side) []vertex {
	out := make([]vertex, len(ring))
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for i, v := range ring {
		x, y := forward(v.y, v.x)
		p := w.pixel(x, y)
		out[i] = vertex{float64(p.X), float64(p.Y), v.seam}
		x0, y0, x1, y1 = min(x0, out[i].x), min(y0, out[i].y), max(x1, out[i].x), max(y1, out[i].y)
	}
	l, t, r, b := float64(w.At.X), float64(w.At.Y), float64(w.At.Right()), float64(w.At.Bottom())
	switch {
	case x1 <= l || x0 >= r || y1 <= t || y0 >= b:
		return nil
	case x0 >= l+w.radius && x1 <= r-w.radius && y0 >= t+w.radius && y1 <= b-w.radius:
		return out
	}
	for _, s := range sides {
		out = clipped(out, s)
	}
	return out
}

// corners are the corners of a ring as points, without those that fall together.
func corners(ring []vertex) []figure.Point {
	var out []figure.Point
	for _, v := range ring {
		if p := (figure.Point{X: px(v.x), Y: px(v.y)}); len(out) == 0 || out[len(out)-1] != p {
			out = append(out, p)
		}
	}
	if n := len(out); n > 1 && out[0] == out[n-1] {
		out = out[:n-1]
	}
	return out
}

// shore draws the sides of a ring that are coast.
func shore(ring []vertex) []figure.Shape {
	var out []figure.Shape
	start := 0 // behind a seam, so that no line is cut in two without need
	for i, v := range ring {
		if v.seam {
			start = i + 1
		}
	}
	var line []figure.Point
	end := func() {
		if len(line) > 1 {
			out = append(out, figure.Line{Points: line, Width: 1, Ink: figure.Coast})
		}
		line = nil
	}
	for i := range ring {
		a, b := ring[(start+i)%len(ring)], ring[(start+i+1)%len(ring)]
		if a.seam {
			end()
			continue
		}
		if len(line) == 0 {
			line = append(line, figure.Point{X: px(a.x), Y: px(a.y)})
		}
		if p := (figure.Point{X: px(b.x), Y: px(b.y)}); p != line[len(line)-1] {
			line = append(line, p)
		}
	}
	end()
	return out
}
