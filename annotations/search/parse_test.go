package search

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"sidelight/annotations"
)

func TestParse(t *testing.T) {
	tests := []struct{ typed, want string }{
		{"white house", "words white,house"},
		{" kind:person  leavitt", "words leavitt filters kind=person"},
		{"leavitt KIND:People", "words leavitt filters kind=People"},
		{"kind:", "filters kind="},
		{"kind:xyz talks", "words kind,xyz,talks"},
		{"colour:red", "words colour,red"},
		{"note: this", "words note,this"},
		{`by:"Donald Trump" post`, "words post filters by=Donald Trump"},
		{"is:notes", "filters is=notes"},
		{"is:n", "filters is=n"},
		{`"final warning" hamas`, "words hamas phrases final warning"},
		{`“talk to anyone”`, "phrases talk to anyone"},
		{`say "final war`, "words say phrases final war"},
		{`""`, ""},
		{"> next theme", "words next,theme commands"},
		{">", "commands"},
		{"a>b", "words a,b"},
		{"that:kind:person", "words that,kind,person"},
	}
	for _, tt := range tests {
		q := parse(tt.typed).Query
		var parts []string
		if len(q.Words) > 0 {
			parts = append(parts, "words "+strings.Join(q.Words, ","))
		}
		if len(q.Phrases) > 0 {
			parts = append(parts, "phrases "+strings.Join(q.Phrases, ","))
		}
		for _, f := range q.Filters {
			parts = append(parts, fmt.Sprintf("filters %s=%s", f.Key, f.Value))
		}
		if q.Commands {
			parts = append(parts, "commands")
		}
		if got := strings.Join(parts, " "); got != tt.want || q.IsEmpty() != (tt.want == "") {
			t.Errorf("parse(%q) = %q, want %q", tt.typed, got, tt.want)
		}
	}
}

func TestFilters(t *testing.T) {
	x := New(sample(t),
		Record{Type: Command, ID: "quit", Title: "Quit", Detail: "Sidelight · Ctrl Q"},
		Record{Type: Command, ID: "top", Title: "To the beginning"},
		Record{Type: Note, ID: "mine", Title: "Ask about Doha", Text: "where they met", Tags: []string{"To check", "lesson"}, Voice: annotations.Unnamed})
	tests := []struct {
		query string
		only  Group
		want  string // ids in the order in which they are shown
	}{
		{"kind:person", 0, "karoline-leavitt donald-trump benjamin-netanyahu adam-boehler"},
		{"kind:per trump", 0, "donald-trump"},
		{"kind:person is:fact", 0, ""},
		{"is:source", 0, "S1 S2"},
		{"is:note", 0, "n1 n2 mine"},
		{"is:note doha", 0, "mine"},
		{"met ask", 0, "mine"},
		{"by:unnamed", 0, "mine"},
		{"by:anonymous", 0, "mine"},
		{"by:leavitt", 0, "q-anyone"},
		{"by:own", 0, "boe-led p3s2"},
		{"by:own talks", 0, "boe-led p3s2"},
		{"by:nobody", 0, ""},
		{"tag:lesson", 0, "mine"},
		{"tag:les doha", 0, "mine"},
		{`tag:"to check" tag:lesson`, 0, "mine"},
		{"tag:check", 0, ""},
		{"tag:lesson hamas", 0, ""},
		{"by:lesson", 0, ""},
		{"by:check", 0, ""},
		{"lesson", 0, "mine"},
		{">", 0, "quit top"},
		{">qu", 0, "quit"},
		{">hamas", 0, ""},
		{"quit", 0, "quit"},
		{"quti", 0, "quit"},
		{"hamas", Passages, "p1s1 p3s1 p3s2"},
		{"hamas", Commands, ""},
		{`"hamas talks"`, 0, "us-hamas-talks p3s1 boe-led n1"},
		{`"hamas talk"`, 0, ""},
		{`"talks with hamas"`, Facts, "boe-led"},
		{"", 0, ""},
		{"   ", 0, ""},
	}
	for _, tt := range tests {
		a, err := x.Find(context.Background(), tt.query, tt.only)
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(ids(a.All()), " "); got != tt.want {
			t.Errorf("%q finds %q, want %q", tt.query, got, tt.want)
		}
	}
}

// A sort of voice is not taken for a speaker who is called so.
func TestByVoice(t *testing.T) {
	e := bundled(t)
	x := New(e)
	tests := map[string]annotations.Voice{
		"by:official": annotations.Official, "by:unnamed": annotations.Unnamed, "by:anonymous": annotations.Unnamed, "by:on-record": annotations.OnRecord,
		"by:inference": annotations.Inference, "by:own-account": annotations.OwnAccount, `by:"on record"`: annotations.OnRecord,
	}
	for query, voice := range tests {
		results := found(x, query, 0)
		if len(results) < 3 {
			t.Errorf("%s finds %d", query, len(results))
		}
		for _, r := range results {
			if r.Type == Fact && r.Voice != voice && len(mustFact(t, e, r.ID).Evidence) == 1 &&
				len(slices.Collect(e.PassagesIn(r.Span))) == 1 {
				t.Errorf("%s finds %s, which is %s", query, r.ID, r.Voice)
			}
		}
	}
	if got := found(x, "by:hamas", 0); len(got) == 0 || got[0].ID != "q-step-promising" {
		t.Errorf("by:hamas finds %v", ids(got))
	}
}

