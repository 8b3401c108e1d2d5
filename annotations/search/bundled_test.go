package search

import (
	"slices"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/edition"
	"sidelight/assets"
)

func bundled(t testing.TB) *annotations.Edition {
	t.Helper()
	e, err := edition.Load(t.Context(), assets.Edition())
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestFindFirstInBundledEdition(t *testing.T) {
	tests := []struct{ query, id string }{
		{"hamas", "hamas"},
		{"white house", "white-house"},
		{"whitehouse", "white-house"},
		{"us", "united-states"},
		{"american", "united-states"},
		{"israel", "israel"},
		{"isreal", "israel"},
		{"gaza", "gaza-strip"},
		{"gazza", "gaza-strip"},
		{"trump", "donald-trump"},
		{"turmp", "donald-trump"},
		{"donald t", "donald-trump"},
		{"netnyahu", "benjamin-netanyahu"},
		{"netnayahu", "benjamin-netanyahu"},
		{"natenyahu", "benjamin-netanyahu"},
		{"ben netanyahu", "benjamin-netanyahu"},
		{"bohler", "adam-boehler"},
		{"boehler", "adam-boehler"},
		{"boler", "adam-boehler"},
		{"levitt", "karoline-leavitt"},
		{"caroline leavitt", "karoline-leavitt"},
		{"press secretary", "karoline-leavitt"},
		{"witkof", "steve-witkoff"},
		{"whitkoff", "steve-witkoff"},
		{"edan", "edan-alexander"},
		{"alexandr", "edan-alexander"},
		{"truth social", "truth-social"},
		{"quatar", "qatar"},
		{"eygpt", "egypt"},
		{"thai", "thailand"},
		{"oct 7", "october-7-attack"},
		{"january 19", "d-january-19"},
		{"1997", "d-1997"},
		{"1200", "n-1200"},
		{"1,200", "n-1200"},
		{"2000 prisoners", "n-2000"},
		{"talk to anyone", "q-talk-to-anyone"},
		{"american lives", "q-american-lives"},
		{"final warning", "q-final-warning"},
		{"proposal", "new-proposal"},
		{"cease-fire agreement", "ceasefire-agreement"},
		{"who led the talks", "boehler-led-talks"},
		{"rubicon", "boe-rubicon"},
		{"sincere effort", "q-look"},
		{"regional cooperation", "p6s3"},
	}
	x := New(bundled(t))
	for _, tt := range tests {
		got := found(x, tt.query, 3)
		if len(got) == 0 {
			t.Errorf("%q finds nothing, want %s", tt.query, tt.id)
		} else if got[0].ID != tt.id {
			t.Errorf("%q finds first %v, want %s", tt.query, ids(got), tt.id)
		}
	}
}

func TestFindNoNonsenseInBundledEdition(t *testing.T) {
	x := New(bundled(t))
	for _, q := range []string{"qwerty", "xyzzy", "brazil", "football", "asdf", "kissinger", "lorem ipsum", "hjkl", "zzz"} {
		if got := found(x, q, 3); len(got) > 0 {
			t.Errorf("%q finds %v", q, ids(got))
		}
	}
}

// resultAt returns what the record at a place is.
func resultAt(x *Index, place int) Result {
	s, d := x.at(place)
	return s.result(&d)
}

// Everything that the edition holds is found first by its own title.
func TestFindTitlesInBundledEdition(t *testing.T) {
	e := bundled(t)
	x := New(e)
	for i := range x.places {
		r := resultAt(x, i)
		found := found(x, r.Title, 0)
		if i := slices.IndexFunc(found, func(f Result) bool { return f.Type == r.Type && f.ID == r.ID }); i < 0 {
			t.Errorf("%s %s is not found by its own title %q", r.Type, r.ID, r.Title)
		} else if found[i].Title != r.Title && r.Type != Passage {
			t.Errorf("%s %s changes its title to %q", r.Type, r.ID, found[i].Title)
		} else if len(found[i].Matches) == 0 {
			t.Errorf("%s %s is found by its own title without a mark", r.Type, r.ID)
		}
		if r.Type == Entity && found[0].Title != r.Title {
			t.Errorf("%q finds first %s %q", r.Title, found[0].ID, found[0].Title)
		}
	}
}
