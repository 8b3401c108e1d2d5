package panel_test

import (
	"image"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/look"
)

func TestPanel_CardHoldsWhatTheEditionKnows(t *testing.T) {
	p := newRig(sample(t), themed(t, look.Light))
	open(t, p.Panel, 376, 1600)
	for id, want := range map[annotations.EntityID][]string{
		"boehler": {
			"Person", "1 mention", "Adam Boehler", "Printed as “Adam Bohler” in this article",
			"Trump’s nominee to handle hostage affairs", "In this article 2", "Led the direct talks with Hamas",
			"Adam Bohler, Trump’s nominee", "Article’s own account, no source named ¶2",
			"Background 1 not in the article", "First Agency; Second Agency, as of December 2024",
			"Since then 2 to October 2025", "15 Mar 2025 Withdrew", "spring 2025 Sep 2025 Still travelled", // by date
			"First Agency, 4 December 2024; First Agency, 6 March 2025 Nothing later found, searched 29 November 2025",
			"Since then 9 Mar 2025 The nominee spoke", "probably Oct 2025 Two men said",
			"Editor’s notes 1", "Two accounts of the meetings ¶2 On 6 March", "led U.S.–Hamas direct talks ¶2", "unverified · Second Agency, spring 2025",
			"Connected to 2", "nominated by Donald Trump", "Mentions 1",
		},
		"dermer":  {"not named", "Not named in the article", "Since then to October 2025 Nothing later found, searched 29 November 2025", "asked about Hamas"},
		"hamas":   {"Organisation", "3 mentions", "Mentions 3", "¶1 place. Hamas is said to hold", "¶2 talks with Hamas"},
		"talks":   {"Event", "February 2025", "led by Adam Boehler"},
		"others":  {"value 1,035 people", "counted remains believed to be held", "stated as at least", "given by Israeli officials", "as of March 2025"},
		"held":    {"value 59 hostages", "computed 24 + 35 computed from the article, not printed in it", "How others report it The Second Agency wrote of 60. Second Agency, spring 2025"},
		"ongoing": {"“ongoing talks and discussions”", "said by Donald Trump", "standing on record", "when 5 March 2025", "as published “These are ongoing talks and discussions.”", "difference The words are the same.", "First Agency, 4 December 2024"},
	} {
		p.ShowEntity(id, -1)
		got := all(p.Panel)
		for _, w := range want {
			if !strings.Contains(normal(got), normal(w)) {
				t.Errorf("%s: %q is not on the card:\n%s", id, w, got)
			}
		}
	}
}

// normal drops the places where lines were broken around samples and glyphs.
func normal(s string) string { return strings.Join(strings.Fields(s), " ") }

func TestPanel_EmptySectionsAreLeftOut(t *testing.T) {
	p := newRig(sample(t), themed(t, look.Light))
	open(t, p.Panel, 376, 900)
	p.ShowEntity("month", -1)
	for _, label := range []string{"In this article", "Background", "Connected to", "The quotation", "The number"} {
		if strings.Contains(all(p.Panel), label) {
			t.Errorf("the card of a date without facts has the section %q", label)
		}
	}
}

func TestPanel_GlanceSharesSumToHundred(t *testing.T) {
	for name, e := range map[string]*annotations.Edition{"sample": sample(t), "bundled": bundled(t)} {
		p := newRig(e, themed(t, look.Light))
		open(t, p.Panel, 376, 772)
		sum, rows := 0, 0
		for _, d := range texts(p.Panel) {
			if w := wordsOf(d); strings.HasSuffix(w, "%") {
				n := 0
				for _, r := range strings.TrimSuffix(w, "%") {
					n = 10*n + int(r-'0')
				}
				sum, rows = sum+n, rows+1
			}
		}
		if sum != 100 || rows != 5 {
			t.Errorf("%s: %d voices share %d %%", name, rows, sum)
		}
	}
}

func TestPanel_TapsReport(t *testing.T) {
	e := sample(t)
	p := newRig(e, themed(t, look.Light))
	win := open(t, p.Panel, 376, 1200)
	tap := func(d drawn) { test.TapCanvas(win.Canvas(), d.middle()) }

	tap(find(t, p.Panel, "Hamas", 0)) // mentioned most often
	p.ShowEntity("boehler", -1)
	tap(find(t, p.Panel, "Donald Trump", 0))
	tap(find(t, p.Panel, "¶2", 1)) // at the right of the second fact
	tap(labelled(t, p.Panel, "Close"))
	p.ShowEntity("hamas", -1)
	tap(labelled(t, p.Panel, "Previous mention"))
	tap(labelled(t, p.Panel, "Next mention"))
	p.SetMention(2)
	tap(labelled(t, p.Panel, "Next mention"))
	tap(find(t, p.Panel, "¶2", 0))

	if len(p.entities) != 2 || p.entities[0] != "hamas" || p.entities[1] != "trump" {
		t.Errorf("asked for the entities %v", p.entities)
	}
	if want := span(t, "Trump's nominee", 0); len(p.passages) != 1 || p.passages[0] != want {
		t.Errorf("asked for the passages %v, want %v", p.passages, want)
	}
	if p.closed != 1 {
		t.Errorf("closed %d times", p.closed)
	}
	if !slices.Equal(p.mentioned(), []int{2, 0, 0, 1}) {
		t.Errorf("asked for the mentions %v", p.mentioned())
	}
}

