package links_test

import (
	"slices"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
	"sidelight/annotations/annotator/links"
)

func TestInstitutions(t *testing.T) {
	for _, c := range []struct {
		text string // a name in brackets, a person's in braces
		want []string
	}{
		{text: "The [U.S.] administration met [Israeli] officials.", want: []string{"U.S. administration", "Israeli officials"}},
		{text: "The talks of [Egyptian] and [Qatari] mediators went on.", want: []string{"Egyptian and Qatari mediators"}},
		{text: "{Benjamin Netanyahu}'s office and {Ann Lee}’s office said no.", want: []string{"Benjamin Netanyahu's office", "Ann Lee’s office"}},
		{text: "The {Trump} administration left [France]. Officials stayed.", want: []string{"Trump administration"}},
		{text: "It hit southern [Israel] and northern [French] towns.", want: []string{"southern Israel"}},
		{text: "In the [London] office of {Ann Lee} police were seen."},
		{text: "The [French] Army was there, and [Paris] forces nobody.", want: []string{"Paris forces"}},
	} {
		d, cast := castOf(c.text)
		if err := links.Institutions(t.Context(), d, cast); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, m := range cast.Mentions {
			if m.Form == annotations.Description {
				got = append(got, d.Text[m.Start:m.End])
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.text, got, c.want)
		}
	}
}

// castOf makes a cast of the names that stand in brackets (places) or braces (people),
// each an entity of its own.
func castOf(marked string) (*found.Doc, *found.Cast) {
	var plain strings.Builder
	var open int
	cast := &found.Cast{}
	var spans []annotations.Span
	for _, r := range marked {
		switch r {
		case '[', '{':
			open = plain.Len()
		case ']', '}':
			spans = append(spans, annotations.Span{Start: open, End: plain.Len()})
			kind := annotations.Place
			if r == '}' {
				kind = annotations.Person
			}
			cast.Entities = append(cast.Entities, found.Entity{Kind: kind})
		default:
			plain.WriteRune(r)
		}
	}
	d := found.DivideText(plain.String(), []annotations.Span{{Start: 0, End: plain.Len()}})
	for i, s := range spans {
		cast.Mentions = append(cast.Mentions, found.Mention{
			Span: s, First: d.TokenFrom(s.Start), Last: d.TokenFrom(s.End-1) + 1, Entity: i, Form: annotations.Name, Score: .9,
		})
	}
	return d, cast
}
