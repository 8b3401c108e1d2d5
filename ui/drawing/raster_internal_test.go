package drawing

import (
	"image"
	"image/color"
	"math"
	"math/rand/v2"
	"testing"

	"sidelight/ui/uitest"
)

const (
	side = 20 // of the pictures that are filled, pixels
	fine = 12 // points to a pixel in each direction at which it is asked what lies inside
)

// TestFillCoversWhatLiesInside holds how much of each pixel is filled against how many of
// its points lie in the outlines, which reach beyond the picture on all sides.
func TestFillCoversWhatLiesInside(t *testing.T) {
	r := rand.New(rand.NewPCG(uitest.Seed(t), 0)) //nolint:gosec // a test, no secret
	for range 80 {
		odd := r.IntN(2) == 0
		var rings [][]vec
		c, size := vec{float32(r.Float64()*40 - 10), float32(r.Float64()*40 - 10)}, float32(6+r.Float64()*18)
		for k := range 1 + r.IntN(2) { // the second lies within the first
			var ring []vec
			for _, q := range circles[r.IntN(3)] {
				long := size * float32(1-0.2*r.Float64()) / float32(1+k)
				ring = append(ring, vec{c.x + q.x*long, c.y + q.y*long})
			}
			rings = append(rings, ring)
		}
		img := image.NewRGBA(image.Rect(0, 0, side, side))
		p := pen{raster: &raster{}, scale: 1}
		p.on(img)
		for _, ring := range rings {
			p.outline(ring)
		}
		p.fill(color.NRGBA{255, 0, 0, 255}, odd)
		for y := range side {
			for x := range side {
				got, want := float64(img.RGBAAt(x, y).A)/255, inside(rings, x, y, odd)
				if math.Abs(got-want) > 0.15 { // two edges may cross in a pixel
					t.Fatalf("pixel %d, %d is covered by %.2f, want %.2f (odd %v) of %v", x, y, got, want, odd, rings)
				}
			}
		}
		for i, s := range p.sum {
			if s != 0 {
				t.Fatalf("the sum of pixel %d is left at %v", i, s)
			}
		}
	}
}

// inside returns which share of the points of a pixel lies inside of rings.
func inside(rings [][]vec, x, y int, odd bool) float64 {
	n := 0
	for i := range fine * fine {
		q := vec{float32(x) + (float32(i%fine)+0.5)/fine, float32(y) + (float32(i/fine)+0.5)/fine}
		around := 0
		for _, ring := range rings {
			if encloses(ring, q) {
				around++
			}
		}
		if around > 0 && (!odd || around%2 == 1) {
			n++
		}
	}
	return float64(n) / (fine * fine)
}

func encloses(ring []vec, q vec) bool {
	in := false
	for i, a := range ring {
		b := ring[(i+1)%len(ring)]
		if (a.y > q.y) != (b.y > q.y) && q.x < (b.x-a.x)*(q.y-a.y)/(b.y-a.y)+a.x {
			in = !in
		}
	}
	return in
}

// TestRoundCoversADisc holds a disc with a border against the area of its circles.
func TestRoundCoversADisc(t *testing.T) {
	for _, c := range []vec{{32, 32}, {32.5, 31.25}, {30.3, 33.7}} {
		for _, radius := range []float32{3, 6.5, 11, 24} {
			img := image.NewRGBA(image.Rect(0, 0, 64, 64))
			r := &raster{}
			r.on(img)
			r.round(c, radius, 1, color.NRGBA{0, 0, 255, 255}, color.NRGBA{255, 0, 0, 255})
			var red, blue float64
			for i := 0; i < len(img.Pix); i += 4 {
				red, blue = red+float64(img.Pix[i])/255, blue+float64(img.Pix[i+2])/255
			}
			in, out := float64(radius-1), float64(radius+1)
			if want := math.Pi * in * in; math.Abs(blue-want) > 1+want/50 {
				t.Errorf("radius %v at %v: %.1f pixels are filled, want %.1f", radius, c, blue, want)
			}
			if want := math.Pi * (out*out - in*in); math.Abs(red-want) > 1+want/50 {
				t.Errorf("radius %v at %v: the border has %.1f pixels, want %.1f", radius, c, red, want)
			}
		}
	}
}
