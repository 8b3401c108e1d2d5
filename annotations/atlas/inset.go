package atlas

import (
	"math"

	"sidelight/annotations"
	"sidelight/annotations/figure"
)

// The inset is chosen by this rule. On the map of the whole world places crowd that are
// nearer to each other than a sixteenth of its width, or hang together by places that are. The
// largest crowd gets the inset, among equals the one with the place that the article
// mentions most often. If it is too wide to gain by an inset, the distance is halved and
// the rule applied again. A crowd that the inset would not part either has none.
const (
	crowd = 1.0 / 16
	least = 1.0 / 640
	gain  = 2.5 // the least by which an inset has to be larger than the world

	insetRadius = 8 // of the corners of an inset, pixels

	// The room for labels between the crowd and the edges of the inset, in parts of its
	// width and its height.
	aside = 0.1
	above = 0.17
)

// inset chooses the window of the inset from the places, in the order of [Gather]. It
// reports false where none helps. The scale is at most most, unit that of the world.
func inset(places []Place, at figure.Rect, unit, most float64) (*Window, bool) {
	spots := spotted(places, unit)
	for part := crowd; part >= least; part /= 2 {
		members := largest(len(places), spots, part*globeWidth*unit)
		if len(members) < 2 {
			return nil, false
		}
		w := fitted(members, places, at, most)
		if w.scale >= gain*unit {
			return w, parted(members, places, w)
		}
	}
	return nil, false
}

// parted reports whether a window shows places at more than one spot.
func parted(members []int, places []Place, w *Window) bool {
	first := w.Point(*places[members[0]].Location)
	for _, m := range members[1:] {
		if square(first, w.Point(*places[m].Location)) >= sameSpot*sameSpot {
			return true
		}
	}
	return false
}

// fitted is the window in which some of the places fill a rectangle of the drawing.
func fitted(members []int, places []Place, at figure.Rect, most float64) *Window {
	first := places[members[0]].Location
	west, east := 0.0, 0.0 // degrees from the first
	south, north := math.Inf(1), math.Inf(-1)
	for _, m := range members {
		l := places[m].Location
		d := wrapped(l.Lon - first.Lon)
		west, east = min(west, d), max(east, d)
		south, north = min(south, l.Lat), max(north, l.Lat)
	}
	w := &Window{At: at, radius: insetRadius, lon: tidy(wrapped(first.Lon + (west+east)/2))}
	_, y0 := forward(south, 0)
	_, y1 := forward(north, 0)
	widest := 0.0
	for _, m := range members {
		l := places[m].Location
		x, _ := forward(l.Lat, wrapped(l.Lon-w.lon))
		widest = max(widest, math.Abs(x))
	}
	w.mid = even((y0 + y1) / 2)
	w.scale = most
	if widest > 0 {
		w.scale = min(w.scale, float64(at.W)*(0.5-aside)/widest)
	}
	if y1 > y0 {
		w.scale = min(w.scale, float64(at.H)*(1-2*above)/(y1-y0))
	}
	w.scale = even(w.scale)
	return w
}

// spot is where a place, by its index, lies on the map of the whole world.
type spot struct {
	i  int
	at figure.Point
}

// spotted returns the spots of places. One near the antimeridian has a second spot beyond
// the other end of the map, so that it is near to what it is near to on the globe.
func spotted(places []Place, unit float64) []spot {
	const near = 30 // degrees
	world := Window{scale: unit}
	var out []spot
	for i, p := range places {
		l := *p.Location
		x, y := forward(l.Lat, wrapped(l.Lon))
		out = append(out, spot{i, world.pixel(x, y)})
		if lon := wrapped(l.Lon); math.Abs(lon) > 180-near {
			x, y = forward(l.Lat, lon-math.Copysign(360, lon))
			out = append(out, spot{i, world.pixel(x, y)})
		}
	}
	return out
}

// largest is the largest set of the n places that hang together by steps shorter than
// near, in ascending order; among equals the one with the first place.
func largest(n int, spots []spot, near float64) []int {
	cells := map[[2]int32][]spot{}
	set := newSets(n)
	for _, s := range spots {
		c := [2]int32{int32(math.Floor(float64(s.at.X) / near)), int32(math.Floor(float64(s.at.Y) / near))}
		known := false
		for dx := int32(-1); dx <= 1; dx++ {
			for dy := int32(-1); dy <= 1; dy++ {
				for _, o := range cells[[2]int32{c[0] + dx, c[1] + dy}] {
					if square(s.at, o.at) < near*near {
						set.join(s.i, o.i)
						known = known || s.at == o.at
					}
				}
			}
		}
		if !known {
			cells[c] = append(cells[c], s)
		}
	}
	members := make([][]int, n)
	for i := range n {
		r := set.root(i)
		members[r] = append(members[r], i)
	}
	var best []int
	for _, m := range members {
		if len(m) > len(best) {
			best = m
		}
	}
	return best
}

// sets are disjoint sets of numbers; the least of a set is its root.
type sets []int

func newSets(n int) sets {
	s := make(sets, n)
	for i := range s {
		s[i] = i
	}
	return s
}

func (s sets) root(i int) int {
	for s[i] != i {
		s[i] = s[s[i]]
		i = s[i]
	}
	return i
}

func (s sets) join(i, j int) {
	i, j = s.root(i), s.root(j)
	s[max(i, j)] = min(i, j)
}

// holds reports whether a place has its pin in the inset.
func (w *Window) holds(l annotations.Location) bool {
	const margin = 12 // between pins and the edge of the inset, pixels
	return w.At.Grown(-margin).Has(w.Point(l))
}
