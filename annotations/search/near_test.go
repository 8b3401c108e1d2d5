package search

import (
	"slices"
	"strings"
	"testing"
)

// Words that are near nothing are left out, and the result says which.
func TestLeaveWordsOut(t *testing.T) {
	x := New(sample(t), Record{Type: Command, ID: "open", Title: "Open a file"})
	tests := []struct{ query, id, dropped string }{
		{"netanyahu spokesman", "benjamin-netanyahu", "spokesman"},
		{"Spokesman, netanyhau", "benjamin-netanyahu", "Spokesman"},
		{"netanyahu the Müller Zebra", "benjamin-netanyahu", "Müller Zebra"},
		{"talks zzzz", "us-hamas-talks", "zzzz"},
		{"america zebra", "united-states", "zebra"},
		{"gaza stip", "gaza", ""},
		{"firm founded zebra", "boe-rubicon", "zebra"}, // a text holds most of the words
		{`"adam boehler" zebra`, "adam-boehler", "zebra"},
		{"is:command opne fiel zebra", "open", "zebra"},
	}
	for _, tt := range tests {
		got := found(x, tt.query, 1)
		if len(got) == 0 {
			t.Errorf("%q finds nothing, want %s", tt.query, tt.id)
		} else if dropped := strings.Join(got[0].Dropped, " "); got[0].ID != tt.id || dropped != tt.dropped {
			t.Errorf("%q finds %s without %q, want %s without %q", tt.query, got[0].ID, dropped, tt.id, tt.dropped)
		}
	}
}

// A word that says little does not lead to a name alone, and what must be there is
// not left out.
func TestLeaveNotTooMuchOut(t *testing.T) {
	x := New(sample(t))
	for _, q := range []string{
		"zebra pancake", "wh zebra", "1200 zebras", "nam zebra", "taks zebra", `"zebra pancake" netanyahu`, "colour:red hamas",
		"kind:place netanyahu zebra", "hamas firm zebra pancake recipe", "zebra the of",
	} {
		for _, r := range found(x, q, 0) {
			if r.Reason.How == Partly && r.ID != "hamas" {
				t.Errorf("%q finds %s without %q", q, r.ID, r.Dropped)
			}
		}
	}
}

// What was found stays first where a name is near besides.
func TestNearNamesFollow(t *testing.T) {
	x := New(sample(t), Record{Type: Source, ID: "s", Title: "The leadership of Hamas"})
	got := found(x, "hamas leadership", 0)
	if len(got) < 2 || got[0].ID != "s" || got[0].Dropped != nil || got[1].ID != "hamas" {
		t.Errorf("found %v, want the source and then Hamas", ids(got))
	}
	a := found(x, "hamas", 0)
	if slices.ContainsFunc(a, func(r Result) bool { return r.Reason.How == Partly }) {
		t.Error("words are left out of a query that finds a name")
	}
}

// mistypedAmongMany are queries in which one word is mistyped, with the only right
// answer.
var mistypedAmongMany = map[string]string{
	"donlad trump": "donald-trump", "gaza stip": "gaza-strip", "whtie house": "white-house", "truht social": "truth-social",
	"benjamin netanyhu": "benjamin-netanyahu", "adam bohelr": "adam-boehler", "karolin levitt": "karoline-leavitt",
	"steve wittkof": "steve-witkoff", "truth socail": "truth-social", "ceasefire agrement": "ceasefire-agreement",
	"hostage evoy": "t-hostage-envoy", "edan alexnader": "edan-alexander", "israeli oficials": "israeli-officials",
	"hamas ofical": "hamas-official", "state deprtment": "state-department",
}

// Among very many names, a mistyped word is near others; the words beside it say
// which is meant.
func TestNearAmongMany(t *testing.T) {
	if testing.Short() {
		t.Skip("100,000 records take a while to index")
	}
	x := New(bundled(t), newGenerator().records(100_000)...)
	for query, want := range mistypedAmongMany {
		if got := found(x, query, 1); len(got) == 0 || got[0].ID != want || got[0].Dropped != nil {
			t.Errorf("%q finds %v, want %s", query, ids(got), want)
		}
	}
	for _, query := range []string{"netanyahu spokesman", "anonymous official", "leavitt spokeswoman", "hamas leadership"} {
		for _, a := range queries(t, usualFile) {
			if got := ids(found(x, query, 3)); a.query == query && !slices.ContainsFunc(got, func(id string) bool { return slices.Contains(a.want, id) }) {
				t.Errorf("%q finds %v, want %v", query, got, a.want)
			}
		}
	}
}

// Beside other words a nickname stands for the other names of whom it means; a word
// that stands in a title means what it says.
func TestNicknames(t *testing.T) {
	x := New(sample(t),
		Record{Type: Entity, ID: "post", Title: "Trump's post", Aliases: []string{"warning"}},
		Record{Type: Entity, ID: "potus", Title: "Melania's husband", Aliases: []string{"POTUS", "Trump"}},
		Record{Type: Fact, ID: "f", Title: "Netanyahu went to the coast."},
		Record{Type: Entity, ID: "other", Title: "Bob", Aliases: []string{"Robert", "Talks"}})
	for query, want := range map[string]string{
		"potus post": "post", "bibi coast": "", "robert": "other", "america": "united-states", "talks hamas": "us-hamas-talks",
	} {
		got := found(x, query, 1)
		if want == "" { // an alias of one word is needed
			if len(got) > 0 && got[0].Reason.How != Partly {
				t.Errorf("%q finds %v", query, ids(got))
			}
		} else if len(got) == 0 || got[0].ID != want || got[0].Dropped != nil {
			t.Errorf("%q finds %v, want %s", query, ids(got), want)
		}
	}
}
