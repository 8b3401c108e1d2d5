package annotations

import (
	"cmp"
	"iter"
	"slices"
	"sort"
	"strings"

	"sidelight/annotations/interval"
)

// mentionIndex is what an edition knows of its mentions beside themselves.
// Places in the list of mentions stay inside of it.
type mentionIndex struct {
	// odd are the places in Content.Mentions of those whose id does not end with their
	// span, or that are not the first of that span. The others, in a book a hundred
	// thousand, are found by their position.
	odd   map[MentionID]int
	of    map[EntityID][]*Mention // by position
	spans *interval.Index[Mention]
}

// Mentions are all mentions by position; an outer mention comes before the
// mentions inside it.
func (e *Edition) Mentions() []Mention { return e.c.Mentions }

// Mention returns the mention of that id.
func (e *Edition) Mention(id MentionID) (*Mention, bool) {
	i, ok := e.placeOf(id)
	if !ok {
		return nil, false
	}
	return &e.c.Mentions[i], true
}

// placeOf returns the place of the mention of that id in the list of mentions.
func (e *Edition) placeOf(id MentionID) (i int, ok bool) {
	if i, ok := e.mentions.odd[id]; ok {
		return i, true
	}
	s, ok := id.span()
	if !ok {
		return 0, false
	}
	all := e.c.Mentions
	i = sort.Search(len(all), func(i int) bool { return byPosition(all[i].Span, s) >= 0 })
	return i, i < len(all) && all[i].Is(id)
}

// span returns the span with which an id ends, as that of a mention does to which none
// was given.
func (id MentionID) span() (s Span, ok bool) {
	start, end, _ := strings.Cut(string(id[strings.LastIndexByte(string(id), '@')+1:]), "-")
	s.Start, ok = offset(start)
	if ok {
		s.End, ok = offset(end)
	}
	return s, ok
}

// offset reads a number of digits alone. An id has none with more than most bytes.
func offset(digits string) (n int, ok bool) {
	const most = 18
	for i := range len(digits) {
		if digits[i] < '0' || digits[i] > '9' || i == most {
			return 0, false
		}
		n = 10*n + int(digits[i]-'0')
	}
	return n, digits != ""
}

// MentionsOf are the mentions of one entity by position.
func (e *Edition) MentionsOf(id EntityID) []*Mention { return e.mentions.of[id] }

// FirstNamed returns the first mention of an entity that spells its name, or
// where none does its first mention.
func (e *Edition) FirstNamed(id EntityID) (*Mention, bool) {
	all := e.mentions.of[id]
	for _, m := range all {
		if m.Form == Name {
			return m, true
		}
	}
	if len(all) == 0 {
		return nil, false
	}
	return all[0], true
}

// Nth returns the n-th mention of an entity by position, counted from 0.
func (e *Edition) Nth(id EntityID, n int) (*Mention, bool) {
	if all := e.mentions.of[id]; n >= 0 && n < len(all) {
		return all[n], true
	}
	return nil, false
}

// Ordinal is how many mentions of the same entity come before a mention, or -1
// if the edition has no mention of that id.
func (e *Edition) Ordinal(id MentionID) int {
	m, ok := e.Mention(id)
	if !ok {
		return -1
	}
	return ordinal(e.mentions.of[m.Entity], m)
}

// ordinal is the place of a mention among all of its entity, of which no two have one
// span.
func ordinal(all []*Mention, m *Mention) int {
	return sort.Search(len(all), func(i int) bool { return byPosition(all[i].Span, m.Span) >= 0 })
}

// Time is how many of the times at which the article mentions an entity come before
// the time of a mention of it, or -1 if the edition has no mention of that id.
func (e *Edition) Time(id MentionID) int {
	m, ok := e.Mention(id)
	if !ok {
		return -1
	}
	for of, ok := e.Repeats(m.ID()); ok; of, ok = e.Repeats(m.ID()) {
		m = of
	}
	n := 0
	for _, x := range e.TimesOf(m.Entity) {
		if x.Start >= m.Start {
			break
		}
		n++
	}
	return n
}

