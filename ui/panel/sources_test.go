package panel_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/look"
)

const address = "https://agency.example/world/nominee-named-for-hostage-affairs/FJ6GEFFYWFHDPA4RMBWIOOM3QY/?page=o%27clock"

func TestPanel_SourcesByGrade(t *testing.T) {
	p := newRig(sample(t), themed(t, look.Light))
	open(t, p.Panel, 376, 900)
	p.ShowSources("")
	got := normal(all(p.Panel))
	at := -1
	for _, w := range []string{
		"Sources 4",
		"Grade A 2 Reports with staff of its own", "First Agency Nominee named for hostage affairs 4 December 2024 · Used by 2 facts, 1 quotation, 4 relations, 1 editor’s note, the word on this edition",
		"First Agency Without an address 6 March 2025 · Used by 1 fact, 1 editor’s note",
		"Grade B 1 A party to the matter", "Second Agency Nomination withdrawn spring 2025 · party to the matter · Used by 2 facts, 1 number",
		"Grade C 1 A page that nobody answers for", "An address that no browser opens Not used by any fact",
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
	p := newRig(sample(t), themed(t, look.Light))
	win := open(t, p.Panel, 376, 1200)
	p.ShowSources("")
	tap := func(words string, n int) { test.TapCanvas(win.Canvas(), find(t, p.Panel, words, n).middle()) }
	if got := all(p.Panel); strings.Contains(got, "Open in browser") || strings.Contains(got, "agency.example") {
		t.Fatalf("a folded row shows its address: %s", got)
	}
	tap("Nominee named", 0)
	if got := strings.ReplaceAll(all(p.Panel), " ", ""); !strings.Contains(got, address) {
		t.Fatalf("the address is not shown whole: %s", got)
	}
	if d := find(t, p.Panel, "Open in browser", 0); d.at.Y < find(t, p.Panel, "https", 0).at.Y {
		t.Error("the button stands above the address")
	}
	tap("Open in browser", 0)
	tap("Headed the", 0)
	tap("“ongoing talks", 0)
	tap("Adam Boehler: nominated by", 0)
	tap("Two accounts", 0)
	tap("Nominee named", 0)
	if strings.Contains(all(p.Panel), "Open in browser") {
		t.Error("the row does not fold up")
	}
	tap("An address", 0)
	tap("Without an", 0)
	if got := all(p.Panel); strings.Contains(got, "Open in browser") || !strings.Contains(got, "file:///etc/passwd") {
		t.Errorf("what is no web address can be opened, or is not shown: %s", got)
	}
	if !slices.Equal(p.links, []string{address}) {
		t.Errorf("asked for the links %q", p.links)
	}
	if !slices.Equal(p.entities, []annotations.EntityID{"boehler", "ongoing", "boehler", "boehler"}) || len(p.passages) != 0 {
		t.Errorf("asked for the entities %v and the passages %v", p.entities, p.passages)
	}
}

// The source that was asked for is marked and in view, also when the list is
// open already, and before the panel has a size.
func TestPanel_SourceIsBroughtIntoView(t *testing.T) {
	e := bundled(t)
	all := slices.Clone(e.Sources())
	slices.SortStableFunc(all, func(a, b annotations.Source) int { return strings.Compare(a.Grade, b.Grade) })
	first, middle, last := all[0], all[len(all)/2], all[len(all)-1]
	p := newRig(e, themed(t, look.Light))
	p.ShowSources(last.ID)
	open(t, p.Panel, 376, 772)
	for _, s := range []annotations.Source{last, middle, first, last} {
		p.ShowSources(s.ID)
		row := labelled(t, p.Panel, s.Publisher+": "+s.Title)
		y := fyne.CurrentApp().Driver().AbsolutePositionForObject(row.CanvasObject).Y
		if y < 44 || y+row.Size().Height > 772 {
			t.Errorf("%s lies at %v, out of view", s.ID, y)
		}
	}
}

// Of a long list only the rows in view are in the tree, and each comes into view.
func TestPanel_OnlySourcesInViewAreDrawn(t *testing.T) {
	e := bundled(t)
	p := newRig(e, themed(t, look.Light))
	win := open(t, p.Panel, 376, 772)
	p.ShowSources("")
	met := map[string]bool{}
	for before := float32(-1); p.Offset() != before; {
		before = p.Offset()
		rows := 0
		for _, d := range tree(p.Panel) {
			if a, ok := d.CanvasObject.(fyne.Accessible); ok && strings.Contains(a.AccessibilityLabel(), ": ") {
				rows++
				met[a.AccessibilityLabel()] = true
			}
		}
		if rows < 6 || rows > 16 {
			t.Errorf("at %v, %d rows of %d are in the tree", before, rows, len(e.Sources()))
		}
		test.Scroll(win.Canvas(), fyne.NewPos(100, 300), 0, -200) // eight steps of a wheel, 504 pixels
	}
	for _, s := range e.Sources() {
		if !met[s.Publisher+": "+s.Title] {
			t.Errorf("%s never came into view", s.ID)
		}
	}
}

func TestPanel_SourceLinksReport(t *testing.T) {
	p := newRig(sample(t), themed(t, look.Light))
	win := open(t, p.Panel, 376, 1600)
	tap := func(words string, n int) { test.TapCanvas(win.Canvas(), find(t, p.Panel, words, n).middle()) }
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
	if want := []annotations.SourceID{"S4", "S1", "S2", "S2", "S1", "S2", "S1", ""}; !slices.Equal(p.sources, want) {
		t.Errorf("asked for the sources %q, want %q", p.sources, want)
	}
	led := span(t, "led the direct talks", 0)
	if !slices.Equal(p.passages, []annotations.Span{led, led}) {
		t.Errorf("asked for the passages %v", p.passages)
	}
}

// Nobody has to listen.
func TestPanel_LinksWithoutCallbacks(t *testing.T) {
	p := newRig(sample(t), themed(t, look.Light))
	win := open(t, p.Panel, 376, 1200)
	p.ShowSources("S1")
	test.TapCanvas(win.Canvas(), find(t, p.Panel, "Open in browser", 0).middle())
	p.ShowAbout()
	test.TapCanvas(win.Canvas(), find(t, p.Panel, "All sources", 0).middle())
}
