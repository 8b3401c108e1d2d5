package session

import "sidelight/annotations"

// nextLink is the link that [Navigator.StepFocus] would come to if there were no marks.
func (n *Navigator) nextLink(delta, from int) (next annotations.Link, ok bool) {
	a := n.s.Edition().Article()
	least := 0
	for l := range a.Links(annotations.Span{End: len(a.Text)}) {
		if d := n.ahead(l.Span, true, delta, from); !ok || d < least {
			next, ok, least = l, true, d
		}
	}
	return next, ok
}

// ahead is how far a mark or a link lies ahead of what has the keyboard, round the ends,
// or of the byte at offset from. Of two that begin at one byte the mark comes first.
func (n *Navigator) ahead(s annotations.Span, link bool, delta, from int) int {
	state, e := n.s.State(), n.s.Edition()
	id, from := n.setsOut(delta, from)
	at := 2*from - 1
	if delta < 0 {
		at = 2 * from
	}
	if m, ok := e.Mention(id); ok {
		at = 2 * m.Start
	}
	if !state.Link.Empty() {
		at = 2*state.Link.Start + 1
	}
	place := 2 * s.Start
	if link {
		place++
	}
	d := (place - at) * sign(delta)
	if d <= 0 {
		d += 2 * (len(e.Article().Text) + 1)
	}
	return d
}