// Parent returns the innermost mention around a mention; ok is false if there is
// none.
func (e *Edition) Parent(id MentionID) (around *Mention, ok bool) {
	m, ok := e.Mention(id)
	if !ok {
		return nil, false
	}
	inside := true // of the mentions that hold its first byte, those within it come first
	for x := range e.mentions.spans.At(m.Start) {
		if !inside {
			return x, true
		}
		inside = x != m
	}
	return nil, false
}

// MentionsAt are the mentions that hold the byte at offset, innermost first.
func (e *Edition) MentionsAt(offset int) []*Mention {
	return slices.Collect(e.mentions.spans.At(offset))
}

// InnermostAt returns the innermost mention that holds the byte at offset.
func (e *Edition) InnermostAt(offset int) (*Mention, bool) {
	for m := range e.mentions.spans.At(offset) {
		return m, true
	}
	return nil, false
}

// MentionsIn yields the mentions that share at least one byte with the span by
// position: outer ones before those inside them.
func (e *Edition) MentionsIn(s Span) iter.Seq[*Mention] {
	return e.mentions.spans.In(s.Start, s.End)
}

// MentionsFrom yields the mentions that begin at offset or after it by position.
func (e *Edition) MentionsFrom(offset int) iter.Seq[*Mention] { return e.mentions.spans.From(offset) }

// MentionsBefore yields the mentions that begin before offset, the last first.
func (e *Edition) MentionsBefore(offset int) iter.Seq[*Mention] {
	return e.mentions.spans.Before(offset)
}

// Step returns the mention that stands delta mentions after one in reading order,
// or before it if delta is negative, round the ends. An id that the edition does
// not have lies before the first mention and after the last.
func (e *Edition) Step(from MentionID, delta int) (*Mention, bool) {
	i, ok := e.placeOf(from)
	if !ok {
		i = -1
	}
	if i = step(i, delta, len(e.c.Mentions)); i < 0 {
		return nil, false
	}
	return &e.c.Mentions[i], true
}

// StepOf is [Edition.Step] among the times at which the article mentions one
// entity. A mention that repeats one of these stands at its place, a mention of
// another entity before the first and after the last.
func (e *Edition) StepOf(id EntityID, from MentionID, delta int) (*Mention, bool) {
	all, i := e.TimesOf(id), -1
	if m, ok := e.Mention(from); ok && m.Entity == id {
		i = e.Time(from)
	}
	if i = step(i, delta, len(all)); i < 0 {
		return nil, false
	}
	return all[i], true
}

// step is the index delta places after i in a ring of n, or -1 if the ring is
// empty. -1 itself lies before the first and after the last.
func step(i, delta, n int) int {
	if n == 0 {
		return -1
	}
	if delta == 0 {
		return i
	}
	if i < 0 && delta > 0 {
		i, delta = 0, delta-1
	} else if i < 0 {
		i, delta = n-1, delta+1
	}
	return ((i+delta%n)%n + n) % n
}

// byPosition compares two spans in the order of mentions.
func byPosition(a, b Span) int {
	return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
}

// ordered returns the mentions by position, each with an id of its own. A slice that is
// so already is returned as it is.
func ordered(all []Mention) []Mention {
	byPosition := func(a, b Mention) int { return byPosition(a.Span, b.Span) }
	apart := setApart(all)
	if slices.IsSortedFunc(apart, byPosition) {
		return apart
	}
	out := slices.Clone(apart)
	slices.SortStableFunc(out, byPosition)
	return out
}

// setApart adds a sign to the id of each mention without a given one where another
// mention, which was moved since, has been given that. It returns all itself if none has.
func setApart(all []Mention) []Mention {
	given := make(map[MentionID]bool)
	for i := range all {
		if id := all[i].Given; id != nil {
			given[*id] = true
		}
	}
	if len(given) == 0 {
		return all
	}
	shared := true
	for i := range all {
		if all[i].Given != nil {
			continue
		}
		id := all[i].ID()
		if !given[id] {
			continue
		}
		for given[id] {
			id += "+"
		}
		if shared {
			all, shared = slices.Clone(all), false
		}
		all[i].Given = &id
	}
	return all
}

