package search

import (
	"cmp"
	"slices"

	"sidelight/annotations"
)

// Index answers queries over one edition. It is immutable and may be used from
// several goroutines.
type Index struct {
	records   []record
	words     []string // every word of the edition once, sorted
	nameWords []string // those of names and aliases, sorted
}

// New indexes an edition.
func New(e *annotations.Edition) *Index {
	x := &Index{records: records(e)}
	for i := range x.records {
		r := &x.records[i]
		x.words = append(x.words, r.title.words()...)
		x.words = append(x.words, r.more.words()...)
		if !r.isName() {
			continue
		}
		x.nameWords = append(x.nameWords, r.title.words()...)
		for _, a := range r.aliases {
			x.nameWords = append(x.nameWords, a.folded.words()...)
		}
	}
	x.words = append(x.words, x.nameWords...)
	x.words, x.nameWords = sorted(x.words), sorted(x.nameWords)
	return x
}

func sorted(words []string) []string {
	slices.Sort(words)
	return slices.Clip(slices.Compact(words))
}

// hit is a record that answers a query.
type hit struct {
	record *record
	grade
}

// Find returns what answers the query, best first: no more than limit results,
// or all if limit is not positive. A query without a letter or digit finds
// nothing.
func (x *Index) Find(text string, limit int) []Result {
	q := x.understand(text)
	if len(q.terms) == 0 {
		return nil
	}
	var hits []hit
	for i := range x.records {
		if g := q.match(&x.records[i]); g.tier < tiers {
			hits = append(hits, hit{&x.records[i], g})
		}
	}
	// Stable: what scores the same keeps the order of its place.
	slices.SortStableFunc(hits, func(a, b hit) int { return cmp.Compare(b.score(), a.score()) })
	if limit > 0 && len(hits) > limit {
		hits = hits[:limit]
	}
	out := make([]Result, len(hits))
	for i, h := range hits {
		out[i] = q.result(h)
	}
	return out
}

// A score is made of the tier, among guesses the tier of what was guessed, then
// the order of types and kinds, then the number of mentions, so that it ranks as
// doc.go says.
const (
	mentionScores = 100
	orderScores   = mentionScores * orders
	baseScores    = orderScores * int(tiers)
)

func (h hit) score() int {
	return int(tiers-h.tier)*baseScores +
		int(tiers-h.base)*orderScores +
		(orders-1-h.record.order)*mentionScores +
		min(h.record.mentions, mentionScores-1)
}

// result completes the result of a hit with what depends on the query.
func (q *query) result(h hit) Result {
	r := h.record.result
	r.Why, r.Score = h.why, h.score()
	r.Matches = q.marks(r.Title)
	if r.Type == Passage {
		r.Title, r.Matches = excerpt(r.Title, r.Matches)
	}
	return r
}
