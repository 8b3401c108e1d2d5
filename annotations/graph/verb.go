package graph

import (
	"cmp"
	"math"
	"slices"

	"sidelight/annotations/figure"
)

const (
	patchPad = 3  // of page colour at both sides of a verb
	slides   = 36 // places along a line at which a verb is tried
)

// along is the place on a path at a part of its length, from 0 to 1.
func along(path []vec, share float64) vec {
	whole := 0.0
	for k := 1; k < len(path); k++ {
		whole += path[k].sub(path[k-1]).length()
	}
	rest := float64(whole * share)
	for k := 1; k < len(path); k++ {
		d := path[k].sub(path[k-1]).length()
		if rest <= d && d > 0 {
			return path[k-1].between(path[k], rest/d)
		}
		rest -= d
	}
	return path[len(path)-1]
}

// verbWidth is the widest a line of a verb is, in pixels.
const verbWidth = 120

// setVerbs slides the verbs of the lines at the chosen node along their lines until none
// lies over anything. A verb that finds no place drives out those in its way, a few times.
func (b *board) setVerbs() {
	if b.ask.Reach == All {
		return
	}
	var order []int
	slots := map[int][]place{}
	for i := range b.lines {
		l := &b.lines[i]
		if l.step == 1 && len(order) < b.roomFor() {
			l.verb = b.set(figure.Meta, l.from(&b.Plan.nodes[l.a]), verbWidth)
			slots[i] = b.slots(i)
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(i, j int) int { return cmp.Compare(len(slots[i]), len(slots[j])) })
	for round := range 8 {
		again := false
		for _, i := range order {
			if !b.lines[i].spoken && !b.say(i, slots[i]) && round < 7 {
				again = b.drive(i, slots[i], round) || again
			}
		}
		if !again {
			return
		}
	}
}

// slots are the places on a line where its verb lies over no node and no name, best
// first.
func (b *board) slots(i int) []place {
	l := &b.lines[i]
	var all []place
	for k := range slides + 1 {
		share := 0.06 + 0.88*float64(k)/slides
		r := rect(along(l.path, share), l.verb.w+2*patchPad, l.verb.h)
		if !b.fits(r) || !b.free(r, -1, i) {
			continue
		}
		all = append(all, place{r, math.Abs(share-0.5) + 0.5*float64(b.crossings(r, i))})
	}
	slices.SortStableFunc(all, func(x, y place) int { return cmp.Compare(x.cost, y.cost) })
	return all
}

// say places a verb where there is room.
func (b *board) say(i int, slots []place) bool {
	for _, s := range slots {
		if b.free(s.Rect, -1, i) {
			b.speak(i, s.Rect)
			return true
		}
	}
	return false
}

func (b *board) speak(i int, r figure.Rect) {
	b.lines[i].patch, b.lines[i].spoken = r, true
	b.patches.put(i, r)
}

// drive places a verb where the fewest others are in its way, and takes those away.
func (b *board) drive(i int, slots []place, round int) bool {
	best, least := -1, 0
	for k := range slots {
		k = (k + round) % len(slots) // not the same two in turns
		if n := len(b.inTheWay(slots[k].Rect)); best < 0 || n < least {
			best, least = k, n
		}
	}
	if best < 0 {
		return false
	}
	for _, j := range b.inTheWay(slots[best].Rect) {
		b.patches.take(j, b.lines[j].patch)
		b.lines[j].spoken = false
	}
	b.speak(i, slots[best].Rect)
	return true
}

func (b *board) inTheWay(r figure.Rect) (all []int) {
	b.patches.at(r, func(j int) bool {
		if b.lines[j].patch.Overlaps(r) {
			all = append(all, j)
		}
		return true
	})
	return all
}
