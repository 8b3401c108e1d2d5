package session_test

import (
	"testing"

	"sidelight/annotations"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// Tab goes through marks and links in the order of the text, round the ends.
func TestTheKeyboardReachesLinks(t *testing.T) {
	a := uitest.Compose(t, annotations.Meta{}, "p [Ada](https://a.example) met Bob, says [the letter](https://b.example).")
	mark := func(words string, from int) annotations.Mention {
		return annotations.Mention{Given: new(annotations.MentionID(words)), Entity: "x", Form: annotations.Name, Span: annotations.Span{Start: from, End: from + len(words)}}
	}
	e, err := annotations.New(annotations.Content{
		Article: a, Entities: []annotations.Entity{{ID: "x", Kind: annotations.Person, Name: "X"}},
		Mentions: []annotations.Mention{mark("Ada", 0), mark("Bob", 8)},
	})
	if err != nil {
		t.Fatal(err)
	}
	s := session.New(session.Document{Edition: e})
	s.Update(func(s *session.State) { s.Layers.Everything = true })
	n := session.NewNavigator(s, func() session.Stage { return nil })
	says := func() string {
		if at := s.State(); at.Focused != "" && at.Link.Empty() {
			return string(at.Focused)
		}
		return "→" + a.Slice(s.State().Link)
	}
	want := []string{"Ada", "→Ada", "Bob", "→the letter"}
	for i := range 9 {
		if n.StepFocus(1, 0); says() != want[i%4] {
			t.Fatalf("step %d leads to %s, want %s", i, says(), want[i%4])
		}
	}
	for i := range 9 {
		if n.StepFocus(-1, 0); says() != want[(7-i%4)%4] {
			t.Fatalf("step %d back leads to %s, want %s", i, says(), want[(7-i%4)%4])
		}
	}
}
