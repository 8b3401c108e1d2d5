package notes

import (
	"context"
	"path/filepath"
	"sort"
)

// By these bounds an earlier text of an article is known by its words.
const (
	leastAlike   = 0.1 // of its sample is in the text that is read, or its words are not compared
	leastInOrder = 0.6 // of its words stand there in the same order
	leastOfNew   = 0.2 // of the words of the text that is read are those
	mostCompared = 5   // texts are compared word by word, the most alike first
)

// mostCells bounds the words times words that are compared between two places at which
// the texts are known to be the same.
const mostCells = 10_000

// sameWords reports whether a text of a folder has enough of the words of another in
// the same order.
func (s *Store) sameWords(ctx context.Context, text, name string, about *about) (bool, error) {
	now := hashes(text)
	for _, t := range about.Texts {
		kept, err := readText(s.calls, filepath.Join(s.folder, name), t.Fingerprint)
		if err != nil {
			continue // without it nothing can be said
		}
		old := hashes(kept)
		n, err := inOrder(ctx, old, now)
		if err != nil {
			return false, err
		}
		if float64(n) >= leastInOrder*float64(len(old)) && float64(n) >= leastOfNew*float64(len(now)) && n > 0 {
			return true, nil
		}
	}
	return false, nil
}

func hashes(text string) []uint64 {
	var out []uint64
	for w := range wordsOf(text) {
		out = append(out, hashOf(w))
	}
	return out
}

// pair is a word of one text and the same word of another, by their numbers.
type pair struct{ old, now int }

// inOrder returns how many words of one text stand in another in the same order; it may
// be too low where a long stretch has no three words in a row that stand once in both.
func inOrder(ctx context.Context, old, now []uint64) (int, error) {
	n := 0
	var at pair
	for _, p := range append(ascending(anchors(old, now)), pair{len(old), len(now)}) {
		if err := ctx.Err(); err != nil {
			return 0, err
		}
		if p.old < at.old || p.now < at.now {
			continue
		}
		n += common(old[at.old:p.old], now[at.now:p.now])
		for at = p; at.old < len(old) && at.now < len(now) && old[at.old] == now[at.now]; {
			at.old, at.now = at.old+1, at.now+1
			n++
		}
	}
	return n, nil
}

// anchors returns where three words in a row begin that stand once in each of the texts.
func anchors(old, now []uint64) []pair {
	type run [shingle]uint64
	const twice = -1
	places := func(words []uint64) map[run]int {
		out := make(map[run]int, len(words))
		for i := 0; i+shingle <= len(words); i++ {
			r := run(words[i : i+shingle])
			if _, ok := out[r]; ok {
				out[r] = twice
				continue
			}
			out[r] = i
		}
		return out
	}
	in, of := places(now), places(old)
	var out []pair
	for i := 0; i+shingle <= len(old); i++ {
		r := run(old[i : i+shingle])
		if j, ok := in[r]; ok && j != twice && of[r] != twice {
			out = append(out, pair{i, j})
		}
	}
	return out
}

// ascending returns the most pairs, in order of the one text, that ascend in the other.
func ascending(all []pair) []pair {
	before := make([]int, len(all))
	var ends []int // of the best row of each length, the number of its last pair
	for i, p := range all {
		n := sort.Search(len(ends), func(k int) bool { return all[ends[k]].now >= p.now })
		before[i] = -1
		if n > 0 {
			before[i] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, i)
		} else {
			ends[n] = i
		}
	}
	out := make([]pair, len(ends))
	if len(ends) == 0 {
		return out
	}
	i := ends[len(ends)-1]
	for k := len(out) - 1; k >= 0; k-- {
		out[k] = all[i]
		i = before[i]
	}
	return out
}

// common returns the length of the longest common subsequence of two short lists, and
// for long ones how many of their first and last words are the same.
func common(a, b []uint64) int {
	n := 0
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
		n++
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
		n++
	}
	if len(a) == 0 || len(b) == 0 || len(a) > mostCells/len(b) {
		return n
	}
	row := make([]int, len(b)+1)
	for _, x := range a {
		diagonal := 0
		for j, y := range b {
			above := row[j+1]
			if x == y {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(above, row[j])
			}
			diagonal = above
		}
	}
	return n + row[len(b)]
}
