package timeline_test

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/figure"
	"sidelight/annotations/timeline"
)

// measure is a stand-in for the type of the program with characters of three widths.
func measure(f figure.Font, text string) float32 {
	w := float32(0)
	for _, r := range text {
		w += map[bool]float32{true: 0.3, false: 0.53}[strings.ContainsRune("il .,’“”", r)] + float32(r%3)/64
	}
	return w * f.Leading() * 0.7
}

// zones are the widths of the page at the sizes of window that are looked at, with where
// the rows begin and how wide they are; the last is that of a narrow window.
var zones = []struct{ width, left, column float32 }{
	{688, 64, 580}, {596, 40, 528}, {1244, 300, 640}, {330, 32, 270},
}

func texts(e *annotations.Edition) func(*timeline.Row) timeline.Texts {
	return func(r *timeline.Row) timeline.Texts {
		t := timeline.Texts{What: r.Text, Icon: "article", Who: "Article’s own account, no source named", Name: r.Text}
		if p := r.Printed(); p != nil {
			t.Date = p.Name
		}
		switch {
		case r.Recorded() && t.Date == "":
			t.Record = r.When.Words()
		case r.Recorded():
			t.Else = "Elsewhere: " + r.When.Words()
		}
		if r.Link == timeline.Unknown {
			t.Notes = append(t.Notes, "order not given")
		}
		if r.Told() >= 0 {
			t.Sign = fmt.Sprintf("¶%d", e.Article().SignAt(r.Told()))
			t.Slot, t.SignName = t.Sign, "Show in the article: "+t.Sign
		}
		return t
	}
}

