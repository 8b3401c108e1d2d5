package atlas_test

import (
	"context"
	"math"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/atlas"
	"sidelight/annotations/figure"
)

// near reports whether two locations are the same but for what is rounded away.
func near(a, b annotations.Location) bool {
	d := math.Abs(a.Lon - b.Lon)
	return math.Abs(a.Lat-b.Lat) < 0.05 && min(d, 360-d) < 0.05
}

// What lies under the pointer stays there while the map grows, and goes with the pointer
// while it is moved.
func TestZoomAndPanKeepWhatIsUnderThePointer(t *testing.T) {
	p := plan(t, bundled(t))
	d := draw(t, p, atlas.Sight{Width: 688, Height: 728})
	world, inset := d.Windows[0], d.Windows[1]
	for _, w := range []*atlas.Window{world, inset} {
		at := w.At.Centre()
		at.X, at.Y = at.X+37, at.Y+20
		was, ok := w.Location(at)
		if !ok {
			t.Fatal("beside the globe")
		}
		c := d.Zoomed(w, at, map[bool]float64{true: 6, false: 1.1}[w == world])
		if c.Whole() {
			t.Fatal("the camera has not come nearer")
		}
		now, _ := d.Window(c).Location(at)
		if !near(now, was) {
			t.Errorf("under the pointer was %v and is %v", was, now)
		}
		c = d.Panned(d.Window(c), figure.Point{X: 30})
		moved, _ := d.Window(c).Location(figure.Point{X: at.X + 30, Y: at.Y})
		if math.Abs(moved.Lat-now.Lat) > 0.05 || math.Abs(moved.Lon-now.Lon) > 1 {
			t.Errorf("what was under the pointer at %v went to %v", now, moved)
		}
	}
	if c := d.Panned(world, figure.Point{X: -50}); !c.Whole() || c.Lon < 20 {
		t.Errorf("the world is not turned: %+v", c)
	}
}

// Who goes away step by step comes to the whole world before all of the globe lies small
// in the frame, and never sees more of what is no globe than of the globe.
func TestTheGlobeNeverLiesSmallInTheFrame(t *testing.T) {
	p := plan(t, bundled(t))
	for _, size := range [][2]float32{{688, 728}, {596, 608}, {1244, 988}} {
		d := draw(t, p, atlas.Sight{Width: size[0], Height: size[1]})
		c := d.Zoomed(d.Window(atlas.Camera{}), d.Frame.Centre(), 8)
		steps := 0
		for ; !c.Whole() && steps < 100; steps++ {
			w := d.Window(c)
			corners := 0
			for _, at := range []figure.Point{{X: w.At.X + 2, Y: w.At.Centre().Y}, {X: w.At.Right() - 2, Y: w.At.Centre().Y},
				{X: w.At.Centre().X, Y: w.At.Y + 2}, {X: w.At.Centre().X, Y: w.At.Bottom() - 2}} {
				if _, ok := w.Location(at); !ok {
					corners++
				}
			}
			if corners == 4 {
				t.Errorf("%v: at zoom %v the globe lies in the middle of the frame", size, c.Zoom)
			}
			c = d.Zoomed(w, d.Frame.Centre(), 1/1.1)
		}
		if steps < 3 || steps == 100 {
			t.Errorf("%v: the whole world comes after %d steps", size, steps)
		}
	}
}

