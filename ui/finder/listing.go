package finder

import (
	"fmt"

	"sidelight/annotations/search"
	"sidelight/ui/locale"
)

// perGroup is how many results of a group the list shows at first.
const perGroup = 5

// listing is what the list shows: parts, each under its heading.
type listing struct {
	parts []part
	total int          // results, shown or not
	query search.Query // what was understood of the query
}

// part is a heading and the results under it.
type part struct {
	heading string
	results []search.Result
	total   int  // of results found, of which results may hold only the first
	whole   bool // all of the results are shown
}

// item is what one row of the list stands for.
type item struct {
	part    int
	heading bool
	more    bool // the row shows the rest of its part
	result  search.Result
}

// key returns what the item is known by, in this answer and in the answer to the
// same query over another revision of the edition.
func (it item) key() string {
	switch {
	case it.heading:
		return fmt.Sprintf("heading%d", it.part)
	case it.more:
		return fmt.Sprintf("more%d", it.part)
	}
	return string(it.result.Type) + " " + it.result.ID
}

// newListing makes the listing of an answer, without the results that are not
// usable.
func newListing(a search.Answer, usable func(search.Result) bool) listing {
	l := listing{total: a.Total, query: a.Query}
	for _, s := range a.Sections {
		p := part{heading: locale.Section(s), total: s.Total}
		for _, r := range s.Results {
			if usable(r) {
				p.results = append(p.results, r)
			} else {
				l.total--
				p.total--
			}
		}
		if len(p.results) > 0 {
			l.parts = append(l.parts, p)
		}
	}
	return l
}

// items returns the rows of the listing: for each part its heading, its results and,
// where some are hidden, the row that shows them.
func (l *listing) items() []item {
	var out []item
	for i, p := range l.parts {
		out = append(out, item{part: i, heading: true})
		n := len(p.results)
		shown := n
		// A single hidden result needs no more room than the row that shows it.
		if n > perGroup+1 && !p.whole {
			shown = perGroup
		}
		for _, r := range p.results[:shown] {
			out = append(out, item{part: i, result: r})
		}
		if shown < n {
			out = append(out, item{part: i, more: true})
		}
	}
	return out
}

// unfold shows all results of the parts of which the old listing shows all.
func (l *listing) unfold(old listing) {
	for i := range l.parts {
		for _, p := range old.parts {
			if p.heading == l.parts[i].heading {
				l.parts[i].whole = p.whole
			}
		}
	}
}

// groups returns the groups of results that can be searched alone, after 0 for all
// of them.
func groups() []search.Group { return append([]search.Group{0}, search.Groups()...) }