func lay(t testing.TB, e *annotations.Edition, w timeline.Way, asTold bool, zone int) *timeline.Sheet {
	t.Helper()
	z := zones[zone]
	s, err := timeline.Lay(context.Background(), rowsOf(t, e, w, asTold), timeline.Options{
		Width: z.width, Left: z.left, Column: z.column, Measure: measure, Texts: texts(e), AsTold: asTold,
		Title: "Timeline", Description: "In order",
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestNothingIsCutOrLiesOverAnother(t *testing.T) {
	editions(t, func(e *annotations.Edition, _ bool) {
		for zone := range zones {
			for _, asTold := range []bool{false, true} {
				s := lay(t, e, timeline.Way{Background: true, Since: true}, asTold, zone)
				checkFigure(t, s.Figure(timeline.Look{}))
				if len(s.Rows) > 1 {
					checkFigure(t, s.Figure(timeline.Look{Chosen: s.Rows[0].Key, Hover: s.Rows[1].Key, Lit: map[string]bool{s.Rows[1].Key: true}}))
				}
			}
		}
	})
}

// checkFigure holds a drawing to its own edges, and its words and the signs of its rows to
// places of their own.
func checkFigure(t *testing.T, f *figure.Figure) {
	t.Helper()
	page := figure.Rect{W: f.Width, H: f.Height}
	var labels []figure.Rect
	names := map[string]bool{}
	for i := range f.Groups {
		g := &f.Groups[i]
		if g.Key != "" && names[g.Key] {
			t.Errorf("two groups are %s", g.Key)
		}
		names[g.Key] = true
		if !page.Holds(g.Bounds()) {
			t.Errorf("%s: %v is not inside of %v", g.Key, g.Bounds(), page)
		}
		for _, s := range g.Shapes {
			switch s := s.(type) {
			case figure.Words:
				labels = append(labels, s.At)
				if got := measure(s.Font, s.Text); got != s.At.W {
					t.Errorf("%q is %v wide and has %v", s.Text, got, s.At.W)
				}
			case figure.Icon:
				labels = append(labels, s.At)
			case figure.Disc:
				if s.Radius > 2 {
					labels = append(labels, s.Bounds())
				}
			case figure.Area:
				labels = append(labels, s.Bounds())
			}
		}
	}
	slices.SortFunc(labels, func(a, b figure.Rect) int { return cmp.Compare(a.Y, b.Y) })
	for i, a := range labels {
		for _, b := range labels[i+1:] {
			if b.Y >= a.Bottom() {
				break
			}
			if a.Overlaps(b) {
				t.Errorf("%v lies over %v", a, b)
			}
		}
	}
}

// TestRowsSayAllTheirWords holds what is drawn of a row to what it has to say: no line is
// left out and nothing is shortened.
func TestRowsSayAllTheirWords(t *testing.T) {
	editions(t, func(e *annotations.Edition, _ bool) {
		for zone := range zones {
			s := lay(t, e, timeline.Way{Since: true}, false, zone)
			f := s.Figure(timeline.Look{})
			for i := range s.Rows {
				g, ok := f.Find(s.Rows[i].Key)
				if !ok {
					t.Fatalf("%s is not drawn", s.Rows[i].Key)
				}
				var said strings.Builder
				for _, x := range g.Shapes {
					if w, ok := x.(figure.Words); ok {
						said.WriteString(strings.ReplaceAll(w.Text, " ", ""))
					}
				}
				w := texts(e)(&s.Rows[i])
				want := strings.ReplaceAll(w.Date+w.Record+strings.Join(w.Notes, "")+w.What+w.Who+w.Sign+w.Else, " ", "")
				if said.String() != want {
					t.Errorf("%s says %q, want %q", s.Rows[i].Key, said.String(), want)
				}
			}
		}
	})
}

func TestEachPlaceIsReached(t *testing.T) {
	s := lay(t, bundled(t), timeline.Way{}, false, 0)
	f := s.Figure(timeline.Look{})
	for _, r := range s.Rows {
		g, _ := f.Find(r.Key)
		if got, ok := f.At(figure.Point{X: g.Hit.X + 180, Y: g.Hit.Y + 12}); !ok || got.Key != r.Key || got.Target.Entity != r.Entity {
			t.Errorf("%s is not hit where it is", r.Key)
		}
		sign, ok := f.Find(timeline.SignOf(r.Key))
		if !ok {
			t.Errorf("%s has no sign of its passage", r.Key)
			continue
		}
		if got, ok := f.At(sign.Hit.Centre()); !ok || got.Target.Passage != r.Span || got.Name == "" {
			t.Errorf("the sign of %s leads to %v", r.Key, got.Target)
		}
		if !g.Hit.Holds(sign.Hit) {
			t.Errorf("the sign of %s reaches into another row: %v, %v", r.Key, sign.Hit, g.Hit)
		}
	}
}

// TestOneBeam holds a drawing to one beam at most, on the row that is chosen.
func TestOneBeam(t *testing.T) {
	s := lay(t, bundled(t), timeline.Way{}, false, 0)
	lit := map[string]bool{}
	for _, r := range s.Rows {
		lit[r.Key] = true
	}
	beams := 0
	for _, g := range s.Figure(timeline.Look{Chosen: s.Rows[3].Key, Hover: s.Rows[5].Key, Lit: lit}).Groups {
		for _, x := range g.Shapes {
			if b, ok := x.(figure.Box); ok && b.Beam {
				beams++
				if g.Key != s.Rows[3].Key {
					t.Errorf("the beam lies on %s", g.Key)
				}
			}
		}
	}
	if beams != 1 {
		t.Errorf("there are %d beams", beams)
	}
}

// TestTheSameFloats holds drawings to the bit, on each run and each platform.
func TestTheSameFloats(t *testing.T) {
	var out strings.Builder
	sum := func(name string, e *annotations.Edition) {
		for zone := range zones {
			for _, asTold := range []bool{false, true} {
				once, twice := print(lay(t, e, timeline.Way{Since: true}, asTold, zone)), print(lay(t, e, timeline.Way{Since: true}, asTold, zone))
				if once != twice {
					t.Errorf("%s: two drawings of the same differ", name)
				}
				fmt.Fprintf(&out, "%s %v told=%v %s\n", name, zones[zone].width, asTold, once)
			}
		}
	}
	sum("bundled", bundled(t))
	for seed := range uint64(6) {
		sum(fmt.Sprint("seed ", seed), generated(t, seed, 40))
	}
	const file = "testdata/floats.txt"
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(file, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if out.String() != string(want) {
		t.Errorf("the drawings are not those of %s (UPDATE=1 writes it anew)", file)
	}
}

// print is a short name of where everything in a drawing is.
func print(s *timeline.Sheet) string {
	var h strings.Builder
	for _, g := range s.Figure(timeline.Look{}).Groups {
		fmt.Fprintln(&h, g.Key, g.Hit)
		for _, x := range g.Shapes {
			switch x := x.(type) {
			case figure.Words:
				fmt.Fprintln(&h, x.At, x.Text)
			case figure.Line:
				fmt.Fprintln(&h, x.Points, x.Width)
			case figure.Area:
				fmt.Fprintln(&h, x.Rings)
			default:
				fmt.Fprintln(&h, x.Bounds())
			}
		}
	}
	sum := sha256.Sum256([]byte(h.String()))
	return hex.EncodeToString(sum[:8])
}
