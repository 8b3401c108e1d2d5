package panel_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/panel"
)

const address = "https://agency.example/world/nominee-named-for-hostage-affairs/FJ6GEFFYWFHDPA4RMBWIOOM3QY/?page=o%27clock"

func TestPanel_SourcesByGrade(t *testing.T) {
	p := panel.New(sample(t), themed(t, look.Light))
	open(t, p, 376, 900)
	p.ShowSources("")
	got := normal(all(p))
	at := -1
	for _, w := range []string{
		"Sources 4",
		"Grade A 2 Original publisher", "First Agency Nominee named for hostage affairs 4 December 2024 · Used by 2 facts, 1 quotation, 3 relations, 1 editor’s note, the word on this edition",
		"First Agency Without an address 6 March 2025 · Used by 1 fact, 1 editor’s note",
		"Grade B 1 Repost", "Second Agency Nomination withdrawn spring 2025 · Used by 2 facts, 1 number",
		"Grade C 1 Weak host", "An address that no browser opens Not used by any fact",
	} {
		i := strings.Index(got, w)
		if i <= at {
			t.Errorf("%q is not there or not in its place: %s", w, got)
		}
		at = max(at, i)
	}
}

// A link is asked for only from under its address, and only to the web.
func TestPanel_SourceUnfoldsItsAddressFirst(t *testing.T) {
	p := panel.New(sample(t), themed(t, look.Light))
	win := open(t, p, 376, 1200)
	var links []string
	var entities []annotations.EntityID
	var passages []annotations.Span
	p.OnLink = func(s string) { links = append(links, s) }
	p.OnEntity = func(id annotations.EntityID) { entities = append(entities, id) }
	p.OnPassage = func(s annotations.Span) { passages = append(passages, s) }
	p.ShowSources("")
	tap := func(words string, n int) { test.TapCanvas(win.Canvas(), find(t, p, words, n).middle()) }
	if got := all(p); strings.Contains(got, "Open in browser") || strings.Contains(got, "agency.example") {
		t.Fatalf("a folded row shows its address: %s", got)
	}
	tap("Nominee named", 0)
	if got := strings.ReplaceAll(all(p), " ", ""); !strings.Contains(got, address) {
		t.Fatalf("the address is not shown whole: %s", got)
	}
	if d := find(t, p, "Open in browser", 0); d.at.Y < find(t, p, "https", 0).at.Y {
		t.Error("the button stands above the address")
	}
	tap("Open in browser", 0)
	tap("Headed the", 0)
	tap("“ongoing talks", 0)
	tap("Adam Boehler: nominated by", 0)
	tap("Two accounts", 0)
	tap("Nominee named", 0)
	if strings.Contains(all(p), "Open in browser") {
		t.Error("the row does not fold up")
	}
	tap("An address", 0)
	tap("Without an", 0)
	if got := all(p); strings.Contains(got, "Open in browser") || !strings.Contains(got, "file:///etc/passwd") {
		t.Errorf("what is no web address can be opened, or is not shown: %s", got)
	}
	if !slices.Equal(links, []string{address}) {
		t.Errorf("asked for the links %q", links)
	}
	if !slices.Equal(entities, []annotations.EntityID{"boehler", "ongoing", "boehler", "boehler"}) || len(passages) != 0 {
		t.Errorf("asked for the entities %v and the passages %v", entities, passages)
	}
}

// The source that was asked for is marked and in view, also when the list is
// open already, and before the panel has a size.
func TestPanel_SourceIsBroughtIntoView(t *testing.T) {
	e := bundled(t)
	all := slices.Clone(e.Sources())
	slices.SortStableFunc(all, func(a, b annotations.Source) int { return strings.Compare(a.Grade, b.Grade) })
	first, middle, last := all[0], all[len(all)/2], all[len(all)-1]
	p := panel.New(e, themed(t, look.Light))
	p.ShowSources(last.ID)
	open(t, p, 376, 772)
	for _, s := range []annotations.Source{last, middle, first, last} {
		p.ShowSources(s.ID)
		row := labelled(t, p, s.Publisher+": "+s.Title)
		y := fyne.CurrentApp().Driver().AbsolutePositionForObject(row.CanvasObject).Y
		if y < 44 || y+row.Size().Height > 772 {
			t.Errorf("%s lies at %v, out of view", s.ID, y)
		}
	}
}

// Of a long list only the rows near the view are drawn.
func TestPanel_SourcesAreDrawnAsTheyComeIntoView(t *testing.T) {
	e := bundled(t)
	p := panel.New(e, themed(t, look.Light))
	win := open(t, p, 376, 772)
	p.ShowSources("")
	count := func() int { return strings.Count(all(p), "Used by") + strings.Count(all(p), "Not used") }
	if n := count(); n < 8 || n > 30 {
		t.Errorf("%d rows of %d are drawn at first", n, len(e.Sources()))
	}
	at := fyne.NewPos(100, 300)
	for before := -1; count() != before; {
		before = count()
		test.Scroll(win.Canvas(), at, 0, -500)
	}
	if n := count(); n != len(e.Sources()) {
		t.Errorf("after scrolling to the end %d rows of %d have been drawn", n, len(e.Sources()))
	}
}

func TestPanel_SourceLinksReport(t *testing.T) {
	p := panel.New(sample(t), themed(t, look.Light))
	win := open(t, p, 376, 1600)
	var sources []annotations.SourceID
	var passages []annotations.Span
	p.OnSource = func(id annotations.SourceID) { sources = append(sources, id) }
	p.OnPassage = func(s annotations.Span) { passages = append(passages, s) }
	tap := func(words string, n int) { test.TapCanvas(win.Canvas(), find(t, p, words, n).middle()) }
	p.ShowEntity("boehler", -1)
	tap("First Agency, 6", 0)   // of the note
	tap("First Agency;", 0)     // of the background
	tap("Second Agency", 0)     // its second
	tap("Second Agency, sp", 0) // since then
	tap("Two accounts", 0)
	tap("¶2", 3) // of the relation to the talks, after two facts and the note
	p.ShowEntity("ongoing", -1)
	tap("First Agency, 4", 0)
	p.ShowEntity("held", -1)
	tap("Second Agency", 0)
	p.ShowAbout()
	tap("First Agency, 4", 0)
	tap("All sources", 0)
	if want := []annotations.SourceID{"S4", "S1", "S2", "S2", "S1", "S2", "S1", ""}; !slices.Equal(sources, want) {
		t.Errorf("asked for the sources %q, want %q", sources, want)
	}
	led := span(t, "led the direct talks", 0)
	if !slices.Equal(passages, []annotations.Span{led, led}) {
		t.Errorf("asked for the passages %v", passages)
	}
}

// Nobody has to listen.
func TestPanel_LinksWithoutCallbacks(t *testing.T) {
	p := panel.New(sample(t), themed(t, look.Light))
	win := open(t, p, 376, 1200)
	p.ShowSources("S1")
	test.TapCanvas(win.Canvas(), find(t, p, "Open in browser", 0).middle())
	p.ShowAbout()
	test.TapCanvas(win.Canvas(), find(t, p, "All sources", 0).middle())
}
