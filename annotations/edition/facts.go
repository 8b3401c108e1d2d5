package edition

import "sidelight/annotations"

// fact is an entry of facts.yaml.
type fact struct {
	annotations.Fact
	id, text text
	about    []text
	evidence []quote
	sources  []text
	order    []text
	asOfAt   place
	dateAt   place
}

func readFact(r *record) *fact {
	f := &fact{id: r.id()}
	f.ID = annotations.FactID(f.id.value)
	f.about = r.texts("about")
	f.State = choice(r, "state", annotations.ParseState,
		[]annotations.State{annotations.InArticle, annotations.Background, annotations.Since})
	f.text = r.prose(r.need("text"))
	f.Text = f.text.value
	f.evidence = r.quotes("evidence")
	f.asOfAt, f.AsOf = r.text("as-of").at, r.date("as-of")
	f.dateAt, f.Date = r.text("date").at, r.date("date")
	f.sources = r.texts("sources")
	f.Statement = r.flag("statement", false)
	f.Unverified = r.flag("unverified", false)
	if r.get("moment") != nil {
		f.Moment = choice(r, "moment", annotations.ParseMoment, annotations.Moments())
	}
	f.order = r.texts("order")
	if r.has("order") && len(f.order) < 2 {
		r.l.fault(r.get("order").at, "order names two events or more, the earlier first, and this names %d", len(f.order))
	}
	f.check(r)
	return f
}

// check refuses a fact that lacks what its state demands or has what it excludes.
func (f *fact) check(r *record) {
	if len(f.about) == 0 {
		r.l.fault(f.id.at, "the fact %s is about no entity: list at least one in about", f.ID)
	}
	refuse := func(key, why string) {
		if r.has(key) {
			r.l.fault(r.get(key).at, "a fact of state %s has no %s: %s", f.State, key, why)
		}
	}
	require := func(key, why string) {
		if !r.has(key) || key == "sources" && len(f.sources) == 0 {
			r.l.fault(f.id.at, "the fact %s has no %s: %s", f.ID, key, why)
		}
	}
	switch f.State {
	case annotations.InArticle:
		if len(f.evidence) == 0 {
			r.l.fault(f.id.at, "the fact %s has no evidence: quote the words of the article that say it", f.ID)
		}
		refuse("as-of", "the article says it at its own date")
		refuse("date", "only a fact of state since has one")
		refuse("unverified", "the article's words are its evidence")
		refuse("statement", "the article's words are its evidence")
	case annotations.Background:
		require("sources", "name at least one")
		require("as-of", "say for which date it holds")
		refuse("evidence", "what the article says itself is of state in-article")
		refuse("date", "only a fact of state since has one; write as-of")
		refuse("moment", "only what the article says has one")
		refuse("order", "only what the article says has one")
	case annotations.Since:
		require("sources", "name at least one")
		require("date", "say when it happened")
		refuse("evidence", "the article cannot speak of what came after it")
		refuse("as-of", "write date, when it happened")
		refuse("moment", "its date says when it happened")
		refuse("order", "only what the article says has one")
	}
}

// relation is an entry of relations.yaml.
type relation struct {
	annotations.Relation
	id       text
	from, to text
	evidence []quote
	sources  []text
}

func readRelation(r *record) *relation {
	x := &relation{id: r.id()}
	x.ID = x.id.value
	x.from, x.to = r.need("from"), r.need("to")
	x.From, x.To = annotations.EntityID(x.from.value), annotations.EntityID(x.to.value)
	if x.Origin = r.origin(); x.Origin == annotations.Found { // the article's own words
		x.Label, x.Inverse = r.need("label").value, r.need("inverse").value
	} else {
		x.Label = r.prose(r.lineNeeded("label", maxLabel)).value
		x.Inverse = r.prose(r.lineNeeded("inverse", maxLabel)).value
	}
	x.evidence = r.quotes("evidence")
	x.sources = r.texts("sources")
	if len(x.evidence) == 0 && len(x.sources) == 0 {
		r.l.fault(x.id.at, "the relation %s has neither evidence nor sources: quote the article, name a source, or both", x.ID)
	}
	if x.From != "" && x.From == x.To {
		r.l.fault(x.to.at, "the relation %s connects %s with itself: correct one of the ends", x.ID, x.To)
	}
	return x
}
