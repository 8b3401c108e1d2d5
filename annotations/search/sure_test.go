package search

import (
	"context"
	"slices"
	"testing"
)

// TestSkippedRecordsAreNoneOfTheBest grades all candidates one by one, without taking
// any for certain, and compares what is kept of them and how many answer.
func TestSkippedRecordsAreNoneOfTheBest(t *testing.T) {
	g := newGenerator()
	records := g.records(20_000)
	keys := g.typing(records, 60)
	x := New(sample(t), records...)
	for _, k := range append(keys, `kind:person`, `is:fact`, `"the a"`, `>`, "a b a", "12 12", "two", "by:unnamed re") {
		for _, only := range []Group{0, Names, Facts} {
			x.compare(t, k, only)
		}
	}
}

func (x *Index) compare(t *testing.T, typed string, only Group) {
	t.Helper()
	for _, b := range []boldness{timid, daring} {
		q := x.understand(parse(typed), b)
		if len(q.terms) == 0 && !q.lists() {
			continue
		}
		got, err := x.search(context.Background(), &q, only)
		if err != nil {
			t.Fatal(err)
		}
		s := seeker{x, &q, x.candidates(context.Background(), &q), only}
		s.sure, s.loose = newBitset(x.places), x.everything()
		want := &heaps{}
		if err := s.seek(context.Background(), 0, x.places, want); err != nil {
			t.Fatal(err)
		}
		for g := range want {
			got[g].cut()
			want[g].cut()
			if got[g].total != want[g].total || !slices.Equal(got[g].best, want[g].best) {
				t.Errorf("%q in group %d only, at boldness %d: group %d has %d answers, of which the best are not the same as of the %d there are",
					typed, only, b, g, got[g].total, want[g].total)
			}
		}
	}
}
