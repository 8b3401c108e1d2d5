package atlas

import (
	"math"

	"sidelight/annotations/figure"
)

// grid finds what lies near a rectangle of a drawing, without looking at everything.
type grid struct {
	cells map[[2]int32][]int
	all   []obstacle
	asked []int // by obstacle: the last question in which it was looked at
	turn  int
}

// obstacle is what no label may lie on: a rectangle, or the line from one point to
// another in it.
type obstacle struct {
	at       figure.Rect
	from, to figure.Point // of a line; equal for a rectangle
}

func (o obstacle) line() bool { return o.from != o.to }

const cell = 48 // pixels

func newGrid() *grid { return &grid{cells: map[[2]int32][]int{}} }

// spread calls f with the cells that a rectangle touches, until f returns false.
func spread(r figure.Rect, f func([2]int32) bool) {
	x0, y0 := int32(math.Floor(float64(r.X)/cell)), int32(math.Floor(float64(r.Y)/cell))
	x1, y1 := int32(math.Floor(float64(r.Right())/cell)), int32(math.Floor(float64(r.Bottom())/cell))
	for x := x0; x <= x1; x++ {
		for y := y0; y <= y1; y++ {
			if !f([2]int32{x, y}) {
				return
			}
		}
	}
}

func (g *grid) add(o obstacle) {
	i := len(g.all)
	g.all, g.asked = append(g.all, o), append(g.asked, 0)
	spread(o.at, func(c [2]int32) bool {
		g.cells[c] = append(g.cells[c], i)
		return true
	})
}

func (g *grid) addBox(r figure.Rect) { g.add(obstacle{at: r}) }

func (g *grid) addLine(a, b figure.Point) {
	r := figure.Rect{X: min(a.X, b.X), Y: min(a.Y, b.Y), W: max(a.X, b.X) - min(a.X, b.X), H: max(a.Y, b.Y) - min(a.Y, b.Y)}
	g.add(obstacle{at: r.Grown(1), from: a, to: b})
}

// any reports whether an obstacle for which hit holds lies near a rectangle.
func (g *grid) any(r figure.Rect, hit func(obstacle) bool) bool {
	found := false
	g.turn++
	spread(r, func(c [2]int32) bool {
		for _, i := range g.cells[c] {
			if g.asked[i] != g.turn {
				if g.asked[i] = g.turn; hit(g.all[i]) {
					found = true
					return false
				}
			}
		}
		return true
	})
	return found
}

// freeBox reports whether a rectangle lies on nothing.
func (g *grid) freeBox(r figure.Rect) bool {
	return !g.any(r, func(o obstacle) bool {
		if o.line() {
			return touches(r, o.from, o.to)
		}
		return r.Overlaps(o.at)
	})
}

// freeLine reports whether a line crosses nothing.
func (g *grid) freeLine(a, b figure.Point) bool {
	r := figure.Rect{X: min(a.X, b.X), Y: min(a.Y, b.Y), W: max(a.X, b.X) - min(a.X, b.X), H: max(a.Y, b.Y) - min(a.Y, b.Y)}
	return !g.any(r, func(o obstacle) bool {
		if !o.line() {
			return touches(o.at, a, b)
		}
		return cross(float64(a.X), float64(a.Y), float64(b.X), float64(b.Y),
			float64(o.from.X), float64(o.from.Y), float64(o.to.X), float64(o.to.Y))
	})
}

// touches reports whether a straight line from a to b has a point in a rectangle.
func touches(r figure.Rect, a, b figure.Point) bool {
	t0, t1 := 0.0, 1.0
	for _, c := range [...][4]float32{{a.X, b.X, r.X, r.Right()}, {a.Y, b.Y, r.Y, r.Bottom()}} {
		from, to, low, high := float64(c[0]), float64(c[1]), float64(c[2]), float64(c[3])
		d := to - from
		if d == 0 {
			if from < low || from > high {
				return false
			}
			continue
		}
		in, out := (low-from)/d, (high-from)/d
		if in > out {
			in, out = out, in
		}
		if t0, t1 = max(t0, in), min(t1, out); t0 > t1 {
			return false
		}
	}
	return true
}
