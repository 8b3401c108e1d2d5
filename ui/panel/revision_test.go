package panel_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

func (r *rig) revise(t *testing.T, edits ...annotations.Edit) {
	t.Helper()
	now := r.session.Snapshot()
	e, err := now.Edition.With(edits...)
	if err != nil {
		t.Fatal(err)
	}
	r.session.Show(session.Document{Revision: now.Revision + 1, Edition: e})
}

// focusOn moves the focus to the control of that name, by Tab.
func focusOn(t *testing.T, win fyne.Window, name string) {
	t.Helper()
	for range 100 {
		win.Canvas().FocusNext()
		if focusedName(win) == name {
			return
		}
	}
	t.Fatalf("Tab does not reach %q", name)
}

func focusedName(win fyne.Window) string {
	a, _ := win.Canvas().Focused().(fyne.Accessible)
	if a == nil {
		return ""
	}
	return a.AccessibilityLabel()
}

// A mark less or one more leaves an open card where it was, with what the reader
// has unfolded and focused in it.
func TestPanel_RevisionKeepsTheCard(t *testing.T) {
	p := newRig(sample(t), themed(t, look.Light))
	win := open(t, p.Panel, 376, 440)
	p.ShowEntity("boehler", 0)
	test.TapCanvas(win.Canvas(), find(t, p.Panel, "Nominated by", 0).middle())
	const link = "Source: Second Agency, spring 2025"
	focusOn(t, win, link)
	offset := p.Offset()
	y := func() float32 { return find(t, p.Panel, "Since then", 1).at.Y }
	before := y()

	more := annotations.Mention{Span: span(t, "nominee", 0), Entity: "boehler", Form: annotations.Description}
	p.revise(t, annotations.AddMention(more))
	check := func(count string) {
		t.Helper()
		if got := all(p.Panel); !strings.Contains(got, count) {
			t.Errorf("%q is not in the heading: %s", count, got)
		}
		if got := focusedName(win); got != link {
			t.Errorf("%s: the focus is on %q", count, got)
		}
		if p.Offset() != offset || offset == 0 || y() != before {
			t.Errorf("%s: scrolled to %v, not %v; the section is at %v, not %v", count, p.Offset(), offset, y(), before)
		}
	}
	check("1 of 2")
	p.revise(t, annotations.RemoveMention(p.nth("boehler", 1)))
	check("1 mention")
	win.Resize(fyne.NewSize(376, 1600))
	if got := all(p.Panel); !strings.Contains(got, "Trump’s nominee Article’s") || strings.Contains(got, "led the direct talks with Hamas Article’s") {
		t.Errorf("the chosen fact does not show its evidence: %s", got)
	}
	if got := all(p.Panel); !strings.Contains(got, "Mentions 1") {
		t.Errorf("the mentions are not counted anew: %s", got)
	}
}

// The current mention stays the current one by its id, wherever it is among the
// others.
func TestPanel_RevisionKeepsTheMention(t *testing.T) {
	p := newRig(sample(t), themed(t, look.Light))
	open(t, p.Panel, 376, 900)
	p.ShowEntity("hamas", 1)
	p.revise(t, annotations.RemoveMention(p.nth("hamas", 0)))
	if got := all(p.Panel); !strings.Contains(got, "1 of 2") {
		t.Errorf("the heading says %s", got)
	}
	p.revise(t, annotations.RemoveMention(p.nth("hamas", 0)))
	if got := all(p.Panel); !strings.Contains(got, "1 mention") {
		t.Errorf("the heading says %s", got)
	}
}

// A mark of another entity leaves the objects of a card alone: a click that has
// begun on one of them ends there.
func TestPanel_RevisionOfOthersLeavesTheCardAlone(t *testing.T) {
	for name, show := range map[string]func(*rig){
		"card":    func(p *rig) { p.ShowEntity("boehler", 0) },
		"sources": func(p *rig) { p.ShowSources("S1") },
		"about":   func(p *rig) { p.ShowAbout() },
	} {
		p := newRig(sample(t), themed(t, look.Light))
		open(t, p.Panel, 376, 900)
		show(p)
		before := tree(p.Panel)
		p.revise(t, annotations.RemoveMention(p.nth("hamas", 2)))
		if !slices.Equal(before, tree(p.Panel)) {
			t.Errorf("%s: other objects are shown", name)
		}
	}
}

