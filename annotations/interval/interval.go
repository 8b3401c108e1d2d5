// Package interval is an immutable index over spans: which of many values lie
// at an offset, share something with a span, or begin after an offset.
//
// Spans are half-open ranges [start, end) of numbers of 32 bits, usually byte offsets.
// They may nest, cross and repeat. The index is a balanced binary tree that lies in
// one slice ordered by start: the root of each part of the slice is the middle of that
// part, and every node knows the largest end below it (an augmented interval tree;
// Cormen, Leiserson, Rivest, Stein, Introduction to Algorithms, section on augmenting
// data structures).
package interval

import (
	"cmp"
	"iter"
	"slices"
	"sort"
)

// Index answers queries over the values it was made of. A query that finds k of
// n values takes O(log n + k) steps if spans nest, and at most O(log n) steps
// more for each value if they cross. The zero Index is empty.
//
// A book has a hundred thousand values, and mostly they come in order: of each the index
// then keeps four bytes, and asks the value itself for its range.
type Index[T any] struct {
	all   []T
	span  func(*T) (start, end int)
	order []uint32 // of each node: the index of its value in all; nil if that is the node's own
	reach []uint32 // of each node: the largest end in the part of the slice whose middle it is
}

// New makes an index of all. span returns the range of one value; a value whose
// range is empty is found by [Index.From] only. The index holds all and pointers into
// it, which must not be written to afterwards.
func New[T any](all []T, span func(*T) (start, end int)) *Index[T] {
	x := &Index[T]{all: all, span: span}
	if compare := x.compare; !ascend(len(all), compare) {
		x.order = make([]uint32, len(all))
		for i := range x.order {
			x.order[i] = uint32(i) //nolint:gosec // fewer than 4 billion
		}
		slices.SortStableFunc(x.order, func(a, b uint32) int { return compare(int(a), int(b)) })
	}
	x.reach = make([]uint32, len(all))
	x.fill(0, len(all))
	return x
}

// compare compares two values in the order of the nodes: by start, of equal starts the
// longer first.
func (x *Index[T]) compare(i, j int) int {
	a, endA := x.span(&x.all[i])
	b, endB := x.span(&x.all[j])
	return cmp.Or(cmp.Compare(a, b), cmp.Compare(endB, endA))
}

// ascend reports whether none of n values comes before the one that it follows.
func ascend(n int, compare func(i, j int) int) bool {
	for i := 1; i < n; i++ {
		if compare(i-1, i) > 0 {
			return false
		}
	}
	return true
}

// fill fills in the reach of the nodes [from, to) and returns that of their root.
func (x *Index[T]) fill(from, to int) uint32 {
	if from == to {
		return 0
	}
	mid := (from + to) / 2
	_, end := x.ends(mid)
	x.reach[mid] = max(uint32(end), x.fill(from, mid), x.fill(mid+1, to)) //nolint:gosec // shorter than 4 GB
	return x.reach[mid]
}

// value is that of a node.
func (x *Index[T]) value(node int) *T {
	if x.order != nil {
		node = int(x.order[node])
	}
	return &x.all[node]
}

// ends is the range of a node's value.
func (x *Index[T]) ends(node int) (start, end int) { return x.span(x.value(node)) }

// Len is the number of values in the index.
func (x *Index[T]) Len() int {
	if x == nil {
		return 0
	}
	return len(x.reach)
}

// At yields the values that hold the unit at offset, innermost first: of two
// values the one that begins later, of two that begin together the shorter one,
// of two with the same range the one that was given later.
func (x *Index[T]) At(offset int) iter.Seq[*T] {
	return func(yield func(*T) bool) {
		if x != nil {
			x.backward(0, len(x.reach), offset, yield)
		}
	}
}

// backward yields the values of the nodes [from, to) that hold offset, last first, and
// reports whether the caller wants more.
func (x *Index[T]) backward(from, to, offset int, yield func(*T) bool) bool {
	for from < to {
		mid := (from + to) / 2
		if int(x.reach[mid]) <= offset {
			return true // nothing below reaches so far
		}
		start, end := x.ends(mid)
		if start > offset {
			to = mid // the root and all after it begin too late
			continue
		}
		if !x.backward(mid+1, to, offset, yield) {
			return false
		}
		if end > offset && !yield(x.value(mid)) {
			return false
		}
		to = mid
	}
	return true
}

// In yields the values that share at least one unit with [start, end), by their
// start; of two that begin together the longer one first.
func (x *Index[T]) In(start, end int) iter.Seq[*T] {
	return func(yield func(*T) bool) {
		if x != nil && start < end {
			x.forward(0, len(x.reach), start, end, yield)
		}
	}
}

// forward yields of the nodes [from, to) what In does.
func (x *Index[T]) forward(from, to, start, end int, yield func(*T) bool) bool {
	for from < to {
		mid := (from + to) / 2
		if int(x.reach[mid]) <= start {
			return true
		}
		if !x.forward(from, mid, start, end, yield) {
			return false
		}
		first, last := x.ends(mid)
		if first >= end {
			return true // all after the root begin too late
		}
		if last > start && first < last && !yield(x.value(mid)) {
			return false
		}
		from = mid + 1
	}
	return true
}

// From yields the values that begin at offset or after it, in the order of
// [Index.In].
func (x *Index[T]) From(offset int) iter.Seq[*T] {
	return func(yield func(*T) bool) {
		for i := x.from(offset); i < x.Len(); i++ {
			if !yield(x.value(i)) {
				return
			}
		}
	}
}

// Before yields the values that begin before offset, the last of them first.
func (x *Index[T]) Before(offset int) iter.Seq[*T] {
	return func(yield func(*T) bool) {
		for i := x.from(offset) - 1; i >= 0; i-- {
			if !yield(x.value(i)) {
				return
			}
		}
	}
}

// from is the first node that begins at offset or after it.
func (x *Index[T]) from(offset int) int {
	return sort.Search(x.Len(), func(i int) bool {
		start, _ := x.ends(i)
		return start >= offset
	})
}
