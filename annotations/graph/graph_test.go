package graph_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/edition"
	"sidelight/annotations/figure"
	"sidelight/annotations/graph"
	"sidelight/assets"
)

// measure is about what the fonts of the design measure.
func measure(f figure.Font, words string) float32 {
	size := map[figure.Font]float32{figure.Tab: 13, figure.Name: 18, figure.Meta: 12, figure.Small: 11}[f]
	w := float32(0)
	for _, r := range words {
		switch {
		case strings.ContainsRune("iljtfI.,:'’ -–()", r):
			w += 0.31
		case strings.ContainsRune("mwMW—", r):
			w += 0.86
		case r >= 'A' && r <= 'Z':
			w += 0.68
		default:
			w += 0.57
		}
	}
	return float32(int(w*size*64)) / 64
}

func words() graph.Words {
	return graph.Words{
		Name:   func(x *annotations.Entity) string { return x.Name },
		Full:   func(x *annotations.Entity) string { return x.Name },
		Node:   func(x *annotations.Entity, n int) string { return fmt.Sprintf("%s, %s, %d", x.Name, x.Kind, n) },
		Line:   func(r *annotations.Relation, v annotations.Voice) string { return r.Label + " " + v.String() },
		Voice:  func(v annotations.Voice) string { return v.String() },
		Legend: "The line shows who says so:", Title: "Network", Apart: "Not connected",
		Description: func(n int) string { return fmt.Sprint(n, " connections") },
	}
}

func sample(t testing.TB) *annotations.Edition {
	t.Helper()
	e, err := edition.Load(t.Context(), assets.Edition())
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func settle(t testing.TB, a graph.Ask) *graph.Plan {
	t.Helper()
	if a.Measure == nil {
		a.Measure = measure
	}
	a.Words = words()
	p, err := graph.Settle(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// made is an edition with so many entities and relations. Some entities have far more
// relations than others, as in articles.
func made(t testing.TB, r *rand.Rand, entities, relations int) *annotations.Edition {
	t.Helper()
	syllables := []string{"al", "Ber", "co", "Dun", "es", "fi", "Gor", "hal", "Ist", "ka", "lem", "Mos", "nor"}
	word := func(n int) string {
		s := ""
		for range 1 + r.IntN(n) {
			s += syllables[r.IntN(len(syllables))]
		}
		return s
	}
	article, err := annotations.NewArticle("made", strings.Repeat("One says what another one did. ", 40))
	if err != nil {
		t.Fatal(err)
	}
	c := annotations.Content{Article: article}
	for i := range entities {
		name := word(4)
		for range r.IntN(5) {
			name += " " + word(4)
		}
		c.Entities = append(c.Entities, annotations.Entity{
			ID: annotations.EntityID(fmt.Sprintf("e%d", i)), Kind: annotations.Kind(1 + r.IntN(8)), Name: name,
		})
	}
	end := func() annotations.EntityID {
		return c.Entities[min(r.IntN(entities), r.IntN(entities), r.IntN(entities))].ID
	}
	for i := range relations {
		x := annotations.Relation{ID: fmt.Sprintf("r%d", i), From: end(), To: end(), Label: word(3) + " " + word(2), Inverse: word(3) + " by"}
		at := 31 * r.IntN(39)
		x.Evidence = []annotations.Span{{Start: at, End: at + 8}}
		c.Relations = append(c.Relations, x)
	}
	for i := range 20 {
		c.Passages = append(c.Passages, annotations.Passage{
			Span: annotations.Span{Start: 62 * i, End: 62*i + 40}, Voice: annotations.Voices()[i%5], Name: "N",
			Anonymity: map[bool]annotations.Anonymity{true: annotations.Unsaid}[annotations.Voices()[i%5] == annotations.Unnamed],
		})
	}
	e, err := annotations.New(c)
	if err != nil {
		t.Fatal(err)
	}
	return e
}
