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

// texts are the articles of the annotator's own tests.
func texts(b *testing.B) []string {
	b.Helper()
	files, err := filepath.Glob("../../annotations/annotator/testdata/kinds/*.txt")
	if err != nil || len(files) == 0 {
		b.Fatal("there are no texts", err)
	}
	var all []string
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		all = append(all, string(data))
	}
	return all
}

// BenchmarkAnnotate runs both over the same articles, in turns, and reports words a
// second of processor time of each, and their ratio. Sidelight runs all its stages,
// prose its tokens, tags and names.
func BenchmarkAnnotate(b *testing.B) {
	all := texts(b)
	words := 0
	for _, s := range all {
		words += text.Count(s)
		ours(b, s) // loads the model
	}
	var own, peer time.Duration
	for b.Loop() {
		for _, s := range all {
			began := time.Now()
			ours(b, s)
			own += time.Since(began)
			began = time.Now()
			theirs(b, s)
			peer += time.Since(began)
		}
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
