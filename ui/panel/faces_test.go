package panel_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/panel"
)

func TestPanel_About(t *testing.T) {
	p := newRig(sample(t), themed(t, look.Light))
	open(t, p.Panel, 376, 900)
	p.ShowAbout()
	got := normal(all(p.Panel))
	for _, w := range []string{
		"About this edition", "What this text is A sample of two paragraphs, shown word for word. It has no headline and no date. First Agency, 4 December 2024",
		"What is not known Who wrote it.", "This edition", "facts as of October 2025", "facts checked 29 November 2025", "cards 9", "facts 5, of which 1 unverified", "sources 4", "All sources",
	} {
		if !strings.Contains(got, w) {
			t.Errorf("%q is not there: %s", w, got)
		}
	}
	if strings.Contains(got, "text written") {
		t.Errorf("a date that is not known has a row: %s", got)
	}
}

func TestPanel_AboutGivesItsDates(t *testing.T) {
	e := bundled(t)
	p := newRig(e, themed(t, look.Light))
	open(t, p.Panel, 376, 4000)
	p.ShowAbout()
	for _, w := range []string{"text written " + locale.Date(e.Published()), "facts checked " + locale.Date(e.Checked())} {
		if got := normal(all(p.Panel)); !strings.Contains(got, w) {
			t.Errorf("%q is not there: %s", w, got)
		}
	}
}

// Back from the sources, the card is where it was, with the focus on the link
// that led away.
func TestPanel_CardIsKeptBehindOtherFaces(t *testing.T) {
	p := newRig(sample(t), themed(t, look.Light))
	win := open(t, p.Panel, 376, 400)
	p.ShowEntity("boehler", 0)
	var link fyne.Focusable
	for link == nil {
		win.Canvas().FocusNext()
		if a, ok := win.Canvas().Focused().(fyne.Accessible); ok && strings.HasPrefix(a.AccessibilityLabel(), "Source: Second") {
			link = win.Canvas().Focused()
		}
	}
	offset, words := p.Offset(), all(p.Panel)
	link.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	p.ShowSources(p.sources[0])
	if a, ok := win.Canvas().Focused().(fyne.Accessible); !ok || !strings.HasPrefix(a.AccessibilityLabel(), "Second Agency: ") {
		t.Errorf("the focus is on %v and not on the source", win.Canvas().Focused())
	}
	p.ShowAbout()
	p.SetMention(-1)
	if got := all(p.Panel); !strings.HasPrefix(got, "About this edition What") {
		t.Errorf("the header of another face shows mentions: %s", got)
	}
	p.ShowEntity("boehler", 0)
	if got := all(p.Panel); got != words || p.Offset() != offset {
		t.Errorf("at %v, not %v: %s", p.Offset(), offset, got)
	}
	if win.Canvas().Focused() != link {
		t.Errorf("the focus is on %v", win.Canvas().Focused())
	}
	p.ShowSources("")
	p.ShowEntity("hamas", 0)
	if got := all(p.Panel); !strings.Contains(got, "Organisation") || !strings.Contains(got, "1 of 3") {
		t.Errorf("another card is not shown after the sources: %s", got)
	}
}

func TestPanel_RevealNote(t *testing.T) {
	p := newRig(sample(t), themed(t, look.Light))
	win := open(t, p.Panel, 376, 240)
	p.ShowEntity("boehler", 0)
	before := win.Canvas().Capture()
	p.RevealNote("n2") // of no card
	if differing(before, win.Canvas().Capture()) != 0 {
		t.Error("a note of another card moves this one")
	}
	p.RevealNote("n1")
	row := labelled(t, p.Panel, "Two accounts of the meetings").CanvasObject
	if y := fyne.CurrentApp().Driver().AbsolutePositionForObject(row).Y; y < 44 || y > 140 {
		t.Errorf("the note lies at %v", y)
	}
}

func TestPanel_FacesFollowTheTheme(t *testing.T) {
	for name, show := range map[string]func(*rig){
		"sources": func(p *rig) { p.ShowSources("S2") },
		"about":   func(p *rig) { p.ShowAbout() },
		"kept":    func(p *rig) { p.ShowEntity("boehler", 0) },
	} {
		e := sample(t)
		p := newRig(e, themed(t, look.Light))
		p.ShowEntity("boehler", 0)
		win := open(t, p.Panel, 376, 500)
		if name == "kept" {
			p.ShowAbout()
		} else {
			show(p)
		}
		dark, err := look.New(look.Dark)
		if err != nil {
			t.Fatal(err)
		}
		fyne.CurrentApp().Settings().SetTheme(dark)
		show(p)
		test.Scroll(win.Canvas(), fyne.NewPos(100, 300), 0, -300)
		fresh := newRig(e, dark.Roles())
		show(fresh)
		other := open(t, fresh.Panel, 376, 500)
		test.Scroll(other.Canvas(), fyne.NewPos(100, 300), 0, -300)
		if n := differing(win.Canvas().Capture(), other.Canvas().Capture()); n > 0 {
			t.Errorf("%s: %d pixels differ from a panel made in the new theme", name, n)
		}
	}
}

// A quotation's card names its speaker once and prints its words once.
func TestPanel_QuotationRepeatsNothing(t *testing.T) {
	e := sample(t)
	p := newRig(e, themed(t, look.Light))
	open(t, p.Panel, 376, 1200)
	p.ShowEntity("ongoing", -1)
	got := all(p.Panel)
	if n := strings.Count(got, "Donald Trump"); n != 1 {
		t.Errorf("the speaker is named %d times: %s", n, got)
	}
	if !strings.Contains(normal(got), "Connected to 1 about U.S.–Hamas direct talks") {
		t.Errorf("the other relations are missing: %s", got)
	}
	for _, x := range bundled(t).Entities() {
		if x.Kind == annotations.Quote && (x.Words == nil || x.Words.Published == "") {
			t.Errorf("%s has no published wording to show", x.ID)
		}
	}
}

func TestPanel_AboutNamesTheProgram(t *testing.T) {
	p := newRig(sample(t), themed(t, look.Light))
	p.Program = panel.Program{Version: "1.2.3", Commit: "0123456789abcdef with changes", Go: "go1.26.8"}
	open(t, p.Panel, 376, 1200)
	p.ShowAbout()
	got := normal(all(p.Panel))
	if want := "This program version 1.2.3 commit 0123456789abcdef with changes built with go1.26.8"; !strings.Contains(got, want) {
		t.Errorf("%q is not there: %s", want, got)
	}
}
