package atlas_test

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/atlas"
	"sidelight/annotations/figure"
)

// cameras are what is looked at in the tests of a drawing: the whole world, also turned,
// and nearer.
func cameras(p *atlas.Plan) []atlas.Camera {
	out := []atlas.Camera{{}, {Lon: 150}, {Lat: 80, Zoom: 1.5}, {Lon: 179, Lat: -10, Zoom: 3}, {Lon: 10, Lat: 40, Zoom: 1e9}}
	for _, x := range p.Places() {
		if x.Located() {
			return append(out, atlas.Camera{Lon: x.Location.Lon, Lat: x.Location.Lat, Zoom: 8})
		}
	}
	return out
}

func TestNothingIsInTheWayOfALabel(t *testing.T) {
	check := func(name string, p *atlas.Plan) {
		t.Helper()
		for _, zone := range zones {
			for _, c := range cameras(p) {
				d := draw(t, p, atlas.Sight{Camera: c, Width: zone.X, Height: zone.Y})
				for _, fault := range faults(d) {
					t.Fatalf("%s, %v, %+v: %s", name, zone, c, fault)
				}
			}
		}
	}
	check("bundled", plan(t, bundled(t)))
	generated(t, func(seed uint64, e *annotations.Edition) { check(string(rune('0'+seed%7)), plan(t, e)) })
}

// faults says what is wrong with a drawing: labels outside of it, cut, over each other,
// over a pin or under a leader.
func faults(d *atlas.Drawing) []string {
	var out []string
	all := figure.Rect{W: d.Figure.Width, H: d.Figure.Height}
	var words, pins []figure.Rect
	var lines []figure.Line
	for _, g := range d.Figure.Groups {
		if !all.Grown(0.5).Holds(g.Bounds()) {
			out = append(out, "outside: "+g.Key)
		}
		for _, s := range g.Shapes {
			switch s := s.(type) {
			case figure.Words:
				if s.At.W < measure(s.Font, s.Text) || s.At.H < s.Font.Leading() {
					out = append(out, "cut: "+s.Text)
				}
				words = append(words, s.At)
			case figure.Disc:
				pins = append(pins, s.Bounds())
			case figure.Line:
				if strings.HasPrefix(g.Key, "leaders") {
					lines = append(lines, s)
				}
			}
		}
	}
	for i, w := range words {
		for _, v := range words[i+1:] {
			if w.Overlaps(v) {
				out = append(out, "two labels overlap")
			}
		}
		for _, p := range pins {
			if w.Overlaps(p) {
				out = append(out, "a label over a pin")
			}
		}
		for _, l := range lines {
			for i := range 101 { // points along the line
				a, b, s := l.Points[0], l.Points[1], float32(i)/100
				if w.Has(figure.Point{X: a.X + s*(b.X-a.X), Y: a.Y + s*(b.Y-a.Y)}) {
					out = append(out, "a line under a label")
					break
				}
			}
		}
	}
	return out
}

// Each place is once on the map of the whole world or in the list under it; of a part of
// the world what lies outside is counted.
func TestEveryPlaceIsThereOnce(t *testing.T) {
	check := func(p *atlas.Plan) {
		t.Helper()
		for _, c := range cameras(p) {
			d := draw(t, p, atlas.Sight{Camera: c, Width: 688, Height: 728})
			times := map[annotations.EntityID]int{}
			for _, pin := range d.Pins {
				for _, x := range pin.Places {
					times[x.ID]++
				}
				if g, ok := d.Figure.Find(pin.Key); !ok || g.Name == "" {
					t.Fatalf("the pin of %s is not drawn", pin.Key)
				}
			}
			for _, r := range d.Rows {
				times[r.Place.ID]++
				if g, ok := d.Figure.Find(r.Key); !ok || !strings.Contains(g.Name, "no location given") {
					t.Fatalf("%s is not listed with the reason", r.Key)
				}
			}
			for id, n := range times {
				if n != 1 {
					t.Fatalf("%s is there %d times", id, n)
				}
			}
			if got, want := len(times)+d.Counts.Outside, len(p.Places()); got != want || c.Whole() && d.Counts.Outside != 0 {
				t.Fatalf("%+v: %d of %d places are there, %d outside", c, len(times), want, d.Counts.Outside)
			}
			unlabelled := 0
			for _, p := range d.Pins {
				if _, ok := d.Figure.Find("name:" + string(p.Places[0].ID)); ok != p.Labelled {
					t.Fatalf("%s is labelled: %v, and its name is drawn: %v", p.Key, p.Labelled, ok)
				}
				if !p.Labelled {
					unlabelled++
				}
			}
			if d.Counts.Unlabelled != unlabelled {
				t.Fatalf("%d pins without a label, %d are counted", unlabelled, d.Counts.Unlabelled)
			}
		}
	}
	check(plan(t, bundled(t)))
	generated(t, func(_ uint64, e *annotations.Edition) { check(plan(t, e)) })
}

func TestTheSameInputGivesTheSameNumbers(t *testing.T) {
	generated(t, func(seed uint64, e *annotations.Edition) {
		if seed%9 != 0 {
			return
		}
		one, two := plan(t, e), plan(t, e)
		for _, c := range cameras(one) {
			s := atlas.Sight{Camera: c, Width: 688, Height: 728}
			if a, b := draw(t, one, s), draw(t, two, s); !reflect.DeepEqual(a.Figure, b.Figure) {
				t.Fatalf("edition %d is drawn in two ways", seed)
			}
		}
	})
}

