package search

import (
	"context"
	"strings"
	"testing"

	"sidelight/annotations"
)

const sampleText = `The White House has confirmed that "ongoing talks and discussions" are taking place between the United States and Hamas officials, while the ceasefire agreement between Israel and Hamas remains uncertain.
Ms. Leavitt said, "Look, having conversations and talking with people around the world to do what is in the best interest of the American people is what the President… believes is a sincere effort, is to do what is good for the American people." Karoline Leavitt stated that President Donald Trump had authorized his envoys to "talk to anyone."
Israeli Prime Minister Benjamin Netanyahu’s office briefly acknowledged the U.S.–Hamas talks. Adam Bohler, Trump's nominee to handle hostage affairs, led the direct talks with Hamas on October 7, 2023, killing more than 1,200 people.
The émigré café in Gaza – a naïve façade – stayed open.
`

// place is the n-th place, counted from 0, at which words stand in the sample.
func place(t testing.TB, words string, n int) annotations.Span {
	t.Helper()
	from := 0
	for ; ; n-- {
		i := strings.Index(sampleText[from:], words)
		if i < 0 {
			t.Fatalf("%q is not in the sample", words)
		}
		if n == 0 {
			return annotations.Span{Start: from + i, End: from + i + len(words)}
		}
		from += i + len(words)
	}
}

func sample(t testing.TB) *annotations.Edition {
	t.Helper()
	article, err := annotations.NewArticle("sample.txt", sampleText)
	if err != nil {
		t.Fatal(err)
	}
	mention := func(id annotations.EntityID, words string, n int) annotations.Mention {
		return annotations.Mention{Span: place(t, words, n), Entity: id, Form: annotations.Name}
	}
	issued, err := annotations.ParseDate("2025-03-04")
	if err != nil {
		t.Fatal(err)
	}
	e, err := annotations.New(annotations.Content{
		Title: "Sample", Article: article,
		Entities: []annotations.Entity{
			{ID: "white-house", Kind: annotations.Organisation, Name: "White House"},
			{ID: "hamas", Kind: annotations.Organisation, Name: "Hamas", Identity: "Palestinian group that governs Gaza"},
			{ID: "united-states", Kind: annotations.Place, Name: "United States", Aliases: []string{"U.S.", "America"}},
			{ID: "israel", Kind: annotations.Place, Name: "Israel"},
			{ID: "gaza", Kind: annotations.Place, Name: "Gaza Strip", Aliases: []string{"Gaza"}},
			{ID: "karoline-leavitt", Kind: annotations.Person, Name: "Karoline Leavitt", Identity: "White House press secretary"},
			{ID: "donald-trump", Kind: annotations.Person, Name: "Donald Trump", Aliases: []string{"Trump"}},
			{ID: "benjamin-netanyahu", Kind: annotations.Person, Name: "Benjamin Netanyahu", Aliases: []string{"Bibi"}, Identity: "Prime Minister of Israel"},
			{ID: "adam-boehler", Kind: annotations.Person, Name: "Adam Boehler", Printed: "Adam Bohler", Identity: "Nominee for special presidential envoy for hostage affairs"},
			{ID: "us-hamas-talks", Kind: annotations.Event, Name: "U.S.–Hamas talks"},
			{ID: "ceasefire", Kind: annotations.Event, Name: "ceasefire agreement"},
			{ID: "d-attack", Kind: annotations.Time, Name: "October 7, 2023"},
			{ID: "n-killed", Kind: annotations.Number, Name: "more than 1,200 people"},
			{ID: "q-anyone", Kind: annotations.Quote, Name: "talk to anyone", Words: &annotations.Quotation{Speaker: "karoline-leavitt", Setting: "press briefing", Published: "He is willing to talk to anyone"}},
		},
		Mentions: []annotations.Mention{
			mention("white-house", "White House", 0), mention("united-states", "United States", 0),
			mention("hamas", "Hamas", 0), mention("hamas", "Hamas", 1), mention("israel", "Israel", 0),
			mention("ceasefire", "ceasefire agreement", 0), mention("karoline-leavitt", "Leavitt", 0),
			mention("karoline-leavitt", "Karoline Leavitt", 0), mention("donald-trump", "Donald Trump", 0),
			mention("q-anyone", `"talk to anyone."`, 0), mention("benjamin-netanyahu", "Benjamin Netanyahu", 0),
			mention("us-hamas-talks", "U.S.–Hamas talks", 0), mention("adam-boehler", "Adam Bohler", 0),
			mention("d-attack", "October 7, 2023", 0), mention("n-killed", "more than 1,200 people", 0),
		},
		Facts: []annotations.Fact{
			{ID: "boe-led", About: []annotations.EntityID{"adam-boehler", "us-hamas-talks"}, State: annotations.InArticle,
				Text: "Led the direct talks with Hamas.", Evidence: []annotations.Span{place(t, "led the direct talks with Hamas", 0)}},
			{ID: "boe-rubicon", About: []annotations.EntityID{"adam-boehler"}, State: annotations.Background,
				Text: "Founded the investment firm Rubicon Founders.", AsOf: issued, Sources: []annotations.SourceID{"S1", "S2"}},
			{ID: "boe-withdrawn", About: []annotations.EntityID{"adam-boehler"}, State: annotations.Since,
				Text: "The nomination was withdrawn.", Date: issued, Sources: []annotations.SourceID{"S2"}, Unverified: true},
		},
		Passages: []annotations.Passage{
			{Span: place(t, "Adam Bohler, Trump's nominee to handle hostage affairs, led the direct talks with Hamas", 0), Voice: annotations.OwnAccount},
		},
		Remarks: []annotations.Remark{
			{ID: "n1", Span: place(t, "Bohler", 0), Title: "Another spelling", Text: "The article spells the surname without an e.",
				About: []annotations.EntityID{"adam-boehler", "us-hamas-talks"}, Sources: []annotations.SourceID{"S1"}},
			{ID: "n2", Span: place(t, "façade", 0), Title: "No card", Text: "It stands with the passage alone."},
		},
		Sources: []annotations.Source{{ID: "S1", Publisher: "Reuters", Issued: issued}, {ID: "S2", Title: "A page", IssuedRaw: "undated"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// found are the first results of a query in the order in which they are shown;
// all of them if limit is 0.
func found(x *Index, query string, limit int) []Result {
	a, _ := x.Find(context.Background(), query, 0)
	all := a.All()
	if limit > 0 && len(all) > limit {
		all = all[:limit]
	}
	return all
}
