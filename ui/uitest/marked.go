package uitest

import (
	"strings"
	"testing"

	"sidelight/annotations"
)

// found is what a stage of the annotator found in the article of [Marked].
type found struct {
	entity annotations.EntityID
	words  string
	nth    int // the how-manieth of such words in the article, from 0
	form   annotations.Form
	by     annotations.Stage
	score  float32
	ground string // the nearest such words before the mention, or else behind it
}

// markedText are the lines of the article of [Marked], as for [Compose].
var markedText = []string{
	"h1 The Harbour Inquiry, One Year On",
	"p The commission on the east breakwater hears its last witness on Thursday, a year after 14 metres of the wall slid into the basin at Halmsund. Nobody was hurt. Three berths have been closed since, and the port has *not yet* said when they reopen.",
	"p “We poured in four nights what the plan gave us seven for,” Tomas Brandt, who led the night shift, told the commission in June. The Port Authority says that the schedule was **agreed in writing** by both sides.",
	"h2 What the commission was asked",
	"p Chief engineer Liv Sander stated that at least 24 samples had been tested at Halmsund. Ms. Sander said, “A wall does not know what was signed.” She indicated that the Port Authority had asked for the log, and that nobody had seen it.",
	"p Sander met Rolf Ek in Tromvik on 9 June 2026. Mr. Brandt left the Port Authority.",
}

// markedFound is what is found in it.
var markedFound = []found{
	{"commission", "commission", 0, annotations.Name, annotations.ByNames, 0.93, ""},
	{"thursday", "Thursday", 0, annotations.Name, annotations.ByDates, 0.9, "hears"},
	{"metres", "14 metres of the wall", 0, annotations.Name, annotations.ByNumbers, 0.95, ""},
	{"halmsund", "Halmsund", 0, annotations.Name, annotations.ByNames, 0.97, "at"},
	{"berths", "Three berths", 0, annotations.Name, annotations.ByNumbers, 0.9, ""},
	{"poured", "“We poured in four nights what the plan gave us seven for,”", 0, annotations.Name, annotations.ByQuotations, 0.98, ""},
	{"brandt", "Tomas Brandt", 0, annotations.Name, annotations.ByNames, 0.98, ""},
	{"commission", "commission", 1, annotations.Name, annotations.ByNames, 0.93, ""},
	{"june", "in June", 0, annotations.Name, annotations.ByDates, 0.85, "told"},
	{"port", "Port Authority", 0, annotations.Name, annotations.ByNames, 0.96, ""},
	{"commission", "commission", 2, annotations.Name, annotations.ByNames, 0.93, ""},
	{"sander", "Liv Sander", 0, annotations.Name, annotations.ByNames, 0.99, "Chief engineer"},
	{"samples", "at least 24 samples", 0, annotations.Name, annotations.ByNumbers, 0.95, ""},
	{"halmsund", "Halmsund", 1, annotations.Name, annotations.ByNames, 0.97, "at"},
	{"sander", "Ms. Sander", 0, annotations.Alias, annotations.ByLinks, 0.95, "Ms."},
	{"wall", "“A wall does not know what was signed.”", 0, annotations.Name, annotations.ByQuotations, 0.98, ""},
	{"sander", "She", 0, annotations.Pronoun, annotations.ByLinks, 0.6, ""},
	{"port", "Port Authority", 1, annotations.Name, annotations.ByNames, 0.96, ""},
	{"sander", "Sander", 2, annotations.Alias, annotations.ByLinks, 0.95, ""},
	{"ek", "Rolf Ek", 0, annotations.Name, annotations.ByNames, 0.55, "met"},
	{"tromvik", "Tromvik", 0, annotations.Name, annotations.ByNames, 0.88, "in"},
	{"hearing", "9 June 2026", 0, annotations.Name, annotations.ByDates, 1, ""},
	{"brandt", "Mr. Brandt", 0, annotations.Alias, annotations.ByLinks, 0.95, "Mr."},
	{"port", "Port Authority", 2, annotations.Name, annotations.ByNames, 0.96, ""},
}

