package names

import (
	"math"
	"testing"

	"sidelight/annotations/annotator/found"
	"sidelight/annotations/annotator/names/gold"
)

// A score says how probable it is that span and kind are right: of the names that have
// about 0.8, eight in ten are, on texts that no weight and no scale was fitted to.
func TestScoresAreWhatTheySay(t *testing.T) {
	const bins = 5
	var right, all [bins]int
	var sum [bins]float64
	for _, file := range [...]string{"test_wikigold.jsonl.gz", "test_uner_pud.jsonl.gz"} {
		docs := read(t, file)
		for i := range docs {
			d := &docs[i]
			marked := map[gold.Name]bool{}
			for _, n := range d.Names {
				marked[gold.Trim(d.Text, n)] = true
			}
			for _, n := range find(t, d.Divide()) {
				if n.Kind == found.Misc {
					continue // only one of the two files marks them
				}
				b := bin(n.Score)
				all[b]++
				sum[b] += float64(n.Score)
				if marked[gold.Trim(d.Text, gold.Found([]found.Name{n})[0])] {
					right[b]++
				}
			}
		}
	}
	for b := range bins {
		if all[b] == 0 {
			continue
		}
		said, was := sum[b]/float64(all[b]), float64(right[b])/float64(all[b])
		t.Logf("%4d names: said %.2f, right %.2f", all[b], said, was)
		if all[b] >= 100 && math.Abs(said-was) > 0.08 {
			t.Errorf("of %d names with a score of about %.2f, %.2f are right", all[b], said, was)
		}
	}
}

func bin(score float32) int {
	for b, top := range [...]float32{0.5, 0.65, 0.8, 0.92} {
		if score < top {
			return b
		}
	}
	return 4
}
