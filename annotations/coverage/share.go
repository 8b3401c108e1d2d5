package coverage

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/text"
)

// Share is a voice and the words that rest on it.
type Share struct {
	Voice   annotations.Voice
	Words   int
	Percent int // of the words that have a voice, by the rule of [Percents]
}

// Voices returns the share of each voice, in reading order. In an article that the
// program has marked, what is in no passage is the article's own account.
func Voices(e *annotations.Edition) []Share {
	all := annotations.Voices()
	words := make([]int, len(all))
	sum := 0
	for _, p := range e.Passages() {
		if i := slices.Index(all, p.Voice); i >= 0 {
			n := WordsIn(e.Article(), p.Span)
			words[i] += n
			sum += n
		}
	}
	if e.Marked() {
		whole := WordsIn(e.Article(), annotations.Span{End: len(e.Article().Text)})
		words[slices.Index(all, annotations.OwnAccount)] += max(whole-sum, 0)
	}
	percents, out := Percents(words), make([]Share, len(all))
	for i, v := range all {
		out[i] = Share{v, words[i], percents[i]}
	}
	return out
}

// Percents returns the shares of counts in their sum in whole percents that sum
// to 100, as [Apportion] gives them.
func Percents(counts []int) []int { return Apportion(counts, 100) }

// Apportion returns the shares of counts in a whole, which sum to it. The rule is that
// of the largest remainder: each share is rounded down, and what is then missing from
// the whole goes, one each, to the shares that lost most by it; where two lost the same,
// to the one that comes first. So no share differs from the exact one by a whole unit.
// Where the counts, none of which is negative, sum to 0, every share is 0.
func Apportion(counts []int, whole int) []int {
	total := 0
	for _, n := range counts {
		total += n
	}
	out := make([]int, len(counts))
	if total == 0 {
		return out
	}
	missing, byLoss := whole, make([]int, len(counts)) // byLoss holds indices of counts
	for i, n := range counts {
		out[i], byLoss[i] = whole*n/total, i
		missing -= out[i]
	}
	slices.SortStableFunc(byLoss, func(i, j int) int { return cmp.Compare(whole*counts[j]%total, whole*counts[i]%total) })
	for _, i := range byLoss[:missing] {
		out[i]++
	}
	return out
}

// farBack is how many bytes WordsIn looks back for the beginning of a word.
const farBack = 4096

// WordsIn returns the number of words of an article that begin in a span. Spans that
// divide a text divide its words too, even where one ends within a word.
func WordsIn(a *annotations.Article, s annotations.Span) int {
	from := s.Start
	for from > 0 && s.Start-from < farBack {
		r, n := utf8.DecodeLastRuneInString(a.Text[:from])
		if unicode.IsSpace(r) {
			break
		}
		from -= n
	}
	if s.Start-from >= farBack {
		return a.Words(annotations.Span{End: s.End}) - a.Words(annotations.Span{End: s.Start})
	}
	return a.Words(annotations.Span{Start: from, End: s.End}) - text.Count(a.Text[from:s.Start])
}
