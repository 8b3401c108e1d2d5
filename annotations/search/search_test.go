package search

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"sidelight/annotations"
)

// first is what a query ought to find first and why.
type first struct{ query, id, why string }

func TestFindFirst(t *testing.T) {
	tests := []first{
		{"hamas", "hamas", "exact"},
		{"HAMAS", "hamas", "exact"},
		{"the white house", "white-house", "exact"},
		{"white", "white-house", "beginning"},
		{"whitehouse", "white-house", "exact"},
		{"who led the talks", "boe-led", "in the text"},
		{"house", "white-house", "word"},
		{"us", "united-states", "alias “U.S.”"},
		{"U.S.", "united-states", "alias “U.S.”"},
		{"u.s", "united-states", "alias “U.S.”"},
		{"us-hamas", "us-hamas-talks", "beginning"},
		{"US hamas talks", "us-hamas-talks", "exact"},
		{"talks hamas", "us-hamas-talks", "words"},
		{"trump", "donald-trump", "alias “Trump”"},
		{"trump donald", "donald-trump", "words"},
		{"bibi", "benjamin-netanyahu", "alias “Bibi”"},
		{"netanyahu", "benjamin-netanyahu", "word"},
		{"Netanyahu's", "benjamin-netanyahu", "word"},
		{"Netanyahu’s", "benjamin-netanyahu", "word"},
		{"netnyahu", "benjamin-netanyahu", "letters in order"},
		{"netnayahu", "benjamin-netanyahu", "spelling (1 letter)"},
		{"netnay", "benjamin-netanyahu", "spelling (1 letter)"},
		{"benjamin netnyahu", "benjamin-netanyahu", "letters in order"},
		{"levitt", "karoline-leavitt", "letters in order"},
		{"isreal", "israel", "spelling (1 letter)"},
		{"hammas", "hamas", "spelling (1 letter)"},
		{"bohler", "adam-boehler", "printed as “Adam Bohler”"},
		{"boehler", "adam-boehler", "word"},
		{"cease-fire", "ceasefire", "beginning"},
		{"7 october", "d-attack", "words"},
		{"1200", "n-killed", "word"},
		{"1,200 people", "n-killed", "word"},
		{"gaza", "gaza", "alias “Gaza”"},
		{"press secretary", "karoline-leavitt", "identity line"},
		{"leavitt press", "karoline-leavitt", "identity line"},
		{"talk to any", "q-anyone", "in the text"},
		{"willing anyone", "q-anyone", "the quotation"},
		{"direct talks", "boe-led", "in the text"},
		{"rubicon", "boe-rubicon", "in the text"},
		{"boehler withdrawn", "boe-withdrawn", "related"},
		{"sincere effort", "p2s1", "in the text"},
		{"emigre cafe", "p4s1", "in the text"},
		{"ÉMIGRÉ naive", "p4s1", "in the text"},
		{"surname", "n1", "in the text"},
		{"another spelling", "n1", "in the text"},
		{"spelling surname", "n1", "in the text"},
		{"surname adam boehler", "n1", "related"},
		{"scussion", "p1s1", "inside a word"},
	}
	x := New(sample(t))
	for _, tt := range tests {
		got := found(x, tt.query, 0)
		if len(got) == 0 {
			t.Errorf("%q finds nothing, want %s", tt.query, tt.id)
		} else if got[0].ID != tt.id || why(got[0].Reason) != tt.why {
			t.Errorf("%q finds first %s (%s), want %s (%s)", tt.query, got[0].ID, why(got[0].Reason), tt.id, tt.why)
		}
	}
}

func TestFindNothing(t *testing.T) {
	x := New(sample(t))
	for _, q := range []string{"", " ", "“…”", "xq", "zzzz", "qwerty", "brazil", "htw", "\xff\xfe", "🙂", "the of"} {
		if got := found(x, q, 0); len(got) > 0 {
			t.Errorf("%q finds %s %q (%s)", q, got[0].ID, got[0].Title, why(got[0].Reason))
		}
	}
}