func TestHowNear(t *testing.T) {
	p := plan(t, bundled(t))
	d := draw(t, p, atlas.Sight{Width: 688, Height: 728})
	c := atlas.Camera{}
	for range 50 {
		c = d.Zoomed(d.Window(c), d.Frame.Centre(), 1.5)
	}
	if c.Zoom != d.MaxZoom || c.Zoom < 10 || c.Zoom > 40 {
		t.Errorf("the camera comes as near as %v of %v", c.Zoom, d.MaxZoom)
	}
	for range 50 {
		c = d.Zoomed(d.Window(c), d.Frame.Centre(), 1/1.5)
	}
	if c != (atlas.Camera{}) {
		t.Errorf("the whole world is seen from %+v", c)
	}
	for _, odd := range []atlas.Camera{{Zoom: math.NaN()}, {Zoom: math.Inf(1)}, {Lat: math.NaN(), Lon: math.Inf(1), Zoom: 5}, {Lat: 500, Lon: 1e300, Zoom: 5}} {
		d := p.Draw(context.Background(), atlas.Sight{Camera: odd, Width: 688, Height: 728})
		for _, g := range d.Figure.Groups {
			if b := g.Bounds(); math.IsNaN(float64(b.X + b.Y + b.W + b.H)) {
				t.Fatalf("%+v: %s is nowhere", odd, g.Key)
			}
		}
	}
}

// A turn of the world shows the same land, and each coast inside of the window.
func TestTheAntimeridianCutsNoLand(t *testing.T) {
	p := plan(t, bundled(t))
	base := landArea(draw(t, p, atlas.Sight{Width: 688, Height: 728}))
	for lon := -180.0; lon < 180; lon += 15 {
		d := draw(t, p, atlas.Sight{Camera: atlas.Camera{Lon: lon}, Width: 688, Height: 728})
		if a := landArea(d); math.Abs(a/base-1) > 0.004 {
			t.Errorf("turned by %v the land is %v times as large", lon, a/base)
		}
		w := d.Windows[0].At.Grown(1)
		g, _ := d.Figure.Find("world")
		for _, s := range g.Shapes {
			if !w.Holds(s.Bounds()) {
				t.Fatalf("turned by %v land lies at %v, outside of %v", lon, s.Bounds(), w)
			}
		}
	}
}

// landArea is the area of the land in the world of a drawing, square pixels.
func landArea(d *atlas.Drawing) float64 {
	var sum float64
	g, _ := d.Figure.Find("world")
	for _, s := range g.Shapes {
		if a, ok := s.(figure.Area); ok {
			for _, r := range a.Rings {
				var ring float64
				for i, p := range r {
					q := r[(i+1)%len(r)]
					ring += float64(p.X)*float64(q.Y) - float64(q.X)*float64(p.Y)
				}
				sum += math.Abs(ring) / 2
			}
		}
	}
	return sum
}

func TestReadCoast(t *testing.T) {
	coast(t)
	for name, data := range map[string]string{
		"no JSON":        `{`,
		"no land":        `{"land":{},"lakes":{"a":[0,0,1,0,1,1]}}`,
		"two corners":    `{"land":{"a":[0,0,1,1]}}`,
		"odd numbers":    `{"land":{"a":[0,0,1,0,1,1,2]}}`,
		"off the globe":  `{"land":{"a":[0,0,1,0,1,91]}}`,
		"round the pole": `{"land":{"a":[-170,-80,-60,-80,60,-80,170,-80]}}`,
	} {
		if _, err := atlas.ReadCoast([]byte(data)); err == nil {
			t.Errorf("%s: a coast is read", name)
		}
	}
	if _, err := atlas.ReadCoast([]byte(`{"land":{"a":[-180,-80,-60,-80,60,-80,180,-80,180,-90,-180,-90]}}`)); err != nil {
		t.Error(err) // closed along the antimeridian
	}
}

// A map of 500 places is laid out anew for each step of a movement; a frame has 16.7 ms.
func BenchmarkMove(b *testing.B) {
	for _, way := range []struct {
		name string
		seed uint64
	}{{"scattered", 7}, {"crowd", 1}} {
		p := plan(b, made(b, locations(way.seed, 500)))
		for _, c := range []atlas.Camera{{}, {Lon: 10, Lat: 20, Zoom: 3}} {
			b.Run(way.name+map[bool]string{true: "/whole", false: "/near"}[c.Whole()], func(b *testing.B) {
				for b.Loop() {
					c.Lon++
					p.Draw(context.Background(), atlas.Sight{Camera: c, Width: 688, Height: 728})
				}
				b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N)/16.7, "frames/op")
			})
		}
	}
}
