package search

import (
	"math/rand/v2"
	"testing"
)

func TestDistance(t *testing.T) {
	tests := []struct {
		typed, word string
		want        int // -1: more than allowed
	}{
		{"hamas", "hamas", 0},
		{"hammas", "hamas", 1},
		{"hmaas", "hamas", 1},
		{"hamaz", "hamas", 1},
		{"hmsaa", "hamas", -1},
		{"gaz", "gza", -1},
		{"aza", "gaza", -1},
		{"zaza", "gaza", -1}, // the first letter tells short words apart
		{"kisrael", "israel", 1},
		{"netnayahu", "netanyahu", 1},
		{"natenyahu", "netanyahu", 2},
		{"natenyaho", "netanyahu", -1},
		{"netnay", "netanyahu", 1},
		{"lévitt", "lewitt", -1},
		{"émigrr", "émigré", 1},
	}
	for _, tt := range tests {
		limit := allowedEdits(tt.typed)
		got := newSpeller(tt.typed).distance(tt.word, limit)
		if tt.want < 0 && got <= limit || tt.want >= 0 && got != tt.want {
			t.Errorf("distance(%q, %q) = %d with a limit of %d, want %d", tt.typed, tt.word, got, limit, tt.want)
		}
	}
}

// The bits count what a table of alignments counts.
func TestDistanceIsThatOfAlignments(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 1))
	word := func() string {
		w := make([]rune, 1+random.IntN(12))
		for i := range w {
			w[i] = []rune("abcdé")[random.IntN(5)]
		}
		return string(w)
	}
	for range 20000 {
		typed, other := word(), word()
		limit := random.IntN(4)
		if got, want := newSpeller(typed).distance(other, limit), slowDistance(typed, other, limit); got != want {
			t.Fatalf("distance(%q, %q) = %d with a limit of %d, want %d", typed, other, got, limit, want)
		}
	}
}

// slowDistance does what speller.distance does, with a table.
func slowDistance(typed, word string, limit int) int {
	a, b := []rune(typed), []rune(word)
	far := limit + 1
	if limit == 0 || len(b) < len(a)-limit || len(a) < shortestFree && a[0] != b[0] {
		return far
	}
	if len(b) > len(a)+limit {
		if len(a) < shortestBeginning {
			return far
		}
		b = b[:len(a)+limit]
	}
	last := alignment(a, b)
	best := last[len(b)]
	if len(a) >= shortestBeginning {
		for j := max(1, len(a)-limit); j < len(b); j++ {
			best = min(best, last[j])
		}
	}
	return min(best, far)
}

// alignment returns the number of slips between a and each beginning of b, by the
// length of the beginning in letters.
func alignment(a, b []rune) []int {
	before, last, row := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last, row = last, row, before
	}
	return last
}
