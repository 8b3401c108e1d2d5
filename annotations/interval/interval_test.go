package interval_test

import (
	"cmp"
	"iter"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"

	"sidelight/annotations/fuzzed"
	"sidelight/annotations/interval"
)

type span struct{ name, start, end int }

func ends(s *span) (int, int) { return s.start, s.end }

func names(all iter.Seq[*span]) []int {
	var out []int
	for s := range all {
		out = append(out, s.name)
	}
	return out
}

func TestQueries(t *testing.T) {
	// 0         10        20        30
	// |---------1---------|   2: [30,40)
	//   |--3--|  |-4-|          5: [5,5) is empty
	all := []span{{1, 0, 20}, {2, 30, 40}, {3, 2, 8}, {4, 11, 15}, {5, 5, 5}, {6, 2, 8}}
	x := interval.New(all, ends)
	for _, c := range []struct {
		what      string
		got, want []int
	}{
		{"inside three", names(x.At(3)), []int{6, 3, 1}},
		{"the first of a span", names(x.At(2)), []int{6, 3, 1}},
		{"one past a span", names(x.At(8)), []int{1}},
		{"between", names(x.At(25)), nil},
		{"before all", names(x.At(-1)), nil},
		{"after all", names(x.At(40)), nil},
		{"touching neighbours is not sharing", names(x.In(20, 30)), nil},
		{"one unit of each", names(x.In(7, 12)), []int{1, 3, 6, 4}},
		{"all but the empty one", names(x.In(0, 50)), []int{1, 3, 6, 4, 2}},
		{"an empty query", names(x.In(3, 3)), nil},
		{"from the start of one", names(x.From(11)), []int{4, 2}},
		{"from after all", names(x.From(31)), nil},
		{"before the start of one", names(x.Before(11)), []int{5, 6, 3, 1}},
		{"before all", names(x.Before(0)), nil},
	} {
		if !slices.Equal(c.got, c.want) {
			t.Errorf("%s: %v, want %v", c.what, c.got, c.want)
		}
	}
}

func TestEmpty(t *testing.T) {
	var none *interval.Index[span]
	for _, x := range []*interval.Index[span]{none, {}, interval.New(nil, ends)} {
		if x.Len() != 0 || names(x.At(0)) != nil || names(x.In(0, 9)) != nil || names(x.From(0)) != nil || names(x.Before(9)) != nil {
			t.Error("an empty index finds something")
		}
	}
}

func TestStopsWhenAskedTo(t *testing.T) {
	all := []span{{1, 0, 9}, {2, 1, 9}, {3, 2, 9}, {4, 3, 9}}
	x := interval.New(all, ends)
	for what, seq := range map[string]iter.Seq[*span]{"At": x.At(5), "In": x.In(0, 9), "From": x.From(0), "Before": x.Before(9)} {
		n := 0
		for range seq {
			n++
			if n == 2 {
				break
			}
		}
		if n != 2 {
			t.Errorf("%s yields %d values after it was told to stop at 2", what, n)
		}
	}
}

// FuzzQueries holds the index against a plain walk over all spans.
// What comes in order takes four bytes a value beside the values.
func TestTakesLittle(t *testing.T) {
	const n = 1 << 16
	all := make([]span, n)
	for i := range all {
		all[i] = span{i, i / 2 * 10, i/2*10 + 8 - i%2}
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	x := interval.New(all, ends)
	runtime.ReadMemStats(&after)
	if got := (after.TotalAlloc - before.TotalAlloc) / n; got > 4 || x.Len() != n {
		t.Errorf("the index of %d values takes %d bytes a value", x.Len(), got)
	}
}

func FuzzQueries(f *testing.F) {
	f.Add(uint64(1), 10, 5)
	f.Add(uint64(7), 200, 33)
	f.Add(uint64(4), 200, 33)
	f.Fuzz(func(t *testing.T, seed uint64, n, at int) {
		fuzzed.Within(t, func() {
			if n < 0 || n > 300 || at < -10 || at > 120 {
				return
			}
			r := rand.New(rand.NewPCG(seed, 1))
			all := make([]span, n)
			for i := range all {
				start := r.IntN(100)
				all[i] = span{i, start, start + r.IntN(20)}
			}
			if seed%2 == 0 { // as an edition has them
				slices.SortStableFunc(all, func(a, b span) int { return cmp.Or(a.start-b.start, b.end-a.end) })
				for i := range all {
					all[i].name = i
				}
			}
			x := interval.New(all, ends)
			to := at + int(seed%17)
			var holds, shares []int
			for _, s := range all {
				if s.start <= at && at < s.end {
					holds = append(holds, s.name)
				}
				if s.start < to && at < s.end && s.start < s.end && at < to {
					shares = append(shares, s.name)
				}
			}
			got := names(x.At(at))
			if !slices.IsSortedFunc(got, func(a, b int) int { return all[b].start - all[a].start }) {
				t.Errorf("At(%d) is not innermost first: %v", at, got)
			}
			slices.Sort(got)
			if !slices.Equal(got, holds) {
				t.Errorf("At(%d) = %v, want %v", at, got, holds)
			}
			got = names(x.In(at, to))
			slices.Sort(got)
			if !slices.Equal(got, shares) {
				t.Errorf("In(%d, %d) = %v, want %v", at, to, got, shares)
			}
			if got := len(names(x.From(at))) + len(names(x.Before(at))); got != n {
				t.Errorf("From and Before of %d yield %d of %d", at, got, n)
			}
		})
	})
}

// BenchmarkAt measures the query of one offset among many nested spans, beside
// a walk over all of them.
func BenchmarkAt(b *testing.B) {
	const n = 100_000
	all := make([]span, n)
	for i := range all {
		all[i] = span{i, i * 10, i*10 + 8}
	}
	x := interval.New(all, ends)
	found := 0
	b.Run("index", func(b *testing.B) {
		for i := range b.N {
			for range x.At(i * 7919 % (n * 10)) {
				found++
			}
		}
	})
	b.Run("walk", func(b *testing.B) {
		for i := range b.N {
			at := i * 7919 % (n * 10)
			for k := range all {
				if all[k].start <= at && at < all[k].end {
					found++
				}
			}
		}
	})
	_ = found
}