// A word that the edition knows is not guessed at.
func TestFindGuessesOnlyUnknownWords(t *testing.T) {
	x := New(sample(t))
	for _, r := range found(x, "talks", 0) {
		if r.Reason.How == Letters || r.Reason.How == Spelling {
			t.Errorf("%s is found by %s", r.ID, why(r.Reason))
		}
	}
}

func TestFindOrder(t *testing.T) {
	x := New(sample(t))
	got := ids(found(x, "hamas", 0))
	want := []string{"hamas", "us-hamas-talks", "boe-led", "p1s1", "p3s1", "p3s2", "n1"}
	if !slices.Equal(got, want) {
		t.Errorf("hamas finds %v, want %v", got, want)
	}
	if got := ids(found(x, "hamas", 2)); !slices.Equal(got, want[:2]) {
		t.Errorf("with a limit of 2 it finds %v", got)
	}
	for i, r := range found(x, "hamas", 0)[1:] {
		if before := found(x, "hamas", 0)[i]; r.Score > before.Score {
			t.Errorf("%s scores %d after %s with %d", r.ID, r.Score, before.ID, before.Score)
		}
	}
}

func ids(results []Result) []string {
	var out []string
	for _, r := range results {
		out = append(out, r.ID)
	}
	return out
}

func TestMatches(t *testing.T) {
	tests := []struct{ query, id, marked string }{
		{"hamas", "us-hamas-talks", "U.S.–[Hamas] talks"},
		{"us", "us-hamas-talks", "[U.S].–Hamas talks"},
		{"us hamas", "us-hamas-talks", "[U.S.–Hamas] talks"},
		{"white house", "white-house", "[White House]"},
		{"trump donald", "donald-trump", "[Donald] [Trump]"},
		{"netnyahu", "benjamin-netanyahu", "Benjamin [Net]a[nyahu]"},
		{"netnayahu", "benjamin-netanyahu", "Benjamin [Netanyahu]"},
		{"bibi", "benjamin-netanyahu", "Benjamin Netanyahu"},
		{"1200", "n-killed", "more than [1,200] people"},
		{"fire", "ceasefire", "cease[fire] agreement"},
		{"emigre facade", "p4s1", "The [émigré] café in Gaza – a naïve [façade] – stayed open."},
		{"sincere effort", "p2s1", "…what is in the best interest of the American people is what the President… believes is a [sincere effort], is to do what is good for the American people.\""},
		{"rubicon found", "boe-rubicon", "Founded the investment firm [Rubicon Found]ers."},
	}
	x := New(sample(t))
	for _, tt := range tests {
		i := slices.IndexFunc(found(x, tt.query, 0), func(r Result) bool { return r.ID == tt.id })
		if i < 0 {
			t.Errorf("%q does not find %s", tt.query, tt.id)
			continue
		}
		if got := marked(found(x, tt.query, 0)[i]); got != tt.marked {
			t.Errorf("%q marks %s, want %s", tt.query, got, tt.marked)
		}
	}
}

// marked is the title with brackets around the matches.
func marked(r Result) string {
	var b strings.Builder
	at := 0
	for _, m := range r.Matches {
		b.WriteString(r.Title[at:m.Start] + "[" + r.Title[m.Start:m.End] + "]")
		at = m.End
	}
	return b.String() + r.Title[at:]
}

