package names

import (
	"context"
	"regexp"
	"slices"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
	"sidelight/annotations/annotator/names/gold"
	"sidelight/annotations/annotator/names/tagger"
	"sidelight/annotations/edition"
	"sidelight/assets"
)

// What people have marked in the article that comes with the program is found by how it
// stands in the sentences: all names of the edition but nationalities, which are
// words of grammar, are taken out of the lists first.
func TestBundledArticleWithItsNamesInNoList(t *testing.T) {
	e, err := edition.Load(t.Context(), assets.Edition())
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, x := range e.Entities() {
		names = append(append(names, x.Name), x.Aliases...)
	}
	for _, m := range e.Mentions() {
		names = append(names, e.Article().Slice(m.Span))
	}
	names = slices.DeleteFunc(names, tagger.Nationality)
	m, err := load()
	if err != nil {
		t.Fatal(err)
	}
	d, err := found.Divide(context.Background(), e.Article())
	if err != nil {
		t.Fatal(err)
	}
	all, err := m.Without(names).Find(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	want, got := marks(e), map[gold.Name]bool{}
	for _, n := range gold.Found(all) {
		got[gold.Trim(d.Text, n)] = true
	}
	missed, wrong := 0, 0
	for n := range want {
		if !got[n] {
			missed++
			t.Logf("missed, at %d: %s %q", n.Start, n.Kind, d.Text[n.Start:n.End])
		}
	}
	for n := range got {
		if !want[n] && n.Kind != "MISC" {
			wrong++
			t.Logf("not in the edition, at %d: %s %q", n.Start, n.Kind, d.Text[n.Start:n.End])
		}
	}
	t.Logf("%d of %d found, %d wrong", len(want)-missed, len(want), wrong)
	if 20*missed > len(want) || wrong > 3 {
		t.Errorf("%d of %d are missed and %d wrong, want 5 %% and 3 at most", missed, len(want), wrong)
	}
}

var lower = regexp.MustCompile(`\b[a-z]{2,}`)

// marks are the names of persons, organisations and places of an edition, without
// nationalities, which are another kind of name here, and without descriptions, which
// have a word in lower case.
func marks(e *annotations.Edition) map[gold.Name]bool {
	all := map[gold.Name]bool{}
	for _, m := range e.Mentions() {
		x, _ := e.Entity(m.Entity)
		text := e.Article().Slice(m.Span)
		if k := gold.Short(x.Kind); m.Form.Names() && k != "MISC" && !tagger.Nationality(text) && !lower.MatchString(text) {
			all[gold.Trim(e.Article().Text, gold.Name{Span: m.Span, Kind: k})] = true
		}
	}
	return all
}
