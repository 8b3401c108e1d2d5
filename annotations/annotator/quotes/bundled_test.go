package quotes_test

import (
	"context"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
	"sidelight/annotations/annotator/links"
	"sidelight/annotations/annotator/names"
	"sidelight/annotations/annotator/quotes"
	"sidelight/annotations/edition"
	"sidelight/assets"
)

// read returns what the program finds in an article.
func read(t testing.TB, d *found.Doc) ([]found.Quotation, *found.Cast, []found.Passage) {
	t.Helper()
	ctx := context.Background()
	ns, err := names.Find(ctx, d)
	if err != nil {
		t.Fatal(err)
	}
	qs, err := quotes.Find(ctx, d)
	if err != nil {
		t.Fatal(err)
	}
	cast, err := links.Resolve(ctx, d, ns, qs)
	if err != nil {
		t.Fatal(err)
	}
	ps, err := quotes.Attribute(ctx, d, qs, cast)
	if err != nil {
		t.Fatal(err)
	}
	return qs, cast, ps
}

// The bundled edition is marked by people. Each of its quotations is found with its
// speaker, and nine words in ten have the voice that they gave them; what they call the
// writer's inference the program leaves to the article's own account.
func TestBundled(t *testing.T) {
	e, err := edition.Load(t.Context(), assets.Edition())
	if err != nil {
		t.Fatal(err)
	}
	d, err := found.Divide(t.Context(), e.Article())
	if err != nil {
		t.Fatal(err)
	}
	qs, cast, ps := read(t, d)
	at := map[annotations.Span]*found.Quotation{}
	for i := range qs {
		at[qs[i].Inner], at[qs[i].Span] = &qs[i], &qs[i]
	}
	for _, m := range e.Mentions() {
		x, _ := e.Entity(m.Entity)
		if x.Kind != annotations.Quote {
			continue
		}
		q := at[m.Span]
		if q == nil {
			t.Errorf("%q is no quotation", e.Article().Slice(m.Span))
			continue
		}
		p, _ := e.VoiceOf(m.Span)
		if got := strings.TrimPrefix(speaker(cast, q), "="); q.Voice != p.Voice || !alike(got, e, p.Speaker) {
			t.Errorf("%q is %v of %q, want %v of %q", e.Article().Slice(m.Span), q.Voice, got, p.Voice, p.Speaker)
		}
	}
	same, all := 0, 0
	for _, p := range ps {
		for _, x := range d.Tokens[d.TokenFrom(p.Start):d.TokenFrom(p.End)] {
			want, ok := e.VoiceOf(annotations.Span{Start: int(x.Start), End: int(x.End)})
			if !ok {
				continue
			}
			all++
			if want.Voice == p.Voice || want.Voice == annotations.Inference && p.Voice == annotations.OwnAccount {
				same++
			} else {
				t.Logf("%q is %v, want %v", d.Text[x.Start:x.End], p.Voice, want.Voice)
			}
		}
	}
	t.Logf("%d of %d words have the voice of the edition", same, all)
	if all < 500 || 10*same < 9*all {
		t.Errorf("%d of %d words have the voice of the edition, want nine in ten", same, all)
	}
}

// alike reports whether words name an entity of an edition: its name is part of them, or
// they are part of it.
func alike(words string, e *annotations.Edition, id annotations.EntityID) bool {
	x, ok := e.Entity(id)
	if !ok || words == "" {
		return false
	}
	for _, name := range append([]string{x.Name}, x.Aliases...) {
		if strings.Contains(strings.ToLower(words), strings.ToLower(name)) || strings.Contains(strings.ToLower(name), strings.ToLower(words)) {
			return true
		}
	}
	return false
}
