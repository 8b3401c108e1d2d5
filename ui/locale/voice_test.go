package locale_test

import (
	"testing"

	"sidelight/annotations"
	"sidelight/ui/locale"
)

func TestAttribution(t *testing.T) {
	article, err := annotations.NewArticle("a.txt", "Someone spoke.")
	if err != nil {
		t.Fatal(err)
	}
	e, err := annotations.New(annotations.Content{Article: article, Entities: []annotations.Entity{{ID: "trump", Kind: annotations.Person, Name: "Donald Trump"}}})
	if err != nil {
		t.Fatal(err)
	}
	for p, want := range map[annotations.Passage]string{
		{Voice: annotations.OnRecord, Speaker: "trump"}:               "Donald Trump, on record",
		{Voice: annotations.Official, Name: "White House"}:            "White House",
		{Voice: annotations.Unnamed, Name: "Hamas official"}:          "Hamas official, unnamed",
		{Voice: annotations.Unnamed, Name: "Unnamed Hamas officials"}: "Unnamed Hamas officials",
		{Voice: annotations.Inference}:                                "Writer’s inference",
		{Voice: annotations.OwnAccount}:                               "Article’s own account, no source named",
	} {
		if got := locale.Attribution(e, p); got != want {
			t.Errorf("%+v: %q, want %q", p, got, want)
		}
	}
}

func TestName(t *testing.T) {
	for _, c := range []struct {
		kind       annotations.Kind
		name, want string
	}{
		{annotations.Person, "Trump", "Trump"},
		{annotations.Quote, "very bad", "“very bad”"},
		{annotations.Quote, "“very bad”", "“very bad”"},
		{annotations.Quote, "„sehr“", "„sehr“"},
	} {
		if got := locale.Name(&annotations.Entity{Kind: c.kind, Name: c.name}); got != c.want {
			t.Errorf("%s %q is called %q, want %q", c.kind, c.name, got, c.want)
		}
	}
}
