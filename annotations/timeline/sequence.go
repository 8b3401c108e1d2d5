package timeline

import (
	"time"

	"sidelight/annotations"
)

// sequence puts moments into the order of time.
type sequence struct {
	all    []*Moment
	keys   map[*Moment]int64     // the first day that a moment can mean, in seconds
	stated map[*Moment][]*Moment // what the article says came right before a moment
}

func newSequence(e *annotations.Edition, all []*Moment) *sequence {
	s := &sequence{all: all, keys: make(map[*Moment]int64, len(all)), stated: map[*Moment][]*Moment{}}
	events := map[annotations.EntityID]*Moment{}
	writing := e.Published()
	for _, m := range all {
		s.keys[m] = key(m, writing)
		if m.event {
			events[m.Entity] = m
		}
	}
	for i := range e.Facts() {
		order := e.Facts()[i].Order
		for k := 1; k < len(order); k++ {
			a, b := events[order[k-1]], events[order[k]]
			if a != nil && b != nil && a != b && s.fits(a, b) {
				s.stated[b] = append(s.stated[b], a)
			}
		}
	}
	return s
}

// fits reports whether it contradicts nothing that is known that a came before b.
func (s *sequence) fits(a, b *Moment) bool {
	return Order(b.When, a.When) == Unknown && !s.leads(b, a)
}

// key is by what a moment is sorted. A moment without a date stands at the time of
// writing, and one ahead after that.
func key(m *Moment, writing annotations.Date) int64 {
	d := m.When
	if d.IsZero() {
		d = writing
	}
	at := d.Earliest()
	if at.IsZero() {
		at = d.Latest()
	}
	if m.Kind.Ahead() {
		at = at.Add(12 * time.Hour) // of the day of writing
	}
	return at.Unix()
}

// known is what is known of the order of two moments, if the first came first.
// Background holds for a time, and happened at none.
func (s *sequence) known(a, b *Moment) Link {
	if a.State == annotations.Background || b.State == annotations.Background {
		return Unknown
	}
	if l := Order(a.When, b.When); l == Then {
		return l
	}
	if s.leads(a, b) {
		return Stated
	}
	return Order(a.When, b.When)
}

// leads reports whether the article says, in one step or several, that a came before b.
func (s *sequence) leads(a, b *Moment) bool {
	if len(s.stated[b]) == 0 {
		return false
	}
	seen := map[*Moment]bool{b: true}
	for open := []*Moment{b}; len(open) > 0; {
		at := open[len(open)-1]
		open = open[:len(open)-1]
		for _, p := range s.stated[at] {
			if p == a {
				return true
			}
			if !seen[p] {
				seen[p] = true
				open = append(open, p)
			}
		}
	}
	return false
}
