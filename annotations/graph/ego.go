package graph

import "context"

// The largest half axes of the ellipse in pixels: in a large window lines would be long
// for nothing.
const widest, highest = 460, 380

// circle is a way to set the neighbours round the chosen node.
type circle struct {
	turn float64   // of the first one, in parts of the distance between two
	far  []float64 // how far out they stand, one after the other, in parts of the ellipse
	// Where there is a second step, inner is the ellipse of the first in parts of that of
	// the second, and parents the one in it of those on which others hang.
	inner, parents float64
}

// circles returns the ways that are tried for n nodes in one step or two. Of many nodes
// fewer ways of more rings are.
func circles(n int, two bool) []circle {
	rings, steps := [][]float64{{1}, {1, 0.8}, {1, 0.68}, {0.84}, {1, 0.7, 0.86}, {1, 0.62, 0.81}}, 8
	inner := [][2]float64{{1, 1}}
	switch {
	case two && n <= 80:
		rings, steps = rings[:3], 4
		inner = [][2]float64{{0.6, 0.9}, {0.66, 1}, {0.72, 0.9}, {0.78, 0.8}, {0.84, 0.8}}
	case two:
		rings, steps, inner = rings[1:2], 2, [][2]float64{{0.66, 0.9}, {0.72, 0.9}}
	case n > 24:
		rings, steps = [][]float64{{1, 0.7, 0.85}, {1, 0.6, 0.8}, {1, 0.7, 0.85, 0.55}}, 2
	}
	var all []circle
	for _, far := range rings {
		for _, in := range inner {
			for k := range steps {
				all = append(all, circle{float64(k) / float64(steps), far, in[0], in[1]})
			}
		}
	}
	return all
}

// ellipse sets the neighbours of the chosen node on an ellipse in their order, which has
// them in groups by kind, and what is a step farther out behind them. Of several ways
// the one is taken in which names and verbs find most room.
func (p *Plan) ellipse(ctx context.Context) {
	middle := p.area.Centre()
	p.nodes[0].at = from(middle).snapped()
	first, second := p.stepsOut()
	var best []vec
	least := 0.0
	for _, c := range circles(len(p.nodes)-1, len(second) > 0) {
		if ctx.Err() != nil {
			return
		}
		p.setRound(c, first, second)
		p.dress()
		if cost := p.cost(); best == nil || cost < least {
			best, least = p.places(), cost
		}
	}
	for i, at := range best {
		p.nodes[i].at = at
	}
}

func (p *Plan) places() []vec {
	out := make([]vec, len(p.nodes))
	for i := range p.nodes {
		out[i] = p.nodes[i].at
	}
	return out
}

// stepsOut returns the nodes one step out, and for each of them those that hang on it.
func (p *Plan) stepsOut() (first []int, second map[int][]int) {
	second = map[int][]int{}
	hung := map[int]bool{}
	for i := range p.nodes {
		if p.nodes[i].step == 1 {
			first = append(first, i)
		}
	}
	for _, l := range p.lines {
		if l.step == 2 && p.nodes[l.a].step == 1 && p.nodes[l.b].step == 2 && !hung[l.b] {
			hung[l.b] = true
			second[l.a] = append(second[l.a], l.b)
		}
	}
	return first, second
}

// setRound gives each neighbour a share of the circle, larger where more hangs on it.
func (p *Plan) setRound(c circle, first []int, second map[int][]int) {
	share := func(i int) float64 { return 1 + float64(0.7*float64(len(second[i]))) }
	whole := 0.0
	for _, i := range first {
		whole += share(i)
	}
	inner := 1.0
	if len(second) > 0 {
		inner = c.inner
	}
	at := -0.25 + c.turn/max(whole, 1)
	outer := 0
	for k, i := range first {
		width := share(i) / whole
		far := c.far[k%len(c.far)] * inner
		if len(second) > 0 && len(second[i]) > 0 {
			far = inner * c.parents
		}
		p.nodes[i].at = p.onEllipse(i, at+width/2, far)
		for n, j := range second[i] {
			part := (float64(n) + 0.5) / float64(len(second[i]))
			p.nodes[j].at = p.onEllipse(j, at+float64(width*part), 1-float64(0.14*float64(outer%2)))
			outer++
		}
		at += width
	}
}

// onEllipse is a place for a node: the part of the circle from the right clockwise, and
// how far out in parts of the largest ellipse that has room for its name.
func (p *Plan) onEllipse(i int, part, far float64) vec {
	n := &p.nodes[i]
	d := direction(part)
	w := max(n.words.w/2, n.radius+2)
	h := n.words.h + n.radius + 4
	reach := vec{
		float64(min(max(float64(p.area.W)/2-w, 1), widest) * far),
		float64(min(max(float64(p.area.H)/2-h, 1), highest) * far),
	}
	return p.nodes[0].at.add(vec{float64(reach.x * d.x), float64(reach.y * d.y)}).snapped()
}

// cost is how much a plan leaves to be wished: names and verbs without room, lines
// through names and verbs, and verbs far from the middle of their lines.
func (p *Plan) cost() float64 {
	cost := 0.0
	for i := range p.nodes {
		n := &p.nodes[i]
		if !n.named {
			cost += 20 / float64(n.step*n.step)
			continue
		}
		cost += float64(3 * p.crossed(n.label, -1))
		for j := range i {
			if o := &p.nodes[j]; o.box().Grown(4).Overlaps(n.box()) {
				cost += 20
			}
		}
	}
	for i := range p.lines {
		l := &p.lines[i]
		switch {
		case l.step == 2:
		case !l.spoken:
			cost += 10
		default:
			off := along(l.path, 0.5).sub(from(l.patch.Centre())).length()
			cost += 2*float64(p.crossed(l.patch, i)) + off/200
		}
	}
	return cost
}
