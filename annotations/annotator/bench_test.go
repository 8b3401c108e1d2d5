package annotator_test

import (
	"context"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/annotator"
	"sidelight/annotations/text"
)

// kinds is an article of many: those of all kinds, one after the other.
func kinds(b testing.TB, times int) *annotations.Article {
	b.Helper()
	files, err := filepath.Glob("testdata/kinds/*.txt")
	if err != nil || len(files) == 0 {
		b.Fatal("there are no articles", err)
	}
	var all strings.Builder
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		all.Write(data)
	}
	a, err := annotations.NewArticle("kinds.txt", strings.Repeat(all.String(), times))
	if err != nil {
		b.Fatal(err)
	}
	return a
}

// BenchmarkAnnotate annotates articles of one, of ten and of a hundred lengths; words a
// second should not differ, since the work grows with the text. Heap/text is how much the
// marks take in memory afterwards, for each byte of the text.
func BenchmarkAnnotate(b *testing.B) {
	for _, c := range []struct {
		name  string
		times int
	}{{"2000Words", 1}, {"20000Words", 10}, {"200000Words", 100}} {
		b.Run(c.name, func(b *testing.B) {
			a := kinds(b, c.times)
			annotate(b, a)
			before := heap()
			found, err := annotator.Annotate(context.Background(), a, annotator.Options{})
			if err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(float64(heap()-before)/float64(len(a.Text)), "heap/text")
			runtime.KeepAlive(found)
		})
	}
}

// BenchmarkSample annotates the article that comes with the program.
func BenchmarkSample(b *testing.B) { annotate(b, bundled(b).Article()) }

func annotate(b *testing.B, a *annotations.Article) {
	b.Helper()
	run := func() {
		if _, err := annotator.Annotate(context.Background(), a, annotator.Options{}); err != nil {
			b.Fatal(err)
		}
	}
	run() // the model is loaded
	for b.Loop() {
		run()
	}
	b.ReportMetric(float64(text.Count(a.Text)*b.N)/b.Elapsed().Seconds(), "words/s")
}

// heap is how many bytes of memory are in use.
func heap() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC() // what the first has only found to be free
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc) //nolint:gosec // far less than the largest
}
