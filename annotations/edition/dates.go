package edition

import (
	"slices"

	"sidelight/annotations"
)

// checkDates refuses a fact that holds as of a later date than any of its sources,
// what happened later than the newest fact that the edition says it has, and a newest
// fact later than the day on which the facts were checked.
func (b *book) checkDates() {
	head := b.m.head
	if head.Checked.Before(head.FactsAsOf) {
		b.l.fault(b.m.newest.at, "facts-as-of is %s, later than the day on which the facts were checked (%s): correct one of the two", head.FactsAsOf, head.Checked)
	}
	issued := make(map[annotations.SourceID]annotations.Date, len(b.sources))
	for _, s := range b.sources {
		issued[s.ID] = s.Issued
	}
	for _, f := range b.facts {
		if f.State == annotations.Background && b.outrun(f, issued) {
			b.l.fault(f.asOfAt, "the fact %s holds as of %s, and each of its sources is older: write the date of the newest, or cite one that still says so then", f.ID, f.AsOf)
		}
		if f.State == annotations.Since {
			b.checkNewest("the fact "+string(f.ID), f.Date, f.dateAt)
		}
	}
	for _, n := range b.notes {
		for _, x := range n.since {
			b.checkNewest("what came after the note "+n.ID, x.Date, x.date.at)
		}
	}
}

// outrun reports whether a fact holds as of a later date than each of its sources,
// all of which have a date.
func (b *book) outrun(f *fact, issued map[annotations.SourceID]annotations.Date) bool {
	return len(f.Sources) > 0 && !slices.ContainsFunc(f.Sources, func(id annotations.SourceID) bool {
		return !issued[id].Before(f.AsOf)
	})
}

// checkNewest refuses a date later than that of the edition's newest fact, and an
// edition with such dates that does not say how far its facts go.
func (b *book) checkNewest(what string, d annotations.Date, at place) {
	switch newest := b.m.head.FactsAsOf; {
	case newest.IsZero() && b.m.newest.value == "":
		b.l.fault(b.m.newest.at, "facts-as-of is missing: add the date of the newest fact that could be confirmed, since the edition tells what came after the article")
	case newest.Before(d):
		b.l.fault(at, "%s is of %s, later than the newest fact that the edition says it has (facts-as-of: %s): correct one of the two", what, d, newest)
	}
}

// checkParties refuses a party to the matter of grade A.
func (b *book) checkParties() {
	for _, s := range b.sources {
		if s.Party && s.Grade == "A" {
			b.l.fault(s.grade.at, "the source %s is a party to the matter, which is of grade B at most: write B, or take party out if this is the official record of what was done", s.ID)
		}
	}
}
