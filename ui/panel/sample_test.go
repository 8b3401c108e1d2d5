package panel_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/panel"
)

const article = `The White House has confirmed that "ongoing talks and discussions" are taking place. Hamas is said to hold at least 35 others.

Adam Bohler, Trump's nominee to handle hostage affairs, led the direct talks with Hamas, indicating the level of importance placed on this issue. The talks with Hamas began last month, an official said.`

// span is the n-th place, counted from 0, where the article says words.
func span(t *testing.T, words string, n int) annotations.Span {
	t.Helper()
	at := 0
	for ; ; n-- {
		i := strings.Index(article[at:], words)
		if i < 0 {
			t.Fatalf("the article does not say %q often enough", words)
		}
		if at += i; n == 0 {
			return annotations.Span{Start: at, End: at + len(words)}
		}
		at++
	}
}

func date(t *testing.T, s string) annotations.Date {
	t.Helper()
	d, err := annotations.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// sample is a small edition with something in every section of a card.
func sample(t *testing.T) *annotations.Edition {
	t.Helper()
	a, err := annotations.NewArticle("sample.txt", article)
	if err != nil {
		t.Fatal(err)
	}
	at := func(words string, n int) annotations.Span { return span(t, words, n) }
	c := annotations.Content{
		Article: a, FactsAsOf: date(t, "2025-10"), Checked: date(t, "2025-11-29"),
		Entities: []annotations.Entity{
			{ID: "boehler", Kind: annotations.Person, Name: "Adam Boehler", Printed: "Adam Bohler",
				Identity: "Trump's nominee to handle hostage affairs",
				Summary:  "Named once, in paragraph 2. The article says he led the direct talks and gives no source for that."},
			{ID: "dermer", Kind: annotations.Person, Name: "Ron Dermer", Identity: "Israel's minister of strategic affairs"},
			{ID: "trump", Kind: annotations.Person, Name: "Donald Trump"},
			{ID: "hamas", Kind: annotations.Organisation, Name: "Hamas"},
			{ID: "talks", Kind: annotations.Event, Name: "U.S.–Hamas direct talks", When: date(t, "2025-02")},
			{ID: "month", Kind: annotations.Time, Name: "last month", Identity: "Talks held; the article is undated"},
			{ID: "others", Kind: annotations.Number, Name: "at least 35 others", Quantity: &annotations.Quantity{
				Value: 1035, Unit: "people", Counted: "remains believed to be held", Hedge: "at least",
				GivenBy: "Israeli officials", AsOf: date(t, "2025-03")}},
			{ID: "held", Kind: annotations.Number, Name: "59 still held", Quantity: &annotations.Quantity{
				Value: 59, Unit: "hostages", Counted: "living and dead", Computed: "24 + 35",
				Others: "The Second Agency wrote of 60.", Sources: []annotations.SourceID{"S2"}}},
			{ID: "ongoing", Kind: annotations.Quote, Name: "ongoing talks and discussions", Words: &annotations.Quotation{
				Speaker: "trump", Setting: "White House press briefing", Date: date(t, "2025-03-05"), OnRecord: true,
				Published: "These are ongoing talks and discussions.", Difference: "The words are the same.",
				Sources: []annotations.SourceID{"S1"}}},
		},
		Mentions: []annotations.Mention{
			{Span: at("Adam Bohler", 0), Entity: "boehler", Form: annotations.Name},
			{Span: at("Trump", 0), Entity: "trump", Form: annotations.Alias},
			{Span: at("Hamas", 0), Entity: "hamas", Form: annotations.Name},
			{Span: at("Hamas", 1), Entity: "hamas", Form: annotations.Name},
			{Span: at("Hamas", 2), Entity: "hamas", Form: annotations.Name},
			{Span: at("direct talks", 0), Entity: "talks", Form: annotations.Description},
			{Span: at("last month", 0), Entity: "month", Form: annotations.Name},
			{Span: at("at least 35 others", 0), Entity: "others", Form: annotations.Name},
			{Span: at(`"ongoing talks and discussions"`, 0), Entity: "ongoing", Form: annotations.Name},
		},
		Facts: []annotations.Fact{
			{ID: "led", About: []annotations.EntityID{"boehler"}, State: annotations.InArticle,
				Text:     "Led the direct talks with Hamas",
				Evidence: []annotations.Span{at("Adam Bohler, Trump's nominee to handle hostage affairs, led the direct talks with Hamas", 0)}},
			{ID: "nominee", About: []annotations.EntityID{"boehler"}, State: annotations.InArticle,
				Text: "Nominated by Donald Trump", Evidence: []annotations.Span{at("Trump's nominee", 0)}},
			{ID: "headed", About: []annotations.EntityID{"boehler"}, State: annotations.Background,
				Text: "Headed the U.S. International Development Finance Corporation in Trump's first term.",
				AsOf: date(t, "2024-12"), Sources: []annotations.SourceID{"S1", "S2"}},
			{ID: "later", About: []annotations.EntityID{"boehler"}, State: annotations.Since,
				Text: "Still travelled as an envoy.", Date: date(t, "2025-09"), Sources: []annotations.SourceID{"S1", "S4"}},
			{ID: "withdrew", About: []annotations.EntityID{"boehler"}, State: annotations.Since, Unverified: true,
				Text: "Withdrew from the nomination; stayed on hostage work as a special government employee.",
				Date: date(t, "2025-03-15"), Sources: []annotations.SourceID{"S2"}},
		},
		Relations: []annotations.Relation{
			{ID: "r5", From: "dermer", To: "hamas", Label: "asked about", Inverse: "asked about by", Sources: []annotations.SourceID{"S1"}},
			{ID: "r1", From: "boehler", To: "trump", Label: "nominated by", Inverse: "nominated", Sources: []annotations.SourceID{"S1"}},
			{ID: "r2", From: "boehler", To: "talks", Label: "led", Inverse: "led by", Evidence: []annotations.Span{at("led the direct talks", 0)}},
			{ID: "r3", From: "ongoing", To: "trump", Label: "spoken by", Inverse: "spoke", Sources: []annotations.SourceID{"S1"}},
			{ID: "r4", From: "ongoing", To: "talks", Label: "about", Inverse: "named in", Sources: []annotations.SourceID{"S1"}},
		},
		Passages: []annotations.Passage{
			{Span: at("The White House has confirmed that \"ongoing talks and discussions\" are taking place.", 0), Voice: annotations.Official, Name: "White House"},
			{Span: at("Hamas is said to hold at least 35 others.", 0), Voice: annotations.OnRecord, Speaker: "trump"},
			{Span: at("Adam Bohler, Trump's nominee to handle hostage affairs, led the direct talks with Hamas,", 0), Voice: annotations.OwnAccount},
			{Span: at("indicating the level of importance placed on this issue.", 0), Voice: annotations.Inference},
			{Span: at("The talks with Hamas began last month, an official said.", 0), Voice: annotations.Unnamed, Name: "Hamas official"},
		},
		Sources: []annotations.Source{
			{ID: "S1", Publisher: "First Agency", Title: "Nominee named for hostage affairs", Grade: "A",
				Issued: date(t, "2024-12-04"), URL: "https://agency.example/world/nominee-named-for-hostage-affairs/FJ6GEFFYWFHDPA4RMBWIOOM3QY/?page=o'clock"},
			{ID: "S2", Publisher: "Second Agency", Title: "Nomination withdrawn", Grade: "B", Party: true, IssuedRaw: "spring 2025", URL: "http://second.example/1"},
			{ID: "S3", Title: "An address that no browser opens", Grade: "C", URL: "file:///etc/passwd"},
			{ID: "S4", Publisher: "First Agency", Title: "Without an address", Grade: "A", Issued: date(t, "2025-03-06")},
		},
		Remarks: []annotations.Remark{
			{ID: "n1", Span: at("led the direct talks", 0), Title: "Two accounts of the meetings",
				Text:  "On 6 March an envoy said that he was not sure whether the two had met.",
				About: []annotations.EntityID{"boehler"}, Sources: []annotations.SourceID{"S1", "S4"},
				Since: []annotations.Later{
					{Text: "The nominee spoke of meetings.", Date: date(t, "2025-03-09"), Sources: []annotations.SourceID{"S4"}},
					{Text: "Two men said that there had been one.", Date: date(t, "2025-10?"), Sources: []annotations.SourceID{"S1"}},
				}},
			{ID: "n2", Span: at("Hamas is said to hold", 0), Title: "Who says so", Text: "The article does not say."},
		},
		About: []annotations.Section{
			{ID: "text", Heading: "What this text is", Paragraphs: []string{"A sample of two paragraphs, shown word for word.", "It has no headline and no date."},
				Sources: []annotations.SourceID{"S1"}},
			{ID: "unknown", Heading: "What is not known", Paragraphs: []string{"Who wrote it."}},
		},
	}
	e, err := annotations.New(c)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// themed makes an application in a scheme and returns its roles of type.
func themed(t *testing.T, s look.Scheme) look.Roles {
	t.Helper()
	th, err := look.New(s)
	if err != nil {
		t.Fatal(err)
	}
	test.NewTempApp(t).Settings().SetTheme(th)
	return th.Roles()
}

// open shows the panel in a window of the given size.
func open(t *testing.T, p *panel.Panel, w, h float32) fyne.Window {
	t.Helper()
	win := test.NewTempWindow(t, p)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(w, h))
	return win
}

// drawn is an object with its place in the window.
type drawn struct {
	fyne.CanvasObject
	at fyne.Position
}

func (d drawn) middle() fyne.Position {
	return d.at.AddXY(d.Size().Width/2, d.Size().Height/2)
}

// tree lists the visible objects of o and all it holds.
func tree(o fyne.CanvasObject) []drawn { return walk(nil, o, fyne.Position{}) }

func walk(out []drawn, o fyne.CanvasObject, at fyne.Position) []drawn {
	if !o.Visible() {
		return out
	}
	at = at.Add(o.Position())
	out = append(out, drawn{o, at})
	switch x := o.(type) {
	case fyne.Widget:
		for _, c := range test.WidgetRenderer(x).Objects() {
			out = walk(out, c, at)
		}
	case *fyne.Container:
		for _, c := range x.Objects {
			out = walk(out, c, at)
		}
	}
	return out
}

// texts are the words that are drawn, by line.
func texts(o fyne.CanvasObject) []drawn {
	var out []drawn
	for _, d := range tree(o) {
		if t, ok := d.CanvasObject.(*canvas.Text); ok && t.Text != "" {
			out = append(out, d)
		}
	}
	return out
}

func wordsOf(d drawn) string { return d.CanvasObject.(*canvas.Text).Text }

// all is every word that is drawn, in order.
func all(o fyne.CanvasObject) string {
	var out []string
	for _, d := range texts(o) {
		out = append(out, wordsOf(d))
	}
	return strings.ReplaceAll(strings.Join(out, " "), "\u00a0", " ")
}

// find is the n-th text that begins with the words, counted from 0.
func find(t *testing.T, o fyne.CanvasObject, words string, n int) drawn {
	t.Helper()
	for _, d := range texts(o) {
		if strings.HasPrefix(wordsOf(d), words) {
			if n == 0 {
				return d
			}
			n--
		}
	}
	t.Fatalf("%q is not drawn; there is: %s", words, all(o))
	return drawn{}
}

// labelled is the control of that accessible name.
func labelled(t *testing.T, o fyne.CanvasObject, label string) drawn {
	t.Helper()
	for _, d := range tree(o) {
		if a, ok := d.CanvasObject.(fyne.Accessible); ok && a.AccessibilityLabel() == label {
			return d
		}
	}
	t.Fatalf("there is no control %q", label)
	return drawn{}
}
