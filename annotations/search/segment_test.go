package search

import (
	"context"
	"math/rand/v2"
	"testing"

	"sidelight/annotations"
)

// However records are divided into segments, a query finds the same.
func TestSegmentsChangeNothing(t *testing.T) {
	g := newGenerator()
	records := g.records(3_000)
	for i, s := range []string{"Kalte Füße.", "船が雨の朝に出た。", "The Müller house"} {
		records = append(records, Record{Type: Passage, ID: string(rune('a' + i)), Title: s})
	}
	e := sample(t)
	whole := New(e, records...)
	random := rand.New(rand.NewPCG(1, 2))
	var divided []*Index
	for range 3 {
		x := New(e)
		for rest := records; len(rest) > 0; {
			n := min(1+random.IntN(900), len(rest))
			x, rest = x.With(NewSegment(rest[:n]...)), rest[n:]
		}
		divided = append(divided, x)
	}
	queries := append(g.typing(records, 40), "hamas", "isreal", "netnyahu", "us", "2000", "whitehouse", "of the", "kind:person",
		"by:leavitt", "is:fact 12", "is:source", "hamass talks", "fuesse", "雨の", "muel", "mueller huose", "fus", "cease fire")
	for _, query := range queries {
		for _, only := range []Group{0, Facts} {
			want, err := whole.Find(context.Background(), query, only)
			if err != nil {
				t.Fatal(err)
			}
			for _, x := range divided {
				got, err := x.Find(context.Background(), query, only)
				if err != nil {
					t.Fatal(err)
				}
				if a, b := outline(got.Sections), outline(want.Sections); a != b || got.Total != want.Total {
					t.Fatalf("%q over %d segments finds\n%s\nover %d\n%s", query, len(x.parts), a, len(whole.parts), b)
				}
			}
		}
	}
}

// The index of the next revision of an edition keeps what did not change, and
// finds what an index made anew finds.
func TestRevise(t *testing.T) {
	e := sample(t)
	x := New(e, Record{Type: Command, ID: "quit", Title: "Quit"})
	first := e.Mentions()[0]
	for name, c := range map[string]struct {
		edit annotations.Edit
		kept [segmentsOfEdition]bool
	}{
		"a mark less": {annotations.RemoveMention(first.ID), [...]bool{cards: false, passages: true, remarks: true}},
		"a card more": {annotations.AddEntity(annotations.Entity{ID: "doha", Kind: annotations.Place, Name: "Doha"}), [...]bool{remarks: false}},
		"nothing":     {func(*annotations.Content) {}, [...]bool{cards: true, passages: true, remarks: true}},
	} {
		next, err := e.With(c.edit)
		if err != nil {
			t.Fatal(err)
		}
		revised, err := x.Revise(context.Background(), next)
		if err != nil {
			t.Fatal(err)
		}
		anew := New(next, Record{Type: Command, ID: "quit", Title: "Quit"})
		for i, kept := range c.kept {
			if (revised.parts[i].Segment == x.parts[i].Segment) != kept {
				t.Errorf("%s: segment %d is kept: %v", name, i, !kept)
			}
		}
		for _, query := range []string{"white house", "hamas", "doha", "quit", "boehler", "is:note"} {
			a, _ := revised.Find(context.Background(), query, 0)
			b, _ := anew.Find(context.Background(), query, 0)
			if outline(a.Sections) != outline(b.Sections) {
				t.Errorf("%s: %q finds\n%s\nmade anew\n%s", name, query, outline(a.Sections), outline(b.Sections))
			}
		}
	}
}
