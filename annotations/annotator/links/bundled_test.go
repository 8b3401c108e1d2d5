package links_test

import (
	"slices"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
	"sidelight/annotations/annotator/links"
	"sidelight/annotations/edition"
	"sidelight/assets"
)

// The names of the bundled edition are linked as the people linked them who marked it.
func TestBundledArticle(t *testing.T) {
	e, err := edition.Load(t.Context(), assets.Edition())
	if err != nil {
		t.Fatal(err)
	}
	d, err := found.Divide(t.Context(), e.Article())
	if err != nil {
		t.Fatal(err)
	}
	var names []found.Name
	var of []annotations.EntityID
	peoples := []string{"American", "Israeli", "Palestinian", "Egyptian", "Qatari", "Thai"}
	for _, m := range e.Mentions() {
		x, _ := e.Entity(m.Entity)
		begin, _ := e.InnermostAt(m.Start)
		end, _ := e.InnermostAt(m.End - 1)
		if !m.Form.Names() || x.Kind > annotations.Place || begin.ID() != m.ID() || end.ID() != m.ID() {
			continue
		}
		n := found.Name{Span: m.Span, First: d.TokenFrom(m.Start), Last: d.TokenFrom(m.End-1) + 1, Kind: x.Kind, Score: 1}
		if slices.Contains(peoples, e.Article().Slice(m.Span)) {
			n.Kind = found.Misc
		}
		names, of = append(names, n), append(of, m.Entity)
	}
	if len(names) < 60 {
		t.Fatalf("only %d names", len(names))
	}
	c, err := links.Resolve(t.Context(), d, names, nil)
	if err != nil {
		t.Fatal(err)
	}
	got := linked(c, names)
	for i := range names {
		for j := range i {
			if (got[i] == got[j]) != (of[i] == of[j]) {
				t.Errorf("%q and %q: together %v, in the edition %v", e.Article().Slice(names[i].Span), e.Article().Slice(names[j].Span), got[i] == got[j], of[i] == of[j])
			}
		}
	}
}
