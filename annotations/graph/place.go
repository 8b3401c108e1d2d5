package graph

import (
	"cmp"
	"math"
	"slices"

	"sidelight/annotations/figure"
)

// fits reports whether a rectangle lies within the area for nodes.
func (p *Plan) fits(r figure.Rect) bool { return p.area.Holds(r) }

// inside is a place moved by as little as it takes for a rectangle round it of that size
// to lie in the area for nodes.
func (p *Plan) inside(at vec, w, h float64) vec {
	hold := func(x, low, size, w float64) float64 {
		if w >= size {
			return low + size/2
		}
		return min(max(x, low+w/2), low+size-w/2)
	}
	return vec{
		hold(at.x, float64(p.area.X), float64(p.area.W), w),
		hold(at.y, float64(p.area.Y), float64(p.area.H), h),
	}
}

// curve sets the path of a line: a bow from the border of one node to that of the other.
func (p *Plan) curve(l *line) {
	a, b := p.nodes[l.a].at, p.nodes[l.b].at
	way := b.sub(a)
	middle, off := a.between(b, 0.5), way.left().times(2*math.Copysign(l.most, l.bow))
	control := middle.add(off.times(p.room(middle, off) * (math.Abs(l.bow) / l.most)))
	pieces := 4 + int(math.Min(way.length()/24, 12))
	path := make([]vec, 0, pieces+1)
	for i := range pieces + 1 {
		f := float64(i) / float64(pieces)
		path = append(path, a.between(control, f).between(control.between(b, f), f).snapped())
	}
	path = trimmed(path, &p.nodes[l.a])
	slices.Reverse(path)
	path = trimmed(path, &p.nodes[l.b])
	slices.Reverse(path)
	l.path = path
}

// room is how much of a way from a place in the figure lies above the legend and within
// the border, from 0 to 1: a curve bends no farther.
func (p *Plan) room(at, way vec) float64 {
	share := 1.0
	within := func(x, d, low, high float64) {
		switch end := x + d; {
		case end > high:
			share = min(share, max(0, (high-x)/d))
		case end < low:
			share = min(share, max(0, (low-x)/d))
		}
	}
	const stroke = 2 // half of the thickest, pixels
	within(at.x, way.x, stroke, float64(p.ask.Width)-stroke)
	within(at.y, way.y, stroke, float64(p.ask.Height)-legend)
	return share
}

// trimmed is a path without what lies in the node at which it begins, and a gap.
func trimmed(path []vec, n *node) []vec {
	box := n.box().Grown(5)
	in := func(v vec) bool {
		if n.step == 0 {
			return box.Has(v.point())
		}
		return v.sub(n.at).length() < n.radius+3
	}
	for len(path) > 2 && in(path[1]) {
		path = path[1:]
	}
	low, high := path[0], path[1]
	if in(low) {
		for range 12 {
			if middle := low.between(high, 0.5); in(middle) {
				low = middle
			} else {
				high = middle
			}
		}
		path[0] = high.snapped()
	}
	return path
}

// crossed counts the lines that run through a rectangle, except one.
func (p *Plan) crossed(r figure.Rect, except int) int {
	n := 0
	for i := range p.lines {
		if i != except && p.lines[i].through(r) {
			n++
		}
	}
	return n
}

func (l *line) through(r figure.Rect) bool {
	for k := 1; k < len(l.path); k++ {
		if meets(r, l.path[k-1], l.path[k]) {
			return true
		}
	}
	return false
}

// place is where a label may stand.
type place struct {
	figure.Rect
	cost float64
}

// labelPlaces are the places round a node where its name may stand, best first.
func (p *Plan) labelPlaces(n *node) []place {
	const gap = 6
	w, h, r := n.words.w, n.words.h, n.radius
	diagonal := float64(r*0.7) + 3
	out := vec{}
	if p.ask.Reach != All {
		out = n.at.sub(p.nodes[0].at).unit()
	}
	var all []place
	add := func(dx, dy, cost float64) {
		way := vec{dx, dy}
		here := rect(n.at.add(way), w, h)
		if p.fits(here) {
			all = append(all, place{here, cost - float64(0.4*way.unit().dot(out))})
		}
	}
	add(r+gap+w/2, 0, 0)
	add(-r-gap-w/2, 0, 0.05)
	add(0, r+2+h/2, 0.1)
	add(0, -r-2-h/2, 0.15)
	add(diagonal+w/2, diagonal+h/2, 0.3)
	add(-diagonal-w/2, diagonal+h/2, 0.3)
	add(diagonal+w/2, -diagonal-h/2, 0.35)
	add(-diagonal-w/2, -diagonal-h/2, 0.35)
	// Under and over the node, shifted to the side.
	for _, share := range []float64{0.25, -0.25, 0.4, -0.4} {
		add(float64(w*share), r+2+h/2, 0.4)
		add(float64(w*share), -r-2-h/2, 0.45)
	}
	if at := p.inside(n.at, w, h); at.x != n.at.x {
		add(at.x-n.at.x, r+2+h/2, 0.3)
		add(at.x-n.at.x, -r-2-h/2, 0.3)
	}
	slices.SortStableFunc(all, func(a, b place) int { return cmp.Compare(a.cost, b.cost) })
	return all
}
