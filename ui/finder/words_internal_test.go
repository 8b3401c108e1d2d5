package finder

import (
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/search"
	"sidelight/ui/command"
	"sidelight/ui/look"
	"sidelight/ui/uitest"
)

func newWords(t *testing.T) words {
	t.Helper()
	uitest.App(t, look.Light) // words are looked up in the language of the app
	return words{uitest.Edition(t), func(string) *command.Command { return &command.Command{Detail: command.View.Label} }}
}

func TestReasons(t *testing.T) {
	marked := []annotations.Span{{Start: 0, End: 1}}
	for _, c := range []struct {
		result search.Result
		want   string
	}{
		{search.Result{Reason: search.Reason{How: search.Exact}, Matches: marked}, "exact"},
		{search.Result{Reason: search.Reason{How: search.Alias, Text: "US"}}, "also “US”"},
		{search.Result{Reason: search.Reason{How: search.Printed, Text: "Adam Bohler"}}, "printed as “Adam Bohler”"},
		{search.Result{Title: "Israel", Reason: search.Reason{How: search.Initials, Text: "Prime Minister’s Office"}}, "initials of “Prime Minister’s Office”"},
		{search.Result{Title: "Fort Orange", Reason: search.Reason{How: search.Initials, Text: "Fort Orange"}, Matches: marked}, "initials"},
		{search.Result{Reason: search.Reason{How: search.Spelling, Edits: 1}, Matches: marked}, "spelling: 1 letter differs"},
		{search.Result{Reason: search.Reason{How: search.Spelling, Edits: 2}, Matches: marked}, "spelling: 2 letters differ"},
		{search.Result{Reason: search.Reason{How: search.InText}}, "in the text"},
		{search.Result{Reason: search.Reason{How: search.InText}, Matches: marked}, ""},
		{search.Result{Reason: search.Reason{How: search.Letters}, Matches: marked}, ""},
		{search.Result{Reason: search.Reason{How: search.Letters}}, "letters of another name"},
		{search.Result{Reason: search.Reason{How: search.Beginning}, Matches: marked}, ""},
		{search.Result{}, ""},
	} {
		if got := reason(c.result); got != c.want {
			t.Errorf("%+v: %q, want %q", c.result, got, c.want)
		}
	}
}

// Whatever the edition holds, its row says what it is.
func TestEveryRecordIsWorded(t *testing.T) {
	w := newWords(t)
	e := w.edition
	check := func(r search.Result, begins string) {
		t.Helper()
		r.Detail = "a detail that was not worded"
		if got := w.meta(r); !strings.HasPrefix(got, begins) || strings.Contains(got, r.Detail) || strings.Contains(got, " ·  ·") {
			t.Errorf("%s %s: %q, want it to begin with %q", r.Type, r.ID, got, begins)
		}
	}
	for _, x := range e.Entities() {
		check(search.Result{Type: search.Entity, ID: string(x.ID)}, "")
	}
	for _, f := range e.Facts() {
		check(search.Result{Type: search.Fact, ID: string(f.ID)}, "")
	}
	for _, n := range e.Notes() {
		check(search.Result{Type: search.Note, ID: n.ID}, "Editor’s note · ")
	}
	for _, s := range e.Sources() {
		check(search.Result{Type: search.Source, ID: string(s.ID), Source: s.ID}, "Source · ")
	}
	check(search.Result{Type: search.Passage, Span: annotations.Span{Start: 1, End: 9}}, "Passage · ")
	check(search.Result{Type: search.Command, ID: "x"}, "View")
}

func TestMetaLines(t *testing.T) {
	w := newWords(t)
	for _, c := range []struct {
		result search.Result
		want   string
	}{
		{search.Result{Type: search.Entity, ID: "benjamin-netanyahu"}, "Person · named twice, first in paragraph\u00a04"},
		{search.Result{Type: search.Entity, ID: "truth-social", Reason: search.Reason{How: search.Exact}}, "Organisation · named once, in paragraph 4 · exact"},
		{search.Result{Type: search.Entity, ID: "doha"}, "Place · not in the article"},
		{search.Result{Type: search.Entity, ID: "of another edition", Detail: "Person"}, "Person"},
	} {
		if got := w.meta(c.result); got != c.want {
			t.Errorf("%s: %q, want %q", c.result.ID, got, c.want)
		}
	}
}

// A number that has no room before the title stands below it.
func TestHighParagraphNumbers(t *testing.T) {
	a, err := annotations.NewArticle("many.txt", strings.Repeat("One line.\n\n", 120))
	if err != nil {
		t.Fatal(err)
	}
	e, err := annotations.New(annotations.Content{Article: a})
	if err != nil {
		t.Fatal(err)
	}
	uitest.App(t, look.Light)
	w := words{edition: e}
	for n, want := range map[int]bool{7: false, 99: false, 100: true, 120: true} {
		r := search.Result{Type: search.Passage, Span: a.Paragraphs[n-1].Span}
		if got := strings.Contains(w.meta(r), "paragraph"); got != want {
			t.Errorf("the line below a passage of paragraph %d is %q", n, w.meta(r))
		}
	}
}
