package locale_test

import (
	"testing"

	"sidelight/annotations"
	"sidelight/ui/locale"
)

func TestAsOf(t *testing.T) {
	for _, c := range []struct{ newest, checked, asOf, later string }{
		{"2026-05", "2026-11-29", "Facts as of May 2026, checked 29 November 2026", "Nothing later found, searched 29 November 2026"},
		{"2026-05?", "2026-11", "Facts as of probably May 2026, checked November 2026", "Nothing later found, searched November 2026"},
		{"", "2026-11-29", "Facts checked 29 November 2026", "Nothing later found, searched 29 November 2026"},
		{"2026-05", "", "Facts as of May 2026", ""},
		{"", "", "", ""},
	} {
		a, err := annotations.NewArticle("a.txt", "Words.")
		if err != nil {
			t.Fatal(err)
		}
		content := annotations.Content{Article: a}
		if err := content.FactsAsOf.UnmarshalText([]byte(c.newest)); err != nil {
			t.Fatal(err)
		}
		if err := content.Checked.UnmarshalText([]byte(c.checked)); err != nil {
			t.Fatal(err)
		}
		e, err := annotations.New(content)
		if err != nil {
			t.Fatal(err)
		}
		if got := locale.AsOf(e); got != c.asOf {
			t.Errorf("as of %q, checked %q: %q, want %q", c.newest, c.checked, got, c.asOf)
		}
		if got := locale.NothingLater(e); got != c.later {
			t.Errorf("as of %q, checked %q: %q, want %q", c.newest, c.checked, got, c.later)
		}
	}
}

func TestShortName(t *testing.T) {
	for want, x := range map[string]annotations.Entity{
		"Talks":        {Kind: annotations.Event, Name: "The talks", Short: "Talks"},
		"The talks":    {Kind: annotations.Event, Name: "The talks"},
		"“job done”":   {Kind: annotations.Quote, Name: "job done"},
		"The last one": {Kind: annotations.Quote, Name: "job done", Short: "The last one"},
	} {
		if got := locale.ShortName(&x); got != want {
			t.Errorf("%+v is called %q, want %q", x, got, want)
		}
	}
}
