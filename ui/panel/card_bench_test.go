package panel_test

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/uitest"
)

// turned is a panel in a window, and cards for it to turn to.
type turned struct {
	*rig
	win   fyne.Window
	cards []annotations.EntityID
}

// turning opens a panel of an edition that turns to all of its cards.
func turning(t testing.TB, e *annotations.Edition) *turned {
	t.Helper()
	_, roles := uitest.App(t, look.Light)
	p := &turned{rig: newRig(e, roles)}
	p.win = test.NewTempWindow(t, p.Panel)
	p.win.Resize(fyne.NewSize(376, 772))
	for _, x := range e.Entities() {
		p.cards = append(p.cards, x.ID)
	}
	return p
}

// largest leaves of the cards the n that have most on them.
func (p *turned) largest(n int) *turned {
	size := map[annotations.EntityID]int{}
	for _, id := range p.cards {
		p.ShowEntity(id, 0)
		size[id] = len(p.Keys())
	}
	slices.SortStableFunc(p.cards, func(a, b annotations.EntityID) int { return size[b] - size[a] })
	p.cards = p.cards[:n]
	return p
}

// turn turns to each card.
func (p *turned) turn() {
	for _, id := range p.cards {
		p.ShowEntity(id, 0)
	}
}

// pair is an edition with one entity that is named n times, and a second one to come from.
func pair(t testing.TB, n int) *annotations.Edition {
	t.Helper()
	e := often(t, n)
	c := annotations.Content{Article: e.Article(), Entities: slices.Clone(e.Entities()), Mentions: slices.Clone(e.Mentions())}
	c.Entities = append(c.Entities, annotations.Entity{ID: "talks", Kind: annotations.Event, Name: "talks"})
	c.Mentions = append(c.Mentions, annotations.Mention{Span: annotations.Span{Start: 4, End: 9}, Entity: "talks", Form: annotations.Name})
	e, err := annotations.New(c)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// BenchmarkCard opens cards and lays them out, one after the other. The metric "of-labels" is
// how many times as long that takes as it takes the toolkit's own text to show the same
// words, without a control or an icon, in the same window; of words that are in view alone.
func BenchmarkCard(b *testing.B) {
	for _, c := range []struct {
		name  string
		cards func(testing.TB) *turned
	}{
		{"all", func(t testing.TB) *turned { return turning(t, uitest.Edition(t)) }},
		{"largest", func(t testing.TB) *turned { return turning(t, uitest.Edition(t)).largest(6) }},
		{"found", func(t testing.TB) *turned { return turning(t, uitest.ByMachine(t, uitest.Edition(t))) }},
		{"2000-mentions", func(t testing.TB) *turned { return turning(t, pair(t, 2000)) }},
		{"2000-found", func(t testing.TB) *turned { return turning(t, uitest.ByMachine(t, pair(t, 2000))) }},
	} {
		b.Run(c.name, func(b *testing.B) { benchmarkCards(b, c.cards(b)) })
	}
}

func benchmarkCards(b *testing.B, p *turned) {
	p.turn()
	labels := inLabels(b, p)
	labels()
	var took, theirs time.Duration
	for b.Loop() {
		start := time.Now()
		p.turn()
		took += time.Since(start)
		start = time.Now()
		labels()
		theirs += time.Since(start)
	}
	n := float64(len(p.cards))
	b.ReportMetric(took.Seconds()*1000/float64(b.N)/n, "ms/card")
	b.ReportMetric(testing.AllocsPerRun(1, p.turn)/n, "allocs/card")
	b.ReportMetric(took.Seconds()/theirs.Seconds(), "of-labels")
}

// mostAllocated is how many objects a card may take until it is laid out.
const mostAllocated = 10_000

func TestPanel_CostOfACard(t *testing.T) {
	p := turning(t, uitest.Edition(t)).largest(6)
	if n := testing.AllocsPerRun(3, p.turn) / float64(len(p.cards)); n > mostAllocated {
		t.Errorf("one of the largest cards takes %.0f allocations, of %d at most", n, mostAllocated)
	}
}

// inLabels returns a function that shows the words of each card as labels of the toolkit.
func inLabels(b *testing.B, p *turned) func() {
	var cards [][]string
	for _, id := range p.cards {
		p.ShowEntity(id, 0)
		var words []string
		uitest.Walk(p.Panel, func(o fyne.CanvasObject) {
			if t, ok := o.(*prose.Text); ok {
				words = append(words, t.Content())
			}
		})
		cards = append(cards, words)
	}
	scroll := container.NewVScroll(container.NewVBox())
	win := test.NewTempWindow(b, scroll)
	win.Resize(fyne.NewSize(376, 772))
	return func() {
		for _, words := range cards {
			box := container.NewVBox()
			for _, w := range words {
				l := widget.NewLabel(w)
				l.Wrapping = fyne.TextWrapWord
				box.Add(l)
			}
			scroll.Content = box
			scroll.Refresh()
		}
	}
}
