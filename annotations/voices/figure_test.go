package voices_test

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/figure"
	"sidelight/annotations/voices"
)

// frames are the page zones of the design's windows, and of a window below 900 pixels.
func frames() []voices.Frame {
	return []voices.Frame{
		voices.FrameFor(688, false), voices.FrameFor(596, false), voices.FrameFor(1244, false),
		voices.FrameFor(820, true), voices.FrameFor(320, true),
	}
}

// settings are ways to draw a model.
func settings(m *voices.Model, f voices.Frame, n int) voices.Setting {
	s := voices.Setting{Frame: f, Folded: map[string]bool{}}
	if len(m.Passages) > 0 {
		s.Chosen = m.Passages[n%len(m.Passages)].Span
	}
	for i, x := range m.Speakers {
		s.Folded[x.Key] = (i+n)%3 == 0
		if i == n%len(m.Speakers) {
			s.Selected = x.Entity
		}
	}
	switch n % 5 {
	case 1:
		s.Filter.Only = annotations.Voices()[n%7%5]
	case 2:
		s.Filter.Quotations = true
	case 3:
		s.Filter.ByWords = true
	}
	return s
}

// Nothing lies outside of the figure, no two texts overlap, and no text is cut: of the
// bundled edition and of generated ones, in every size of the window.
func TestRectangles(t *testing.T) {
	for seed := range uint64(201) {
		e := edited(t, seed)
		m := voices.Of(e)
		for i, f := range frames() {
			s := settings(m, f, int(seed)+i)
			strip := m.Draw(s, said(), width)
			list, err := m.List(t.Context(), s, said(), width)
			if err != nil {
				t.Fatal(err)
			}
			name := fmt.Sprintf("seed %d, %v wide", seed, f.Width)
			for _, fig := range []*figure.Figure{strip, list, voices.Whole(strip, list)} {
				if faults := faultsOf(fig); len(faults) > 0 {
					t.Fatalf("%s: %s", name, strings.Join(faults[:min(5, len(faults))], "\n"))
				}
			}
		}
	}
}

// faultsOf says what is wrong with the rectangles of a figure.
func faultsOf(f *figure.Figure) []string {
	var out []string
	box := figure.Rect{W: f.Width, H: f.Height}
	var texts []figure.Words
	keys := map[string]bool{}
	for _, g := range f.Groups {
		if keys[g.Key] {
			out = append(out, "twice: "+g.Key)
		}
		keys[g.Key] = true
		if !g.Hit.Empty() && (!box.Holds(g.Hit) || g.Name == "") {
			out = append(out, fmt.Sprintf("%s: hit at %v, in %v, named %q", g.Key, g.Hit, box, g.Name))
		}
		for _, s := range g.Shapes {
			if !box.Holds(s.Bounds()) {
				out = append(out, fmt.Sprintf("%s: %T at %v, outside of %v", g.Key, s, s.Bounds(), box))
			}
			w, ok := s.(figure.Words)
			if !ok {
				continue
			}
			if need := width(w.Font, w.Text); w.At.W < need-0.01 || w.At.H < w.Font.Leading() {
				out = append(out, fmt.Sprintf("%s: %q is cut: %v for %v", g.Key, w.Text, w.At.W, need))
			}
			texts = append(texts, w)
		}
	}
	slices.SortFunc(texts, func(a, b figure.Words) int { return cmp.Compare(a.At.Y, b.At.Y) })
	for i, a := range texts {
		for _, b := range texts[i+1:] {
			if b.At.Y >= a.At.Bottom() {
				break
			}
			if a.At.Overlaps(figure.Rect{X: b.At.X + 0.02, Y: b.At.Y + 0.02, W: b.At.W - 0.04, H: b.At.H - 0.04}) {
				out = append(out, fmt.Sprintf("%q at %v overlaps %q at %v", a.Text, a.At, b.Text, b.At))
			}
		}
	}
	return out
}

// The same input gives the same figure.
func TestSameFigure(t *testing.T) {
	m, again := voices.Of(bundled(t)), voices.Of(bundled(t))
	s := settings(m, frames()[0], 3)
	if a, b := m.Draw(s, said(), width), again.Draw(s, said(), width); !reflect.DeepEqual(a.Groups, b.Groups) {
		t.Error("the strips differ")
	}
	a, _ := m.List(t.Context(), s, said(), width)
	b, _ := again.List(t.Context(), s, said(), width)
	if !reflect.DeepEqual(a.Groups, b.Groups) {
		t.Error("the lists differ")
	}
}

