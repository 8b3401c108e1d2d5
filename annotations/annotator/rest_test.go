package annotator_test

import (
	"context"
	"reflect"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/annotator"
)

// What an edition leaves out of what was found is, with the edition, all that was found,
// in its order: whatever score was asked for, and of an edition with other things in it.
func TestRestIsWhatIsLeftOut(t *testing.T) {
	a := kinds(t, 1)
	whole, err := annotator.Annotate(context.Background(), a, annotator.Options{})
	if err != nil {
		t.Fatal(err)
	}
	all, err := annotations.New(whole)
	if err != nil {
		t.Fatal(err)
	}
	for _, least := range []float32{0, 0.6, annotations.Sure, 0.9, 2} {
		shown, err := annotator.Thin(all, least)
		if err != nil {
			t.Fatal(err)
		}
		if left := len(all.Mentions()) - len(shown.Mentions()); left == 0 && least > 0 {
			t.Fatalf("nothing is left out at %g", least)
		}
		same(t, annotations.RestOf(shown, all.Content()).Whole(), all.Content())
		same(t, annotations.RestOf(all, shown.Content()).Whole(), shown.Content())
	}
	empty, err := annotations.New(annotations.Content{Article: a})
	if err != nil {
		t.Fatal(err)
	}
	same(t, annotations.RestOf(empty, all.Content()).Whole(), all.Content())
	same(t, annotations.RestOf(all, empty.Content()).Whole(), empty.Content())
}

func same(t *testing.T, got, want annotations.Content) {
	t.Helper()
	for name, x := range map[string][2]any{
		"mentions": {got.Mentions, want.Mentions}, "entities": {got.Entities, want.Entities},
		"passages": {got.Passages, want.Passages}, "facts": {got.Facts, want.Facts}, "relations": {got.Relations, want.Relations},
	} {
		a, b := reflect.ValueOf(x[0]), reflect.ValueOf(x[1])
		if a.Len() != b.Len() || a.Len() > 0 && !reflect.DeepEqual(x[0], x[1]) {
			t.Errorf("%d %s are others than the %d there were", a.Len(), name, b.Len())
		}
	}
	if got.Article != want.Article || got.Language != want.Language {
		t.Error("the article or its language is another")
	}
}
