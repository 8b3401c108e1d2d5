package locale_test

import (
	"testing"

	"sidelight/annotations"
	"sidelight/ui/locale"
)

// The header says who has marked, how much, and of how much the program is not sure; and
// of a text in another language, that names are not marked.
func TestMarked(t *testing.T) {
	t.Cleanup(func() { load(t, "en_GB.UTF-8") })
	a, err := annotations.NewArticle("a.txt", "Ada met Bob. She left.")
	if err != nil {
		t.Fatal(err)
	}
	mark := func(start, end int, form annotations.Form, score float32) annotations.Mention {
		return annotations.Mention{Entity: "x", Form: form, Origin: annotations.Found, Score: score, Span: annotations.Span{Start: start, End: end}}
	}
	ada, bob, she := mark(0, 3, annotations.Name, 0.9), mark(8, 11, annotations.Name, 0.5), mark(13, 16, annotations.Pronoun, 0.6)
	for _, x := range []struct {
		window, language string
		marked           bool
		marks            []annotations.Mention
		want             string
	}{
		{"en_GB.UTF-8", "en", false, nil, ""},
		{"en_GB.UTF-8", "en", true, nil, "Marked by Sidelight, not checked  ·  nothing found to mark"},
		{"en_GB.UTF-8", "en", true, []annotations.Mention{ada}, "Marked by Sidelight, not checked  ·  1 mark"},
		{"en_GB.UTF-8", "", true, []annotations.Mention{ada, bob, she}, "Marked by Sidelight, not checked  ·  2 marks, 1 unsure"},
		{"en_GB.UTF-8", "de", true, []annotations.Mention{ada}, "Marked by Sidelight, not checked  ·  1 mark  ·  names are marked in English texts only"},
		{"de_DE.UTF-8", "en-US", true, []annotations.Mention{ada, bob}, "Von Sidelight markiert, nicht geprüft  ·  2 Markierungen, 1 unsicher"},
	} {
		load(t, x.window)
		e, err := annotations.New(annotations.Content{
			Title: "A", Article: a, Language: x.language, Marked: x.marked, Mentions: x.marks,
			Entities: []annotations.Entity{{ID: "x", Kind: annotations.Person, Name: "X"}},
		})
		if err != nil {
			t.Fatal(err)
		}
		if got := locale.Marked(e); got != x.want {
			t.Errorf("%s, %q: %q, want %q", x.window, x.language, got, x.want)
		}
	}
}
