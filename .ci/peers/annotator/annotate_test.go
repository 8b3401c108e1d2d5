// Package peers measures the annotator beside a library that finds names too.
package peers

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/jdkato/prose/v2"

	"sidelight/annotations"
	"sidelight/annotations/annotator"
	"sidelight/annotations/text"
)

// articles are those of the annotator's own tests, ten times one after the other: prose
// reads its model anew for each document, so there is one.
func articles(b *testing.B) string {
	b.Helper()
	files, err := filepath.Glob("../../../annotations/annotator/testdata/kinds/*.txt")
	if err != nil || len(files) == 0 {
		b.Fatal("there are no texts", err)
	}
	var all strings.Builder
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		all.Write(data)
	}
	return strings.Repeat(all.String(), 10)
}

// BenchmarkAnnotate runs both over the same articles, in turns, and reports words a
// second of each, and their ratio. Sidelight runs all its stages,
// prose its tokens, tags and names.
func BenchmarkAnnotate(b *testing.B) {
	all := articles(b)
	words := text.Count(all)
	ours(b, all) // loads the model
	var own, peer time.Duration
	for b.Loop() {
		began := time.Now()
		ours(b, all)
		own += time.Since(began)
		began = time.Now()
		theirs(b, all)
		peer += time.Since(began)
	}
	rate := func(d time.Duration) float64 { return float64(words*b.N) / d.Seconds() }
	b.ReportMetric(rate(own), "words/s")
	b.ReportMetric(rate(peer), "prose-words/s")
	b.ReportMetric(rate(own)/rate(peer), "times")
}

func ours(b *testing.B, s string) {
	a, err := annotations.NewArticle("article.txt", s)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := annotator.Annotate(b.Context(), a, annotator.Options{}); err != nil {
		b.Fatal(err)
	}
}

func theirs(b *testing.B, s string) {
	d, err := prose.NewDocument(strings.TrimSpace(s))
	if err != nil {
		b.Fatal(err)
	}
	d.Entities()
}
