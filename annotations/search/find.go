package search

import (
	"cmp"
	"context"
	"math/bits"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
)

// Find returns the results that answer the query, of one group or, with the group
// 0, of all. A query without a letter or digit finds nothing. When ctx ends Find
// stops and returns the error of ctx; there is no other error.
func (x *Index) Find(ctx context.Context, query string, only Group) (Answer, error) {
	a, err := x.answer(ctx, parse(query), only)
	other := dayFirst(query)
	if err != nil || other == query {
		return a, err
	}
	b, err := x.answer(ctx, parse(other), only)
	if b.score() > a.score() {
		return b, err
	}
	return a, err
}

// answer answers one reading of a query.
func (x *Index) answer(ctx context.Context, r request, only Group) (Answer, error) {
	a := Answer{Query: r.Query}
	for _, b := range []boldness{timid, daring} {
		q := x.understand(r, b)
		a.Query.Common = q.idle
		if len(q.terms) == 0 && !r.lists() {
			break
		}
		hits, err := x.search(ctx, &q, only)
		if err != nil {
			return Answer{}, err
		}
		if a.Sections = x.sections(&q, hits); len(a.Sections) > 0 {
			break
		}
	}
	var err error
	if a.Sections, err = x.nearby(ctx, r, only, a.Sections); err != nil {
		return Answer{}, err
	}
	for _, s := range a.Sections {
		a.Total += s.Total
	}
	return a, nil
}

// Sizes of the parts in which records are searched. A small index is searched on
// the caller's goroutine, because starting another takes longer.
const (
	partSize    = 2048 // records of one part; a multiple of 64
	checkEvery  = 256  // records between two looks at whether the query is still wanted
	mostSeekers = 4
)

// search grades the candidates on several goroutines and keeps the best of each
// group.
func (x *Index) search(ctx context.Context, q *query, only Group) (*heaps, error) {
	c := x.candidates(ctx, q)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s := seeker{x, q, c, only}
	parts := (x.places + partSize - 1) / partSize
	n := min(parts, runtime.GOMAXPROCS(0), mostSeekers)
	if n <= 1 {
		h := &heaps{}
		return h, s.seek(ctx, 0, x.places, h)
	}
	var next atomic.Int64
	var wg sync.WaitGroup
	found := make([]heaps, n)
	for i := range found {
		wg.Go(func() {
			for {
				p := int(next.Add(1)) - 1
				if p >= parts || s.seek(ctx, p*partSize, min((p+1)*partSize, x.places), &found[i]) != nil {
					return
				}
			}
		})
	}
	wg.Wait()
	for i := range found[1:] {
		found[0].join(&found[i+1])
	}
	return &found[0], ctx.Err()
}

// seeker grades records.
type seeker struct {
	x *Index
	q *query
	candidates
	only Group
}

// seek grades the candidates among the records [from, to); from is a multiple of 64.
func (s seeker) seek(ctx context.Context, from, to int, into *heaps) error {
	looked := 0
	for at := from; at < to; at += 64 {
		for block := s.any[at/64]; block != 0; block &= block - 1 {
			if looked++; looked%checkEvery == 1 {
				if err := ctx.Err(); err != nil {
					return err
				}
			}
			s.look(at+bits.TrailingZeros64(block), into)
		}
	}
	return nil
}

// look grades one record. A record that is certain to answer, but too badly to be
// shown, is only counted.
func (s seeker) look(i int, into *heaps) {
	segment, record := s.x.at(i)
	d := &record
	g := d.typeOf().Group()
	if s.only != 0 && g != s.only || !s.q.passes(segment, d) {
		return
	}
	named := s.named.has(i)
	if !named && s.sure.has(i) {
		most, group := s.most(d, i)
		if h := &into[group]; d.rank(most, i) < h.floor {
			h.total++
			return
		}
	}
	m := matcher{segment, s.q, !named && !s.loose.has(i)}.match(d, named)
	if m.tier == tiers {
		return
	}
	if m.isClose() {
		g = closeNames
		if m.tier == guessedText {
			g = closeTexts
		}
	}
	into[g].add(d.rank(m, i))
}

// heaps hold the best hits of each group. Hits by a guess at the spelling are
// kept apart: names in closeNames, and texts that hold a guessed word in
// closeTexts, which are shown only if there is no name, for a name leads to them.
type heaps [closeTexts + 1]heap

const (
	closeNames = Group(0)
	closeTexts = Commands + 1
)

func (h *heaps) join(o *heaps) {
	for g := range h {
		for _, r := range o[g].best {
			h[g].keep(r)
		}
		h[g].total += o[g].total
	}
}

// heap keeps the best MaxResults of many ranks.
type heap struct {
	total int
	floor rank // what is less is not among the best
	best  []rank
}

func (h *heap) add(r rank) {
	h.total++
	h.keep(r)
}

func (h *heap) keep(r rank) {
	if r < h.floor {
		return
	}
	if h.best = append(h.best, r); len(h.best) >= 2*MaxResults {
		h.cut()
	}
}

// cut sorts the ranks, best first, and drops all but the best MaxResults.
func (h *heap) cut() {
	slices.SortFunc(h.best, func(a, b rank) int { return cmp.Compare(b, a) })
	if len(h.best) > MaxResults {
		h.best = h.best[:MaxResults]
		h.floor = h.best[MaxResults-1]
	}
}
