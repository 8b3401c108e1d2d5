package overlay

import (
	"sidelight/annotations"
	"sidelight/annotations/quiet"
	"sidelight/ui/layer"
	"sidelight/ui/session"
)

// resting is how the marks of one edition look at rest under some layers: which of
// them show nothing, and how far below the words the lines of the others stand.
type resting struct {
	edition *annotations.Edition
	layers  layer.Set
	memory  *quiet.Memory
	levels  map[annotations.MentionID]int8 // of the marks that were asked for, and of those around and inside them
}

// rest is how marks look at rest in a snapshot. A sheet keeps two: what changes is
// compared with what was.
func (s *Sheet) rest(now session.Snapshot) *resting {
	for i, r := range s.rests {
		if r != nil && r.edition == now.Edition && r.layers == now.Layers {
			s.rests[0], s.rests[i] = s.rests[i], s.rests[0]
			return r
		}
	}
	r := &resting{now.Edition, now.Layers, &quiet.Memory{}, map[annotations.MentionID]int8{}}
	if was := s.rests[0]; was != nil && was.edition == r.edition {
		r.memory = was.memory
	}
	s.rests[1], s.rests[0] = s.rests[0], r
	return r
}

// bare reports whether a mention whose layer is on shows nothing at rest.
func (r *resting) bare(m *annotations.Mention) bool {
	switch r.layers.Density {
	case layer.Off:
		return true
	case layer.FirstMention:
		return !isFirst(m, r.edition)
	}
	return !r.layers.Everything && r.memory.Why(r.edition, m) != quiet.Shown
}

// isFirst reports whether a mention is the first of its entity that is no
// pronoun.
func isFirst(m *annotations.Mention, e *annotations.Edition) bool {
	for _, x := range e.MentionsOf(m.Entity) {
		if x.Form != annotations.Pronoun {
			return x.ID() == m.ID()
		}
	}
	return false
}

// levelBelow is the distance in pixels from the baseline to the top of a mark's
// line: of one that has no other inside it, of one around such a mark, and of
// one around that again.
var levelBelow = [...]float32{4, 9, 13}

// level is how many marks with lines lie inside each other within a mention, up
// to two: the mention's line stands below theirs. A quotation has no line, and
// neither has what is not marked or shows nothing at rest.
func (r *resting) level(m *annotations.Mention) int {
	n, ok := r.levels[m.ID()]
	if !ok {
		const most = 50_000 // levels that are kept
		if len(r.levels) > most {
			clear(r.levels)
		}
		r.measure(m)
		n = r.levels[m.ID()]
	}
	return int(n)
}

// measure finds the levels of a mention, of those around it and of all inside these,
// in one pass.
func (r *resting) measure(m *annotations.Mention) {
	for around, ok := r.edition.Parent(m.ID()); ok; around, ok = r.edition.Parent(m.ID()) {
		m = around
	}
	type nested struct {
		mention *annotations.Mention
		around  int // index, or -1
		level   int8
	}
	var all []nested // outer ones first
	var open []int   // indices of those around the next
	for x := range r.edition.MentionsIn(m.Span) {
		for len(open) > 0 && all[open[len(open)-1]].mention.End <= x.Start {
			open = open[:len(open)-1]
		}
		around := -1
		if len(open) > 0 {
			around = open[len(open)-1]
		}
		open = append(open, len(all))
		all = append(all, nested{x, around, 0})
	}
	for i := len(all) - 1; i >= 0; i-- {
		x := all[i]
		r.levels[x.mention.ID()] = min(x.level, int8(len(levelBelow)-1))
		if x.around < 0 {
			continue
		}
		if r.lined(x.mention) {
			x.level = min(x.level+1, int8(len(levelBelow)))
		}
		all[x.around].level = max(all[x.around].level, x.level)
	}
}

// lined reports whether a mark has a line at rest.
func (r *resting) lined(m *annotations.Mention) bool {
	e, _ := r.edition.Entity(m.Entity)
	return e.Kind != annotations.Quote && r.layers.Shows(e.Kind, m.Form) && !r.bare(m)
}
