package timeline

import (
	"cmp"
	"container/heap"
	"context"
	"time"

	"sidelight/annotations"
)

// sort is a topological order after Kahn (1962) of what dates and statements know. The
// order of intervals needs no edges: a moment waits while one that ends before it begins,
// or that begins before it for certain, is still to come, which the least end and the
// least beginning of those to come tell. Of the moments that wait for nothing the one
// with the least key comes next.
func (s *sequence) sort(ctx context.Context) ([]*Moment, error) {
	waits := make(map[*Moment]int, len(s.all))
	next := map[*Moment][]*Moment{}
	by := s.compare()
	ends := &queue{less: func(a, b *Moment) bool { return latest(a).Before(latest(b)) }}
	begins := &queue{less: func(a, b *Moment) bool { return beginning(a).Latest().Before(beginning(b).Latest()) }}
	ready, dated, held := &queue{less: by}, &queue{less: by}, &queue{less: by}
	for _, m := range s.all {
		waits[m] = len(s.stated[m])
		for _, p := range s.stated[m] {
			next[p] = append(next[p], m)
		}
		if !latest(m).IsZero() {
			heap.Push(ends, m)
		}
		if !beginning(m).Latest().IsZero() {
			heap.Push(begins, m)
		}
		heap.Push(dated, m)
	}
	done, holds := make(map[*Moment]bool, len(s.all)), map[*Moment]bool{}
	out := make([]*Moment, 0, len(s.all))
	for len(out) < len(s.all) {
		if len(out)%256 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		ends.drop(done)
		begins.drop(done)
		for dated.Len() > 0 && begun(dated.all[0], ends, begins) {
			if m := heap.Pop(dated).(*Moment); waits[m] <= 0 {
				heap.Push(ready, m)
			} else {
				holds[m] = true
				heap.Push(held, m)
			}
		}
		m := pick(done, ready, held, dated)
		done[m] = true
		out = append(out, m)
		for _, n := range next[m] {
			if waits[n]--; waits[n] == 0 && !done[n] && holds[n] {
				heap.Push(ready, n)
			}
		}
	}
	return out, nil
}

// pick takes the next moment that is not done. What is held by a statement comes only
// where statements and dates contradict each other and nothing else is left.
func pick(done map[*Moment]bool, queues ...*queue) *Moment {
	for _, q := range queues {
		for q.Len() > 0 {
			if m := heap.Pop(q).(*Moment); !done[m] {
				return m
			}
		}
	}
	return nil
}

// begun reports whether nothing that is still to come was over or began before a moment
// began, for certain.
func begun(m *Moment, ends, begins *queue) bool {
	if timeless(m) {
		return true
	}
	if from := m.When.Earliest(); ends.Len() > 0 && !from.IsZero() && latest(ends.all[0]).Before(from) {
		return false
	}
	from := beginning(m).Earliest()
	return begins.Len() == 0 || from.IsZero() || !beginning(begins.all[0]).Latest().Before(from)
}

// beginning is when a moment began, zero if that is in doubt or tells of no order.
func beginning(m *Moment) annotations.Date {
	d := Begin(m.When)
	if timeless(m) || inDoubt(d) {
		return annotations.Date{}
	}
	return d
}

// timeless reports whether the date of a moment tells of no order.
func timeless(m *Moment) bool { return m.State == annotations.Background }

// latest is the end of a moment, zero if it tells of no order.
func latest(m *Moment) time.Time {
	if timeless(m) {
		return time.Time{}
	}
	return m.When.Latest()
}

// compare sorts moments by their keys, then by the place in the article, then by name.
func (s *sequence) compare() func(a, b *Moment) bool {
	return func(a, b *Moment) bool {
		return cmp.Or(cmp.Compare(s.keys[a], s.keys[b]), cmp.Compare(textPlace(a), textPlace(b)), cmp.Compare(a.Key, b.Key)) < 0
	}
}

// queue is a heap of moments.
type queue struct {
	all  []*Moment
	less func(a, b *Moment) bool
}

// Len, Less, Swap, Push and Pop implement heap.Interface.
func (q *queue) Len() int           { return len(q.all) }
func (q *queue) Less(i, j int) bool { return q.less(q.all[i], q.all[j]) }
func (q *queue) Swap(i, j int)      { q.all[i], q.all[j] = q.all[j], q.all[i] }
func (q *queue) Push(x any)         { q.all = append(q.all, x.(*Moment)) }
func (q *queue) Pop() any {
	n := len(q.all) - 1
	x := q.all[n]
	q.all = q.all[:n]
	return x
}

// drop takes the moments that are done off the top.
func (q *queue) drop(done map[*Moment]bool) {
	for q.Len() > 0 && done[q.all[0]] {
		heap.Pop(q)
	}
}
