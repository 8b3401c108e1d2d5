package annotations

import (
	"slices"
	"strings"
	"testing"
)

func TestTimes(t *testing.T) {
	const text = "President Ada Quill met Bob, the mayor, and he met the mayor. The mayor Ada. Quill’s mayor, of old, Bob."
	at := func(words string, n int) Span {
		i := -1
		for ; n >= 0; n-- {
			i += 1 + strings.Index(text[i+1:], words)
		}
		return Span{i, i + len(words)}
	}
	m := func(words string, n int, id EntityID, f Form) Mention {
		return Mention{Span: at(words, n), Entity: id, Form: f}
	}
	title, ada := m("President", 0, "ada", Description), m("Ada Quill", 0, "ada", Name)
	inside := m("Quill", 0, "ada", Alias)
	bob, mayor := m("Bob", 0, "bob", Name), m("the mayor", 0, "bob", Description)
	he, again := m("he", 1, "bob", Pronoun), m("the mayor", 1, "bob", Description)
	other := m("The mayor", 0, "bob", Description) // beside the name of another
	alone := m("Ada", 1, "ada", Name)
	quill := m("Quill", 1, "ada", Alias)
	far := m("mayor", 3, "bob", Description) // two commas lie between
	last := m("Bob", 1, "bob", Name)
	e, err := New(Content{
		Title: "Times", Article: article(t, text),
		Entities: []Entity{{ID: "ada", Kind: Person, Name: "Ada Quill"}, {ID: "bob", Kind: Person, Name: "Bob"}, {ID: "c", Kind: Person, Name: "C"}},
		Mentions: []Mention{title, ada, inside, bob, mayor, he, again, other, alone, quill, far, last},
	})
	if err != nil {
		t.Fatal(err)
	}
	id := func(m Mention) MentionID {
		for _, x := range e.MentionsOf(m.Entity) {
			if x.Span == m.Span {
				return x.ID()
			}
		}
		t.Fatalf("no mention at %v", m.Span)
		return ""
	}
	for _, x := range []struct{ repeats, of Mention }{{title, ada}, {inside, ada}, {mayor, bob}} {
		if of, ok := e.Repeats(id(x.repeats)); !ok || of.ID() != id(x.of) {
			t.Errorf("%s repeats %v, want %s", id(x.repeats), of, id(x.of))
		}
	}
	for _, x := range []Mention{ada, bob, he, again, other, alone, quill, far, last} {
		if of, ok := e.Repeats(id(x)); ok {
			t.Errorf("%s repeats %s", id(x), of.ID())
		}
	}
	times := func(id EntityID) (out []Span) {
		for _, m := range e.TimesOf(id) {
			out = append(out, m.Span)
		}
		return out
	}
	if got, want := times("ada"), []Span{ada.Span, alone.Span, quill.Span}; !slices.Equal(got, want) {
		t.Errorf("Ada is mentioned at %v, want %v", got, want)
	}
	if named, others := e.Times("ada"); named != 3 || others != 0 {
		t.Errorf("Ada: %d by name, %d otherwise", named, others)
	}
	if named, others := e.Times("bob"); named != 2 || others != 4 {
		t.Errorf("Bob: %d by name, %d otherwise", named, others)
	}
	if got := times("c"); len(got) != 0 {
		t.Errorf("nobody is mentioned at %v", got)
	}
	for m, want := range map[Mention]int{title: 0, ada: 0, inside: 0, alone: 1, quill: 2, bob: 0, mayor: 0, he: 1, last: 5} {
		if got := e.Time(id(m)); got != want {
			t.Errorf("%s is time %d, want %d", id(m), got, want)
		}
	}
	if e.Time("x") != -1 {
		t.Error("a mention that is none has a time")
	}
	if m, ok := e.StepOf("ada", id(title), 1); !ok || m.ID() != id(alone) {
		t.Errorf("after the title comes %v", m)
	}
	if m, ok := e.StepOf("ada", id(bob), 1); !ok || m.ID() != id(ada) {
		t.Errorf("after another entity comes %v", m)
	}
}

// A pronoun that the program found is no time; that of an editor is one.
func TestTimesOf_LeavesOutPronounsOfTheProgram(t *testing.T) {
	a, err := NewArticle("a.txt", "Ada came. She left.")
	if err != nil {
		t.Fatal(err)
	}
	for origin, want := range map[Origin]int{Edited: 2, Found: 1, Corrected: 2} {
		e, err := New(Content{
			Title: "A", Article: a, Entities: []Entity{{ID: "ada", Kind: Person, Name: "Ada"}},
			Mentions: []Mention{
				{Entity: "ada", Form: Name, Span: Span{Start: 0, End: 3}, Origin: origin, Score: 1},
				{Entity: "ada", Form: Pronoun, Span: Span{Start: 10, End: 13}, Origin: origin, Score: 1},
			},
		})
		if err != nil {
			t.Fatal(err)
		}
		if named, others := e.Times("ada"); named+others != want || len(e.MentionsOf("ada")) != 2 {
			t.Errorf("origin %d: %d times, want %d", origin, named+others, want)
		}
	}
}

// An entity is unsure as long as no mention of it is sure.
func TestEdition_Unsure(t *testing.T) {
	a, err := NewArticle("a.txt", "Ada came. Ada left.")
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		first, second Mention
		want          bool
	}{
		{Mention{}, Mention{}, false},
		{Mention{Origin: Found, Score: 0.5}, Mention{Origin: Found, Score: 0.6}, true},
		{Mention{Origin: Found, Score: 0.5}, Mention{Origin: Found, Score: 0.9}, false},
		{Mention{Origin: Found, Score: 0.5}, Mention{Origin: Corrected, Score: 0.5}, false},
	} {
		x.first.Entity, x.second.Entity, x.first.Form, x.second.Form = "ada", "ada", Name, Name
		x.first.Span, x.second.Span = Span{Start: 0, End: 3}, Span{Start: 10, End: 13}
		e, err := New(Content{
			Title: "A", Article: a, Entities: []Entity{{ID: "ada", Kind: Person, Name: "Ada"}, {ID: "bob", Kind: Person, Name: "Bob"}},
			Mentions: []Mention{x.first, x.second},
		})
		if err != nil {
			t.Fatal(err)
		}
		if e.Unsure("ada") != x.want || e.Unsure("bob") {
			t.Errorf("%+v and %+v: %t and %t", x.first, x.second, e.Unsure("ada"), e.Unsure("bob"))
		}
	}
}
