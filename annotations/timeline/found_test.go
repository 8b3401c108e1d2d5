package timeline_test

import (
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/timeline"
)

// foundEdition is an article with a date that the program found in it, and a line of a
// list about a place.
func foundEdition(t *testing.T, text, date string) *annotations.Edition {
	t.Helper()
	a, err := annotations.NewArticle("a.txt", text)
	if err != nil {
		t.Fatal(err)
	}
	when, err := annotations.ParseDate("2024-05-03")
	if err != nil {
		t.Fatal(err)
	}
	at := strings.Index(text, date)
	e, err := annotations.New(annotations.Content{
		Article: a,
		Entities: []annotations.Entity{
			{ID: "d", Kind: annotations.Time, Name: date, When: when},
			{ID: "p", Kind: annotations.Place, Name: "Egypt"},
		},
		Mentions: []annotations.Mention{{Span: annotations.Span{Start: at, End: at + len(date)}, Entity: "d", Form: annotations.Name, Origin: annotations.Found, Score: .9}},
		Facts: []annotations.Fact{{ID: "f", About: []annotations.EntityID{"p"}, State: annotations.Background,
			Text: "country in Northern Africa", AsOf: when, Sources: []annotations.SourceID{"s"}}},
		Sources: []annotations.Source{{ID: "s", Type: "dataset", Title: "A list"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestMomentOfAFoundDateIsItsSentence(t *testing.T) {
	long := strings.Repeat("and the boats lay still ", 20)
	for _, c := range []struct{ text, want string }{
		{"It rained. They met on May 3 in\u00a0Cairo. Nobody spoke.", "“They met on May 3 in Cairo.”"},
		{"On May 3 it rained " + long + "at last.", "“On May 3 it rained " + strings.TrimSpace(strings.Repeat("and the boats lay still ", 7)) + " and the…”"},
		{"On May 3 " + strings.Repeat("é", 300) + ".", "“On May 3…”"},
	} {
		e := foundEdition(t, c.text, "May 3")
		if f := e.Facts()[0]; !timeline.Listed(e, &f) {
			t.Error("a line of a list is no line of a list")
		}
		all := timeline.Moments(e, timeline.Way{Background: true})
		if len(all) != 1 {
			t.Fatalf("%d moments, want that of the date alone: a line of a list did not happen", len(all))
		}
		if all[0].Text != c.want {
			t.Errorf("%q, want %q", all[0].Text, c.want)
		}
	}
}
