package atlas

import (
	"math"

	"sidelight/annotations/figure"
)

// Measures of pins and labels in pixels.
const (
	pinReach   = 7.5 // from the middle of a pin to the edge of what is drawn of a selected one
	fromPin    = 4   // between a pin and its label
	leaderGap  = 3   // between the end of a leader and its label
	countGap   = 6   // between a name and its count
	labelSpace = 2   // between two labels
	inFrame    = 6   // between a label and the edge of its window

	// mostLed is for how many pins without room beside them a place at the end of a line
	// is looked for: more lines would be a thicket.
	mostLed = 60
)

// rays are the directions of leaders with a length of 1, sideways ones first.
var rays = func() []figure.Point {
	var out []figure.Point
	for _, turn := range []float64{1, -1, 7, -7, 2, -2, 6, -6, 0, 8, 3, -3, 5, -5, 4, -4} {
		a := turn * math.Pi / 8
		out = append(out, figure.Point{X: float32(even(math.Cos(a))), Y: float32(even(-math.Sin(a)))})
	}
	return out
}()

var leaderLengths = []float32{24, 40, 58, 80, 106}

// labelling puts the labels of one window.
type labelling struct {
	free   *grid
	coast  *grid       // lines that labels should not lie on, if they can stand elsewhere
	inside figure.Rect // where labels may stand
	led    int
}

// about is the square around a pin that labels keep off.
func about(p figure.Point) figure.Rect {
	return figure.Rect{X: p.X - pinReach, Y: p.Y - pinReach, W: 2 * pinReach, H: 2 * pinReach}
}

// form is a form that the label of a pin can have: how many places it names, and its size.
type form struct {
	names int
	size  figure.Point
}

// put gives each pin a label in the first of its forms for which there is room at one of
// eight places round the pin, else in the last one at the end of a line. Pins come in the
// order of their importance, so that those are without a label that are mentioned least.
func (l *labelling) put(pins []*Pin, forms func(*Pin) []form) {
	for _, p := range pins {
		l.free.addBox(about(p.At))
	}
	for _, p := range pins {
		all := forms(p)
		for _, f := range all {
			if p.names = f.names; l.beside(p, f.size) {
				break
			}
		}
		if !p.Labelled && l.led < mostLed {
			l.led++
			l.lead(p, all[len(all)-1].size)
		}
	}
}

// fits reports whether there is room for a label.
func (l *labelling) fits(r figure.Rect) bool {
	return l.inside.Holds(r) && l.free.freeBox(r.Grown(labelSpace/2))
}

// take puts a label at a rectangle.
func (l *labelling) take(p *Pin, r figure.Rect) {
	p.Labelled, p.label = true, r
	l.free.addBox(r)
}

// beside tries the eight places round a pin, and takes of those where there is room the
// first at which the fewest sides of the coast run through the label.
func (l *labelling) beside(p *Pin, size figure.Point) bool {
	const d = pinReach + fromPin
	x, y := p.At.X, p.At.Y
	right, left, middle := x+d, x-d-size.X, px(float64(x-size.X/2))
	high, low := y-pinReach-size.Y-0.5, y+pinReach+0.5
	var best figure.Rect
	least := -1
	for _, at := range [...]figure.Point{
		{X: right, Y: y - size.Y/2}, {X: left, Y: y - size.Y/2}, {X: middle, Y: high - 1}, {X: middle, Y: low + 1},
		{X: x + pinReach + 1, Y: high + 3}, {X: x - pinReach - 1 - size.X, Y: high + 3},
		{X: x + pinReach + 1, Y: low - 3}, {X: x - pinReach - 1 - size.X, Y: low - 3},
	} {
		r := figure.Rect{X: at.X, Y: at.Y, W: size.X, H: size.Y}
		if !l.fits(r) {
			continue
		}
		if n := l.crossings(r); least < 0 || n < least {
			best, least = r, n
		}
		if least == 0 {
			break
		}
	}
	if least < 0 {
		return false
	}
	l.take(p, best)
	return true
}

// crossings counts the sides of the coast that run through the letters of a label.
func (l *labelling) crossings(r figure.Rect) int {
	const blank = 3 // above and below the letters, pixels
	r = figure.Rect{X: r.X, Y: r.Y + blank, W: r.W, H: r.H - 2*blank}
	n := 0
	l.coast.any(r, func(o obstacle) bool {
		if touches(r, o.from, o.to) {
			n++
		}
		return false
	})
	return n
}

// lead tries places at the end of a line from a pin.
func (l *labelling) lead(p *Pin, size figure.Point) {
	for _, long := range leaderLengths {
		for _, ray := range rays {
			from := along(p.At, ray, leaves(ray))
			tip := along(p.At, ray, long)
			r := figure.Rect{X: tip.X + leaderGap, Y: tip.Y - size.Y/2, W: size.X, H: size.Y}
			switch {
			case math.Abs(float64(ray.X)) < 0.1 && ray.Y < 0:
				r.X, r.Y = px(float64(tip.X-size.X/2)), tip.Y-size.Y-1
			case math.Abs(float64(ray.X)) < 0.1:
				r.X, r.Y = px(float64(tip.X-size.X/2)), tip.Y+1
			case ray.X < 0:
				r.X = tip.X - leaderGap - size.X
			}
			if l.fits(r) && l.free.freeLine(from, tip) {
				p.led, p.leader = true, tip
				l.take(p, r)
				l.free.addLine(from, tip)
				return
			}
		}
	}
}

// leaves is how far from the middle of a pin a ray leaves the square around it.
func leaves(ray figure.Point) float32 {
	return pinReach/max(ray.X, -ray.X, ray.Y, -ray.Y) + 0.25
}

// along is the point at a distance from another one in the direction of a ray.
func along(p, ray figure.Point, by float32) figure.Point {
	return figure.Point{X: px(float64(p.X) + float64(float64(ray.X)*float64(by))), Y: px(float64(p.Y) + float64(float64(ray.Y)*float64(by)))}
}