func mustFact(t *testing.T, e *annotations.Edition, id string) *annotations.Fact {
	t.Helper()
	f, ok := e.Fact(annotations.FactID(id))
	if !ok {
		t.Fatalf("no fact %s", id)
	}
	return f
}

func TestReasons(t *testing.T) {
	x := New(bundled(t))
	tests := []struct {
		query string
		id    string
		want  Reason
	}{
		{"white house", "white-house", Reason{How: Exact}},
		{"white", "white-house", Reason{How: Beginning}},
		{"house", "white-house", Reason{How: Word}},
		{"talks hamas", "us-hamas-talks", Reason{How: Words}},
		{"gaza", "gaza-strip", Reason{How: Alias, Text: "Gaza"}},
		{"bohler", "adam-boehler", Reason{How: Printed, Text: "Adam Bohler"}},
		{"pmo", "netanyahu-office", Reason{How: Initials, Text: "Office of the Prime Minister of Israel"}},
		{"netnyahu", "benjamin-netanyahu", Reason{How: Letters}},
		{"isreal", "israel", Reason{How: Spelling, Edits: 1}},
		{"natenyahu", "benjamin-netanyahu", Reason{How: Spelling, Edits: 2}},
		{"natenyahu hosue", "benjamin-netanyahu", Reason{How: Partly, Edits: 2}},
		{"zzzz", "", Reason{}},
		{"israelis", "israel", Reason{How: Spelling, Edits: 1}},
		{"president trump", "donald-trump", Reason{How: InIdentity}},
		{"rubicon", "boe-rubicon", Reason{How: InText}},
		{"is:source", "S1", Reason{How: Listed}},
	}
	for _, tt := range tests {
		got := found(x, tt.query, 1)
		switch {
		case tt.id == "":
			if len(got) > 0 {
				t.Errorf("%q finds %s", tt.query, got[0].ID)
			}
		case len(got) == 0 || got[0].ID != tt.id || got[0].Reason != tt.want:
			t.Errorf("%q finds %+v, want %s for %+v", tt.query, got, tt.id, tt.want)
		}
	}
}

func TestInitials(t *testing.T) {
	tests := []struct{ name, has, hasNot string }{
		{"Office of the Prime Minister of Israel", "pmo opmi", "om po"},
		{"Foreign Terrorist Organization", "fto", "ft to"},
		{"U.S. Department of State", "dos uds udos", "us"},
		{"White House", "wh", "w"},
		{"Hamas", "", "h"},
	}
	for _, tt := range tests {
		got := initials(tt.name)
		for _, w := range strings.Fields(tt.has) {
			if !got[w] {
				t.Errorf("%s has the initials %v, not %s", tt.name, sortedKeys(got), w)
			}
		}
		for _, w := range strings.Fields(tt.hasNot) {
			if got[w] {
				t.Errorf("%s has the initials %s", tt.name, w)
			}
		}
	}
}

// fading is a context that ends after it was asked a number of times.
type fading struct {
	context.Context
	left *int
}

func (f fading) Err() error {
	if *f.left--; *f.left < 0 {
		return context.Canceled
	}
	return nil
}

// A query is given up wherever it has got to.
func TestFindStopsOnTheWay(t *testing.T) {
	x := New(sample(t), newGenerator().records(partSize-500)...) // one part: one goroutine asks
	asked := 0
	for n := range 1000 {
		left := n
		a, err := x.Find(fading{context.Background(), &left}, "is:fact", 0)
		if err == nil {
			break
		}
		if a.Total != 0 || a.Sections != nil {
			t.Fatalf("given up after %d questions it returns %d results", n, a.Total)
		}
		asked++
	}
	if asked < 4 {
		t.Errorf("a search of %d records asks only %d times whether it is still wanted", x.places, asked)
	}
}

// A speaker is found however a keyboard writes the name.
func TestBySpelledName(t *testing.T) {
	b := newBuilder()
	b.add(&record{typ: Note, id: "m", title: "A remark", name: []string{"A remark"}, outside: true, by: []string{"Jürgen Müller"}})
	b.add(&record{typ: Note, id: "g", title: "A remark", name: []string{"A remark"}, outside: true, by: []string{"Joerg Goedel"}})
	x := New(sample(t)).With(b.segment())
	for query, want := range map[string]string{
		"by:müller": "m", "by:mueller": "m", "by:Muller": "m", "by:muel": "m", `by:"juergen mueller"`: "m", "by:mueler": "",
		"by:gödel": "g", "by:goedel": "g", "by:jörg": "g",
	} {
		if got := strings.Join(ids(found(x, query, 0)), " "); got != want {
			t.Errorf("%s finds %q, want %q", query, got, want)
		}
	}
}

// A date in figures may be meant with the day or with the month first.
func TestDateInFigures(t *testing.T) {
	x := New(sample(t))
	for _, query := range []string{"10/7", "7/10", "7/10/2023", "10/7/2023", "7.10.2023", "killed 7/10"} {
		if got := found(x, query, 1); len(got) == 0 || got[0].ID != "d-attack" && got[0].ID != "p3s2" {
			t.Errorf("%s finds %v", query, ids(got))
		}
	}
	if got := found(x, "7/11", 0); len(got) > 0 {
		t.Errorf("7/11 finds %v", ids(got))
	}
}
