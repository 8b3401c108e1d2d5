package annotations

import "reflect"

// Rest is what an edition leaves out of a content that it was made of. With the edition,
// most of which it shares, it is the whole content in little more memory.
type Rest struct {
	of       *Edition
	content  Content // all but the lists below
	mentions apart[Mention]
	entities apart[Entity]
	passages apart[Passage]
}

// RestOf returns what an edition leaves out of a content, or has otherwise. Mentions of
// both are by position, as those of every edition are.
func RestOf(of *Edition, whole Content) *Rest {
	r := &Rest{of: of, content: whole}
	r.mentions = apartFrom(of.c.Mentions, whole.Mentions,
		(*Mention).sameID, (*Mention).same)
	r.entities = apartFrom(of.c.Entities, whole.Entities,
		func(a, b *Entity) bool { return a.ID == b.ID }, func(a, b *Entity) bool { return reflect.DeepEqual(a, b) })
	r.passages = apartFrom(of.c.Passages, whole.Passages,
		func(a, b *Passage) bool { return a.Span == b.Span }, func(a, b *Passage) bool { return *a == *b })
	r.content.Mentions, r.content.Entities, r.content.Passages = nil, nil, nil
	return r
}

// Of returns the edition.
func (r *Rest) Of() *Edition { return r.of }

// Whole returns the content that the rest was made of.
func (r *Rest) Whole() Content {
	c := r.content
	c.Mentions = r.mentions.with(r.of.c.Mentions)
	c.Entities = r.entities.with(r.of.c.Entities)
	c.Passages = r.passages.with(r.of.c.Passages)
	return c
}

// apart is what a list has that another one, its part, has not.
type apart[T any] struct {
	own     []T
	at      []uint32 // the place of each of own in the list
	instead []bool   // of each of own: the part has another one that stands for it
	taken   int      // how many of the part are in the list, or stand for one
}

// apartFrom compares a list with its part, whose elements come in the same order. Any two
// lists may be compared; much in common only takes less memory.
func apartFrom[T any](part, whole []T, standsFor, equal func(a, b *T) bool) apart[T] {
	var a apart[T]
	for i := range whole {
		here := a.taken < len(part) && standsFor(&part[a.taken], &whole[i])
		if !here || !equal(&part[a.taken], &whole[i]) {
			a.own, a.at, a.instead = append(a.own, whole[i]), append(a.at, uint32(i)), append(a.instead, here) //nolint:gosec // fewer than bytes of a text
		}
		if here {
			a.taken++
		}
	}
	a.own = append([]T(nil), a.own...) // no longer than it is
	return a
}

// with returns the list that was compared with a part.
func (a *apart[T]) with(part []T) []T {
	if len(a.own) == 0 {
		return part[:a.taken:a.taken]
	}
	out := make([]T, 0, a.taken+len(a.own))
	next := 0
	for i, x := range a.own {
		until := next + int(a.at[i]) - len(out)
		out = append(append(out, part[next:until]...), x)
		if next = until; a.instead[i] {
			next++
		}
	}
	return append(out, part[next:a.taken]...)
}