// Marked is an article that a person has not marked, with marks as the annotator makes
// them.
func Marked(t testing.TB) *annotations.Edition {
	t.Helper()
	e, err := annotations.New(MarkedContent(t))
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// MarkedContent is the content of [Marked].
func MarkedContent(t testing.TB) annotations.Content {
	t.Helper()
	a := Compose(t, annotations.Meta{
		Title:     annotations.Given{Text: "The Harbour Inquiry, One Year On", From: "heading"},
		Byline:    annotations.Given{Text: "Ines Vahl", From: "front matter"},
		Published: annotations.Given{Text: "2026-10-14", From: "front matter"},
	}, markedText...)
	at := func(words string, nth int) annotations.Span { return nthOf(t, a.Text, words, nth) }
	when := func(s string) annotations.Date {
		d, err := annotations.ParseDate(s)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	said := "“We poured in four nights what the plan gave us seven for,” Tomas Brandt, who led the night shift, told the commission"
	wall := "“A wall does not know what was signed.”"
	c := annotations.Content{
		Title: "The Harbour Inquiry, One Year On", Article: a, Language: "en", Marked: true, Published: when("2026-10-14"),
		Standfirst: "What the commission on the east breakwater was asked, what it heard, and what it has left open.",
		Entities: []annotations.Entity{
			{ID: "commission", Kind: annotations.Organisation, Name: "commission"},
			{ID: "port", Kind: annotations.Organisation, Name: "Port Authority"},
			{ID: "sander", Kind: annotations.Person, Name: "Liv Sander", Aliases: []string{"Sander", "Ms. Sander"},
				Called: []annotations.Span{at("Chief engineer", 0)}},
			{ID: "brandt", Kind: annotations.Person, Name: "Tomas Brandt", Aliases: []string{"Brandt", "Mr. Brandt"},
				Called: []annotations.Span{at("who led the night shift", 0)}},
			{ID: "ek", Kind: annotations.Person, Name: "Rolf Ek"},
			{ID: "halmsund", Kind: annotations.Place, Name: "Halmsund"},
			{ID: "tromvik", Kind: annotations.Place, Name: "Tromvik", Location: &annotations.Location{Lat: 69.6, Lon: 18.9}},
			{ID: "thursday", Kind: annotations.Time, Name: "Thursday", When: when("2026-10-15")},
			{ID: "june", Kind: annotations.Time, Name: "in June", When: when("2026-06")},
			{ID: "hearing", Kind: annotations.Time, Name: "9 June 2026", When: when("2026-06-09")},
			{ID: "metres", Kind: annotations.Number, Name: "14 metres of the wall",
				Quantity: &annotations.Quantity{Value: 14, Unit: "m", Counted: "of the wall"}},
			{ID: "berths", Kind: annotations.Number, Name: "Three berths", Quantity: &annotations.Quantity{Value: 3, Unit: "berths", Counted: "berths"}},
			{ID: "samples", Kind: annotations.Number, Name: "at least 24 samples",
				Quantity: &annotations.Quantity{Value: 24, Unit: "samples", Counted: "samples", Hedge: "at least"}},
			{ID: "poured", Kind: annotations.Quote, Name: "We poured in four nights what the plan gave us seven for",
				Words: &annotations.Quotation{Speaker: "brandt", OnRecord: true}},
			{ID: "wall", Kind: annotations.Quote, Name: "A wall does not know what was signed",
				Words: &annotations.Quotation{Speaker: "sander", OnRecord: true}},
		},
		Facts: []annotations.Fact{{
			ID: "gazetteer:tromvik", About: []annotations.EntityID{"tromvik"}, State: annotations.Background,
			Text: "place in Norway", AsOf: when("2026-09"), Sources: []annotations.SourceID{"gazetteer"},
		}},
		Sources: []annotations.Source{{ID: "gazetteer", Type: "dataset", Title: "GeoNames, large cities", Publisher: "GeoNames", Issued: when("2026-09")}},
		Relations: []annotations.Relation{{
			ID: "met", From: "sander", To: "ek", Label: "met", Inverse: "met", Origin: annotations.Found,
			Evidence: []annotations.Span{at("Sander met Rolf Ek in Tromvik on 9 June 2026.", 0)},
		}},
		Passages: []annotations.Passage{
			{Span: at(said, 0), Voice: annotations.OnRecord, Speaker: "brandt", Name: "Tomas Brandt", Origin: annotations.Found, Cue: at("told", 0)},
			{Span: at("The Port Authority says that the schedule was agreed in writing by both sides.", 0), Voice: annotations.Official,
				Speaker: "port", Name: "Port Authority", Origin: annotations.Found, Cue: at("says that", 0)},
			{Span: at("Chief engineer Liv Sander stated that at least 24 samples had been tested at Halmsund.", 0), Voice: annotations.OnRecord,
				Speaker: "sander", Name: "Liv Sander", Origin: annotations.Found, Cue: at("stated that", 0)},
			{Span: at("Ms. Sander said, "+wall, 0), Voice: annotations.OnRecord, Speaker: "sander", Name: "Liv Sander", Origin: annotations.Found, Cue: at("said", 1)},
			{Span: at("She indicated that the Port Authority had asked for the log", 0), Voice: annotations.OnRecord,
				Speaker: "sander", Name: "Liv Sander", Origin: annotations.Found, Cue: at("indicated that", 0)},
		},
	}
	for _, f := range markedFound {
		m := annotations.Mention{Span: at(f.words, f.nth), Entity: f.entity, Form: f.form, Origin: annotations.Found, Score: f.score, By: f.by}
		if f.ground != "" {
			m.Ground = nearest(a.Text, f.ground, m.Span)
		}
		c.Mentions = append(c.Mentions, m)
	}
	return c
}

// nthOf is the n-th place, from 0, of words in a text.
func nthOf(t testing.TB, text, words string, n int) annotations.Span {
	t.Helper()
	for at := 0; ; n-- {
		i := strings.Index(text[at:], words)
		if i < 0 {
			t.Fatalf("the article does not have %q often enough", words)
		}
		if at += i; n == 0 {
			return annotations.Span{Start: at, End: at + len(words)}
		}
		at++
	}
}

// nearest is where words stand last up to the end of a span, or else first behind it;
// nowhere if they do not.
func nearest(text, words string, s annotations.Span) annotations.Span {
	i := strings.LastIndex(text[:s.End], words)
	if i < 0 {
		if i = strings.Index(text[s.End:], words); i < 0 {
			return annotations.Span{}
		}
		i += s.End
	}
	return annotations.Span{Start: i, End: i + len(words)}
}
