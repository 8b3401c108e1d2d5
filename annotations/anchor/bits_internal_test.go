package anchor

import (
	"math/rand/v2"
	"strings"
	"testing"

	"sidelight/annotations/fuzzed"
)

// Ends is what tests outside the package use of the matcher: the least distance of the
// pattern to any stretch of the text that ends behind each letter.
func Ends(pattern, text []rune, yield func(i, distance int)) {
	newMatcher(pattern).ends(text, false, yield)
}

// table is the distance of a pattern to the stretches of a text, the slow way.
func table(pattern, text []rune, anchored bool) []int {
	column := make([]int, len(pattern)+1)
	for i := range column {
		column[i] = i
	}
	out := make([]int, len(text))
	for j, r := range text {
		diagonal := column[0]
		if anchored {
			column[0]++
		}
		for i, p := range pattern {
			d := diagonal
			if p != r {
				d++
			}
			diagonal = column[i+1]
			column[i+1] = min(d, column[i]+1, column[i+1]+1)
		}
		out[j] = column[len(pattern)]
	}
	return out
}

func checkBits(t *testing.T, pattern, text []rune) {
	t.Helper()
	if len(pattern) == 0 {
		return
	}
	for _, anchored := range []bool{false, true} {
		want := table(pattern, text, anchored)
		newMatcher(pattern).ends(text, anchored, func(i, d int) {
			if d != want[i] {
				t.Fatalf("%q in %q, anchored %v: distance %d behind letter %d, want %d", string(pattern), string(text), anchored, d, i, want[i])
			}
		})
		if anchored && len(text) > 0 && distance(pattern, text) != want[len(text)-1] {
			t.Fatalf("distance of %q and %q is %d, want %d", string(pattern), string(text), distance(pattern, text), want[len(text)-1])
		}
	}
}

func TestBits(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	for range 300 {
		letters := func(n int) []rune {
			out := make([]rune, n)
			for i := range out {
				out[i] = rune("abcé船"[r.IntN(3)])
			}
			return out
		}
		checkBits(t, letters(1+r.IntN(200)), letters(r.IntN(300)))
	}
}

func FuzzBits(f *testing.F) {
	f.Add("talks", "the tlaks went on")
	f.Add(strings.Repeat("ab", 70), strings.Repeat("abc", 60))
	f.Add(strings.Repeat("a", 64), strings.Repeat("a", 65))
	f.Fuzz(func(t *testing.T, pattern, text string) {
		fuzzed.Within(t, func() {
			if len(pattern)*len(text) > 1<<20 {
				t.Skip("the slow way takes too long")
			}
			checkBits(t, []rune(pattern), []rune(text))
		})
	})
}
