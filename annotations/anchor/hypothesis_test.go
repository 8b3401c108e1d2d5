package anchor_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
)

// hypothesis finds a quote by the recipe of the client of Hypothesis, for comparison: all
// places at which the words stand with the fewest differences, of which at most half of
// the letters, each with a score made of the likeness of the words (50), of what stands
// before (20) and after (20), and of the position (2); the best is taken, however bad.
func hypothesis(now string, q anchor.TextQuoteSelector, position anchor.TextPositionSelector) (annotations.Span, bool) {
	letters := []rune(now)
	exact := []rune(q.Exact)
	var best [2]int
	top := -1.0
	for _, m := range alike(exact, letters, min(256, len(exact)/2)) {
		score := 50*(1-float64(m.errors)/float64(len(exact))) +
			20*likeness([]rune(q.Prefix), letters[max(0, m.start-utf8.RuneCountInString(q.Prefix)):m.start]) +
			20*likeness([]rune(q.Suffix), letters[m.end:min(len(letters), m.end+utf8.RuneCountInString(q.Suffix))]) +
			2*(1-float64(max(m.start-position.Start, position.Start-m.start))/float64(len(letters)))
		if score > top {
			top, best = score, [2]int{m.start, m.end}
		}
	}
	if top < 0 {
		return annotations.Span{}, false
	}
	start := len(string(letters[:best[0]]))
	return annotations.Span{Start: start, End: start + len(string(letters[best[0]:best[1]]))}, true
}

// likeness is 1 for the same, 0 for nothing in common.
func likeness(wanted, found []rune) float64 {
	if len(wanted) == 0 {
		return 1
	}
	least := len(wanted)
	anchor.Ends(wanted, found, func(_, d int) { least = min(least, d) })
	return 1 - float64(least)/float64(len(wanted))
}

type alikeAt struct{ start, end, errors int }

// alike returns the stretches of a text that differ least from a pattern, in no more than
// most letters.
func alike(pattern, text []rune, most int) (all []alikeAt) {
	var ends []int
	anchor.Ends(pattern, text, func(i, d int) {
		if d < most {
			most, ends = d, ends[:0]
		}
		if d == most {
			ends = append(ends, i+1)
		}
	})
	for _, end := range ends {
		// The beginning, from the same backwards.
		from := max(0, end-len(pattern)-most)
		back, reversed := reverse(text[from:end]), reverse(pattern)
		start, least := end, len(pattern)+1
		for n := max(1, len(pattern)-most); n <= len(back); n++ {
			d := len(pattern)
			anchor.Ends(reversed, back[:n], func(i, e int) {
				if i == n-1 {
					d = e
				}
			})
			if d < least {
				least, start = d, end-n
			}
			if least == most {
				break
			}
		}
		all = append(all, alikeAt{start, end, most})
	}
	return all
}

func reverse(s []rune) []rune {
	out := make([]rune, len(s))
	for i, r := range s {
		out[len(s)-1-i] = r
	}
	return out
}

// BenchmarkTable counts how the notes of the table come out, beside how they do by the
// recipe of [hypothesis], which takes every place silently. It prints a line for each.
func BenchmarkTable(b *testing.B) {
	all := append([]change(nil), changes...)
	all = append(all, change{"sentence deleted, a lookalike stays", 0, lookalikes})
	for _, c := range all {
		b.Run(strings.ReplaceAll(c.name, " ", "-"), func(b *testing.B) {
			for b.Loop() {
				var ours, theirs tally
				for _, source := range texts(b) {
					made := c.make(source, rand.New(rand.NewPCG(1, 2)))
					for k := 0; k < len(made); k += 1 + len(made)/8 {
						compare(b, &ours, &theirs, made[k])
					}
				}
				b.ReportMetric(float64(ours.silentWrong+ours.goneSilent), "silently-wrong")
				b.ReportMetric(float64(theirs.silentWrong+theirs.goneSilent), "silently-wrong-hypothesis")
				b.ReportMetric(100*float64(ours.right)/float64(ours.all), "%-right")
				b.ReportMetric(100*float64(theirs.right)/float64(theirs.all), "%-right-hypothesis")
				b.Logf("ours:       %v", &ours)
				b.Logf("hypothesis: %v", &theirs)
			}
		})
	}
}

func compare(b *testing.B, ours, theirs *tally, changed *traced) {
	now := string(changed.text)
	a, err := anchor.NewAlignment(b.Context(), changed.old, now)
	if err != nil {
		b.Fatal(err)
	}
	var some []annotations.Span
	for i, s := range noted(changed.old) {
		if i%8 == 0 {
			some = append(some, s)
		}
	}
	quotes, positions := describe(changed.old, some)
	for i, s := range some {
		ours.count(changed, s, a.Resolve(s))
		r := anchor.Resolved{Status: anchor.Unanchored}
		if at, ok := hypothesis(now, quotes[i], positions[i]); ok {
			r = anchor.Resolved{Span: at, Status: anchor.Kept}
		}
		theirs.count(changed, s, r)
	}
}
