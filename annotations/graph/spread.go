package graph

import (
	"cmp"
	"context"
	"math"
	"slices"

	"sidelight/annotations/figure"
)

// spread lays out everyone: what is connected by stress, fitted into the area and with
// boxes for nodes and names pushed apart, what is not in a row below.
func (p *Plan) spread(ctx context.Context) {
	var in []int // the nodes that are connected
	var out []int
	for i := range p.nodes {
		if p.nodes[i].ties > 0 {
			in = append(in, i)
		} else {
			out = append(out, i)
		}
	}
	p.row(out)
	if len(in) == 0 {
		return
	}
	place := make([]int, len(p.nodes))
	for k, i := range in {
		place[i] = k
	}
	near := make([][]int, len(in))
	for _, l := range p.lines {
		near[place[l.a]] = append(near[place[l.a]], place[l.b])
		near[place[l.b]] = append(near[place[l.b]], place[l.a])
	}
	at := relax(ctx, near)
	if ctx.Err() != nil {
		return
	}
	p.fit(in, at)
	p.part(ctx, in)
}

// fit turns and scales places so that they fill the area.
func (p *Plan) fit(in []int, at []vec) {
	const marginX, marginY = 64, 26
	w, h := max(float64(p.area.W)-2*marginX, 1), max(float64(p.area.H)-2*marginY, 1)
	best, scale := 0, 0.0
	var low, high vec
	turned := func(v vec, k int) vec { // by k 64ths of a turn
		d := directions[k*turns/64]
		return vec{v.dot(d), d.cross(v)}
	}
	for k := range 32 {
		l, u := vec{math.Inf(1), math.Inf(1)}, vec{math.Inf(-1), math.Inf(-1)}
		for _, v := range at {
			v = turned(v, k)
			l, u = vec{min(l.x, v.x), min(l.y, v.y)}, vec{max(u.x, v.x), max(u.y, v.y)}
		}
		if s := min(w/max(u.x-l.x, 1e-9), h/max(u.y-l.y, 1e-9)); s > scale {
			best, scale, low, high = k, s, l, u
		}
	}
	scale = min(scale, 220) // a line between two nodes is not drawn across the window
	middle := low.between(high, 0.5)
	for k, i := range in {
		p.nodes[i].at = turned(at[k], best).sub(middle).times(scale).add(from(p.area.Centre())).snapped()
	}
}

// part pushes the nodes apart until the boxes of nodes and names overlap no more, as far
// as the area has room for names: the most connected come first.
func (p *Plan) part(ctx context.Context, in []int) {
	order := slices.Clone(in)
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(p.nodes[j].ties, p.nodes[i].ties) })
	boxes := make(map[int]vec, len(in))
	room := 0.5 * float64(p.area.W) * float64(p.area.H)
	for _, i := range order {
		n := &p.nodes[i]
		size := vec{2*n.radius + 6, 2*n.radius + 6}
		if with := (vec{max(n.words.w, 2*n.radius) + 8, 2*n.radius + n.words.h + 6}); with.x*with.y <= room {
			size = with
		}
		room -= float64(size.x * size.y)
		boxes[i] = size
	}
	steps := 120
	if len(in) > exact { // where nodes alone fill the area, this leads nowhere
		steps = 12
	}
	for range steps {
		if ctx.Err() != nil || !p.push(in, boxes) {
			break
		}
	}
	for _, i := range in {
		p.nodes[i].at = p.nodes[i].at.snapped()
	}
}

// push moves boxes that overlap apart by half of what they overlap, the shorter way, and
// reports whether any did.
func (p *Plan) push(in []int, boxes map[int]vec) (moved bool) {
	g := newGrid(p.ask.Width, p.ask.Height, len(p.nodes))
	around := func(i int) figure.Rect { return rect(p.nodes[i].at, boxes[i].x, boxes[i].y) }
	for _, i := range in {
		g.put(i, around(i))
	}
	for _, i := range in {
		g.at(around(i), func(j int) bool {
			if j <= i {
				return true
			}
			way := p.nodes[j].at.sub(p.nodes[i].at)
			over := vec{(boxes[i].x+boxes[j].x)/2 - math.Abs(way.x), (boxes[i].y+boxes[j].y)/2 - math.Abs(way.y)}
			if over.x <= 0.01 || over.y <= 0.01 {
				return true
			}
			moved = true
			step := vec{math.Copysign(over.x/2, way.x), 0}
			if over.y < over.x {
				step = vec{0, math.Copysign(over.y/2, way.y)}
			}
			p.nodes[i].at, p.nodes[j].at = p.nodes[i].at.sub(step), p.nodes[j].at.add(step)
			return true
		})
		p.nodes[i].at = p.inside(p.nodes[i].at, boxes[i].x, boxes[i].y)
	}
	return moved
}

// spot is a place in the rows of nodes that are not connected: from the left in pixels,
// and which row, -1 for none.
type spot struct{ x, row float64 }

// row sets nodes that are not connected in rows at the foot of the area, with their names
// as long as these have room, and takes the rows from the area.
func (p *Plan) row(out []int) {
	if len(out) == 0 {
		return
	}
	left, right := float64(p.area.X)+14, float64(p.area.Right())
	p.apart = p.set(figure.Meta, p.ask.Words.Apart, math.Inf(1))
	begin := left + p.apart.w + 16
	if begin > right/2 {
		p.apart, begin = text{}, left
	}
	spots, rows := p.flow(out, begin, left, right)
	rows = min(rows, max(int(float64(p.area.H)*0.3/apartRow), 1))
	bottom := float64(p.area.Bottom())
	for k, i := range out {
		n := &p.nodes[i]
		if spots[k].row >= float64(rows) { // what has no room at all is only counted
			n.named = false
			continue
		}
		y := bottom - float64(apartRow*(float64(rows)-spots[k].row)) + apartRow/2
		n.at = vec{spots[k].x + 6, y}.snapped()
		if n.named {
			n.label = rect(vec{spots[k].x + 16 + n.words.w/2, y}, n.words.w, n.words.h)
		}
	}
	if len(p.apart.lines) > 0 {
		y := bottom - float64(apartRow*rows) + apartRow/2
		p.apartAt = rect(vec{left + p.apart.w/2, y}, p.apart.w, p.apart.h)
	}
	p.area.H -= float32(rows*apartRow) + 8
}

// flow finds the places of nodes in rows, and how many rows these are. The names of the
// first three rows are shown, if they are not wider than a row.
func (p *Plan) flow(out []int, begin, left, right float64) (spots []spot, rows int) {
	const most, dot, gap = 3, 16, 14
	x, row := begin, 0.0
	for _, i := range out {
		n := &p.nodes[i]
		n.inRow, n.radius, n.words = true, 5, p.set(figure.Meta, p.ask.Words.Name(n.Entity), math.Inf(1))
		w := dot + n.words.w + gap
		if n.named = left+w <= right && (x+w <= right || row+1 < most) && row < most; !n.named {
			w = dot
		}
		if x+w > right && x > left {
			x, row = left, row+1
		}
		spots = append(spots, spot{x, row})
		x += w
	}
	return spots, int(row) + 1
}
