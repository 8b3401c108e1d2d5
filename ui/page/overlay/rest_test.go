package overlay_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/layer"
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
	"sidelight/ui/page/overlay"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
)

// storeys says which storeys of lines are drawn on a line of text: the first is the
// one right below the words.
func storeys(u overlay.Underlines, l *flow.Line, now session.Snapshot) (drawn [3]bool) {
	for _, o := range u.Under(l, now) {
		switch down := o.Position().Y - l.Baseline; {
		case down >= 13:
			drawn[2] = true
		case down >= 8.5: // rounded
			drawn[1] = true
		default:
			drawn[0] = true
		}
	}
	return drawn
}

// In a wide and in a narrow column no line of the bundled edition carries more than
// two storeys of lines at rest, and some line does with everything shown.
func TestTwoStoreysAtRest(t *testing.T) {
	s := sheet(t, uitest.Edition(t))
	u := overlay.Underlines{Sheet: s}
	for _, width := range []float32{720, 580, 380} {
		s.Column.Set(flow.Format{Style: s.Reading.Style(), Width: width, Gap: 18}, 0)
		for _, density := range []layer.Density{layer.Lines, layer.Tints} {
			second := false
			now := session.Snapshot{Document: session.Document{Edition: uitest.Edition(t)}, State: session.State{Layers: layer.Set{Density: density}}}
			for i := range s.Column.Len() {
				drawn := storeys(u, s.Column.Line(i), now)
				if second = second || drawn[1]; drawn[2] {
					t.Errorf("%v px, density %v: three storeys stand on line %d", width, density, i)
				}
			}
			if !second {
				t.Errorf("%v px, density %v: no two storeys anywhere", width, density)
			}
		}
		third := false
		now := session.Snapshot{Document: session.Document{Edition: uitest.Edition(t)}, State: session.State{Layers: layer.Set{Everything: true}}}
		for i := range s.Column.Len() {
			third = third || storeys(u, s.Column.Line(i), now)[2]
		}
		if !third {
			t.Errorf("%v px: everything stands in two storeys", width)
		}
	}
}

// A mark that does not show at rest lights up with its entity, and at a click on it
// the page knows it.
func TestAMarkThatDoesNotShowLights(t *testing.T) {
	e := uitest.Edition(t)
	s := sheet(t, e)
	hamas := e.MentionsOf("hamas")
	var mark *annotations.Mention // “the organization”
	for _, m := range hamas {
		if m.Form == annotations.Description {
			mark = m
			break
		}
	}
	l := s.Column.Line(s.Column.LineOf(mark.Start))
	words, ok := l.Box(mark.Span)
	if !ok {
		t.Fatal("the mark is not on its line")
	}
	under := func(o overlay.Overlay, now session.State) bool {
		for _, x := range o.Under(l, session.Snapshot{Document: session.Document{Edition: e}, State: now}) {
			if at := x.Position(); at.X >= words.X-3 && at.X < words.X+words.W {
				return true
			}
		}
		return false
	}
	for _, x := range []struct {
		name         string
		now          session.State
		lines, tints bool
	}{
		{"at rest", session.State{}, false, false},
		{"at rest with tints", session.State{Layers: layer.Set{Density: layer.Tints}}, false, false},
		{"with another open", session.State{Selected: "israel"}, false, false},
		{"under the pointer", session.State{Hovered: mark.ID()}, true, true},
		{"with the pointer at another", session.State{Hovered: hamas[0].ID()}, true, false},
		{"with the pointer at its name in the index", session.State{Lit: "hamas"}, true, true},
		{"with its card open", session.State{Selected: "hamas", Mention: hamas[0].ID()}, true, true},
		{"with everything", session.State{Layers: layer.Set{Everything: true}}, true, false},
		{"with everything and tints", session.State{Layers: layer.Set{Everything: true, Density: layer.Tints}}, true, true},
	} {
		if got := under(overlay.Underlines{Sheet: s}, x.now); got != x.lines {
			t.Errorf("%s: a line %v, want %v", x.name, got, x.lines)
		}
		if got := under(overlay.Tints{Sheet: s}, x.now) || under(overlay.Tints{Sheet: s, Lit: true}, x.now); got != x.tints {
			t.Errorf("%s: a tint %v, want %v", x.name, got, x.tints)
		}
	}
	at := fyne.NewPos(words.X+words.W/2, l.Baseline-4)
	if ask, ok := (overlay.Tints{Sheet: s}).Hit(at, session.Snapshot{Document: session.Document{Edition: e}}); !ok || ask.Mention != mark.ID() {
		t.Errorf("a click finds %+v", ask)
	}
}

// The levels of many marks inside one are measured once, not once for each line.
func BenchmarkManyMarksInOne(b *testing.B) {
	c := uitest.LongContent(b, uitest.LongText(b, 1<<20), 40_000)
	c.Mentions = append(c.Mentions, annotations.Mention{Span: annotations.Span{End: len(c.Article.Text)}, Entity: "e0", Form: annotations.Name})
	e, err := annotations.New(c)
	if err != nil {
		b.Fatal(err)
	}
	_, roles := uitest.App(b, look.Light)
	s := &overlay.Sheet{Column: flow.New(), Roles: roles, Reading: roles.Reading}
	s.Column.Open(e.Article())
	s.Column.Set(flow.Format{Style: roles.Reading.Style(), Width: 580, Gap: 18}, 0)
	u, now := overlay.Underlines{Sheet: s}, session.Snapshot{Document: session.Document{Edition: e}}
	i := 0
	for b.Loop() {
		u.Under(s.Column.Line(i%s.Column.Len()), now)
		i++
	}
}
