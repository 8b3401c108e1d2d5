package anchor

import (
	"context"
	"sort"
)

// run is a stretch of words that two texts share: old[old:old+len] is new[new:new+len].
type run struct{ old, new, len int }

// differ pairs the words of two texts in order. First it looks for sequences of words
// that stand once in either text, the longest chain of which it takes (as patience
// sorting does); in what lies between it looks for shorter ones, and at last for a
// shortest script of edits (Eugene W. Myers, "An O(ND) difference algorithm and its
// variations", Algorithmica 1, 1986), as long as that is short. Its work is bounded by
// a multiple of the number of words: what is left over stays without a partner.
type differ struct {
	ctx      context.Context
	old, new []int32
	to       []int32 // the partner of each old word, or -1
	once     []bool  // where a sequence begins, of sequence words, that stands once in either text
	budget   int     // steps that may still be taken
}

const (
	// sequence is how many words the sequences have that are looked for first.
	sequence = 5
	// mostEdits is how many words a script may leave out or add.
	mostEdits = 512
	// shortRange is how many words are compared at once without looking for sequences.
	shortRange = 128
	// stepsPerWord bounds the work.
	stepsPerWord = 64
)

// pair returns for each word of old its partner in new, or -1, and where unique
// sequences begin.
func pair(ctx context.Context, old, new []int32) (to []int32, once []bool, err error) {
	d := &differ{ctx: ctx, old: old, new: new, to: make([]int32, len(old)), once: make([]bool, len(old)),
		budget: 1<<20 + stepsPerWord*(len(old)+len(new))}
	for i := range d.to {
		d.to[i] = -1
	}
	d.between(run{}, len(old), len(new), sequence)
	return d.to, d.once, ctx.Err()
}

// between pairs old[from.old:oldEnd] with new[from.new:newEnd], by sequences of at most n
// words.
func (d *differ) between(from run, oldEnd, newEnd, n int) {
	o, w := from.old, from.new
	for o < oldEnd && w < newEnd && d.old[o] == d.new[w] {
		d.to[o] = int32(w)
		o, w = o+1, w+1
	}
	for oldEnd > o && newEnd > w && d.old[oldEnd-1] == d.new[newEnd-1] {
		oldEnd, newEnd = oldEnd-1, newEnd-1
		d.to[oldEnd] = int32(newEnd)
	}
	if o == oldEnd || w == newEnd || d.ctx.Err() != nil {
		return
	}
	for ; n > 0 && (oldEnd-o)+(newEnd-w) > shortRange; n -= 2 {
		if chain := d.chain(o, oldEnd, w, newEnd, n); len(chain) > 0 {
			d.along(chain, run{o, w, 0}, oldEnd, newEnd, n-2)
			return
		}
	}
	d.script(o, oldEnd, w, newEnd)
}

// along pairs the sequences of a chain, and what lies between them.
func (d *differ) along(chain []run, from run, oldEnd, newEnd, n int) {
	o, w := from.old, from.new
	for _, r := range chain {
		if r.old < o || r.new < w {
			// It overlaps the one before: on one diagonal it goes on with it.
			skip := max(o-r.old, w-r.new)
			r = run{r.old + skip, r.new + skip, r.len - skip}
			if r.len <= 0 {
				continue
			}
		}
		d.between(run{o, w, 0}, r.old, r.new, n)
		for k := range r.len {
			d.to[r.old+k] = int32(r.new + k)
		}
		o, w = r.old+r.len, r.new+r.len
	}
	d.between(run{o, w, 0}, oldEnd, newEnd, n)
}

// chain returns the longest chain of sequences of n words that stand once in the old
// words [o, oldEnd) and once in the new words [w, newEnd).
func (d *differ) chain(o, oldEnd, w, newEnd, n int) []run {
	pairs := onceInBoth(d.old[o:oldEnd], d.new[w:newEnd], n)
	d.budget -= 2 * (oldEnd - o + newEnd - w)
	for i := range pairs {
		pairs[i].old += o
		pairs[i].new += w
		if n == sequence {
			d.once[pairs[i].old] = true
		}
	}
	return longestChain(pairs)
}

// seen is a sequence of words, and where it stands in either text, if it does so once.
type seen struct {
	hash     uint64 // 0 for none
	old, new int32
	nOld     uint8
	nNew     uint8
}

// sequences is a table of sequences by their hash.
type sequences struct {
	slots []seen
	mask  uint64
}

func (t *sequences) slot(hash uint64) *seen {
	for i := hash & t.mask; ; i = (i + 1) & t.mask {
		if s := &t.slots[i]; s.hash == hash || s.hash == 0 {
			return s
		}
	}
}

