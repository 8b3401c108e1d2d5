package atlas

import (
	"math"
	"math/rand/v2"
	"testing"
)

// Values of the paper and of its reference implementation for a globe of the radius 1.
func TestForward(t *testing.T) {
	for _, c := range []struct{ lat, lon, x, y float64 }{
		{0, 0, 0, 0},
		{0, 180, 2.7066299836, 0},
		{90, 0, 0, 1.3173627591},
		{-90, 0, 0, -1.3173627591},
	} {
		if x, y := forward(c.lat, c.lon); math.Abs(x-c.x) > 1e-9 || math.Abs(y-c.y) > 1e-9 {
			t.Errorf("%v, %v is at %.10f, %.10f, want %v, %v", c.lat, c.lon, x, y, c.x, c.y)
		}
	}
	if r := globeWidth / (2 * northPole); math.Abs(r-2.05458) > 1e-5 {
		t.Errorf("the map is %v times as wide as high", r)
	}
}

func TestRoundTrip(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		lat, lon := r.Float64()*180-90, r.Float64()*360-180
		x, y := forward(lat, lon)
		a, o, ok := inverse(x, y)
		if !ok || math.Abs(a-lat) > 1e-5 || math.Abs(o-lon) > 1e-6 {
			t.Fatalf("%v, %v comes back as %v, %v, %v", lat, lon, a, o, ok)
		}
	}
	for _, p := range [][2]float64{{3, 0}, {0, 1.4}, {2.7, 1.3}, {math.NaN(), 0}, {0, math.NaN()}} {
		if _, _, ok := inverse(p[0], p[1]); ok {
			t.Errorf("%v lies on the globe", p)
		}
	}
}

// The projection shows equal areas as equal.
func TestEqualAreas(t *testing.T) {
	const d = 0.001
	area := func(lat, lon float64) float64 { // of a small field, by the area of the globe it covers
		x0, y0 := forward(lat, lon)
		x1, _ := forward(lat, lon+d)
		_, y1 := forward(lat+d, lon)
		return (x1 - x0) * (y1 - y0) / (math.Sin((lat+d)*rad) - math.Sin(lat*rad))
	}
	want := area(0, 0)
	for lat := -85.0; lat <= 85; lat += 5 {
		for lon := -180.0; lon < 180; lon += 60 {
			if got := area(lat, lon); math.Abs(got/want-1) > 2e-4 {
				t.Errorf("at %v, %v an area is %v times as large", lat, lon, got/want)
			}
		}
	}
}

func TestWrapped(t *testing.T) {
	for in, want := range map[float64]float64{0: 0, 180: -180, -180: -180, 181: -179, -181: 179, 540: -180, 360: 0} {
		if got := wrapped(in); got != want {
			t.Errorf("wrapped(%v) = %v, want %v", in, got, want)
		}
	}
}
