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
type Index[T any] struct {
	all   []T
	nodes []node // by start; of equal starts the longer first; then in the given order
}

// node is one value. A book has a hundred thousand, so numbers are no larger than need be.
type node struct {
	start, end uint32
	reach      uint32 // the largest end in the part of the slice whose middle this node is
	value      uint32 // its index in all
}

// New makes an index of all. span returns the range of one value; a value whose
// range is empty is found by [Index.From] only. The index holds pointers into all,
// which must not be written to afterwards.
func New[T any](all []T, span func(*T) (start, end int)) *Index[T] {
	x := &Index[T]{all: all, nodes: make([]node, len(all))}
	for i := range all {
		start, end := span(&all[i])
		x.nodes[i] = node{start: uint32(start), end: uint32(end), value: uint32(i)} //nolint:gosec // shorter than 4 GB
	}
	before := func(a, b node) int { return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end)) }
	if !slices.IsSortedFunc(x.nodes, before) {
		slices.SortStableFunc(x.nodes, before)
	}
	reach(x.nodes)
	return x
}

// reach fills in the largest end below each node and returns that of the root.
func reach(part []node) uint32 {
	if len(part) == 0 {
		return 0
	}
	mid := len(part) / 2
	root := &part[mid]
	root.reach = max(root.end, reach(part[:mid]), reach(part[mid+1:]))
	return root.reach
}

// Len is the number of values in the index.
func (x *Index[T]) Len() int {
	if x == nil {
		return 0
	}
	return len(x.nodes)
}

// At yields the values that hold the unit at offset, innermost first: of two
// values the one that begins later, of two that begin together the shorter one,
// of two with the same range the one that was given later.
func (x *Index[T]) At(offset int) iter.Seq[*T] {
	return func(yield func(*T) bool) {
		if x != nil {
			x.backward(x.nodes, offset, yield)
		}
	}
}

// backward yields the values of part that hold offset, last first, and reports
// whether the caller wants more.
func (x *Index[T]) backward(part []node, offset int, yield func(*T) bool) bool {
	for len(part) > 0 {
		mid := len(part) / 2
		root := &part[mid]
		if int(root.reach) <= offset {
			return true // nothing below reaches so far
		}
		if int(root.start) > offset {
			part = part[:mid] // the root and all after it begin too late
			continue
		}
		if !x.backward(part[mid+1:], offset, yield) {
			return false
		}
		if int(root.end) > offset && !yield(&x.all[root.value]) {
			return false
		}
		part = part[:mid]
	}
	return true
}

// In yields the values that share at least one unit with [start, end), by their
// start; of two that begin together the longer one first.
func (x *Index[T]) In(start, end int) iter.Seq[*T] {
	return func(yield func(*T) bool) {
		if x != nil && start < end {
			x.forward(x.nodes, start, end, yield)
		}
	}
}

func (x *Index[T]) forward(part []node, start, end int, yield func(*T) bool) bool {
	for len(part) > 0 {
		mid := len(part) / 2
		root := &part[mid]
		if int(root.reach) <= start {
			return true
		}
		if !x.forward(part[:mid], start, end, yield) {
			return false
		}
		if int(root.start) >= end {
			return true // all after the root begin too late
		}
		if int(root.end) > start && root.start < root.end && !yield(&x.all[root.value]) {
			return false
		}
		part = part[mid+1:]
	}
	return true
}

// From yields the values that begin at offset or after it, in the order of
// [Index.In].
func (x *Index[T]) From(offset int) iter.Seq[*T] {
	return func(yield func(*T) bool) {
		if x == nil {
			return
		}
		i := sort.Search(len(x.nodes), func(i int) bool { return int(x.nodes[i].start) >= offset })
		for ; i < len(x.nodes); i++ {
			if !yield(&x.all[x.nodes[i].value]) {
				return
			}
		}
	}
}

// Before yields the values that begin before offset, the last of them first.
func (x *Index[T]) Before(offset int) iter.Seq[*T] {
	return func(yield func(*T) bool) {
		if x == nil {
			return
		}
		i := sort.Search(len(x.nodes), func(i int) bool { return int(x.nodes[i].start) >= offset })
		for i--; i >= 0; i-- {
			if !yield(&x.all[x.nodes[i].value]) {
				return
			}
		}
	}
}
