package graph

import (
	"cmp"
	"slices"

	"sidelight/annotations/figure"
)

// board is what lies where while names and verbs are being placed.
type board struct {
	*Plan
	nodes, labels, patches, paths *grid
}

// dress bends the lines, and sets names and verbs so that none lies over another, over
// a node, or beyond the border. Names come before verbs, and those of the most connected
// before others: who finds no room stays a dot.
func (p *Plan) dress() {
	for i := range p.nodes {
		if !p.nodes[i].inRow {
			p.nodes[i].named = false
		}
	}
	for i := range p.lines {
		p.curve(&p.lines[i])
		p.lines[i].spoken = false
	}
	b := p.board()
	b.setLabels()
	b.setVerbs()
}

// board returns what lies where.
func (p *Plan) board() *board {
	w, h := p.ask.Width, p.ask.Height
	b := &board{
		Plan: p, nodes: newGrid(w, h, len(p.nodes)), labels: newGrid(w, h, len(p.nodes)),
		patches: newGrid(w, h, len(p.lines)), paths: newGrid(w, h, len(p.lines)),
	}
	for i := range p.nodes {
		n := &p.nodes[i]
		if !n.inRow {
			b.nodes.put(i, n.box().Grown(2))
		}
		if n.named && n.step != 0 {
			b.labels.put(i, n.label)
		}
	}
	for i := range p.lines {
		l := &p.lines[i]
		for k := 1; k < len(l.path); k++ {
			b.paths.put(i, spanned(l.path[k-1], l.path[k]))
		}
		if l.spoken {
			b.patches.put(i, l.patch)
		}
	}
	return b
}

// spanned is the rectangle of which a and b are corners.
func spanned(a, b vec) figure.Rect {
	x, y := min(a.x, b.x), min(a.y, b.y)
	return figure.Rect{X: float32(x), Y: float32(y), W: float32(max(a.x, b.x) - x), H: float32(max(a.y, b.y) - y)}
}

// free reports whether a rectangle lies over no node, name or verb other than those of
// the given node and line.
func (b *board) free(r figure.Rect, node, line int) bool {
	ok := true
	b.nodes.at(r, func(i int) bool {
		ok = i == node || !b.Plan.nodes[i].box().Grown(2).Overlaps(r)
		return ok
	})
	if !ok {
		return false
	}
	b.labels.at(r, func(i int) bool {
		ok = i == node || !b.Plan.nodes[i].label.Overlaps(r)
		return ok
	})
	if !ok {
		return false
	}
	b.patches.at(r, func(i int) bool {
		ok = i == line || !b.lines[i].patch.Overlaps(r)
		return ok
	})
	return ok
}

// enough is how many lines through a rectangle are as bad as any more.
const enough = 12

// crossings counts the lines that run through a rectangle, except one, up to enough.
func (b *board) crossings(r figure.Rect, except int) (n int) {
	b.paths.at(r, func(i int) bool {
		if i != except && b.lines[i].through(r) {
			n++
		}
		return n < enough
	})
	return n
}

// roomFor is about how many names, or verbs, have room in the area: of more nodes than so,
// the names of the least connected are not tried, and of more lines the verbs of the last.
func (p *Plan) roomFor() int {
	const name = 1800 // square pixels
	return int(p.area.W * p.area.H / name)
}

// setLabels places the names: greedily first, then each once more where fewer lines run
// through it.
func (b *board) setLabels() {
	order := make([]int, 0, len(b.Plan.nodes))
	for i := range b.Plan.nodes {
		n := &b.Plan.nodes[i]
		switch {
		case n.inRow:
		case n.step == 0:
			n.label, n.named = rect(n.at, n.words.w, n.words.h), true
		default:
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int {
		x, y := &b.Plan.nodes[i], &b.Plan.nodes[j]
		return cmp.Or(cmp.Compare(x.step, y.step), cmp.Compare(y.ties, x.ties))
	})
	order = order[:min(len(order), b.roomFor())]
	costs := make(map[int][]place, len(order))
	for _, i := range order {
		all := b.labelPlaces(&b.Plan.nodes[i])
		for k := range all {
			all[k].cost += float64(1.2 * float64(b.crossings(all[k].Rect, -1)))
		}
		slices.SortStableFunc(all, func(x, y place) int { return cmp.Compare(x.cost, y.cost) })
		costs[i] = all
	}
	for range 3 {
		for _, i := range order {
			b.setLabel(i, costs[i])
		}
	}
	for _, i := range order {
		if !b.Plan.nodes[i].named {
			b.makeRoom(i, costs)
		}
	}
}

// setLabel moves the name of a node to the best place that is free.
func (b *board) setLabel(i int, all []place) {
	n := &b.Plan.nodes[i]
	if n.named {
		b.labels.take(i, n.label)
	}
	for _, c := range all {
		if b.free(c.Rect.Grown(1), i, -1) {
			n.label, n.named = c.Rect, true
			break
		}
	}
	if n.named {
		b.labels.put(i, n.label)
	}
}

// makeRoom gives a name a place where one other name stands that can stand elsewhere.
func (b *board) makeRoom(i int, costs map[int][]place) {
	n := &b.Plan.nodes[i]
	for _, c := range costs[i] {
		in, sole := -1, true
		b.labels.at(c.Rect.Grown(1), func(j int) bool {
			if b.Plan.nodes[j].label.Overlaps(c.Rect.Grown(1)) {
				sole, in = in < 0, j
			}
			return sole
		})
		if in < 0 || !sole || b.Plan.nodes[in].step == 0 {
			continue
		}
		other := &b.Plan.nodes[in]
		was := other.label
		b.labels.take(in, was)
		if b.free(c.Rect.Grown(1), i, -1) {
			n.label, n.named = c.Rect, true
			b.labels.put(i, n.label)
			for _, d := range costs[in] {
				if b.free(d.Rect.Grown(1), in, -1) {
					other.label = d.Rect
					b.labels.put(in, d.Rect)
					return
				}
			}
			b.labels.take(i, n.label)
			n.named = false
		}
		b.labels.put(in, was)
	}
}
