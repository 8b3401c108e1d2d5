package annotations

import (
	"slices"
	"testing"
)

// A passage that only touches a span has no byte in common with it: the voice of
// one sentence is not that of the next.
func TestPassagesInLeavesOutTheNeighbours(t *testing.T) {
	const text = "One. Two. Six."
	c := Content{Title: "Three voices", Article: article(t, text), Entities: []Entity{{ID: "a", Kind: Person, Name: "A"}}}
	first, second, third := Span{0, 5}, Span{5, 10}, Span{10, 14} // each begins where the one before ends
	c.Passages = []Passage{{Span: first, Voice: OnRecord}, {Span: second, Voice: Inference}, {Span: third, Voice: Unnamed}}
	e, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range []struct {
		in   Span
		want []Span
	}{
		{first, []Span{first}},
		{second, []Span{second}},
		{third, []Span{third}},
		{Span{4, 5}, []Span{first}},
		{Span{5, 6}, []Span{second}},
		{Span{4, 6}, []Span{first, second}},
		{Span{4, 11}, []Span{first, second, third}},
		{Span{0, 14}, []Span{first, second, third}},
	} {
		var got []Span
		for p := range e.PassagesIn(q.in) {
			got = append(got, p.Span)
		}
		if !slices.Equal(got, q.want) {
			t.Errorf("in %v are the passages %v, want %v", q.in, got, q.want)
		}
	}
	if p, ok := e.VoiceOf(second); !ok || p.Voice != Inference {
		t.Errorf("the voice of the second sentence is %v, %v", p.Voice, ok)
	}
}
