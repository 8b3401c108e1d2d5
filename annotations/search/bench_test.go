package search

import (
	"context"
	"runtime"
	"slices"
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
	x := New(bundled(b))
	titles := make([]string, x.places)
	for i := range titles {
		titles[i] = resultAt(x, i).Title
	}
	b.ReportAllocs()
	b.ResetTimer()
	for i := range b.N {
		found(x, keystrokes[i%len(keystrokes)], 0)
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

// BenchmarkQueries asks the tables of testdata. It reports for each how many
// queries find first what they ought to, how many in the first three, and for how
// many of nonsense something is found; and the same of sahilm/fuzzy over all titles
// and aliases.
func BenchmarkQueries(b *testing.B) {
	x := New(bundled(b))
	for _, t := range []struct{ name, table string }{{"written", queriesFile}, {"usual", usualFile}} {
		b.Run(t.name, func(b *testing.B) {
			table := queries(b, t.table)
			var ours marking
			for b.Loop() {
				ours = mark(table, func(q string) []string { return ids(found(x, q, 0)) })
			}
			ours.report(b, "")
			plain := mark(table, plainly(x))
			plain.report(b, "-plain-fuzzy")
		})
	}
}

func (m marking) report(b *testing.B, unit string) {
	b.ReportMetric(100*float64(m.first)/float64(m.asked), "%first"+unit)
	b.ReportMetric(100*float64(m.three)/float64(m.asked), "%three"+unit)
	b.ReportMetric(100*float64(m.noise)/float64(m.nonsense), "%noise"+unit)
}

// plainly finds with nothing but sahilm/fuzzy.
func plainly(x *Index) func(query string) []string {
	var names, of []string
	for i := range x.places {
		segment, d := x.at(i)
		r := segment.result(&d)
		names, of = append(names, r.Title), append(of, r.ID)
		for _, a := range segment.aliasesOf(&d) {
			if a.how != Initials {
				names, of = append(names, a.text), append(of, r.ID)
			}
		}
	}
	return func(query string) []string {
		var out []string
		for _, m := range fuzzy.Find(query, names) {
			if id := of[m.Index]; !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
		return out
	}
}

// BenchmarkScale types queries into 100,000 records. Besides the time of all
// keystrokes of all queries it reports that of one, the median and the longest
// but for one in a hundred, and how many of a hundred take longer than 5 ms; the
// same of the last search alone, and for how many keystrokes it runs; how long the
// index takes to build and how much it keeps; and the proportion to a pass of
// sahilm/fuzzy over the titles alone.
func BenchmarkScale(b *testing.B) {
	g := newGenerator()
	records := g.records(100_000)
	keys := g.typing(records, 150)
	e := sample(b)

	before := heapInUse()
	start := time.Now()
	x := New(e, records...)
	built := time.Since(start)
	kept := heapInUse() - before

	var times []time.Duration
	var sum time.Duration
	for b.Loop() {
		for _, k := range keys {
			start := time.Now()
			if _, err := x.Find(context.Background(), k, 0); err != nil {
				b.Fatal(err)
			}
			t := time.Since(start)
			times, sum = append(times, t), sum+t
		}
	}
	slices.Sort(times)
	b.ReportMetric(milliseconds(times[len(times)/2]), "ms/key-p50")
	b.ReportMetric(milliseconds(times[len(times)*99/100]), "ms/key-p99")
	b.ReportMetric(milliseconds(times[len(times)-1]), "ms/key-max")
	quick, _ := slices.BinarySearch(times, 5*time.Millisecond)
	b.ReportMetric(100*float64(len(times)-quick)/float64(len(times)), "%over-5ms")
	last := x.lastSearch(keys)
	b.ReportMetric(milliseconds(last[len(last)*99/100]), "ms/last-search-p99")
	b.ReportMetric(100*float64(len(last))/float64(len(keys)), "%last-search")
	b.ReportMetric(milliseconds(built), "ms/build")
	b.ReportMetric(float64(kept)/(1<<20), "MB")

	titles := make([]string, len(records))
	for i := range records {
		titles[i] = records[i].Title
	}
	start = time.Now()
	n := 0
	for i := 0; i < len(keys); i += len(keys)/24 + 1 {
		fuzzy.Find(keys[i], titles)
		n++
	}
	plain := time.Since(start) / time.Duration(n)
	b.ReportMetric(milliseconds(plain), "ms/key-plain-fuzzy")
	b.ReportMetric(float64(sum)/float64(len(times))/float64(plain), "x-plain-fuzzy")
	runtime.KeepAlive(x)
}

// lastSearch returns how long the search takes that leaves words out, for each of
// the keystrokes after which it runs, the shortest first.
func (x *Index) lastSearch(keys []string) []time.Duration {
	var out []time.Duration
	for _, k := range keys {
		r := parse(k)
		var sections []Section
		for _, b := range []boldness{timid, daring} {
			if q := x.understand(r, b); len(sections) == 0 {
				hits, _ := x.search(context.Background(), &q, 0)
				sections = x.sections(&q, hits)
			}
		}
		if wants(sections) == enough {
			continue
		}
		start := time.Now()
		_, _ = x.nearby(context.Background(), r, 0, sections)
		out = append(out, time.Since(start))
	}
	slices.Sort(out)
	return out
}

func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// heapInUse is the number of bytes that are in use after a collection.
func heapInUse() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
