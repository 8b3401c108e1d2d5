package panel_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/uitest"
)

// The card of what the program found says that nobody has checked it, and only what the
// article says.
func TestFoundCard(t *testing.T) {
	p := newRig(uitest.Marked(t), themed(t, look.Light))
	open(t, p.Panel, 376, 2400)
	for id, want := range map[annotations.EntityID][]string{
		"sander": {
			"Person 1 of 3 Marked by Sidelight, not checked Liv Sander “Chief engineer”",
			"What the article calls this person, in paragraph 3. Also “Ms. Sander” (1), “Sander” (1), “She” (1).",
			"Quotations 1 speaker found by rule “A wall does not know what was signed.” Liv Sander, “said” ¶3",
			"Sentences 4 voice found by rule Chief engineer Liv Sander stated that at least 24 samples had been tested at Halmsund. Liv Sander, “stated that” ¶3",
			"Connected to 1 by a verb of the article Liv Sander “met” Rolf Ek Sander met Rolf Ek in Tromvik",
			"Dates beside it 1 in the same sentence 9 June 2026 Stands near 4 sentences with both Halmsund 1",
			"Stands near",
			"How it was marked how sure Marked as a person, from “Chief engineer” 99%",
			"“Ms. Sander” taken for the same, from “Ms.” 95%",
			"Mentions 3",
		},
		"ek":       {"Marked by Sidelight, unsure Rolf Ek", "Sentences 1", "own account · unsure"},
		"thursday": {"Thursday 15 October 2026 From the date of the article.", "Marked as a date or time, from “hears”"},
		"june":     {"in June June 2026 From the date of the article."},
		"hearing":  {"9 June 2026", "Stands near 3"},
		"samples":  {"The number value 24 samples stated as “at least”"},
		"metres":   {"value 14 m counted “of the wall”"},
		"poured":   {"Speaker found by rule said by Tomas Brandt from “told” voice On record"},
		"tromvik":  {"Outside this article not in the article place in Norway Built-in list, from GeoNames, large cities · September 2026"},
		"brandt":   {"“who led the night shift”", "Also “Mr. Brandt” (1)."},
	} {
		p.ShowEntity(id, 0)
		got := normal(all(p.Panel))
		for _, w := range want {
			if !strings.Contains(got, normal(w)) {
				t.Errorf("%s: %q is not on the card:\n%s", id, w, got)
			}
		}
		for _, never := range []string{"Summary", "Background", "standing", "Review", "Correct"} {
			if strings.Contains(got, never) {
				t.Errorf("%s: the card says %q:\n%s", id, never, got)
			}
		}
	}
}

// At a glance says that nobody has checked the marks and, on request, what they can miss.
func TestFoundGlance(t *testing.T) {
	p := newRig(uitest.Marked(t), themed(t, look.Light))
	win := open(t, p.Panel, 376, 1600)
	for _, w := range []string{
		"Names, dates, numbers and quotations were marked by Sidelight on this computer. Nobody has checked them. What this can miss",
		"Who is speaking share of words, found by rule On record 39% Official statement 9% Article’s own account 52%",
		"Named most often commission 3 Port Authority 3 Liv Sander 3 Tomas Brandt 2",
		"Dates given 3 Thursday 15 October 2026, from the date of the article in June June 2026, from the date of the article 9 June 2026 Sander met",
	} {
		if got := normal(all(p.Panel)); !strings.Contains(got, w) {
			t.Errorf("%q is not there:\n%s", w, got)
		}
	}
	test.TapCanvas(win.Canvas(), labelled(t, p.Panel, "What this can miss").middle())
	if got := all(p.Panel); !strings.Contains(got, "A name can be missed") {
		t.Errorf("what can be missed is not said:\n%s", got)
	}
	win.Canvas().Focus(labelled(t, p.Panel, "What this can miss").CanvasObject.(fyne.Focusable))
	uitest.Press(win, fyne.KeyReturn)
	if got := all(p.Panel); strings.Contains(got, "A name can be missed") {
		t.Error("what can be missed does not go away")
	}
}