// What is drawn lies at the places of the test on every platform: all positions are 64ths
// of a pixel.
func TestPositionsAreRounded(t *testing.T) {
	d := draw(t, plan(t, bundled(t)), atlas.Sight{Width: 688, Height: 728})
	for _, p := range d.Pins {
		if x, y := p.At.X*64, p.At.Y*64; x != float32(int(x)) || y != float32(int(y)) {
			t.Errorf("%s lies at %v", p.Key, p.At)
		}
	}
}

func TestTheInsetIsWherePinsCrowd(t *testing.T) {
	d := draw(t, plan(t, bundled(t)), atlas.Sight{Width: 688, Height: 728})
	if len(d.Windows) != 2 {
		t.Fatalf("%d windows", len(d.Windows))
	}
	inset := d.Windows[1]
	var in []string
	for _, p := range d.Pins {
		if inset.At.Has(p.At) {
			for _, x := range p.Places {
				in = append(in, string(x.ID))
			}
		}
	}
	slices.Sort(in)
	if want := []string{"doha", "egypt", "gaza-strip", "israel", "qatar", "southern-israel"}; !slices.Equal(in, want) {
		t.Errorf("in the inset are %v, want %v", in, want)
	}
	if d.Counts.Unlabelled != 0 || len(d.Pins) < 7 {
		t.Errorf("%+v, %d pins", d.Counts, len(d.Pins))
	}
	if d.Figure.Height != 728 {
		t.Errorf("the map is %v px high in a room of 728", d.Figure.Height)
	}
	if d.Windows[0].At.W != 640 {
		t.Errorf("the world is %v px wide", d.Windows[0].At.W)
	}
}

func TestNoInsetWithoutACrowd(t *testing.T) {
	for name, at := range map[string][]annotations.Location{
		"one place":      {{Lat: 10, Lon: 10}},
		"far apart":      {{Lat: 10, Lon: 10}, {Lat: 40, Lon: 100}, {Lat: -30, Lon: -60}},
		"all on a spot":  {{Lat: 10, Lon: 10}, {Lat: 10, Lon: 10}, {Lat: 10, Lon: 10}},
		"none":           nil,
		"over the whole": locations(7, 500),
	} {
		d := draw(t, plan(t, made(t, at)), atlas.Sight{Width: 688, Height: 728})
		if n := len(d.Windows); n != 1 && name != "over the whole" {
			t.Errorf("%s: %d windows", name, n)
		}
	}
	d := draw(t, plan(t, made(t, []annotations.Location{{Lat: -17, Lon: 178}, {Lat: -14, Lon: -172}})), atlas.Sight{Width: 688, Height: 728})
	if len(d.Windows) != 2 {
		t.Error("a crowd on both sides of the antimeridian has no inset")
	}
}

// What the article mentions most often has a label before the rest.
func TestTheLeastMentionedAreWithoutALabel(t *testing.T) {
	at := make([]annotations.Location, 120)
	for i := range at {
		at[i] = annotations.Location{Lat: 20 + float64(i/12)*0.01*8, Lon: 20 + float64(i%12)*0.08}
	}
	d := draw(t, plan(t, made(t, at)), atlas.Sight{Camera: atlas.Camera{Lon: 20, Lat: 20, Zoom: 1e9}, Width: 596, Height: 608})
	if d.Counts.Unlabelled == 0 || !d.Pins[0].Labelled {
		t.Fatalf("%d pins, %d without a label", len(d.Pins), d.Counts.Unlabelled)
	}
	for _, p := range d.Pins {
		if g, _ := d.Figure.Find(p.Key); g.Tip == "" {
			t.Errorf("%s has no tip", p.Key)
		}
	}
	if len(d.Pins[0].Places) < 2 {
		t.Error("places on one spot do not share a pin")
	}
}

func TestDrawingEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if d := plan(t, bundled(t)).Draw(ctx, atlas.Sight{Width: 688, Height: 728}); d != nil {
		t.Error("a drawing that nobody waits for is finished")
	}
}

// A room of any size gives a drawing.
func TestSmallRooms(t *testing.T) {
	p := plan(t, bundled(t))
	for _, size := range []figure.Point{{}, {X: 1, Y: 1}, {X: 200, Y: 100}, {X: 360, Y: 4000}, {X: 5000, Y: 20}} {
		for _, c := range cameras(p) {
			for _, g := range draw(t, p, atlas.Sight{Camera: c, Width: size.X, Height: size.Y}).Figure.Groups {
				if b := g.Bounds(); b.W < 0 || b.H < 0 {
					t.Fatalf("%v: %s has the bounds %v", size, g.Key, b)
				}
			}
		}
	}
}

// The pins of the sample lie where they lie on every platform.
func TestSameOnEveryPlatform(t *testing.T) {
	d := draw(t, plan(t, bundled(t)), atlas.Sight{Width: 688, Height: 728})
	var got []string
	for _, p := range d.Pins {
		got = append(got, fmt.Sprintf("%s %v %v", p.Key, p.At.X, p.At.Y))
	}
	want := []string{
		"place:israel 204.70312 379.89062", "place:united-states 189.29688 91.078125", "place:gaza-strip 194.98438 382.45312",
		"place:egypt 89.71875 520.3594", "place:qatar 593.0625 567.8906", "place:thailand 518.875 142.78125",
		"place:doha 600 574.7969", "place:washington 221.78125 89.234375",
	}
	if !slices.Equal(got, want) {
		t.Errorf("the pins lie at %q", got)
	}
}
