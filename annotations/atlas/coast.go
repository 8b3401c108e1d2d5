package atlas

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
)

// Coast is the outline of all land and of the great lakes. It does not change.
type Coast struct {
	// layers are the rings, which are filled by the rule of odd and even. Rings that
	// cross each other are in different layers.
	layers [][]outline
	// grain is the length of the median side of a ring in radii of the globe.
	grain float64
}

// outline is a ring of a coast: corners in degrees, of which the longitude runs on over
// the antimeridian.
type outline struct {
	corners      []vertex
	west, east   float64 // the ends of the ring, degrees
	south, north float64
}

// longest is the length of the longest side in degrees: longer ones are divided, so that
// they bend as the meridians and parallels do.
const longest = 5

// ReadCoast reads a coast from JSON: an object with the objects land and lakes, which
// hold under a name of each ring its corners, as longitude and latitude in degrees in
// turns. The last corner is joined to the first.
func ReadCoast(data []byte) (*Coast, error) {
	var file struct {
		Land, Lakes map[string][]float64
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, fmt.Errorf("coast: %w", err)
	}
	c := &Coast{}
	var sides []float64
	if len(file.Land) == 0 {
		return nil, errors.New("coast: there is no land")
	}
	for i, rings := range []map[string][]float64{file.Land, file.Lakes} {
		for _, name := range slices.Sorted(maps.Keys(rings)) {
			o, err := newOutline(rings[name])
			if err != nil {
				return nil, fmt.Errorf("coast: %s: %w", name, err)
			}
			sides = append(sides, o.sides()...)
			o.corners = divided(o.corners)
			if i == 0 {
				c.add(o)
			} else { // a hole in the land
				c.layers[0] = append(c.layers[0], o)
			}
		}
	}
	slices.Sort(sides)
	c.grain = sides[len(sides)/2]
	return c, nil
}

// newOutline makes a ring of pairs of degrees.
func newOutline(pairs []float64) (outline, error) {
	const least = 6
	if len(pairs) < least || len(pairs)%2 != 0 {
		return outline{}, fmt.Errorf("%d numbers are no ring: it needs three corners or more, of two each", len(pairs))
	}
	var o outline
	for i := 0; i < len(pairs); i += 2 {
		lon, lat := pairs[i], pairs[i+1]
		if !(math.Abs(lon) <= 180 && math.Abs(lat) <= 90) {
			return outline{}, fmt.Errorf("%v, %v is no longitude and latitude", lon, lat)
		}
		v := vertex{x: lon, y: lat}
		if n := len(o.corners); n > 0 {
			last := &o.corners[n-1]
			last.seam = math.Abs(lon) == 180 && math.Abs(pairs[i-2]) == 180
			if v.x = last.x + wrapped(lon-last.x); math.Abs(lat) == 90 && math.Abs(pairs[i-1]) == 90 {
				v.x = last.x + lon - pairs[i-2] // along a pole
			}
		}
		o.corners = append(o.corners, v)
	}
	if first, last := o.corners[0].x, o.corners[len(o.corners)-1].x; math.Abs(first-last) > 180 {
		return outline{}, errors.New("a ring round a pole has to be closed along the antimeridian")
	}
	o.measure()
	return o, nil
}

func (o *outline) measure() {
	o.west, o.east, o.south, o.north = math.Inf(1), math.Inf(-1), math.Inf(1), math.Inf(-1)
	for _, v := range o.corners {
		o.west, o.east = min(o.west, v.x), max(o.east, v.x)
		o.south, o.north = min(o.south, v.y), max(o.north, v.y)
	}
}

// sides are the lengths of the sides on the map, in radii of the globe.
func (o *outline) sides() []float64 {
	var out []float64
	for i, a := range o.corners {
		b := o.corners[(i+1)%len(o.corners)]
		if !a.seam {
			x0, y0 := forward(a.y, a.x)
			x1, y1 := forward(b.y, b.x)
			out = append(out, math.Hypot(x1-x0, y1-y0))
		}
	}
	return out
}

// divided is a ring with corners in its long sides.
func divided(ring []vertex) []vertex {
	var out []vertex
	for i, a := range ring {
		b := ring[(i+1)%len(ring)]
		n := math.Ceil(max(math.Abs(b.x-a.x), math.Abs(b.y-a.y)) / longest)
		for j := range int(max(n, 1)) {
			s := float64(j) / max(n, 1)
			out = append(out, vertex{a.x + float64(s*(b.x-a.x)), a.y + float64(s*(b.y-a.y)), a.seam})
		}
	}
	return out
}

// add puts a ring into the first layer in which it crosses no other.
func (c *Coast) add(o outline) {
	for i := range c.layers {
		if !slices.ContainsFunc(c.layers[i], o.crosses) {
			c.layers[i] = append(c.layers[i], o)
			return
		}
	}
	c.layers = append(c.layers, []outline{o})
}

// crosses reports whether two rings cross.
func (o outline) crosses(p outline) bool {
	if o.west > p.east || p.west > o.east || o.south > p.north || p.south > o.north {
		return false
	}
	for i, a := range o.corners {
		b := o.corners[(i+1)%len(o.corners)]
		for j, c := range p.corners {
			if d := p.corners[(j+1)%len(p.corners)]; cross(a.x, a.y, b.x, b.y, c.x, c.y, d.x, d.y) {
				return true
			}
		}
	}
	return false
}

// cross reports whether the lines from a to b and from c to d cross.
func cross(ax, ay, bx, by, cx, cy, dx, dy float64) bool {
	turn := func(px, py, qx, qy, rx, ry float64) float64 {
		return float64((qx-px)*(ry-py)) - float64((qy-py)*(rx-px))
	}
	return turn(ax, ay, bx, by, cx, cy)*turn(ax, ay, bx, by, dx, dy) < 0 &&
		turn(cx, cy, dx, dy, ax, ay)*turn(cx, cy, dx, dy, bx, by) < 0
}

// around returns the ring as it lies round a central meridian, in degrees from it: whole,
// or cut where the antimeridian of that runs through it.
func (o *outline) around(meridian float64) [][]vertex {
	var out [][]vertex
	for shift := wrapped(o.west-meridian) - o.west - 360; o.west+shift < 180; shift += 360 {
		if o.east+shift <= -180 {
			continue
		}
		ring := make([]vertex, len(o.corners))
		for i, v := range o.corners {
			ring[i] = vertex{v.x + shift, v.y, v.seam}
		}
		if o.west+shift < -180 || o.east+shift > 180 {
			ring = clipped(ring, func(x, _ float64) float64 { return x + 180 })
			ring = clipped(ring, func(x, _ float64) float64 { return 180 - x })
			ring = divided(ring)
		}
		if len(ring) > 2 {
			out = append(out, ring)
		}
	}
	return out
}
