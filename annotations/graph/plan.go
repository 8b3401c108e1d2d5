package graph

import (
	"context"
	"math"

	"sidelight/annotations"
	"sidelight/annotations/figure"
)

// Settle lays a network out. It returns the context's error when that is cancelled.
func Settle(ctx context.Context, a Ask) (*Plan, error) {
	p := collect(a)
	if p.ask.Reach == All {
		p.spread(ctx)
	} else {
		p.ellipse(ctx)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	p.dress()
	return p, nil
}

// With is the plan with some nodes elsewhere: their middles, in parts of the width and
// the height of the area for nodes. All other nodes stay; names and verbs are set anew.
// What is not in the plan, or not connected, does no harm.
func (p *Plan) With(moved map[annotations.EntityID]figure.Point) *Plan {
	q := *p
	q.nodes = append([]node(nil), p.nodes...)
	q.lines = append([]line(nil), p.lines...)
	for i := range q.nodes {
		n := &q.nodes[i]
		m, ok := moved[n.ID]
		if !ok || n.inRow || !finite(m) {
			continue
		}
		at := vec{
			float64(p.area.X) + float64(float64(p.area.W)*float64(m.X)),
			float64(p.area.Y) + float64(float64(p.area.H)*float64(m.Y)),
		}
		box := n.box()
		n.at = q.inside(at, float64(box.W), float64(box.H)).snapped()
	}
	q.dress()
	return &q
}

func finite(p figure.Point) bool {
	x, y := float64(p.X), float64(p.Y)
	return !math.IsNaN(x) && !math.IsInf(x, 0) && !math.IsNaN(y) && !math.IsInf(y, 0)
}

// Part is a place of the figure in parts of the area for nodes, as [Plan.With] wants it.
func (p *Plan) Part(at figure.Point) figure.Point {
	return figure.Point{X: (at.X - p.area.X) / p.area.W, Y: (at.Y - p.area.Y) / p.area.H}
}

// At is the middle of an entity's node in the figure.
func (p *Plan) At(id annotations.EntityID) (figure.Point, bool) {
	i, ok := p.index[id]
	if !ok || p.nodes[i].inRow && p.nodes[i].at == (vec{}) {
		return figure.Point{}, false
	}
	return p.nodes[i].at.point(), true
}

// Connections is how many lines the plan has.
func (p *Plan) Connections() int { return len(p.lines) }

// Unlabelled is how many nodes have found no room for their names.
func (p *Plan) Unlabelled() (n int) {
	for i := range p.nodes {
		if !p.nodes[i].named {
			n++
		}
	}
	return n
}

// Unspoken is how many lines at the chosen node have found no room for their verbs.
func (p *Plan) Unspoken() (n int) {
	for i := range p.lines {
		if p.ask.Reach != All && p.lines[i].step == 1 && !p.lines[i].spoken {
			n++
		}
	}
	return n
}

// Tie returns a relation between two entities of the plan, the first in the edition's
// order that the article has words for, else the first.
func (p *Plan) Tie(a, b annotations.EntityID) (*annotations.Relation, bool) {
	var found *annotations.Relation
	for i := range p.lines {
		r := p.lines[i].Relation
		if r.From == a && r.To == b || r.From == b && r.To == a {
			if found == nil || len(found.Evidence) == 0 && len(r.Evidence) > 0 {
				found = r
			}
		}
	}
	return found, found != nil
}

// Movable reports whether an entity's node can be moved: it is connected.
func (p *Plan) Movable(id annotations.EntityID) bool {
	i, ok := p.index[id]
	return ok && !p.nodes[i].inRow
}

// Hub is who has most connections, the first of several; empty in an empty plan.
func (p *Plan) Hub() annotations.EntityID {
	best := -1
	for i := range p.nodes {
		if best < 0 || p.nodes[i].ties > p.nodes[best].ties {
			best = i
		}
	}
	if best < 0 {
		return ""
	}
	return p.nodes[best].ID
}

// Toward returns the neighbour of an entity that lies most nearly in a direction, no
// more than 60 degrees off it, and without one who else lies there; y runs downwards.
func (p *Plan) Toward(id annotations.EntityID, x, y float32) (annotations.EntityID, bool) {
	i, ok := p.index[id]
	if !ok {
		return "", false
	}
	var near, all []int
	for k := range p.lines {
		switch l := &p.lines[k]; i {
		case l.a:
			near = append(near, l.b)
		case l.b:
			near = append(near, l.a)
		}
	}
	for j := range p.nodes {
		if n := &p.nodes[j]; !n.inRow || n.at != (vec{}) {
			all = append(all, j)
		}
	}
	way := vec{float64(x), float64(y)}.unit()
	for _, among := range [][]int{near, all} {
		if j := p.ahead(i, way, among); j >= 0 {
			return p.nodes[j].ID, true
		}
	}
	return "", false
}

// ahead is which of some nodes lies most nearly in a direction from the node i; -1 for
// none. Straight ahead counts for more than near.
func (p *Plan) ahead(i int, way vec, among []int) int {
	best, cost := -1, 0.0
	for _, j := range among {
		d := p.nodes[j].at.sub(p.nodes[i].at)
		if c := d.unit().dot(way); j != i && c > 0.5 {
			if k := d.length() / float64(c*c); best < 0 || k < cost {
				best, cost = j, k
			}
		}
	}
	return best
}
