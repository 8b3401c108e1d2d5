package uitest_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"sidelight/ui/uitest"
)

func TestShrink(t *testing.T) {
	has := func(all ...int) func([]int) bool {
		return func(steps []int) bool {
			for _, s := range all {
				if !slices.Contains(steps, s) {
					return false
				}
			}
			return true
		}
	}
	upTo := func(n int) (all []int) {
		for i := range n {
			all = append(all, i)
		}
		return all
	}
	for _, c := range []struct {
		name  string
		steps []int
		fails func([]int) bool
		want  []int
	}{
		{"one step", upTo(1), has(0), []int{0}},
		{"one of many", upTo(1000), has(617), []int{617}},
		{"two far apart", upTo(1000), has(3, 998), []int{3, 998}},
		{"every step", upTo(7), has(upTo(7)...), upTo(7)},
	} {
		if got := uitest.Shrink(c.steps, c.fails); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

// TestShrinkLeavesNothingOut shrinks runs that fail for a random reason: what is
// left fails, and not without any one of its steps.
func TestShrinkLeavesNothingOut(t *testing.T) {
	for seed := range uint64(200) {
		random := rand.New(rand.NewPCG(seed, 1))
		steps, sum := random.Perm(1+random.IntN(60)), 1+random.IntN(40)
		calls := 0
		fails := func(s []int) bool {
			calls++
			total := 0
			for _, n := range s {
				total += n % 7
			}
			return total >= sum
		}
		if !fails(steps) {
			continue
		}
		got := uitest.Shrink(steps, fails)
		if n := len(steps); calls > n*n+3*n+1 {
			t.Errorf("seed %d: %d runs for %d steps", seed, calls, n)
		}
		if !fails(got) {
			t.Errorf("seed %d: %v passes", seed, got)
		}
		for i := range got {
			if len(got) > 1 && fails(slices.Delete(slices.Clone(got), i, i+1)) {
				t.Errorf("seed %d: %v fails without step %d", seed, got, i)
			}
		}
	}
}
