package annotations

import (
	"slices"
	"testing"
)

func TestAVoiceAndWhatItSays(t *testing.T) {
	c := Content{Title: "Two voices", Article: article(t, "One. Two. Six. Ten."), Entities: []Entity{{ID: "a", Kind: Person, Name: "A"}}}
	one, two, six, ten := Span{0, 4}, Span{5, 9}, Span{10, 14}, Span{15, 19}
	c.Passages = []Passage{{Span: one, Voice: Unnamed}, {Span: two, Voice: Inference}, {Span: six, Voice: Unnamed}, {Span: ten, Voice: Unnamed}}
	c.Facts = []Fact{
		{ID: "f1", About: []EntityID{"a"}, State: InArticle, Text: "one", Evidence: []Span{one, two}},
		{ID: "f2", About: []EntityID{"a"}, State: InArticle, Text: "two", Evidence: []Span{two, ten}},
		{ID: "f3", About: []EntityID{"a"}, State: InArticle, Text: "six", Evidence: []Span{{9, 14}}}, // mostly of the third
	}
	e, err := New(c)
	if err != nil {
		t.Fatal(err)
	}
	for v, want := range map[Voice][]Span{Unnamed: {one, six, ten}, Inference: {two}, OnRecord: nil} {
		var got []Span
		for _, p := range e.Said(v) {
			got = append(got, p.Span)
		}
		if !slices.Equal(got, want) || e.Speaks(v) != (len(want) > 0) {
			t.Errorf("%v says %v, want %v; it speaks: %v", v, got, want, e.Speaks(v))
		}
	}
	for _, c := range []struct {
		from  Span
		delta int
		want  Span
	}{
		{Span{}, 1, one}, {Span{}, -1, ten}, {one, 1, six}, {ten, 1, one}, {one, -1, ten}, {six, 2, one},
	} {
		if p, ok := e.StepSaid(Unnamed, c.from, c.delta); !ok || p.Span != c.want {
			t.Errorf("%d from %v is %v, want %v", c.delta, c.from, p.Span, c.want)
		}
	}
	if _, ok := e.StepSaid(Official, Span{}, 1); ok {
		t.Error("there is a way through what no one says")
	}
	for v, want := range map[Voice][]FactID{Unnamed: {"f1", "f3"}, Inference: {"f2"}, Official: nil} {
		var got []FactID
		for _, f := range e.Claims(v) {
			got = append(got, f.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%v claims %v, want %v", v, got, want)
		}
	}
}
