package annotator

import (
	"cmp"
	"slices"

	"sidelight/annotations"
)

// candidate is a mark that a stage proposes.
type candidate struct {
	annotations.Span
	kind   annotations.Kind
	form   annotations.Form
	entity int // index in the content's entities
	score  float32
	by     annotations.Stage
	ground annotations.Span
}

// rank says which of two marks stays where they cannot both be: the greater one.
func (c *candidate) rank() int {
	switch {
	case c.kind == annotations.Quote:
		return 5 // a pair of signs on the page is no guess
	case c.kind == annotations.Event:
		return 4
	case c.form == annotations.Pronoun || c.form == annotations.Description:
		return 0 // it gives way to a name that it crosses
	case c.kind == annotations.Time:
		return 3
	case c.kind == annotations.Number:
		return 1
	}
	return 2
}

// holds reports whether a mark of one kind may stand around a mark of another.
func (c *candidate) holds(inner *candidate) bool {
	switch c.kind {
	case annotations.Quote:
		return true
	case annotations.Event:
		return inner.kind != annotations.Event && inner.kind != annotations.Quote
	case annotations.Organisation: // "the U.S. administration"
		return c.form == annotations.Description && inner.rank() == 2 && inner.Span != c.Span
	case annotations.Number: // "35 Israeli hostages"
		return inner.rank() == 2 && inner.Span != c.Span
	}
	return c.form == annotations.Description && inner.rank() == 2 // "White House Press Secretary"
}

// stays reports whether c is kept and o dropped, of two that cannot both be.
func (c *candidate) stays(o *candidate) bool {
	return cmp.Or(cmp.Compare(c.rank(), o.rank()), cmp.Compare(c.score, o.score), cmp.Compare(c.Len(), o.Len())) >= 0
}

// resolve returns the marks that can stand together, in order of position: no two
// cross, and one stands inside another only where their kinds allow it. The work grows
// with the number of marks and the depth of their nesting.
func resolve(all []candidate) []candidate {
	slices.SortStableFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(b.rank(), a.rank()))
	})
	dropped := make([]bool, len(all))
	var open []int // the marks around the current place, outer first
	for i := range all {
		open = closed(open, all, all[i].Start)
		for len(open) > 0 {
			o := open[len(open)-1]
			if all[o].Covers(all[i].Span) && all[o].holds(&all[i]) {
				break
			}
			if all[o].stays(&all[i]) {
				dropped[i] = true
				break
			}
			dropped[o] = true
			open = open[:len(open)-1]
		}
		if !dropped[i] {
			open = append(open, i)
		}
	}
	out := all[:0]
	for i, c := range all {
		if !dropped[i] {
			out = append(out, c)
		}
	}
	return out
}

// closed returns the open marks without those that end at the byte at or before it.
func closed(open []int, all []candidate, at int) []int {
	for len(open) > 0 && all[open[len(open)-1]].End <= at {
		open = open[:len(open)-1]
	}
	return open
}
