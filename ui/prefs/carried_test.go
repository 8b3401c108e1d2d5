package prefs_test

import (
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/ui/prefs"
	"sidelight/ui/session"
)

func editionOf(t *testing.T, text string) *annotations.Edition {
	t.Helper()
	a, err := annotations.NewArticle("a.txt", text)
	if err != nil {
		t.Fatal(err)
	}
	e, err := annotations.New(annotations.Content{Title: "A", Article: a})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// A place is found again by its words, or by those nearest to it.
func TestCarried(t *testing.T) {
	const text = "The first sentence is here. The second one follows.\n\nThe third stands in a paragraph of its own. The fourth ends it."
	from := editionOf(t, text)
	for name, c := range map[string]struct{ now, at, want string }{
		"nothing changed":         {text, "The third", "The third"},
		"words came before":       {"A new beginning.\n\n" + text, "The third", "The third"},
		"the sentence is gone":    {strings.ReplaceAll(text, "The third stands in a paragraph of its own. ", ""), "The third", "The fourth"},
		"all after it is gone":    {"The first sentence is here. The second one follows.", "The third", "The second"},
		"within a sentence":       {"New. " + text, "stands in", "stands in"},
		"another text altogether": {"Nothing of it.", "The third", ""},
	} {
		to := editionOf(t, c.now)
		left := prefs.Left{Place: session.Place{Offset: strings.Index(text, c.at), Past: 7}}
		got := prefs.Carried(left, from, to).Place
		want := strings.Index(c.now, c.want)
		if c.want == "" {
			want = -1
		}
		if got.Offset != want {
			t.Errorf("%s: the place is %d, want %d", name, got.Offset, want)
		}
	}
	opened := prefs.Left{Place: session.Place{Offset: -1}, Opened: []prefs.Opened{
		{Entity: "x"}, {Passage: annotations.Span{Start: strings.Index(text, "The fourth"), End: len(text)}},
		{Passage: annotations.Span{End: len("The first sentence is here.")}},
	}}
	to := editionOf(t, "Before. The fourth ends it.")
	got := prefs.Carried(opened, from, to)
	if got.Place.Offset != -1 || len(got.Opened) != 2 || got.Opened[0].Entity != "x" ||
		to.Article().Slice(got.Opened[1].Passage) != "The fourth ends it." {
		t.Errorf("carried is %+v", got)
	}
}
