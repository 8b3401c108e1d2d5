package search

import (
	"testing"
	"time"

	"github.com/sahilm/fuzzy"
)

// keystrokes are what the field holds while a reader types two queries.
var keystrokes = [...]string{
	"n", "ne", "net", "netn", "netny", "netnya", "netnyah", "netnyahu",
	"c", "ce", "cease", "ceasefire", "ceasefire p", "ceasefire prop",
}

// BenchmarkKeystroke answers one keystroke on the bundled edition. It reports
// how long that takes in proportion to one pass of sahilm/fuzzy over the titles
// of the same records in the same run.
func BenchmarkKeystroke(b *testing.B) {
	e := bundled(b)
	x := New(e)
	titles := make([]string, len(x.docs))
	for i := range x.docs {
		titles[i] = x.docs[i].title
	}
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		found(x, keystrokes[i%len(keystrokes)], 20)
	}
	ours := b.Elapsed()
	b.StopTimer()
	start := time.Now()
	for i := range b.N {
		fuzzy.Find(keystrokes[i%len(keystrokes)], titles)
	}
	b.ReportMetric(float64(ours)/float64(time.Since(start)), "x-plain-fuzzy")
	b.ReportMetric(float64(len(titles)), "records")
}

func BenchmarkNew(b *testing.B) {
	e := bundled(b)
	b.ReportAllocs()
	for b.Loop() {
		New(e)
	}
}
