package search

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"sidelight/annotations/fuzzed"
)

// longestQuery is the length in bytes of the longest query that is tried.
const longestQuery = 10 << 10

func FuzzFind(f *testing.F) {
	x := New(sample(f), Record{Type: Command, ID: "quit", Title: "Quit", Detail: "Sidelight"})
	for _, q := range []string{
		"hamas", "netnayahu", "émigré façade", "U.S.–Hamas", "“talk to anyone”", "1,200", "a", "the of",
		"\xff\x00", "e\u0301", "kind:person", "by:leavitt talks", "is:note kind:", "tag:a tag:", `by:"donald trump`, "> q",
		">", `"`, `""x`, "twelve hundred", "9 999 999 999 999", "2023-10-07 10/7 7.10.", "kind:person is:fact",
		"U.S", "ﬁ½", "ß…İ", "حماس", strings.Repeat("one ", 2500), strings.Repeat("kind:p ", 1400),
		strings.Repeat("a ", 5000), strings.Repeat("talks", 2000), strings.Repeat("z", 10000), strings.Repeat("\"", 10000),
	} {
		f.Add(q)
	}
	f.Fuzz(func(t *testing.T, q string) {
		fuzzed.Within(t, func() {
			if len(q) > longestQuery {
				return
			}
			a, err := x.Find(context.Background(), q, 0)
			if err != nil {
				t.Fatal(err)
			}
			checkAnswer(t, q, a)
		})
	})
}

// checkAnswer checks what holds of every answer.
func checkAnswer(t *testing.T, q string, a Answer) {
	t.Helper()
	total, headed, listed := 0, make(map[Group]bool), make(map[string]bool)
	for i, s := range a.Sections {
		total += s.Total
		if len(s.Results) == 0 || s.Total < len(s.Results) || !s.Close && headed[s.Group] {
			t.Errorf("%q: section %d of %d has %d results of %d", q, i, len(a.Sections), len(s.Results), s.Total)
		}
		headed[s.Group] = headed[s.Group] || !s.Close
		for j, r := range s.Results {
			if j > 0 && r.Score > s.Results[j-1].Score {
				t.Errorf("%q: %s scores %d after %d", q, r.ID, r.Score, s.Results[j-1].Score)
			}
			if why(r.Reason) == "" || !s.Close && r.Type.Group() != s.Group {
				t.Errorf("%q: %s %s for the reason %+v in %s", q, r.Type, r.ID, r.Reason, s.Group)
			}
			if id := fmt.Sprint(r.Type, r.ID); listed[id] {
				t.Errorf("%q: %s is listed twice", q, id)
			} else {
				listed[id] = true
			}
			checkMatches(t, q, r)
		}
	}
	if total != a.Total {
		t.Errorf("%q: %d results in sections, %d in all", q, total, a.Total)
	}
}

// checkMatches checks that the matches lie inside the title on rune boundaries,
// ascending and apart.
func checkMatches(t *testing.T, q string, r Result) {
	t.Helper()
	at := 0
	for _, m := range r.Matches {
		if !m.ValidIn(r.Title) || m.Start < at {
			t.Fatalf("%q: match %v after %d in %q", q, m, at, r.Title)
		}
		at = m.End + 1 // matches that touch are joined
	}
}

// Titles of any bytes, too, are marked on their rune boundaries.
func FuzzTitle(f *testing.F) {
	f.Add("Straße “Ø” e\u0301", "strasse")
	f.Add("\xff\xfea", "a")
	f.Add("Ｆｕｌｌ ﬁ½ 1,2\u0301", "1 2")
	f.Add("مرحبا U.\u0301S. twenty-four", "24")
	f.Fuzz(func(t *testing.T, title, q string) {
		fuzzed.Within(t, func() {
			if len(q) > longestQuery {
				return
			}
			x := New(sample(t), Record{Type: Fact, ID: "t", Title: title, Aliases: []string{q}},
				Record{Type: Entity, ID: "n", Title: title}, Record{Type: Passage, ID: "p", Title: title + " " + title})
			for _, query := range []string{q, title} {
				a, err := x.Find(context.Background(), query, 0)
				if err != nil {
					t.Fatal(err)
				}
				if !strings.ContainsRune(title, '\uFFFD') && strings.ToValidUTF8(title, "") == title {
					checkAnswer(t, query, a)
				}
			}
		})
	})
}
