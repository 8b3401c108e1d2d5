package search

import (
	"cmp"
	"runtime"
	"slices"
	"sync"
)

// sections returns the results by group: the group with the best result first,
// guesses at the spelling last.
func (x *Index) sections(q *query, found *heaps) []Section {
	type ranked struct {
		Section
		best []rank
	}
	var out []ranked
	for g := range found {
		h := &found[g]
		if h.total == 0 || Group(g) == closeTexts && found[closeNames].total > 0 {
			continue
		}
		h.cut()
		s := ranked{Section{Group: Group(g), Total: h.total, Results: make([]Result, len(h.best))}, h.best}
		if Group(g) == closeNames || Group(g) == closeTexts {
			s.Group, s.Close = x.groupAt(h.best[0]), true
		}
		out = append(out, s)
	}
	slices.SortFunc(out, func(a, b ranked) int { return cmp.Compare(b.best[0], a.best[0]) })
	var jobs []job
	sections := make([]Section, len(out))
	for i, s := range out {
		sections[i] = s.Section
		for j, r := range s.best {
			jobs = append(jobs, job{r, &s.Results[j]})
		}
	}
	x.work(q, jobs)
	return sections
}

func (x *Index) groupAt(r rank) Group {
	_, d := x.at(r.place())
	return d.typeOf().Group()
}

// job is one result to work out.
type job struct {
	rank rank
	into *Result
}

// fewJobs is the number of results up to which working them out takes less time
// than starting a goroutine.
const fewJobs = 128

// work works out results, many of them on several goroutines.
func (x *Index) work(q *query, jobs []job) {
	n := 1
	if len(jobs) > fewJobs {
		n = min(runtime.GOMAXPROCS(0), mostSeekers)
	}
	do := func(part int) {
		w := writer{x: x, q: q}
		for i := part; i < len(jobs); i += n {
			*jobs[i].into = w.result(jobs[i].rank)
		}
	}
	var wg sync.WaitGroup
	for part := range n - 1 {
		wg.Go(func() { do(part) })
	}
	do(n - 1)
	wg.Wait()
}

// writer works out results, one at a time.
type writer struct {
	x      *Index
	q      *query
	loose  *loosened // nil where nothing may be left out
	folder folder
}
