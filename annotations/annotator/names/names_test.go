package names

import (
	"context"
	"path/filepath"
	"runtime"
	"testing"

	"sidelight/annotations/annotator/found"
	"sidelight/annotations/annotator/names/gold"
	"sidelight/annotations/annotator/names/tagger"
)

func read(t testing.TB, file string) []gold.Document {
	t.Helper()
	docs, err := gold.Read(filepath.Join("testdata", file))
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

func find(t testing.TB, d *found.Doc) []found.Name {
	t.Helper()
	names, err := Find(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// Exact span and kind, on texts that were not learnt from.
func TestFindsNames(t *testing.T) {
	for _, c := range []struct {
		file     string
		all, org float64
	}{
		{"test_wikigold.jsonl.gz", 75, 56},
		{"test_uner_pud.jsonl.gz", 74, 54},
	} {
		docs, scores := read(t, c.file), gold.Scores{}
		for i := range docs {
			scores.Compare(&docs[i], gold.Found(find(t, docs[i].Divide())))
		}
		all, org := scores["ALL"].F1(), scores["ORG"].F1()
		t.Logf("%s: F1 %.1f, organisations %.1f", c.file, all, org)
		if all < c.all || org < c.org {
			t.Errorf("%s: F1 %.1f, want %.1f; organisations %.1f, want %.1f", c.file, all, c.all, org, c.org)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	var docs []*found.Doc
	words := 0
	for _, d := range read(b, "test_wikigold.jsonl.gz") {
		docs = append(docs, d.Divide())
		words += len(docs[len(docs)-1].Tokens)
	}
	find(b, docs[0])
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			find(b, d)
		}
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkLoad is what the first use costs: time, and the memory that stays.
func BenchmarkLoad(b *testing.B) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	var m *tagger.Model
	for b.Loop() {
		var err error
		if m, err = tagger.Decode(bytes); err != nil {
			b.Fatal(err)
		}
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(int64(after.HeapAlloc)-int64(before.HeapAlloc))/1e6, "MB")
	b.ReportMetric(float64(len(bytes))/1e6, "MB-embedded")
	runtime.KeepAlive(m)
}
