package locale_test

import (
	"context"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/edition"
	"sidelight/annotations/search"
	"sidelight/assets"
	"sidelight/ui/locale"
)

func TestResult(t *testing.T) {
	issued, err := annotations.ParseDate("2025-03-04")
	if err != nil {
		t.Fatal(err)
	}
	times := &annotations.Source{Publisher: "The Times", Issued: issued}
	type detail = search.Detail
	t.Cleanup(func() { load(t, "en_GB.UTF-8") })
	for _, c := range []struct {
		result        search.Result
		want, deutsch string
	}{
		{search.Result{Type: search.Entity, Kind: annotations.Person}, "Person · not in the article", "Person · nicht im Artikel"},
		{search.Result{Type: search.Entity, Kind: annotations.Place, Detail: detail{Mentions: 1, Paragraph: 4}},
			"Place · mentioned once, in paragraph 4", "Ort · einmal erwähnt, in Absatz 4"},
		{search.Result{Type: search.Entity, Kind: annotations.Place, Detail: detail{Mentions: 2, Paragraph: 4}},
			"Place · mentioned twice, first in paragraph 4", "Ort · zweimal erwähnt, zuerst in Absatz 4"},
		{search.Result{Type: search.Entity, Kind: annotations.Place, Detail: detail{Mentions: 3, Paragraph: 4}},
			"Place · mentioned 3 times, first in paragraph 4", "Ort · 3-mal erwähnt, zuerst in Absatz 4"},
		{search.Result{Type: search.Quotation, Kind: annotations.Quote, Detail: detail{By: "Ada", Paragraph: 2}},
			"Quotation · Ada, paragraph 2", "Zitat · Ada, Absatz 2"},
		{search.Result{Type: search.Fact, Title: "Led the talks.", Voice: annotations.Official, Detail: detail{About: "Adam Boehler", State: annotations.InArticle, Paragraph: 5}},
			"Adam Boehler · Official statement · paragraph 5", ""},
		{search.Result{Type: search.Fact, Title: "Boehler led.", Detail: detail{About: "Adam Boehler", State: annotations.Background, Sources: 2, Source: times}},
			"Background · The Times, 4 March 2025 and 1 more", "Hintergrund · The Times, 4. März 2025 und 1 weitere"},
		{search.Result{Type: search.Fact, Detail: detail{State: annotations.Since, Date: issued, Sources: 1, Source: times, Unverified: true}},
			"Since then, 4 March 2025 · The Times · unverified", ""},
		{search.Result{Type: search.Passage, Voice: annotations.Unnamed, Detail: detail{Paragraph: 3}}, "Passage · paragraph 3 · Unnamed source", ""},
		{search.Result{Type: search.Passage, Voice: annotations.OnRecord, Detail: detail{By: "Ada"}}, "Passage · Ada", "Textstelle · Ada"},
		{search.Result{Type: search.Note, Detail: detail{About: "Ada", Paragraph: 3}}, "Editor’s note · Ada, paragraph 3", ""},
		{search.Result{Type: search.Source, Detail: detail{Sources: 1, Source: &annotations.Source{Title: "A page", IssuedRaw: "undated"}}}, "Source · A page, undated", ""},
		{search.Result{Type: search.Command, Detail: detail{Text: "View · Ctrl F"}}, "View · Ctrl F", "View · Ctrl F"},
	} {
		load(t, "en_GB.UTF-8")
		if got := locale.Result(c.result); got != c.want {
			t.Errorf("%+v: %q, want %q", c.result, got, c.want)
		}
		load(t, "de_DE.UTF-8")
		if got := locale.Result(c.result); c.deutsch != "" && got != c.deutsch {
			t.Errorf("%+v: %q, want %q", c.result, got, c.deutsch)
		}
	}
}

func TestReason(t *testing.T) {
	load(t, "en_GB.UTF-8")
	marked := []annotations.Span{{Start: 0, End: 1}}
	for _, c := range []struct {
		result search.Result
		want   string
	}{
		{search.Result{Reason: search.Reason{How: search.Exact}}, "exact"},
		{search.Result{Reason: search.Reason{How: search.Beginning}}, "beginning of the name"},
		{search.Result{Reason: search.Reason{How: search.Alias, Text: "US"}}, "also “US”"},
		{search.Result{Reason: search.Reason{How: search.Printed, Text: "Adam Bohler"}}, "printed as “Adam Bohler”"},
		{search.Result{Title: "Israel", Reason: search.Reason{How: search.Initials, Text: "Prime Minister’s Office"}}, "initials of “Prime Minister’s Office”"},
		{search.Result{Title: "Fort Orange", Reason: search.Reason{How: search.Initials, Text: "Fort Orange"}}, "initials"},
		{search.Result{Reason: search.Reason{How: search.Spelling, Edits: 1}}, "spelling: 1 letter differs"},
		{search.Result{Reason: search.Reason{How: search.Spelling, Edits: 2}}, "spelling: 2 letters differ"},
		{search.Result{Reason: search.Reason{How: search.Letters}, Matches: marked}, "letters in order"},
		{search.Result{Reason: search.Reason{How: search.Letters}}, "letters of another name"},
		{search.Result{Reason: search.Reason{How: search.Listed}}, "passes the filter"},
		{search.Result{Reason: search.Reason{How: search.Partly}, Dropped: []string{"a", "b"}}, "without: a, b"},
		{search.Result{Reason: search.Reason{How: search.Partly, Edits: 1}, Dropped: []string{"a"}}, "spelling: 1 letter differs · without: a"},
	} {
		if got := locale.Reason(c.result); got != c.want {
			t.Errorf("%+v: %q, want %q", c.result, got, c.want)
		}
	}
	for how := search.Exact; how <= search.Listed; how++ {
		if locale.Reason(search.Result{Reason: search.Reason{How: how}}) == "" {
			t.Errorf("the reason %d has no words", how)
		}
	}
}

// Whatever the edition holds, words say what it is.
func TestEveryResultIsWorded(t *testing.T) {
	load(t, "en_GB.UTF-8")
	e, err := edition.Load(t.Context(), assets.Edition())
	if err != nil {
		t.Fatal(err)
	}
	x := search.New(e)
	for query, begins := range map[string]string{
		"kind:person": "Person · ", "is:quotation": "Quotation · ", "is:fact": "", "is:passage": "Passage · paragraph",
		"is:note": "Editor’s note · ", "is:source": "Source · ",
	} {
		a, err := x.Find(context.Background(), query, 0)
		if err != nil || a.Total == 0 {
			t.Fatalf("%s finds %d, error %v", query, a.Total, err)
		}
		for _, r := range a.All() {
			if got := locale.Result(r); !strings.HasPrefix(got, begins) || got == "" || strings.Contains(got, " ·  ·") {
				t.Errorf("%s %s: %q, want it to begin with %q", r.Type, r.ID, got, begins)
			}
		}
	}
}
