package annotations

import (
	"errors"
	"fmt"
)

func (e *Edition) index() error {
	f := &faults{e: e}
	for i, s := range e.c.Sources {
		f.unique("source", string(s.ID), addOnce(e.sources, s.ID, i))
	}
	for i, x := range e.c.Entities {
		f.unique("entity", string(x.ID), addOnce(e.entities, x.ID, i))
	}
	for _, x := range e.c.Entities {
		if q := x.Words; q != nil {
			f.entity("quotation "+string(x.ID), q.Speaker, true)
			f.cites("quotation "+string(x.ID), q.Sources)
		}
		if q := x.Quantity; q != nil {
			f.cites("number "+string(x.ID), q.Sources)
		}
	}
	e.indexMentions(f)
	e.indexFacts(f)
	e.indexRelations(f)
	for i, p := range e.c.Passages {
		f.span("passage", p.Span)
		f.entity("passage", p.Speaker, true)
		if i > 0 && e.c.Passages[i-1].Overlaps(p.Span) {
			f.add("%s has two voices", e.quote(e.c.Passages[i-1].Intersect(p.Span)))
		}
	}
	e.checkNotes(f)
	return errors.Join(f.list...)
}

func (e *Edition) checkNotes(f *faults) {
	ids := make(map[string]int)
	for i, n := range e.c.Notes {
		f.unique("note", n.ID, addOnce(ids, n.ID, i))
		f.span("note "+n.ID, n.Span)
		f.cites("note "+n.ID, n.Sources)
		for _, id := range n.About {
			f.entity("note "+n.ID, id, false)
		}
	}
	ids = make(map[string]int)
	for i, s := range e.c.About {
		f.unique("section", s.ID, addOnce(ids, s.ID, i))
		f.cites("section "+s.ID, s.Sources)
	}
}

func (e *Edition) indexMentions(f *faults) {
	e.parent = make([]int, len(e.c.Mentions))
	e.ordinal = make([]int, len(e.c.Mentions))
	count := make(map[EntityID]int)
	for _, m := range e.c.Mentions {
		count[m.Entity]++
	}
	for id, n := range count {
		e.nth[id], e.mentions[id] = make([]int, 0, n), make([]Mention, 0, n)
	}
	var open []int // indices of the mentions around the current one, outer first
	for i, m := range e.c.Mentions {
		f.entity("mention", m.Entity, false)
		if !m.ValidIn(e.c.Article.Text) {
			f.span("mention of "+string(m.Entity), m.Span)
			return
		}
		for len(open) > 0 && e.c.Mentions[open[len(open)-1]].End <= m.Start {
			open = open[:len(open)-1]
		}
		e.parent[i] = -1
		if len(open) > 0 {
			e.parent[i] = open[len(open)-1]
			e.checkAround(f, i)
		}
		open = append(open, i)
		e.ordinal[i] = len(e.nth[m.Entity])
		e.nth[m.Entity] = append(e.nth[m.Entity], i)
		e.mentions[m.Entity] = append(e.mentions[m.Entity], m)
	}
	if len(f.list) == 0 {
		e.cutMentions()
	}
}

// checkAround refuses the i-th mention if it crosses the one around it, or
// repeats one of those that take exactly its place.
func (e *Edition) checkAround(f *faults, i int) {
	m := e.c.Mentions[i]
	if outer := e.c.Mentions[e.parent[i]]; outer.Crosses(m.Span) {
		f.add("the marks %s (%s) and %s (%s) cross", e.quote(outer.Span), outer.Entity, e.quote(m.Span), m.Entity)
	}
	for p := e.parent[i]; p >= 0 && e.c.Mentions[p].Span == m.Span; p = e.parent[p] {
		if e.c.Mentions[p].Entity == m.Entity {
			f.add("%s is marked twice as %s", e.quote(m.Span), m.Entity)
		}
	}
}

