package annotator

import "sidelight/annotations"

// Thin returns the next revision of an edition, without the marks that the program
// found with a score below least, and without the entities that nothing speaks of any
// more. It returns the edition itself where nothing goes.
func Thin(e *annotations.Edition, least float32) (*annotations.Edition, error) {
	gone := func(m *annotations.Mention) bool { return m.Origin == annotations.Found && m.Score < least }
	kept := without(e.Mentions(), gone)
	if len(kept) == len(e.Mentions()) {
		return e, nil
	}
	return e.With(func(c *annotations.Content) {
		c.Mentions = kept
		forget(c, e)
	})
}

// forget takes away the entities that had marks in the edition before and have none now,
// with what is said of them.
func forget(c *annotations.Content, before *annotations.Edition) {
	had := make(map[annotations.EntityID]bool)
	for i := range before.Mentions() {
		had[before.Mentions()[i].Entity] = true
	}
	for i := range c.Mentions {
		delete(had, c.Mentions[i].Entity)
	}
	lost := func(id annotations.EntityID) bool { return had[id] }
	c.Entities = without(c.Entities, func(x *annotations.Entity) bool { return lost(x.ID) })
	for i, x := range c.Entities {
		if x.Words != nil && lost(x.Words.Speaker) {
			q := *x.Words
			q.Said, q.Speaker = speakerName(before, q.Speaker), ""
			c.Entities[i].Words = &q
		}
	}
	c.Relations = without(c.Relations, func(r *annotations.Relation) bool { return lost(r.From) || lost(r.To) })
	c.Facts = without(c.Facts, func(f *annotations.Fact) bool { return len(f.About) > 0 && lost(f.About[0]) })
	c.Passages = append([]annotations.Passage(nil), c.Passages...)
	for i := range c.Passages {
		if p := &c.Passages[i]; lost(p.Speaker) {
			p.Speaker = "" // the name in words stays
		}
	}
}

func speakerName(e *annotations.Edition, id annotations.EntityID) string {
	if x, ok := e.Entity(id); ok {
		return x.Name
	}
	return ""
}

// without returns the elements for which gone is false, in a slice of its own that is no
// longer than that: in a book a third of a hundred thousand may go.
func without[T any](all []T, gone func(*T) bool) []T {
	n := 0
	for i := range all {
		if !gone(&all[i]) {
			n++
		}
	}
	out := make([]T, 0, n)
	for i := range all {
		if !gone(&all[i]) {
			out = append(out, all[i])
		}
	}
	return out
}
