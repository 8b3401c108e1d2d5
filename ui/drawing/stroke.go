package drawing

import (
	"math"

	"sidelight/annotations/figure"
)

// line adds the edges of a line of a figure.
func (p *pen) line(l figure.Line) {
	width := p.thick(l.Width)
	points := make([]vec, len(l.Points))
	for i, q := range l.Points {
		points[i] = p.at(q)
	}
	if upright(points) {
		width = p.snap(points, width)
	}
	dash := make([]float32, len(l.Dash))
	for i, d := range l.Dash {
		dash[i] = max(d*p.scale, 0)
	}
	if !dashed(dash) {
		p.stroke(points, false, width)
		return
	}
	if len(dash)%2 == 1 {
		dash = append(dash, dash...)
	}
	p.dashes(points, dash, width)
}

// upright reports whether all pieces of a line run straight across or straight down.
func upright(points []vec) bool {
	for i := 1; i < len(points); i++ {
		if points[i].x != points[i-1].x && points[i].y != points[i-1].y {
			return false
		}
	}
	return true
}

// snap moves the points of an upright line so that its sides lie on the edges of pixels,
// and returns its width in whole pixels: it is as sharp as a rectangle.
func (p *pen) snap(points []vec, width float32) float32 {
	if width < 4 { // of a broader line a blurred edge is not seen
		width = max(floor(width+0.5), 1)
	}
	half := width / 2
	for i, q := range points {
		points[i] = vec{floor(q.x-half+0.5) + half, floor(q.y-half+0.5) + half}
	}
	return width
}

// leastDash is the length in pixels of what is drawn and what is left out, together, from
// which on they can be told from one another.
const leastDash = 0.5

// dashed reports whether lengths leave anything out that can be seen.
func dashed(lengths []float32) bool {
	var sum float32
	for _, d := range lengths {
		sum += max(d, 0)
	}
	return sum >= leastDash && sum < farthest
}

// stroke adds the edges of a line through points; a closed one returns to the first.
func (p *pen) stroke(points []vec, closed bool, width float32) {
	n := len(points)
	if !closed {
		n--
	}
	for i := range max(n, 0) {
		a, b := points[i], points[(i+1)%len(points)]
		p.piece(a, b, width)
		if i > 0 || closed {
			p.corner(points[(i+len(points)-1)%len(points)], a, b, width)
		}
	}
}

// corner adds what is round where two pieces of a line meet in b. A corner that is nearly
// straight has no gap that could be seen.
func (p *pen) corner(a, b, c vec, width float32) {
	if h := float32(p.img.Rect.Dy()); b.x < -width || b.y < -width || b.x > float32(p.w)+width || b.y > h+width {
		return
	}
	ux, uy, vx, vy := b.x-a.x, b.y-a.y, c.x-b.x, c.y-b.y
	dot, cross := ux*vx+uy*vy, ux*vy-uy*vx
	if dot > 0 && max(cross, -cross)*width < dot {
		return
	}
	p.circle(b, width/2)
}

// piece adds the edges of a straight piece of a line, of what of it is near the picture.
func (p *pen) piece(a, b vec, width float32) {
	from, to, ok := p.clip(a, b, width)
	if !ok {
		return
	}
	a, b = between(a, b, from), between(a, b, to)
	dx, dy := b.x-a.x, b.y-a.y
	long := float32(math.Hypot(float64(dx), float64(dy)))
	if long == 0 {
		return
	}
	x, y := -dy/long*width/2, dx/long*width/2
	// In the direction in which circles run: what overlaps adds up.
	p.outline([]vec{{a.x - x, a.y - y}, {b.x - x, b.y - y}, {b.x + x, b.y + y}, {a.x + x, a.y + y}})
}

func between(a, b vec, t float32) vec { return vec{a.x + (b.x-a.x)*t, a.y + (b.y-a.y)*t} }

// clip returns from and to which share of a piece of a line can be seen, if any can
// (Liang and Barsky 1984).
func (p *pen) clip(a, b vec, width float32) (from, to float32, ok bool) {
	from, to = 0, 1
	size := p.img.Rect.Size()
	side := func(d, room float32) bool { // d is how fast the piece leaves, room how far off that is
		switch t := room / d; {
		case d == 0:
			return room >= 0
		case d < 0:
			from = max(from, t)
		default:
			to = min(to, t)
		}
		return from < to
	}
	dx, dy := b.x-a.x, b.y-a.y
	ok = side(-dx, a.x+width) && side(dx, float32(size.X)+width-a.x) &&
		side(-dy, a.y+width) && side(dy, float32(size.Y)+width-a.y)
	return from, to, ok
}

// dashes adds the edges of a line of which lengths are drawn and left out in turns. Their
// sum is leastDash at least.
func (p *pen) dashes(points []vec, lengths []float32, width float32) {
	var period, before float64
	for _, d := range lengths {
		period += float64(d)
	}
	for i := 1; i < len(points); i++ {
		a, b := points[i-1], points[i]
		long := math.Hypot(float64(b.x-a.x), float64(b.y-a.y))
		if from, to, ok := p.clip(a, b, width); ok && long > 0 {
			p.dashesIn(a, b, lengths, width, long, float64(from)*long, float64(to)*long, math.Mod(before, period), period)
		}
		before += long
	}
}

// dashesIn adds the dashes between two distances along a piece of a line that is long
// pixels long and begins at a phase of the lengths.
func (p *pen) dashesIn(a, b vec, lengths []float32, width float32, long, from, to, phase, period float64) {
	at := math.Floor((from+phase)/period)*period - phase // where a period begins
	for at <= to {
		for k, d := range lengths {
			next := at + float64(d)
			if k%2 == 0 && next >= from && at <= to {
				x, y := between(a, b, float32(max(at, from)/long)), between(a, b, float32(min(next, to)/long))
				if d == 0 {
					p.circle(x, width/2)
				} else {
					p.piece(x, y, width)
				}
			}
			at = next
		}
	}
}

func floor(x float32) float32 { return float32(math.Floor(float64(x))) }
