package panel_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/annotations/knowledge"
	"sidelight/ui/look"
	"sidelight/ui/uitest"
)

// known is what is known beside the article, which a test lets come when it says so.
type known struct {
	asked     []knowledge.Subject
	then      func([]knowledge.Line)
	confirmed map[string]bool
	opened    []string
}

func (k *known) Ask(about knowledge.Subject, then func([]knowledge.Line)) {
	k.asked, k.then = append(k.asked, about), then
}
func (k *known) Confirmed(_ knowledge.Subject, l knowledge.Line) bool { return k.confirmed[l.Title] }
func (k *known) Confirm(_ knowledge.Subject, l knowledge.Line, yes bool) {
	k.confirmed[l.Title] = yes
}
func (k *known) OpenArticle(a knowledge.Article) { k.opened = append(k.opened, a.Path) }

// lines are one of each source.
var lines = []knowledge.Line{
	{From: knowledge.BuiltIn, Text: "town in Norway", Detail: "Built-in list, from GeoNames"},
	{From: knowledge.Library, More: 1, Articles: []knowledge.Article{
		{Title: "The log of the pump", Path: "/texts/pump.md", Sentence: "Sander read the log.", End: 6},
	}},
	{From: knowledge.Encyclopaedia, Title: "Liv Sander", Text: "Liv Sander was a Norwegian skier.", Detail: "A small encyclopaedia · 2025-08-12 · CC BY-SA 4.0"},
}

// What is known beside the article stands apart, each line with its source, and comes
// when it comes. An answer for a card that is no longer shown is not shown.
func TestOutside(t *testing.T) {
	k := &known{confirmed: map[string]bool{}}
	p := newRig(uitest.Marked(t), themed(t, look.Light))
	p.Outside = k
	win := open(t, p.Panel, 376, 2400)
	p.ShowEntity("sander", 0)
	if len(k.asked) != 1 || k.asked[0].Name != "Liv Sander" || k.asked[0].Called[0] != "Chief engineer" {
		t.Fatalf("asked %+v", k.asked)
	}
	if strings.Contains(all(p.Panel), "Outside this article") {
		t.Error("something is known before it has come")
	}
	late := k.then
	p.ShowEntity("tromvik", 0)
	late(lines)
	if got := all(p.Panel); strings.Contains(got, "skier") {
		t.Errorf("the card of a place has what is known of a person:\n%s", got)
	}
	p.ShowEntity("sander", 0)
	k.then(lines)
	for _, w := range []string{
		"Outside this article not in the article town in Norway Built-in list, from GeoNames In 2 other articles of yours From your library on this computer · may be another of that name",
		"Liv Sander was a Norwegian skier. A small encyclopaedia · 2025-08-12 · CC BY-SA 4.0 May be another of that name. It is this one",
	} {
		if got := normal(all(p.Panel)); !strings.Contains(got, w) {
			t.Errorf("%q is not there:\n%s", w, got)
		}
	}
	test.TapCanvas(win.Canvas(), labelled(t, p.Panel, "It is this one").middle())
	if got := normal(all(p.Panel)); !k.confirmed["Liv Sander"] || !strings.Contains(got, "You said that it is this one. Take it back") {
		t.Errorf("confirmed %v:\n%s", k.confirmed, got)
	}
	win.Canvas().Focus(labelled(t, p.Panel, "In 2 other articles of yours").CanvasObject.(fyne.Focusable))
	uitest.Press(win, fyne.KeyReturn)
	if got := normal(all(p.Panel)); !strings.Contains(got, "The log of the pump Sander read the log. 1 more in your library") {
		t.Errorf("the articles are not listed:\n%s", got)
	}
	test.TapCanvas(win.Canvas(), labelled(t, p.Panel, "The log of the pump").middle())
	if len(k.opened) != 1 || k.opened[0] != "/texts/pump.md" {
		t.Errorf("opened %q", k.opened)
	}
	p.ShowEntity("sander", 1)
	if len(k.asked) != 3 {
		t.Errorf("asked %d times", len(k.asked))
	}
}

// Of a number nothing is asked.
func TestOutsideIsNotAskedOfNumbers(t *testing.T) {
	k := &known{}
	p := newRig(uitest.Marked(t), themed(t, look.Light))
	p.Outside = k
	open(t, p.Panel, 376, 800)
	for _, id := range []annotations.EntityID{"samples", "thursday", "wall"} {
		p.ShowEntity(id, 0)
	}
	if len(k.asked) != 0 {
		t.Errorf("asked %+v", k.asked)
	}
}

// A page of an encyclopaedia is named where it has another title than what was asked for.
func TestOutsideNamesThePage(t *testing.T) {
	k := &known{confirmed: map[string]bool{}}
	p := newRig(uitest.Marked(t), themed(t, look.Light))
	p.Outside = k
	open(t, p.Panel, 376, 2400)
	p.ShowEntity("halmsund", 0)
	k.then([]knowledge.Line{{From: knowledge.Encyclopaedia, Title: "Halmsund Municipality", Text: "Halmsund is a town.",
		Detail: "A small encyclopaedia · 2025-08-12 · CC BY-SA 4.0", Sure: true, AsOf: date(t, "2025-08-12")}})
	if got := normal(all(p.Panel)); !strings.Contains(got, "Halmsund is a town. “Halmsund Municipality”, A small encyclopaedia · 12 August 2025 · CC BY-SA 4.0") || strings.Contains(got, "It is this one") {
		t.Errorf("the page is not named:\n%s", got)
	}
}
