package search

import (
	"cmp"
	"context"
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

// New indexes an edition and what is to be found beside it.
func New(e *annotations.Edition, more ...Record) *Index {
	x := &Index{records: records(e, more)}
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

// Find returns what answers the query. With a group it looks there alone; 0 is
// everything. A query without a letter or digit finds nothing. When ctx ends it
// stops and returns the error of ctx; there is no other error.
func (x *Index) Find(ctx context.Context, text string, only Group) (Answer, error) {
	q := x.understand(text)
	a := Answer{Query: Query{Words: q.text.words()}}
	if len(q.terms) == 0 {
		return a, ctx.Err()
	}
	var hits []hit
	for i := range x.records {
		if i%checkEvery == 0 && ctx.Err() != nil {
			return Answer{}, ctx.Err()
		}
		r := &x.records[i]
		if only != 0 && r.result.Type.Group() != only {
			continue
		}
		if g := q.match(r); g.tier < tiers {
			hits = append(hits, hit{r, g})
		}
	}
	// Stable: what scores the same keeps the order of its place.
	slices.SortStableFunc(hits, func(a, b hit) int { return cmp.Compare(b.score(), a.score()) })
	a.Total = len(hits)
	a.Sections = q.sections(hits)
	return a, ctx.Err()
}

// checkEvery is how many records are looked at between two looks at whether the
// query is still wanted.
const checkEvery = 256

// sections parts ranked hits by group; guesses at the spelling come last.
func (q *query) sections(hits []hit) []Section {
	var out []Section
	last := Section{Close: true}
	at := make(map[Group]int)
	for _, h := range hits {
		g := h.record.result.Type.Group()
		if h.why.How == Spelling {
			if last.Total == 0 {
				last.Group = g
			}
			last.add(q, h)
			continue
		}
		i, ok := at[g]
		if !ok {
			i = len(out)
			at[g] = i
			out = append(out, Section{Group: g})
		}
		out[i].add(q, h)
	}
	if last.Total > 0 {
		out = append(out, last)
	}
	return out
}

func (s *Section) add(q *query, h hit) {
	if s.Total++; s.Total <= MaxResults {
		s.Results = append(s.Results, q.result(h))
	}
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
	r.Reason, r.Score = h.why, h.score()
	r.Matches = q.marks(r.Title)
	if r.Type == Passage {
		r.Title, r.Matches = excerpt(r.Title, r.Matches)
	}
	return r
}
