package index

import (
	"fmt"
	"slices"
	"testing"

	"sidelight/annotations"
)

// edition has two people, two organisations and a place; Ada is named twice, and the
// guild is not mentioned.
func edition(t testing.TB) *annotations.Edition {
	t.Helper()
	a, err := annotations.NewArticle("a.txt", "Ada and Bob met. Ada left for Rome.")
	if err != nil {
		t.Fatal(err)
	}
	e, err := annotations.New(annotations.Content{
		Article: a,
		Entities: []annotations.Entity{
			{ID: "bob", Kind: annotations.Person, Name: "Bob"},
			{ID: "ada", Kind: annotations.Person, Name: "Ada", Aliases: []string{"Countess"}},
			{ID: "guild", Kind: annotations.Organisation, Name: "Guild"},
			{ID: "board", Kind: annotations.Organisation, Name: "The board that met Ada and Bob", Short: "Board"},
			{ID: "rome", Kind: annotations.Place, Name: "Rome"},
		},
		Mentions: []annotations.Mention{
			{Span: annotations.Span{Start: 0, End: 3}, Entity: "ada", Form: annotations.Name},
			{Span: annotations.Span{Start: 8, End: 11}, Entity: "bob", Form: annotations.Name},
			{Span: annotations.Span{Start: 17, End: 20}, Entity: "ada", Form: annotations.Name},
			{Span: annotations.Span{Start: 0, End: 15}, Entity: "board", Form: annotations.Description},
			{Span: annotations.Span{Start: 30, End: 34}, Entity: "rome", Form: annotations.Name},
		},
		Passages: []annotations.Passage{
			{Span: annotations.Span{Start: 0, End: 16}, Voice: annotations.Unnamed, Name: "someone"},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// names are the rows as words.
func names(m *model) []string {
	var out []string
	for _, r := range m.rows {
		if r.part == rule || r.part == caption || r.part == gap {
			continue
		}
		out = append(out, fmt.Sprint(r.label(), " ", r.count))
	}
	return out
}

func TestRows(t *testing.T) {
	for _, c := range []struct {
		name string
		do   func(*model)
		want []string
	}{
		{"at first", func(*model) {},
			[]string{"People 2", "Ada 2", "Bob 1", "Organisations 1", "Board 1", "Places 1", "Unnamed source 1"}},
		{"folded", func(m *model) { m.fold(annotations.Person, true) },
			[]string{"People 2", "Organisations 1", "Board 1", "Places 1", "Unnamed source 1"}},
		{"unfolded", func(m *model) { m.fold(annotations.Place, false) },
			[]string{"People 2", "Ada 2", "Bob 1", "Organisations 1", "Board 1", "Places 1", "Rome 1", "Unnamed source 1"}},
		{"filtered, also in a folded group", func(m *model) { m.setFilter("RO") }, []string{"Places 1", "Rome 1"}},
		{"filtered with accents", func(m *model) { m.setFilter("Rómè") }, []string{"Places 1", "Rome 1"}},
		{"filtered by another name", func(m *model) { m.setFilter("count") }, []string{"People 1", "Ada 2"}},
		{"filtered by the name behind a short one", func(m *model) { m.setFilter("that met") }, []string{"Organisations 1", "Board 1"}},
		{"filtered by what is not mentioned", func(m *model) { m.setFilter("guild") }, []string{"No name is like that 0"}},
		{"nothing is like it", func(m *model) { m.setFilter("zz") }, []string{"No name is like that 0"}},
		{"filter cleared", func(m *model) { m.setFilter("zz"); m.setFilter(""); m.fold(annotations.Organisation, true) },
			[]string{"People 2", "Ada 2", "Bob 1", "Organisations 1", "Places 1", "Unnamed source 1"}},
	} {
		m := newModel()
		m.setEdition(edition(t))
		c.do(m)
		if got := names(m); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestFind(t *testing.T) {
	m := newModel()
	m.setEdition(edition(t))
	if i := m.find("rome"); m.rows[i].part != head || m.rows[i].kind != annotations.Place {
		t.Errorf("rome is at %+v, want the head of the places", m.rows[i])
	}
	if i := m.find("bob"); m.rows[i].id != "bob" {
		t.Errorf("bob is at %+v", m.rows[i])
	}
	if i := m.find("guild"); i != -1 {
		t.Errorf("the guild, which is not mentioned, is at %d", i)
	}
	if i := m.find("eve"); i != -1 {
		t.Errorf("eve, who is not listed, is at %d", i)
	}
}

// A filter that finds nothing finds what it would but for a slip, and says so.
func TestFilterForgivesASlip(t *testing.T) {
	m := newModel()
	m.setEdition(edition(t))
	for filter, want := range map[string][]string{
		"Rome": {"head", "Rome"}, "Bord": {"near", "head", "Board"}, "Borad": {"near", "head", "Board"}, "Xyzzy": {"nothing"},
	} {
		m.setFilter(filter)
		var got []string
		for _, r := range m.rows {
			switch r.part {
			case nearly:
				got = append(got, "near")
			case head:
				got = append(got, "head")
			case entry:
				got = append(got, r.name)
			case nothing:
				got = append(got, "nothing")
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q lists %q, want %q", filter, got, want)
		}
	}
}

// Of a kind, the names of which the program is not sure come last, whatever their count.
func TestUnsureNamesComeLast(t *testing.T) {
	var edits []annotations.Edit
	for _, m := range edition(t).Mentions() {
		m.Origin, m.Score = annotations.Found, 0.9
		if m.Entity == "ada" {
			m.Score = 0.5
		}
		edits = append(edits, annotations.SetMention(m.ID(), m))
	}
	e, err := edition(t).With(edits...)
	if err != nil {
		t.Fatal(err)
	}
	m := newModel()
	m.setEdition(e)
	if got, want := names(m)[:3], []string{"People 2", "Bob 1", "Ada 2"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	for _, r := range m.rows {
		if r.part == entry && r.doubt != (r.id == "ada") {
			t.Errorf("%s: doubt %t", r.name, r.doubt)
		}
	}
}