// onceInBoth returns the sequences of n words that stand once in old and once in new, by
// their place in old.
func onceInBoth(old, new []int32, n int) []run {
	if len(old) < n || len(new) < n {
		return nil
	}
	size := 16
	for size < 2*len(old) {
		size *= 2
	}
	t := sequences{make([]seen, size), uint64(size - 1)}
	for i := 0; i+n <= len(old); i++ {
		h := hash(old[i : i+n])
		s := t.slot(h)
		*s = seen{hash: h, old: int32(i), nOld: min(s.nOld+1, 2)}
	}
	for i := 0; i+n <= len(new); i++ {
		if s := t.slot(hash(new[i : i+n])); s.hash != 0 {
			s.new, s.nNew = int32(i), min(s.nNew+1, 2)
		}
	}
	var out []run
	for i := 0; i+n <= len(old); i++ {
		s := t.slot(hash(old[i : i+n]))
		if s.nOld == 1 && s.nNew == 1 && equal(old[i:i+n], new[s.new:int(s.new)+n]) {
			out = append(out, run{i, int(s.new), n})
		}
	}
	return out
}

// hash returns a number other than 0 for a sequence of words.
func hash(ids []int32) uint64 {
	h := uint64(0x9e3779b97f4a7c15)
	for _, id := range ids {
		h = (h ^ uint64(id)) * 0xff51afd7ed558ccd
		h ^= h >> 32
	}
	return h | 1
}

func equal(a, b []int32) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// longestChain returns the longest part of pairs, which are sorted by old, in which new
// rises too.
func longestChain(pairs []run) []run {
	var ends []int // ends[k] is the pair with the least new at which a chain of k+1 ends
	before := make([]int, len(pairs))
	for i, p := range pairs {
		k := sort.Search(len(ends), func(k int) bool { return pairs[ends[k]].new >= p.new })
		before[i] = -1
		if k > 0 {
			before[i] = ends[k-1]
		}
		if k == len(ends) {
			ends = append(ends, i)
		} else {
			ends[k] = i
		}
	}
	chain := make([]run, len(ends))
	if len(ends) == 0 {
		return nil
	}
	for k, i := len(ends)-1, ends[len(ends)-1]; k >= 0; k, i = k-1, before[i] {
		chain[k] = pairs[i]
	}
	return chain
}

// script pairs the words by a shortest script of edits, if it has no more than mostEdits
// and there is time for it.
func (d *differ) script(o, oldEnd, w, newEnd int) {
	a, b := d.old[o:oldEnd], d.new[w:newEnd]
	most := min(len(a)+len(b), mostEdits)
	if over := len(a) - len(b); max(over, -over) > most {
		return
	}
	var trace [][]int32 // trace[e][k+e] is how far into a e edits lead on the diagonal k
	v := make([]int32, 2*most+3)
	mid := most + 1
	for e := 0; e <= most; e++ {
		if d.budget < 0 {
			return
		}
		for k := -e; k <= e; k += 2 {
			x := v[mid+k-1] + 1
			if k == -e || k != e && v[mid+k-1] < v[mid+k+1] {
				x = v[mid+k+1]
			}
			if e == 0 {
				x = 0
			}
			from := x
			for y := int(x) - k; int(x) < len(a) && y < len(b) && y >= 0 && a[x] == b[y]; y++ {
				x++
			}
			d.budget -= 1 + int(x-from)
			v[mid+k] = x
			if int(x) >= len(a) && int(x)-k >= len(b) {
				d.back(trace, e, k, o, w, len(a))
				return
			}
		}
		trace = append(trace, append([]int32(nil), v[mid-e:mid+e+1]...))
	}
}

// back follows a script of e edits that ends on the diagonal k from its end to its
// beginning and pairs the words that it keeps.
func (d *differ) back(trace [][]int32, e, k, o, w, end int) {
	x := end
	for ; e >= 0; e-- {
		start, next := 0, 0 // where the kept words of this diagonal begin, and the diagonal before
		if e > 0 {
			at := func(k int) int {
				if k < -(e-1) || k > e-1 {
					return -1
				}
				return int(trace[e-1][k+e-1])
			}
			if k == -e || k != e && at(k-1) < at(k+1) {
				start, next = at(k+1), k+1
			} else {
				start, next = at(k-1)+1, k-1
			}
		}
		for x > start {
			x--
			d.to[o+x] = int32(w + x - k)
		}
		if e > 0 && next < k {
			x--
		}
		k = next
	}
}
