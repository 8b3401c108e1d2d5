package search

import (
	"context"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"
	"unsafe"

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
		"a mark less": {annotations.RemoveMention(first.ID()), [...]bool{cards: false, passages: true, remarks: true}},
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

// Other voices leave the words of the sentences as they are indexed, and each sentence
// rests on the word that it rests on in an index made anew.
func TestReviseVoices(t *testing.T) {
	e := sample(t)
	for name, edit := range map[string]annotations.Edit{
		"none":  func(c *annotations.Content) { c.Passages = nil },
		"fewer": func(c *annotations.Content) { c.Passages = c.Passages[:len(c.Passages)/2] },
	} {
		other, err := e.With(edit)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range [][2]*annotations.Edition{{e, other}, {other, e}} {
			x := New(c[0])
			revised, err := x.Revise(context.Background(), c[1])
			if err != nil {
				t.Fatal(err)
			}
			old, got, want := x.parts[passages], revised.parts[passages], New(c[1]).parts[passages]
			if unsafe.StringData(got.text) != unsafe.StringData(old.text) {
				t.Errorf("%s: the words are folded again", name)
			}
			for i := range want.len() {
				a, b := got.doc(i), want.doc(i)
				if got.by(&a) != want.by(&b) || a.voice != b.voice || got.sentences.span(i) != e.Article().SentenceAt(int(b.start)).Span {
					t.Errorf("%s: sentence %d rests on %q, %v, anew on %q, %v", name, i, got.by(&a), a.voice, want.by(&b), b.voice)
				}
			}
		}
	}
}

// countdown is a context that ends at a call of its Err.
type countdown struct {
	context.Context
	calls int // of Err, until the context ends
}

func (c *countdown) Err() error {
	if c.calls--; c.calls < 0 {
		return context.Canceled
	}
	return nil
}

// Indexing ends soon after its context does, wherever that is: it asks before each
// sentence of the article.
func TestIndexingEndsWithItsContext(t *testing.T) {
	const sentences, plenty = 500, 1 << 20
	a, err := annotations.NewArticle("long.txt", strings.Repeat("It rains in the harbour.\n", sentences))
	if err != nil {
		t.Fatal(err)
	}
	e, err := annotations.New(annotations.Content{Article: a})
	if err != nil {
		t.Fatal(err)
	}
	old := New(sample(t))
	for name, index := range map[string]func(context.Context) (*Index, error){
		"anew":    func(ctx context.Context) (*Index, error) { return Build(ctx, e) },
		"revised": func(ctx context.Context) (*Index, error) { return old.Revise(ctx, e) },
	} {
		whole := &countdown{context.Background(), plenty}
		if _, err := index(whole); err != nil {
			t.Fatal(err)
		}
		asks := plenty - whole.calls
		if asks < sentences {
			t.Errorf("%s: %d sentences are indexed between %d looks", name, sentences, asks)
		}
		for calls := 0; calls < asks; calls += 7 {
			c := &countdown{context.Background(), calls}
			if x, err := index(c); x != nil || !errors.Is(err, context.Canceled) {
				t.Errorf("%s: a context that ended at its call %d gives an index: %v, and the error %v", name, calls, x != nil, err)
			}
			if c.calls < -2 {
				t.Errorf("%s: a context that ended at its call %d is asked %d times more", name, calls, -c.calls-1)
			}
		}
	}
}
