package search

import (
	"context"
	"math/bits"
	"strings"
)

// bitset is a set of records.
type bitset []uint64

func newBitset(n int) bitset { return make(bitset, (n+63)/64) }

func (b bitset) add(all []uint32) {
	for _, i := range all {
		b[i/64] |= 1 << (i % 64)
	}
}

func (b bitset) has(i int) bool { return b[i/64]&(1<<(i%64)) != 0 }

// empty reports whether the 64 records from i on are all out of the set; i is a
// multiple of 64.
func (b bitset) empty(i int) bool { return b[i/64] == 0 }

func (b bitset) and(o bitset) {
	for i := range b {
		b[i] &= o[i]
	}
}

func (b bitset) or(o bitset) {
	for i := range b {
		b[i] |= o[i]
	}
}

func (b bitset) count() int {
	n := 0
	for _, w := range b {
		n += bits.OnesCount64(w)
	}
	return n
}

// candidates are the records that hold every term of the query in some form, by
// the lists of the vocabulary; which of them answer it, and how well, is for the
// matcher to say. It stops early when ctx ends.
func (x *Index) candidates(ctx context.Context, q *query) bitset {
	all := newBitset(len(x.docs))
	for i := range all {
		all[i] = ^uint64(0)
	}
	if n := len(x.docs) % 64; n > 0 {
		all[len(all)-1] = 1<<n - 1
	}
	set := newBitset(len(x.docs))
	for i := range q.terms {
		t := &q.terms[i]
		if t.optional {
			continue
		}
		if ctx.Err() != nil {
			return all
		}
		clear(set)
		for j := range t.forms {
			x.holders(set, &t.forms[j], j == 0)
		}
		if w := t.forms[0].text; len(q.terms) == 1 && len(w) <= longestInitials {
			if i, found := x.vocab.find(initialMark + w); found {
				set.add(x.vocab.names.of(i))
			}
		}
		if all.and(set); all.count() == 0 {
			break
		}
	}
	return all
}

// holders adds the records that hold a form of a term; as typed, it may stand
// in the middle of a word.
func (x *Index) holders(set bitset, f *form, typed bool) {
	words := strings.Fields(f.text)
	if len(words) == 1 {
		x.wordHolders(set, f.text, f.whole, typed)
		return
	}
	both := newBitset(len(x.docs))
	for i, w := range words {
		one := both
		if i > 0 {
			one = newBitset(len(x.docs))
		}
		x.wordHolders(one, w, f.whole || i+1 < len(words), false)
		if i > 0 {
			both.and(one)
		}
	}
	set.or(both)
}

func (x *Index) wordHolders(set bitset, w string, whole, typed bool) {
	v := &x.vocab
	if i, found := v.find(w); found {
		set.add(v.names.of(i))
		set.add(v.texts.of(i))
	}
	if whole {
		return
	}
	from, to := v.beginning(w)
	set.add(v.names.docs[v.names.start[from]:v.names.start[to]])
	if len(w) >= shortestText {
		set.add(v.texts.docs[v.texts.start[from]:v.texts.start[to]])
	}
	if !typed || len(w) < shortestInside {
		return
	}
	mask := maskOf(w)
	for i := v.plain; i < len(v.words); i++ {
		if mask&^v.masks[i] != 0 || !strings.Contains(v.words[i], w) {
			continue
		}
		set.add(v.names.of(i))
		if len(w) >= shortestMiddle {
			set.add(v.texts.of(i))
		}
	}
}
