package quotes_test

import (
	"context"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
	"sidelight/annotations/annotator/quotes"
	"sidelight/annotations/document/html"
)

// What a page sets apart as a quotation, with a line that says who is quoted, is a quotation
// without a mark; a line without one is none.
func TestSetApart(t *testing.T) {
	const page = `<article><h1>The plan</h1><p>Mary Jones read the letter.</p>
<blockquote><p>The plan is dead now.</p><p>It died on Monday, and nobody came.</p><footer>— John Smith, mayor</footer></blockquote>
<p>Nobody spoke.</p><blockquote><p>Nobody is said to have said this.</p></blockquote></article>`
	a, err := html.ReadSource(context.Background(), html.Source{Text: page, Whole: true})
	if err != nil {
		t.Fatal(err)
	}
	d, err := found.Divide(context.Background(), a)
	if err != nil {
		t.Fatal(err)
	}
	qs, err := quotes.Find(context.Background(), d)
	if err != nil {
		t.Fatal(err)
	}
	g := gold{entities: people}
	cast := g.cast(d)
	ps, err := quotes.Attribute(context.Background(), d, qs, cast)
	if err != nil {
		t.Fatal(err)
	}
	settled(t, d, qs, cast, ps)
	if len(qs) != 2 || qs[1].Goes != 0 {
		t.Fatalf("%d quotations, want two parts of one: %+v", len(qs), qs)
	}
	for i, want := range []string{"The plan is dead now.", "It died on Monday, and nobody came."} {
		if got := d.Text[qs[i].Start:qs[i].End]; got != want || speaker(cast, &qs[i]) != "John Smith" || qs[i].Voice != annotations.OnRecord {
			t.Errorf("%q is said by %q, want %q by John Smith", got, speaker(cast, &qs[i]), want)
		}
	}
}
