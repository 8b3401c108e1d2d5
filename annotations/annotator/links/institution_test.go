package links_test

import (
	"slices"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
	"sidelight/annotations/annotator/found/foundtest"
	"sidelight/annotations/annotator/links"
)

func TestInstitutions(t *testing.T) {
	for _, c := range []struct {
		text string // as foundtest.Marked reads it, each name an entity of its own
		want []string
	}{
		{text: "The {L|U.S.} administration met {L|Israeli} officials.", want: []string{"U.S. administration", "Israeli officials"}},
		{text: "The talks of {L|Egyptian} and {L|Qatari} mediators went on.", want: []string{"Egyptian and Qatari mediators"}},
		{text: "{P|Benjamin Netanyahu}'s office and {P|Ann Lee}’s office said no.", want: []string{"Benjamin Netanyahu's office", "Ann Lee’s office"}},
		{text: "The {P|Trump} administration left {L|France}. Officials stayed.", want: []string{"Trump administration"}},
		{text: "It hit southern {L|Israel} and northern {L|French} towns.", want: []string{"southern Israel"}},
		{text: "In the {L|London} office of {P|Ann Lee} police were seen."},
		{text: "The {L|French} Army was there, and {L|Paris} forces nobody.", want: []string{"Paris forces"}},
	} {
		d, names := foundtest.Marked(t, c.text)
		cast := &found.Cast{}
		for i, n := range names {
			cast.Entities = append(cast.Entities, found.Entity{Kind: n.Kind, Name: d.Text[n.Start:n.End]})
			cast.Mentions = append(cast.Mentions, found.Mention{Span: n.Span, First: n.First, Last: n.Last, Entity: i, Form: annotations.Name, Score: n.Score})
		}
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