// cutMentions walks the boundaries of the nested mentions once and notes which
// mention is innermost after each, so that a query is one binary search.
func (e *Edition) cutMentions() {
	most := 2 * len(e.c.Mentions) // a long text has many: growing would copy them over and over
	e.cuts, e.inner = make([]int, 0, most), make([]int, 0, most)
	var open []int
	cut := func(at int) {
		in := -1
		if len(open) > 0 {
			in = open[len(open)-1]
		}
		if n := len(e.cuts); n > 0 && e.cuts[n-1] == at {
			e.inner[n-1] = in
			return
		}
		e.cuts, e.inner = append(e.cuts, at), append(e.inner, in)
	}
	closeUntil := func(at int) {
		for len(open) > 0 && e.c.Mentions[open[len(open)-1]].End <= at {
			end := e.c.Mentions[open[len(open)-1]].End
			open = open[:len(open)-1]
			cut(end)
		}
	}
	for i, m := range e.c.Mentions {
		closeUntil(m.Start)
		open = append(open, i)
		cut(m.Start)
	}
	closeUntil(len(e.c.Article.Text))
}

func (e *Edition) indexFacts(f *faults) {
	for i := range e.c.Facts {
		x := &e.c.Facts[i]
		what := "fact " + string(x.ID)
		f.unique("fact", string(x.ID), addOnce(e.facts, x.ID, i))
		f.cites(what, x.Sources)
		for _, s := range x.Evidence {
			f.span(what, s)
		}
		switch {
		case len(x.About) == 0:
			f.add("%s is about no entity", what)
		case x.State == InArticle && len(x.Evidence) == 0:
			f.add("%s has no evidence", what)
		case x.State != InArticle && len(x.Sources) == 0:
			f.add("%s has no source", what)
		case x.State == Background && x.AsOf.IsZero():
			f.add("%s does not say as of when it holds", what)
		case x.State == Since && x.Date.IsZero():
			f.add("%s has no date", what)
		}
		for _, id := range x.About {
			f.entity(what, id, false)
			e.about[id] = append(e.about[id], x)
		}
	}
}

func (e *Edition) indexRelations(f *faults) {
	for i := range e.c.Relations {
		r := &e.c.Relations[i]
		what := "relation " + r.ID
		f.entity(what, r.From, false)
		f.entity(what, r.To, false)
		f.cites(what, r.Sources)
		for _, s := range r.Evidence {
			f.span(what, s)
		}
		if len(r.Evidence) == 0 && len(r.Sources) == 0 {
			f.add("%s has neither evidence nor source", what)
		}
		e.links[r.From] = append(e.links[r.From], Link{r, r.Label, r.To})
		e.links[r.To] = append(e.links[r.To], Link{r, r.Inverse, r.From})
	}
}

// quote is the text of the span between quotation marks, shortened, for errors.
func (e *Edition) quote(s Span) string {
	t := []rune(e.c.Article.Slice(s))
	if len(t) > 40 {
		t = append(t[:39], '…')
	}
	return fmt.Sprintf("“%s”", string(t))
}

// faults collects what is wrong with an edition.
type faults struct {
	e    *Edition
	list []error
}

func (f *faults) add(format string, args ...any) {
	f.list = append(f.list, fmt.Errorf(format, args...))
}

func (f *faults) unique(what, id string, ok bool) {
	if id == "" {
		f.add("a %s has no id", what)
	} else if !ok {
		f.add("there are two of %s %s", what, id)
	}
}

func (f *faults) entity(what string, id EntityID, mayBeEmpty bool) {
	if id == "" && mayBeEmpty {
		return
	}
	if _, ok := f.e.entities[id]; !ok {
		f.add("%s names the entity %q, which is not in the edition", what, id)
	}
}

func (f *faults) cites(what string, ids []SourceID) {
	for _, id := range ids {
		if _, ok := f.e.sources[id]; !ok {
			f.add("%s cites the source %q, which is not in the edition", what, id)
		}
	}
}

func (f *faults) span(what string, s Span) bool {
	if s.ValidIn(f.e.c.Article.Text) {
		return true
	}
	f.add("%s: the span %d–%d does not fit the article", what, s.Start, s.End)
	return false
}

func addOnce[K comparable](m map[K]int, k K, i int) bool {
	if _, dup := m[k]; dup {
		return false
	}
	m[k] = i
	return true
}
