package panel_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/annotations/notes"
	"sidelight/ui/look"
	"sidelight/ui/panel"
	"sidelight/ui/shape"
	"sidelight/ui/uitest"
)

// BenchmarkShowSources opens the list of sources, from a card.
func BenchmarkShowSources(b *testing.B) {
	_, roles := uitest.App(b, look.Light)
	e := uitest.Edition(b)
	p := newRig(e, roles)
	win := test.NewTempWindow(b, p.Panel)
	win.Resize(fyne.NewSize(376, 772))
	b.ReportAllocs()
	for b.Loop() {
		p.ShowSources(e.Sources()[60].ID)
		b.StopTimer()
		p.ShowEntity("", -1)
		b.StartTimer()
	}
}

// often is an edition in which one entity is named n times.
func often(t testing.TB, n int) *annotations.Edition {
	t.Helper()
	a, err := annotations.NewArticle("long.txt", strings.Repeat("The talks with Hamas began last month.\n\n", n))
	if err != nil {
		t.Fatal(err)
	}
	c := annotations.Content{Article: a, Entities: []annotations.Entity{{ID: "hamas", Kind: annotations.Organisation, Name: "Hamas"}}}
	for _, p := range a.Paragraphs() {
		at := p.Start + len("The talks with ")
		c.Mentions = append(c.Mentions, annotations.Mention{Span: annotations.Span{Start: at, End: at + 5}, Entity: "hamas", Form: annotations.Name})
	}
	e, err := annotations.New(c)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// A card with thousands of mentions draws those in view.
func TestPanel_ManyMentions(t *testing.T) {
	const n = 3000
	p := newRig(often(t, n), themed(t, look.Light))
	win := open(t, p.Panel, 376, 772)
	per := testing.AllocsPerRun(1, func() {
		p.ShowEntity("hamas", 1500)
		p.ShowEntity("", -1)
	}) / n
	if per > 12 {
		t.Errorf("%.1f allocations for each mention", per)
	}
	p.ShowEntity("hamas", 1500)
	if rows := strings.Count(all(p.Panel), "Hamas"); rows > 40 {
		t.Errorf("%d rows are drawn", rows)
	}
	focusOn(t, win, "Hamas")
	win.Canvas().FocusPrevious() // to the header
	win.Canvas().FocusPrevious()
	win.Canvas().FocusPrevious()
	win.Canvas().FocusPrevious() // round to the last row
	if got := all(p.Panel); focusedName(win) != "Hamas" || !strings.Contains(got, "¶3000") {
		t.Errorf("the focus is on %q: %s", focusedName(win), got)
	}
	p.SetMention(n - 1)
	if got := marked(p.Panel); got != 1 {
		t.Errorf("%d rows have a bar", got)
	}
}

// marked is how many bars are shown at the left of rows.
func marked(p *panel.Panel) int {
	n := 0
	for _, d := range tree(p) {
		if r, ok := d.CanvasObject.(*shape.Box); ok && r.FillColor == look.Of(look.ColorLamp) {
			n++
		}
	}
	return n
}

// BenchmarkShowNotes turns the panel to ten thousand notes, and then to those that hold
// a word.
func BenchmarkShowNotes(b *testing.B) {
	_, roles := uitest.App(b, look.Light)
	e, all := many(b, 10_000)
	for _, c := range []struct {
		name, typed string
	}{{"all", ""}, {"search", "report"}} {
		b.Run(c.name, func(b *testing.B) {
			p := newRig(e, roles)
			p.QueueHeights()
			win := test.NewTempWindow(b, p.Panel)
			win.Resize(fyne.NewSize(376, 772))
			d := p.session.Snapshot().Document
			d.Notes = notes.NewSet(slices.Clone(all))
			for b.Loop() {
				b.StopTimer()
				p.ShowEntity("", -1)
				d.Revision, d.Notes = d.Revision+1, notes.NewSet(d.Notes.All())
				b.StartTimer()
				p.session.Show(d)
				p.OpenNotes()
				if c.typed != "" {
					p.Type(c.typed)
					b.StopTimer()
					p.Type("")
					b.StartTimer()
				}
			}
		})
	}
}