// How long something took is marked, but is no date that the article gives.
func TestFoundLengthIsNoDate(t *testing.T) {
	c := uitest.MarkedContent(t)
	const words = "four nights"
	at := strings.Index(c.Article.Text, words)
	c.Entities = append(c.Entities, annotations.Entity{ID: "nights", Kind: annotations.Time, Name: words, Length: true})
	c.Mentions = append(c.Mentions, annotations.Mention{
		Span: annotations.Span{Start: at, End: at + len(words)}, Entity: "nights", Form: annotations.Name,
		Origin: annotations.Found, Score: .9, By: annotations.ByDates,
	})
	e, err := annotations.New(c)
	if err != nil {
		t.Fatal(err)
	}
	p := newRig(e, themed(t, look.Light))
	open(t, p.Panel, 376, 2400)
	if got := normal(all(p.Panel)); !strings.Contains(got, "Dates given 3") || strings.Contains(got, words) {
		t.Errorf("at a glance:\n%s", got)
	}
	p.ShowEntity("nights", 0)
	if got := normal(all(p.Panel)); !strings.Contains(got, "four nights A length of time, or how often something happens.") {
		t.Errorf("the card:\n%s", got)
	}
	p.ShowEntity("brandt", 0)
	if got := normal(all(p.Panel)); !strings.Contains(got, "Dates beside it 1 ") {
		t.Errorf("the card of a person beside it:\n%s", got)
	}
}

// The sentences that a card leaves out at first come with a click and with a key, and the
// keyboard goes on with the first of them.
func TestFoundCardShowsMore(t *testing.T) {
	p := newRig(uitest.Marked(t), themed(t, look.Light))
	win := open(t, p.Panel, 376, 2400)
	p.ShowEntity("sander", 0)
	more := labelled(t, p.Panel, "Show 2 more")
	win.Canvas().Focus(more.CanvasObject.(fyne.Focusable))
	uitest.Press(win, fyne.KeyReturn)
	if got := normal(all(p.Panel)); !strings.Contains(got, "She indicated that the Port Authority had asked for the log, and that nobody had seen it. Liv Sander, “indicated that” · unsure ¶3") {
		t.Errorf("the third sentence is not there:\n%s", got)
	}
	uitest.Press(win, fyne.KeyReturn)
	if want := p.nth("sander", 2); len(p.mentions) != 1 || p.mentions[0] != want {
		t.Errorf("Enter asked for %v, want %v", p.mentions, want)
	}
}

// Every card stands in order at every width of the panel, with all that it can show.
func TestFoundCard_EveryCardAtEveryWidth(t *testing.T) {
	e := uitest.Marked(t)
	roles := themed(t, look.Light)
	ids := []annotations.EntityID{""}
	for _, x := range e.Entities() {
		ids = append(ids, x.ID)
	}
	for _, width := range []float32{280, 376, 420} {
		k := &known{confirmed: map[string]bool{}}
		p := newRig(e, roles)
		p.Outside = k
		open(t, p.Panel, width, 20_000)
		for _, id := range ids {
			k.then = nil
			p.ShowEntity(id, 0)
			if k.then != nil {
				k.then(lines)
			}
			for _, fault := range faults(p.Panel, width) {
				t.Errorf("%s at %v: %s", id, width, fault)
			}
		}
	}
}

func TestFoundCard_LooksAsDesigned(t *testing.T) {
	for name, x := range map[string]struct {
		scheme look.Scheme
		id     annotations.EntityID
		known  bool
	}{
		"found-glance-light":  {look.Light, "", false},
		"found-person-light":  {look.Light, "sander", true},
		"found-person-dark":   {look.Dark, "sander", false},
		"found-date-contrast": {look.HighContrast, "thursday", false},
	} {
		k := &known{confirmed: map[string]bool{}}
		p := newRig(uitest.Marked(t), themed(t, x.scheme))
		p.Outside = k
		win := open(t, p.Panel, 376, 1400)
		p.ShowEntity(x.id, 0)
		if x.known {
			k.then(lines)
		}
		test.AssertImageMatches(t, name+".png", win.Canvas().Capture())
	}
}
