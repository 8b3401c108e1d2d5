package coverage

import (
	"cmp"
	"slices"

	"sidelight/annotations"
)

// Share is a voice and the words that rest on it.
type Share struct {
	Voice   annotations.Voice
	Words   int
	Percent int // of the words that have a voice, by the rule of [Percents]
}

// Voices returns the share of each voice, in reading order.
func Voices(e *annotations.Edition) []Share {
	all := annotations.Voices()
	words := make([]int, len(all))
	for _, p := range e.Passages() {
		if i := slices.Index(all, p.Voice); i >= 0 {
			words[i] += e.Article().Words(p.Span)
		}
	}
	percents, out := Percents(words), make([]Share, len(all))
	for i, v := range all {
		out[i] = Share{v, words[i], percents[i]}
	}
	return out
}

// Percents returns the shares of counts in their sum in whole percents that sum
// to 100. The rule is that of the largest remainder: each share is rounded down,
// and the percents that are then missing from 100 go, one each, to the shares that
// lost most by it; where two lost the same, to the one that comes first. So no
// share differs from the exact one by a whole percent. Where the counts, none of
// which is negative, sum to 0, every share is 0.
func Percents(counts []int) []int {
	total := 0
	for _, n := range counts {
		total += n
	}
	out := make([]int, len(counts))
	if total == 0 {
		return out
	}
	missing, byLoss := 100, make([]int, len(counts)) // byLoss holds indices of counts
	for i, n := range counts {
		out[i], byLoss[i] = 100*n/total, i
		missing -= out[i]
	}
	slices.SortStableFunc(byLoss, func(i, j int) int { return cmp.Compare(100*counts[j]%total, 100*counts[i]%total) })
	for _, i := range byLoss[:missing] {
		out[i]++
	}
	return out
}