func TestDetail(t *testing.T) {
	issued, err := annotations.ParseDate("2025-03-04")
	if err != nil {
		t.Fatal(err)
	}
	e := sample(t)
	source := func(id annotations.SourceID) *annotations.Source {
		s, _ := e.Source(id)
		return s
	}
	tests := []struct {
		query, id string
		want      Detail
	}{
		{"hamas", "hamas", Detail{Mentions: 2, Paragraph: 1}},
		{"boehler", "adam-boehler", Detail{Mentions: 1, Paragraph: 3}},
		{"gaza", "gaza", Detail{}},
		{"talk to anyone", "q-anyone", Detail{Mentions: 1, Paragraph: 2, By: "Karoline Leavitt"}},
		{"led the direct talks", "boe-led", Detail{About: "Adam Boehler", State: annotations.InArticle, Paragraph: 3}},
		{"rubicon", "boe-rubicon", Detail{About: "Adam Boehler", State: annotations.Background, Sources: 2, Source: source("S1")}},
		{"withdrawn", "boe-withdrawn", Detail{About: "Adam Boehler", State: annotations.Since, Date: issued, Unverified: true,
			Sources: 1, Source: source("S2")}},
		{"cafe", "p4s1", Detail{Paragraph: 4}},
		{"surname", "n1", Detail{About: "Adam Boehler", Paragraph: 3}},
		{"no card", "n2", Detail{Paragraph: 4}},
		{"is:source reuters", "S1", Detail{Sources: 1, Source: source("S1")}},
		{">quit", "quit", Detail{Text: "Sidelight · Ctrl Q"}},
	}
	x := New(e, Record{Type: Command, ID: "quit", Title: "Quit", Detail: "Sidelight · Ctrl Q"})
	for _, tt := range tests {
		got := found(x, tt.query, 1)
		if len(got) == 0 || got[0].ID != tt.id || got[0].Detail != tt.want {
			t.Errorf("%q finds %+v, want %s with %+v", tt.query, got, tt.id, tt.want)
		}
	}
}

func TestResultOpens(t *testing.T) {
	e := sample(t)
	x := New(e)
	tests := []struct {
		query  string
		typ    Type
		kind   annotations.Kind
		entity annotations.EntityID
		words  string // at Span
	}{
		{"boehler", Entity, annotations.Person, "adam-boehler", "Adam Bohler"},
		{"talk to anyone", Quotation, annotations.Quote, "q-anyone", `"talk to anyone."`},
		{"direct talks", Fact, 0, "adam-boehler", "led the direct talks with Hamas"},
		{"rubicon", Fact, 0, "adam-boehler", ""},
		{"surname", Note, 0, "adam-boehler", "Bohler"},
		{"no card", Note, 0, "", "façade"},
		{"cafe", Passage, 0, "", "The émigré café in Gaza – a naïve façade – stayed open."},
	}
	for _, tt := range tests {
		r := found(x, tt.query, 1)[0]
		if r.Type != tt.typ || r.Kind != tt.kind || r.Entity != tt.entity || e.Article().Slice(r.Span) != tt.words {
			t.Errorf("%q finds %+v", tt.query, r)
		}
	}
}

func TestSections(t *testing.T) {
	x := New(sample(t))
	tests := []struct {
		query string
		only  Group
		want  string
	}{
		{"sincere effort", 0, "Passages"},
		{"talks", 0, "Names Facts Passages Notes"},
		{"talks", Facts, "Facts"},
		{"reuters", 0, "Sources"},
		{"isreal", 0, "Close"},
	}
	for _, tt := range tests {
		a, err := x.Find(context.Background(), tt.query, tt.only)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		total := 0
		for _, s := range a.Sections {
			name := s.Group.String()
			if s.Close {
				name = "Close"
			}
			got = append(got, name)
			total += s.Total
		}
		if strings.Join(got, " ") != tt.want || total != a.Total {
			t.Errorf("%q finds sections %v with %d of %d results, want %s", tt.query, got, total, a.Total, tt.want)
		}
	}
}

// A query that is no longer wanted is given up.
func TestFindEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if a, err := New(sample(t)).Find(ctx, "hamas", 0); !errors.Is(err, context.Canceled) || a.Total != 0 {
		t.Errorf("found %d, error %v", a.Total, err)
	}
}

var howWords = [...]string{
	Exact: "exact", Beginning: "beginning", Word: "word", Words: "words", Letters: "letters in order",
	InText: "in the text", InIdentity: "identity line", InQuotation: "the quotation", Related: "related",
	Inside: "inside a word", Partly: "in part", Listed: "listed",
}

// why is a reason in a few words, for tables of tests.
func why(r Reason) string {
	switch r.How {
	case Alias:
		return "alias “" + r.Text + "”"
	case Printed:
		return "printed as “" + r.Text + "”"
	case Initials:
		return "initials of “" + r.Text + "”"
	case Spelling:
		if r.Edits == 1 {
			return "spelling (1 letter)"
		}
		return fmt.Sprintf("spelling (%d letters)", r.Edits)
	}
	if int(r.How) < len(howWords) {
		return howWords[r.How]
	}
	return ""
}
