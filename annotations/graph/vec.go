package graph

import (
	"math"

	"sidelight/annotations/figure"
)

// vec is a place or a way in pixels.
type vec struct{ x, y float64 }

func (a vec) add(b vec) vec                { return vec{a.x + b.x, a.y + b.y} }
func (a vec) sub(b vec) vec                { return vec{a.x - b.x, a.y - b.y} }
func (a vec) times(f float64) vec          { return vec{float64(a.x * f), float64(a.y * f)} }
func (a vec) dot(b vec) float64            { return float64(a.x*b.x) + float64(a.y*b.y) }
func (a vec) cross(b vec) float64          { return float64(a.x*b.y) - float64(a.y*b.x) }
func (a vec) length() float64              { return math.Sqrt(a.dot(a)) }
func (a vec) left() vec                    { return vec{a.y, -a.x} } // a quarter turn against the clock, as y runs downwards
func (a vec) between(b vec, f float64) vec { return a.add(b.sub(a).times(f)) }

// unit is a as long as one pixel; it points to the right where a has no length.
func (a vec) unit() vec {
	n := a.length()
	if n == 0 {
		return vec{1, 0}
	}
	return vec{a.x / n, a.y / n}
}

// snapped is a on a grid of a 64th of a pixel, as float32 holds it exactly.
func (a vec) snapped() vec { return vec{math.Round(a.x*64) / 64, math.Round(a.y*64) / 64} }

func (a vec) point() figure.Point { return figure.Point{X: float32(a.x), Y: float32(a.y)} }

func from(p figure.Point) vec { return vec{float64(p.X), float64(p.Y)} }

// turns is in how many directions a circle is divided.
const turns = 1024

// directions are the unit vectors of a circle, from the right clockwise. They are found
// by halving angles, because sines differ from platform to platform in their last bit.
var directions = func() (all [turns]vec) {
	all[0], all[turns/4], all[turns/2], all[3*turns/4] = vec{1, 0}, vec{0, 1}, vec{-1, 0}, vec{0, -1}
	for step := turns / 4; step > 1; step /= 2 {
		for i := 0; i < turns; i += step {
			all[i+step/2] = all[i].add(all[(i+step)%turns]).unit()
		}
	}
	return all
}()

// direction is the unit vector of a part of a circle, from the right clockwise.
func direction(part float64) vec {
	i := int(math.Round(part*turns)) % turns
	return directions[(i+turns)%turns]
}

// rect is a rectangle by its middle.
func rect(middle vec, w, h float64) figure.Rect {
	at := vec{middle.x - w/2, middle.y - h/2}.snapped()
	return figure.Rect{X: float32(at.x), Y: float32(at.y), W: float32(w), H: float32(h)}
}

// meets reports whether the straight line from a to b has a point within a rectangle.
func meets(r figure.Rect, a, b vec) bool {
	x0, y0, x1, y1 := float64(r.X), float64(r.Y), float64(r.Right()), float64(r.Bottom())
	if max(a.x, b.x) <= x0 || min(a.x, b.x) >= x1 || max(a.y, b.y) <= y0 || min(a.y, b.y) >= y1 {
		return false
	}
	d := b.sub(a)
	side := func(x, y float64) bool { return d.cross(vec{x, y}.sub(a)) > 0 }
	s := side(x0, y0)
	return side(x1, y0) != s || side(x0, y1) != s || side(x1, y1) != s
}
