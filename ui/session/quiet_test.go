package session_test

import (
	"testing"

	"sidelight/annotations"
	"sidelight/ui/layer"
	"sidelight/ui/session"
)

// The keyboard passes over marks that do not show at rest, unless everything does.
func TestStepFocusPassesWhatDoesNotShow(t *testing.T) {
	const text = "Ada Quill came. She left. Bob came."
	a, err := annotations.NewArticle("a.txt", text)
	if err != nil {
		t.Fatal(err)
	}
	mention := func(id annotations.MentionID, e annotations.EntityID, start, end int, f annotations.Form) annotations.Mention {
		return annotations.Mention{Given: &id, Entity: e, Span: annotations.Span{Start: start, End: end}, Form: f}
	}
	e, err := annotations.New(annotations.Content{
		Title: "A", Article: a,
		Entities: []annotations.Entity{{ID: "ada", Kind: annotations.Person, Name: "Ada Quill"}, {ID: "bob", Kind: annotations.Person, Name: "Bob"}},
		Mentions: []annotations.Mention{
			mention("ada", "ada", 0, 9, annotations.Name), mention("she", "ada", 16, 19, annotations.Pronoun), mention("bob", "bob", 26, 29, annotations.Name),
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	s := session.New(session.Document{Edition: e})
	n := session.NewNavigator(s, func() session.Stage { return still{} })
	for _, x := range []struct {
		name  string
		begin session.State
		delta int
		want  annotations.MentionID
	}{
		{"on", session.State{Focused: "ada"}, 1, "bob"},
		{"back", session.State{Focused: "bob"}, -1, "ada"},
		{"on from a mark that was clicked", session.State{Focused: "she"}, 1, "bob"},
		{"on to the current mention", session.State{Focused: "ada", Selected: "ada", Mention: "she"}, 1, "she"},
		{"on with everything", session.State{Focused: "ada", Layers: layer.Set{Everything: true}}, 1, "she"},
		{"on with names only", session.State{Focused: "ada", Layers: layer.Set{Everything: true, NamesOnly: true}}, 1, "bob"},
		{"on with no marks at rest", session.State{Focused: "ada", Layers: layer.Set{Density: layer.Off}}, 1, "bob"},
	} {
		s.Update(func(now *session.State) { *now = x.begin })
		if n.StepFocus(x.delta, 0); s.State().Focused != x.want {
			t.Errorf("%s: the keyboard is at %q, want %q", x.name, s.State().Focused, x.want)
		}
	}
}

// The keyboard passes over marks of which the program is not sure; a click on one works.
func TestTheKeyboardPassesOverWhatIsNotSure(t *testing.T) {
	a, err := annotations.NewArticle("a.txt", "Ada met Bob and Cyd.")
	if err != nil {
		t.Fatal(err)
	}
	person := func(id string) annotations.Entity {
		return annotations.Entity{ID: annotations.EntityID(id), Kind: annotations.Person, Name: id}
	}
	mark := func(id string, start, end int, score float32) annotations.Mention {
		return annotations.Mention{Given: new(annotations.MentionID(id)), Entity: annotations.EntityID(id), Span: annotations.Span{Start: start, End: end},
			Form: annotations.Name, Origin: annotations.Found, Score: score}
	}
	e, err := annotations.New(annotations.Content{
		Title: "A", Article: a, Marked: true, Entities: []annotations.Entity{person("ada"), person("bob"), person("cyd")},
		Mentions: []annotations.Mention{mark("ada", 0, 3, 0.9), mark("bob", 8, 11, 0.5), mark("cyd", 16, 19, 0.9)},
	})
	if err != nil {
		t.Fatal(err)
	}
	s := session.New(session.Document{Edition: e})
	n := session.NewNavigator(s, func() session.Stage { return still{} })
	s.Update(func(now *session.State) { now.Focused = "ada" })
	if n.StepFocus(1, 0); s.State().Focused != "cyd" {
		t.Errorf("the keyboard is at %q after ada", s.State().Focused)
	}
	if n.SelectMention("bob"); s.State().Mention != "bob" {
		t.Errorf("a click selects %q", s.State().Mention)
	}
}