// The article at a glance counts anew.
func TestPanel_RevisionCountsAtAGlance(t *testing.T) {
	p := newRig(sample(t), themed(t, look.Light))
	open(t, p.Panel, 376, 900)
	if got := normal(all(p.Panel)); !strings.Contains(got, "Hamas 3") {
		t.Fatalf("at a glance: %s", got)
	}
	p.revise(t, annotations.RemoveMention(p.nth("hamas", 0)))
	if got := normal(all(p.Panel)); !strings.Contains(got, "Hamas 2") {
		t.Errorf("at a glance: %s", got)
	}
}

// A card that was left for the sources is shown as the document is now.
func TestPanel_RevisionBehindTheSources(t *testing.T) {
	p := newRig(sample(t), themed(t, look.Light))
	open(t, p.Panel, 376, 400)
	p.ShowEntity("hamas", 1)
	p.ShowSources("S2")
	p.revise(t, annotations.RemoveMention(p.nth("hamas", 0)), func(c *annotations.Content) {
		c.Facts = slices.Clone(c.Facts)
		c.Facts[3].Sources = []annotations.SourceID{"S1", "S2"}
	})
	if got := normal(all(p.Panel)); !strings.Contains(got, "Used by 3 facts") || !strings.Contains(got, "http:// second.example /1") {
		t.Errorf("the sources are not counted anew, or folded up: %s", got)
	}
	p.ShowEntity("hamas", 0)
	if got := all(p.Panel); !strings.Contains(got, "1 of 2") || !strings.Contains(got, "Mentions 2") {
		t.Errorf("the card is that of the old document: %s", got)
	}
}

// What is gone from the document is gone from the panel.
func TestPanel_RevisionDropsTheCard(t *testing.T) {
	p := newRig(sample(t), themed(t, look.Light))
	win := open(t, p.Panel, 376, 900)
	p.ShowEntity("month", 0)
	focusOn(t, win, "last month")
	p.revise(t, func(c *annotations.Content) {
		c.Entities = slices.DeleteFunc(slices.Clone(c.Entities), func(x annotations.Entity) bool { return x.ID == "month" })
		c.Mentions = slices.DeleteFunc(slices.Clone(c.Mentions), func(m annotations.Mention) bool { return m.Entity == "month" })
	})
	if got := all(p.Panel); !strings.Contains(got, "At a glance") {
		t.Errorf("the panel shows %s", got)
	}
	if got := focusedName(win); got != "Close" {
		t.Errorf("the focus is on %q", got)
	}
}

// No size of the panel gives an object of it a negative size, which the painter
// cannot draw.
func TestPanel_SmallSizes(t *testing.T) {
	for name, show := range map[string]func(*rig){
		"glance":    func(p *rig) { p.ShowEntity("", -1) },
		"card":      func(p *rig) { p.ShowEntity("boehler", 0) },
		"number":    func(p *rig) { p.ShowEntity("held", -1) },
		"quotation": func(p *rig) { p.ShowEntity("ongoing", 0) },
		"sources":   func(p *rig) { p.ShowSources("S1") },
		"about":     func(p *rig) { p.ShowAbout() },
	} {
		p := newRig(sample(t), themed(t, look.Light))
		show(p)
		for _, w := range []float32{0, 1, 7, 24, 47, 48, 49, 60, 113, 150, 279} {
			for _, h := range []float32{0, 1, 43, 44, 45, 400} {
				p.Resize(fyne.NewSize(w, h))
				p.Refresh()
				for _, d := range tree(p.Panel) {
					if s := d.Size(); s.Width < 0 || s.Height < 0 {
						t.Fatalf("%s in %v x %v: %T of %v", name, w, h, d.CanvasObject, s)
					}
				}
			}
		}
	}
}

// A card names others than its entity: who has spoken the words that a fact rests on,
// and who has said a quotation. It names them anew when they are called otherwise.
func TestPanel_RevisionRenamesWhoIsNamed(t *testing.T) {
	for card, other := range map[annotations.EntityID]annotations.EntityID{
		"hamas":           "white-house",      // on whose word a fact rests
		"q-ongoing-talks": "karoline-leavitt", // who has said it
	} {
		p := newRig(uitest.Edition(t), themed(t, look.Light))
		open(t, p.Panel, 376, 2400)
		p.ShowEntity(card, -1)
		if strings.Contains(all(p.Panel), "Somebody Else") {
			t.Fatalf("%s names somebody else before", card)
		}
		p.revise(t, func(c *annotations.Content) {
			c.Entities = slices.Clone(c.Entities)
			for i := range c.Entities {
				if c.Entities[i].ID == other {
					c.Entities[i].Name, c.Entities[i].Printed = "Somebody Else", ""
				}
			}
		})
		if got := all(p.Panel); !strings.Contains(got, "Somebody Else") {
			t.Errorf("the card of %s does not take the new name of %s: %s", card, other, got)
		}
	}
}