// Nobody has to listen.
func TestPanel_TapsWithoutCallbacks(t *testing.T) {
	p := newRig(sample(t), themed(t, look.Light))
	win := open(t, p.Panel, 376, 1200)
	p.ShowEntity("boehler", 0)
	for _, words := range []string{"Donald Trump", "Led the", "Adam Bohler"} {
		test.TapCanvas(win.Canvas(), find(t, p.Panel, words, 0).middle())
	}
	test.TapCanvas(win.Canvas(), labelled(t, p.Panel, "Close").middle())
	test.TapCanvas(win.Canvas(), labelled(t, p.Panel, "Next mention").middle())
}

func TestPanel_ChosenFactShowsItsEvidence(t *testing.T) {
	p := newRig(sample(t), themed(t, look.Light))
	win := open(t, p.Panel, 376, 1200)
	p.ShowEntity("boehler", -1)
	first, second := "led the direct talks with", "Trump’s nominee"
	if got := all(p.Panel); !strings.Contains(got, first) || strings.Contains(got, " "+second+" Article") {
		t.Fatalf("at first the first fact alone shows evidence: %s", got)
	}
	below := find(t, p.Panel, "Background", 1).at.Y // the first is the jump
	test.TapCanvas(win.Canvas(), find(t, p.Panel, "Nominated by", 0).middle())
	if got := all(p.Panel); strings.Contains(got, first) || !strings.Contains(got, " "+second+" Article") {
		t.Errorf("the chosen fact does not show its evidence: %s", got)
	}
	// Two lines of evidence fewer.
	if got := find(t, p.Panel, "Background", 1).at.Y; got != below-44 {
		t.Errorf("the section below moved from %v to %v", below, got)
	}
}

func TestPanel_SameEntityStaysAsItWas(t *testing.T) {
	p := newRig(sample(t), themed(t, look.Light))
	win := open(t, p.Panel, 376, 400)
	p.ShowEntity("hamas", 0)
	before := len(all(p.Panel))
	p.ShowEntity("boehler", 0)
	test.Scroll(win.Canvas(), fyne.NewPos(100, 300), 0, -120)
	row := find(t, p.Panel, "Nominated by", 0).CanvasObject
	p.ShowEntity("boehler", -1)
	if p.Offset() != 120 || find(t, p.Panel, "Nominated by", 0).CanvasObject != row {
		t.Errorf("showing the same card built it anew or moved it to %v", p.Offset())
	}
	p.ShowEntity("hamas", 0)
	if p.Offset() != 0 || len(all(p.Panel)) != before {
		t.Errorf("a new card begins at %v", p.Offset())
	}
	p.ShowEntity("nobody", 3)
	if !strings.Contains(all(p.Panel), "At a glance") {
		t.Errorf("an unknown entity shows %s", all(p.Panel))
	}
}

func TestPanel_SetMention(t *testing.T) {
	p := newRig(sample(t), themed(t, look.Light))
	open(t, p.Panel, 376, 772)
	p.ShowEntity("hamas", 1)
	for _, c := range []struct {
		index int
		want  string
	}{{1, "2 of 3"}, {2, "3 of 3"}, {9, "3 mentions"}, {0, "1 of 3"}, {-1, "3 mentions"}} {
		p.SetMention(c.index)
		if !strings.Contains(all(p.Panel), c.want) {
			t.Errorf("mention %d: %q is not in %s", c.index, c.want, all(p.Panel))
		}
	}
}

func TestPanel_FollowsTheTheme(t *testing.T) {
	for _, id := range []annotations.EntityID{"", "boehler", "ongoing", "others"} {
		e := sample(t)
		p := newRig(e, themed(t, look.Light))
		p.ShowEntity(id, 0)
		win := open(t, p.Panel, 376, 900)
		before := win.Canvas().Capture()
		dark, err := look.New(look.Dark)
		if err != nil {
			t.Fatal(err)
		}
		fyne.CurrentApp().Settings().SetTheme(dark)
		after := win.Canvas().Capture()

		fresh := newRig(e, dark.Roles())
		fresh.ShowEntity(id, 0)
		want := open(t, fresh.Panel, 376, 900).Canvas().Capture()
		if n := differing(after, want); n > 0 {
			t.Errorf("%q: %d pixels differ from a panel made in the new theme", id, n)
		}
		if differing(before, after) == 0 {
			t.Errorf("%q: nothing changed with the theme", id)
		}
	}
}

func differing(a, b image.Image) int {
	n := 0
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			if a.At(x, y) != b.At(x, y) {
				n++
			}
		}
	}
	return n
}