// All words of the article that have a voice are in the list, and each passage is on the
// strip once.
func TestEveryPassageIsShown(t *testing.T) {
	for seed := range uint64(40) {
		e := edited(t, seed)
		m := voices.Of(e)
		s := voices.Setting{Frame: frames()[int(seed)%3]}
		list, err := m.List(t.Context(), s, said(), width)
		if err != nil {
			t.Fatal(err)
		}
		strip := m.Draw(s, said(), width)
		for i := range m.Passages {
			p := &m.Passages[i]
			g, ok := list.Find(fmt.Sprint("said:", p.Start))
			if !ok {
				t.Fatalf("seed %d: the passage at %d is not listed", seed, p.Start)
			}
			want := strings.Join(strings.Fields(e.Article().Slice(p.Span)), "")
			if got := strings.ReplaceAll(joined(g), " ", ""); len([]rune(got)) != len([]rune(want)) {
				t.Errorf("seed %d: %q is listed as %q", seed, want, got)
			}
			if _, ok := strip.Find(fmt.Sprint("passage:", p.Start)); !ok && len(m.Scale(300).Pieces) > 0 {
				t.Errorf("seed %d: the passage at %d is not on the strip", seed, p.Start)
			}
		}
	}
}

func joined(g *figure.Group) string {
	var out []string
	for _, s := range g.Shapes {
		if w, ok := s.(figure.Words); ok {
			out = append(out, w.Text)
		}
	}
	return strings.Join(out, " ")
}

// A list that nobody waits for any more ends.
func TestListEnds(t *testing.T) {
	m := voices.Of(bundled(t))
	ctx, cancel := contextOf(t)
	cancel()
	if f, err := m.List(ctx, voices.Setting{Frame: frames()[0]}, said(), width); err == nil || f != nil {
		t.Errorf("got %v, %v", f, err)
	}
}

// Each voice has a form of its own on the strip and beside the names, in grey too: no two
// draw the same where the colour is left out.
func TestFormsDiffer(t *testing.T) {
	m := voices.Of(bundled(t))
	strip := m.Draw(voices.Setting{Frame: frames()[0]}, said(), width)
	fills, samples := map[string]annotations.Voice{}, map[string]annotations.Voice{}
	for _, v := range annotations.Voices() {
		p := m.Edition.Said(v)[0]
		g, _ := strip.Find(fmt.Sprint("passage:", p.Start))
		if other, ok := fills[form(g.Shapes)]; ok {
			t.Errorf("%v and %v are filled alike", v, other)
		}
		fills[form(g.Shapes)] = v
		g, _ = strip.Find("voice:" + v.String())
		if other, ok := samples[form(g.Shapes)]; ok {
			t.Errorf("%v and %v have the same sample", v, other)
		}
		samples[form(g.Shapes)] = v
	}
}

// A fill is as long as its passage, and never empty, in whatever voice.
func TestFillsAreAsLongAsTheirPassages(t *testing.T) {
	for seed := range uint64(40) {
		m := voices.Of(edited(t, seed))
		for _, f := range frames() {
			strip, scale := m.Draw(voices.Setting{Frame: f}, said(), width), m.Scale(412)
			if len(scale.Pieces) == 0 {
				continue
			}
			for i := range m.Passages {
				g, ok := strip.Find(fmt.Sprint("passage:", m.Passages[i].Start))
				if !ok {
					continue // there is no room for each
				}
				var drawn figure.Rect
				for _, s := range g.Shapes {
					drawn = drawn.Union(s.Bounds())
				}
				if short := g.Hit.W - 1.5 - drawn.W; short > 0.6 && drawn.W > 3.01 || short < -0.1 || drawn.W < 2.9 {
					t.Errorf("seed %d: %v is drawn %v wide, on %v", seed, m.Passages[i].Voice, drawn.W, g.Hit.W)
				}
			}
		}
	}
}

// form says what shapes are, how high and how thick, but not in which colour nor where.
func form(shapes []figure.Shape) string {
	out := []string{}
	for _, s := range shapes {
		switch x := s.(type) {
		case figure.Box:
			out = append(out, fmt.Sprint("box ", x.Fill != "", x.At.H, x.Width))
		case figure.Line:
			out = append(out, fmt.Sprint("line ", x.Width, x.Dash))
		case figure.Disc:
			out = append(out, fmt.Sprint("disc ", x.Radius))
		}
	}
	return strings.Join(out, ", ")
}
