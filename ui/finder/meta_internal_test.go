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

func newRowLook(t *testing.T) rowLook {
	t.Helper()
	uitest.App(t, look.Light) // words are looked up in the language of the app
	return rowLook{commands: func(string) *command.Command { return &command.Command{Detail: command.View.Label} }}
}

// A row says why its result was found where the marked letters do not.
func TestMetaLines(t *testing.T) {
	l := newRowLook(t)
	marked := []annotations.Span{{Start: 0, End: 1}}
	person := search.Result{Type: search.Entity, Kind: annotations.Person, Detail: search.Detail{Mentions: 2, Paragraph: 4}}
	const named = "Person · mentioned twice, first in paragraph"
	for _, c := range []struct {
		how     search.How
		matches []annotations.Span
		want    string
	}{
		{0, nil, named + "\u00a04"},
		{search.Exact, marked, named + " 4 · exact"},
		{search.Spelling, marked, named + " 4 · spelling: 1 letter differs"},
		{search.InIdentity, nil, named + " 4 · in its description"},
		{search.InIdentity, marked, named + "\u00a04"},
		{search.Letters, marked, named + "\u00a04"},
		{search.Letters, nil, named + " 4 · letters of another name"},
		{search.Beginning, nil, named + "\u00a04"},
		{search.Listed, nil, named + "\u00a04"},
	} {
		r := person
		r.Reason, r.Matches = search.Reason{How: c.how, Edits: 1}, c.matches
		if got := l.meta(r); got != c.want {
			t.Errorf("%d: %q, want %q", c.how, got, c.want)
		}
	}
	if got := l.meta(search.Result{Type: search.Command, ID: "x", Detail: search.Detail{Text: "View · Ctrl F"}}); got != "View" {
		t.Errorf("the line below a command is %q, want what the table of commands says", got)
	}
}

// A number that has no room before the title stands below it.
func TestHighParagraphNumbers(t *testing.T) {
	l := newRowLook(t)
	for n, want := range map[int]bool{7: false, 99: false, 100: true, 120: true} {
		r := search.Result{Type: search.Passage, Detail: search.Detail{Paragraph: n}}
		if got := strings.Contains(l.meta(r), "paragraph"); got != want {
			t.Errorf("the line below a passage of paragraph %d is %q", n, l.meta(r))
		}
	}
}
