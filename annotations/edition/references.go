package edition

import (
	"slices"

	"sidelight/annotations"
)

// ids holds the ids that one sort of entries has, with the place of each.
type ids map[string]place

// add adds an id and refuses one that is taken.
func (i ids) add(l *loader, what string, id text) {
	if id.value == "" {
		return
	}
	if at, dup := i[id.value]; dup {
		l.fault(id.at, "the %s id %q is already used at %s: choose another", what, id.value, at)
		return
	}
	i[id.value] = id.at
}

// check refuses a reference to an id that no entry has.
func (i ids) check(l *loader, what string, refs ...text) {
	for _, r := range refs {
		if _, ok := i[r.value]; !ok && r.value != "" {
			l.fault(r.at, "there is no %s %q: correct the id or add the %s", what, r.value, what)
		}
	}
}

// once refuses a list that names the same thing twice.
func (l *loader) once(refs []text) {
	seen := make(map[string]bool, len(refs))
	for _, r := range refs {
		if seen[r.value] {
			l.fault(r.at, "%s stands twice in this list: take one out", r.value)
		}
		seen[r.value] = true
	}
}

// checkReferences refuses ids that are not unique and references to nothing, and fills
// in the references.
func (b *book) checkReferences() {
	l := b.l
	entityIDs, sourceIDs, factIDs, relationIDs, noteIDs, sectionIDs := ids{}, ids{}, ids{}, ids{}, ids{}, ids{}
	b.byID = make(map[annotations.EntityID]*entity, len(b.entities))
	for _, x := range b.entities {
		entityIDs.add(l, "entity", x.id)
		b.byID[x.ID] = x
	}
	for _, x := range b.sources {
		sourceIDs.add(l, "source", x.id)
	}
	cite := func(refs []text) []annotations.SourceID {
		sourceIDs.check(l, "source", refs...)
		l.once(refs)
		return typed[annotations.SourceID](refs)
	}
	for _, x := range b.entities {
		if x.Quantity != nil {
			x.Quantity.Sources = cite(x.sources)
		}
	}
	for _, x := range b.notes {
		noteIDs.add(l, "note", x.id)
		entityIDs.check(l, "entity", x.about...)
		l.once(x.about)
		x.About, x.Sources = typed[annotations.EntityID](x.about), cite(x.sources)
		for _, s := range x.since {
			s.Sources = cite(s.sources)
		}
	}
	for _, x := range b.sections {
		sectionIDs.add(l, "section", x.id)
		x.Sources = cite(x.sources)
	}
	for _, x := range b.facts {
		factIDs.add(l, "fact", x.id)
		entityIDs.check(l, "entity", x.about...)
		l.once(x.about)
		x.About, x.Sources = typed[annotations.EntityID](x.about), cite(x.sources)
		entityIDs.check(l, "entity", x.order...)
		l.once(x.order)
		x.Order = typed[annotations.EntityID](x.order)
	}
	b.checkOrder()
	for _, x := range b.relations {
		relationIDs.add(l, "relation", x.id)
		entityIDs.check(l, "entity", x.from, x.to)
		x.Sources = cite(x.sources)
	}
	for _, x := range b.mentions {
		entityIDs.check(l, "entity", x.entity)
	}
	for _, x := range b.exclusions {
		entityIDs.check(l, "entity", x.entity)
	}
	for _, x := range b.passages {
		entityIDs.check(l, "entity", x.speaker)
	}
	for _, x := range b.quotations {
		entityIDs.check(l, "entity", x.entity, x.speaker)
		x.Sources = cite(x.sources)
	}
}

func typed[T ~string](refs []text) []T {
	var out []T
	for _, r := range refs {
		out = append(out, T(r.value))
	}
	return out
}

// checkBacking refuses a fact that its sources cannot carry, unless it is shown
// as unverified, and something later in a note that its sources cannot carry.
func (b *book) checkBacking() {
	known := make(map[annotations.SourceID]*source, len(b.sources))
	for _, s := range b.sources {
		known[s.ID] = s
	}
	for _, f := range b.facts {
		if f.Statement && !anyParty(known, f.Sources) {
			b.l.fault(f.id.at, "the fact %s is a statement, but none of its sources is a party of grade A or B: take statement out, or mark the source of the party that speaks with party: true", f.ID)
		} else if !f.Statement && !f.Unverified && !carried(known, f.Sources) {
			b.l.fault(f.id.at, "the sources of the fact %s do not carry it (that takes one of grade A or two of grade B): add one, or write unverified: true", f.ID)
		}
	}
	for _, n := range b.notes {
		for _, x := range n.since {
			if !carried(known, x.Sources) {
				b.l.fault(x.text.at, "the sources of this do not carry it (that takes one of grade A or two of grade B): add one")
			}
		}
	}
}

// carried reports whether the sources carry a statement: one of grade A does, and so
// do two of grade B. No source, and an unknown source or grade, is a fault of its
// own.
func carried(known map[annotations.SourceID]*source, ids []annotations.SourceID) bool {
	count := make(map[string]int)
	for _, id := range ids {
		s := known[id]
		if s == nil {
			return true
		}
		count[s.Grade]++
	}
	return len(ids) == 0 || count["A"] > 0 || count["B"] > 1 || count[""] > 0
}

// anyParty reports whether one of the sources is a party to the matter that can speak
// for itself there. An unknown source is a fault of its own.
func anyParty(known map[annotations.SourceID]*source, ids []annotations.SourceID) bool {
	return len(ids) == 0 || slices.ContainsFunc(ids, func(id annotations.SourceID) bool {
		return known[id] == nil || known[id].Party && known[id].Grade != "C"
	})
}
