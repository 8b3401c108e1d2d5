package edition

import "sidelight/annotations"

// checkOrder refuses an order of things that are no events, one that their dates
// contradict, and one that other facts contradict.
func (b *book) checkOrder() {
	after := make(map[annotations.EntityID][]annotations.EntityID)
	for _, f := range b.facts {
		for i, t := range f.order {
			x := b.byID[annotations.EntityID(t.value)]
			if x == nil {
				continue
			}
			if x.Kind != 0 && x.Kind != annotations.Event {
				b.l.fault(t.at, "only events have an order, and %s is of kind %s", x.ID, x.Kind)
				continue
			}
			if i == 0 {
				continue
			}
			first := b.byID[annotations.EntityID(f.order[i-1].value)]
			switch {
			case first == nil || first == x:
			case x.When.Before(first.When):
				b.l.fault(t.at, "%s cannot come after %s: their dates say the opposite", x.ID, first.ID)
			case leads(after, x.ID, first.ID):
				b.l.fault(t.at, "%s cannot come after %s: the order of other facts says the opposite", x.ID, first.ID)
			default:
				after[first.ID] = append(after[first.ID], x.ID)
			}
		}
	}
}

// leads reports whether one goes from one event to another along the orders that are
// known.
func leads(after map[annotations.EntityID][]annotations.EntityID, from, to annotations.EntityID) bool {
	seen := map[annotations.EntityID]bool{from: true}
	for open := []annotations.EntityID{from}; len(open) > 0; {
		at := open[len(open)-1]
		open = open[:len(open)-1]
		if at == to {
			return true
		}
		for _, next := range after[at] {
			if !seen[next] {
				seen[next] = true
				open = append(open, next)
			}
		}
	}
	return false
}