// indexMentions checks the mentions and indexes them.
func (e *Edition) indexMentions(f *faults) {
	all := e.c.Mentions
	x := &e.mentions
	x.odd = make(map[MentionID]int)
	x.of = make(map[EntityID][]*Mention)
	count := make(map[EntityID]int)
	for i := range all {
		count[all[i].Entity]++
	}
	var open []int                  // places of the mentions around the current one, outer first
	here := make(map[EntityID]bool) // entities of the mentions before that have the same span
	for i := range all {
		m := &all[i]
		f.mention(m)
		if !m.ValidIn(e.c.Article.Text) {
			f.span("mention of "+string(m.Entity), m.Span)
			return
		}
		for len(open) > 0 && all[open[len(open)-1]].End <= m.Start {
			open = open[:len(open)-1]
		}
		if i > 0 && all[i-1].Span != m.Span {
			clear(here)
		}
		if len(open) > 0 {
			e.checkAround(f, i, open[len(open)-1], here)
		}
		here[m.Entity] = true
		open = append(open, i)
		if x.of[m.Entity] == nil {
			x.of[m.Entity] = make([]*Mention, 0, count[m.Entity])
		}
		x.of[m.Entity] = append(x.of[m.Entity], m)
		if ok := e.placed(i); !ok || m.Given != nil {
			f.unique("mention", string(m.ID()), ok)
		}
	}
	x.spans = interval.New(all, func(m *Mention) (int, int) { return m.Start, m.End })
}

// placed makes the mention at place i to be found by its id, and reports whether no other
// one has that id.
func (e *Edition) placed(i int) bool {
	all := e.c.Mentions
	m := &all[i]
	if first := i == 0 || all[i-1].Span != m.Span; first && m.endsWithSpan() {
		return true // placeOf finds it
	}
	id := m.ID()
	if _, taken := e.placeOf(id); taken {
		return false
	}
	e.mentions.odd[id] = i
	return true
}

// checkAround refuses the mention at place i if it crosses the one around it, or
// repeats one of those that take exactly its place; here are the entities of
// these.
func (e *Edition) checkAround(f *faults, i, around int, here map[EntityID]bool) {
	m := &e.c.Mentions[i]
	if outer := &e.c.Mentions[around]; outer.Crosses(m.Span) {
		f.add("the marks %s (%s) and %s (%s) cross", e.quote(outer.Span), outer.Entity, e.quote(m.Span), m.Entity)
	}
	if here[m.Entity] {
		f.add("%s is marked twice as %s", e.quote(m.Span), m.Entity)
	}
}

// endsWithSpan reports whether the id of a mention ends with its span.
func (m *Mention) endsWithSpan() bool {
	if m.Given == nil {
		return true
	}
	s, ok := m.Given.span()
	return ok && s == m.Span
}

// mention refuses a mention that names no entity, or that says of itself what no
// mention can. Its id is put together for a fault only.
func (f *faults) mention(m *Mention) {
	f.entity("mention", m.Entity, false)
	if m.Form == 0 || int(m.Form) >= len(formNames) {
		known(f, "mention", m.ID(), "form", m.Form, formNames[:])
	}
	if m.Origin > Corrected {
		f.add("mention %s has the origin %d, which is not known", m.ID(), m.Origin)
	}
	if !(m.Score >= 0 && m.Score <= 1) {
		f.add("mention %s has the score %g, which does not lie between 0 and 1", m.ID(), m.Score)
	}
	if m.By > ByEvents {
		f.add("mention %s has the stage %d, which is not known", m.ID(), m.By)
	}
	if !m.Ground.ValidIn(f.e.c.Article.Text) {
		f.words("mention "+string(m.ID()), m.Ground)
	}
}
