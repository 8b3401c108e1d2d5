package panel

import (
	"strings"
	"testing"

	"sidelight/annotations"
)

func TestFormWords(t *testing.T) {
	const text = "Ada Low spoke. She left, and she came back, Low said. She and her dog, and Her Majesty."
	a, err := annotations.NewArticle("a.txt", text)
	if err != nil {
		t.Fatal(err)
	}
	var mentions []annotations.Mention
	at := 0
	for _, w := range []struct {
		words string
		form  annotations.Form
	}{
		{"Ada Low", annotations.Name}, {"She", annotations.Pronoun}, {"she", annotations.Pronoun}, {"Low", annotations.Alias},
		{"She", annotations.Pronoun}, {"her", annotations.Pronoun},
	} {
		at += strings.Index(text[at:], w.words)
		mentions = append(mentions, annotations.Mention{Span: annotations.Span{Start: at, End: at + len(w.words)}, Entity: "low", Form: w.form})
		at += len(w.words)
	}
	e, err := annotations.New(annotations.Content{
		Article:  a,
		Entities: []annotations.Entity{{ID: "low", Kind: annotations.Person, Name: "Ada Low", Aliases: []string{"Low"}}},
		Mentions: mentions,
	})
	if err != nil {
		t.Fatal(err)
	}
	x, _ := e.Entity("low")
	if got, want := strings.ReplaceAll(formWords(e, x), "\u00a0", " "), "“Low” (1), “She” (3), “her” (1)"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
