package annotator_test

import (
	"slices"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/annotator"
	"sidelight/annotations/edition"
	"sidelight/assets"
)

// bundled returns the edition that comes with the program, which people have marked.
func bundled(t testing.TB) *annotations.Edition {
	t.Helper()
	e, err := edition.Load(t.Context(), assets.Edition())
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// marked returns what the program finds in the article of the bundled edition.
func marked(t testing.TB, gold *annotations.Edition) *annotations.Edition {
	t.Helper()
	c, err := annotator.Annotate(t.Context(), gold.Article(), annotator.Options{Published: gold.Published()})
	if err != nil {
		t.Fatal(err)
	}
	e, err := annotations.New(c)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// core is a mention's words without what annotators agree least about: an article or a
// title before a name, a possessive behind it.
func core(a *annotations.Article, s annotations.Span) annotations.Span {
	words := a.Slice(s)
	for _, before := range []string{"the ", "The ", "Mr. ", "Ms. ", "President ", "Prime Minister "} {
		if strings.HasPrefix(words, before) {
			s.Start += len(before)
			words = words[len(before):]
		}
	}
	for _, after := range []string{"’s", "'s"} {
		if strings.HasSuffix(words, after) {
			s.End -= len(after)
		}
	}
	return s
}

type spot struct {
	annotations.Span
	kind annotations.Kind
}

// spots are the mentions of some kinds by name or alias, and by description where that
// is asked for.
func spots(e *annotations.Edition, described bool, kinds ...annotations.Kind) map[spot]bool {
	out := make(map[spot]bool)
	for _, m := range e.Mentions() {
		x, _ := e.Entity(m.Entity)
		if (m.Form.Names() || described && m.Form == annotations.Description) && slices.Contains(kinds, x.Kind) {
			out[spot{core(e.Article(), m.Span), x.Kind}] = true
		}
	}
	return out
}

func TestBundledArticleHasItsNames(t *testing.T) {
	gold := bundled(t)
	e := marked(t, gold)
	all := []annotations.Kind{annotations.Person, annotations.Organisation, annotations.Place}
	want := spots(gold, false, all...)
	missed := without(t, "missed", gold.Article(), want, spots(e, true, all...))
	wrong := without(t, "not in the edition", gold.Article(), spots(e, false, all...), spots(gold, true, all...))
	if share := 1 - float64(missed)/float64(len(want)); share < .95 {
		t.Errorf("%.1f %% of the edition's %d names are found, want 95", 100*share, len(want))
	}
	if wrong > 3 {
		t.Errorf("%d names are none of the edition's, want 3 at most", wrong)
	}
}

// without logs the spots of one edition that another has not, and counts them.
func without(t *testing.T, what string, a *annotations.Article, these, others map[spot]bool) (n int) {
	t.Helper()
	for s := range these {
		if !others[s] {
			n++
			t.Logf("%s, at %d: %v %q", what, s.Start, s.kind, a.Slice(s.Span))
		}
	}
	return n
}

func TestBundledArticleByKind(t *testing.T) {
	gold := bundled(t)
	e := marked(t, gold)
	for _, c := range []struct {
		kind          annotations.Kind
		missed, wrong int
	}{
		{annotations.Time, 1, 2},
		{annotations.Number, 2, 2},
		{annotations.Quote, 1, 1},
	} {
		want, got := spots(gold, true, c.kind), spots(e, true, c.kind)
		missed := without(t, "missed", gold.Article(), want, got)
		wrong := without(t, "not in the edition", gold.Article(), got, want)
		if missed > c.missed || wrong > c.wrong {
			t.Errorf("%v: %d of %d are missing and %d too many, want %d and %d at most", c.kind, missed, len(want), wrong, c.missed, c.wrong)
		}
	}
}
