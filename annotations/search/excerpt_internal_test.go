package search

import (
	"context"
	"math/rand/v2"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/fuzzed"
)

// The start of an excerpt is where counting from each match finds the most.
func TestDensest(t *testing.T) {
	random := rand.New(rand.NewPCG(6, 1))
	for range 500 {
		var matches []annotations.Span
		for at := 0; len(matches) < random.IntN(60); {
			at += 1 + random.IntN(60)
			end := at + 1 + random.IntN(200)
			if random.IntN(4) > 0 {
				end = at + 1 + random.IntN(6)
			}
			matches = append(matches, annotations.Span{Start: at, End: end})
			at = end
		}
		best, want := 0, 0
		for i, m := range matches {
			n := 0
			for _, o := range matches[i:] {
				if o.End <= m.Start+excerptLength-excerptBefore {
					n++
				}
			}
			if n > best {
				best, want = n, m.Start
			}
		}
		if got := densest(matches); got != want {
			t.Fatalf("it begins at %d, want %d, of %v", got, want, matches)
		}
	}
}

// A sentence of a megabyte that holds the word a hundred thousand times is answered
// within a second.
func TestSearchInOneLongSentence(t *testing.T) {
	a, err := annotations.NewArticle("a.txt", strings.Repeat("word and ", 1<<20/9))
	if err != nil {
		t.Fatal(err)
	}
	e, err := annotations.New(annotations.Content{Title: "Words", Article: a})
	if err != nil {
		t.Fatal(err)
	}
	x := New(e)
	fuzzed.Within(t, func() {
		for _, query := range []string{"word", "word and", `"and word"`} {
			answer, err := x.Find(context.Background(), query, 0)
			if err != nil || answer.Total == 0 {
				t.Fatalf("%q finds %d (%v)", query, answer.Total, err)
			}
		}
	})
}
