package timeline

import (
	"context"

	"sidelight/annotations"
)

// Around is what is known of other moments and one: those that came before it, that began
// before it began, of which nothing is known, that began after it began, and that came
// after it. Each list begins with the nearest in the order of [Rows].
type Around struct {
	Before, Began, Beside, Later, After []*Moment
}

// Empty reports whether there are no other moments.
func (a *Around) Empty() bool {
	return len(a.Before)+len(a.Began)+len(a.Beside)+len(a.Later)+len(a.After) == 0
}

// Of returns the moment of an entity: that of the event or the date itself, else the first
// of another kind that opens its card; nil if there is none.
func Of(all []*Moment, id annotations.EntityID) *Moment {
	var other *Moment
	for _, m := range all {
		if !m.Is(id) {
			continue
		}
		if m.Kind == 0 && !m.outside() {
			return m
		}
		if other == nil && !m.outside() {
			other = m
		}
	}
	return other
}

// Neighbours returns what is known of a moment and the others, at most of each sort. What
// still lay ahead is beside nothing that did not.
func Neighbours(ctx context.Context, e *annotations.Edition, all []*Moment, m *Moment, most int) (Around, error) {
	s := newSequence(e, all)
	order, err := s.sort(ctx)
	if err != nil {
		return Around{}, err
	}
	at := 0
	for i, x := range order {
		if x == m {
			at = i
		}
	}
	var a Around
	for d := 1; d < len(order); d++ {
		for _, i := range []int{at - d, at + d} {
			if i >= 0 && i < len(order) {
				s.sortIn(&a, m, order[i], most)
			}
		}
	}
	return a, nil
}

// sortIn adds a moment to those around another one.
func (s *sequence) sortIn(a *Around, m, x *Moment, most int) {
	list := &a.Beside
	switch there, back := s.known(x, m), s.known(m, x); {
	case there == Then || there == Stated:
		list = &a.Before
	case back == Then || back == Stated:
		list = &a.After
	case there == Began:
		list = &a.Began
	case back == Began:
		list = &a.Later
	case (x.Sure == Ahead) != (m.Sure == Ahead):
		return
	}
	if len(*list) < most {
		*list = append(*list, x)
	}
}
