package figure

import "math"

// Right is the x of the right edge of a rectangle.
func (r Rect) Right() float32 { return r.X + r.W }

// Bottom is the y of the lower edge of a rectangle.
func (r Rect) Bottom() float32 { return r.Y + r.H }

// Centre is the middle of a rectangle.
func (r Rect) Centre() Point { return Point{r.X + r.W/2, r.Y + r.H/2} }

// Empty reports whether a rectangle holds no point.
func (r Rect) Empty() bool { return r.W <= 0 || r.H <= 0 }

// Overlaps reports whether two rectangles have more than an edge in common.
func (r Rect) Overlaps(o Rect) bool {
	return r.X < o.Right() && o.X < r.Right() && r.Y < o.Bottom() && o.Y < r.Bottom()
}

// Holds reports whether a rectangle holds all of another one.
func (r Rect) Holds(o Rect) bool {
	return o.X >= r.X && o.Y >= r.Y && o.Right() <= r.Right() && o.Bottom() <= r.Bottom()
}

// Has reports whether a rectangle holds a point; its right and lower edges do not count.
func (r Rect) Has(p Point) bool {
	return p.X >= r.X && p.Y >= r.Y && p.X < r.Right() && p.Y < r.Bottom()
}

// Grown is a rectangle with each edge moved outwards by a number of pixels.
func (r Rect) Grown(by float32) Rect { return Rect{r.X - by, r.Y - by, r.W + 2*by, r.H + 2*by} }

// Union is the smallest rectangle that holds two; an empty one counts as nothing.
func (r Rect) Union(o Rect) Rect {
	switch {
	case r.Empty():
		return o
	case o.Empty():
		return r
	}
	x, y := min(r.X, o.X), min(r.Y, o.Y)
	return Rect{x, y, max(r.Right(), o.Right()) - x, max(r.Bottom(), o.Bottom()) - y}
}

// around is the smallest rectangle that holds points, grown by half a stroke.
func around(points []Point, width float32) Rect {
	if len(points) == 0 {
		return Rect{}
	}
	inf := float32(math.Inf(1))
	x0, y0, x1, y1 := inf, inf, -inf, -inf
	for _, p := range points {
		x0, y0, x1, y1 = min(x0, p.X), min(y0, p.Y), max(x1, p.X), max(y1, p.Y)
	}
	return Rect{x0, y0, x1 - x0, y1 - y0}.Grown(width / 2)
}

// Bounds implements [Shape].
func (l Line) Bounds() Rect { return around(l.Points, l.Width) }

// Bounds implements [Shape].
func (a Area) Bounds() Rect {
	var out Rect
	for _, ring := range a.Rings {
		out = out.Union(around(ring, max(a.Width, 0.01)))
	}
	return out
}

// Bounds implements [Shape].
func (d Disc) Bounds() Rect {
	return Rect{d.Centre.X, d.Centre.Y, 0, 0}.Grown(d.Radius + d.Width/2)
}

// Bounds implements [Shape].
func (b Box) Bounds() Rect { return b.At.Grown(b.Width / 2) }

// Bounds implements [Shape].
func (w Words) Bounds() Rect { return w.At }

// Bounds implements [Shape].
func (i Icon) Bounds() Rect { return i.At }

// Bounds is the smallest rectangle that holds what a group draws and where it is hit.
func (g *Group) Bounds() Rect {
	out := g.Hit
	for _, s := range g.Shapes {
		out = out.Union(s.Bounds())
	}
	return out
}

// Find returns the group with a key.
func (f *Figure) Find(key string) (*Group, bool) {
	for i := range f.Groups {
		if f.Groups[i].Key == key {
			return &f.Groups[i], true
		}
	}
	return nil, false
}

// At returns the uppermost group that is hit at a point.
func (f *Figure) At(p Point) (*Group, bool) {
	for i := len(f.Groups) - 1; i >= 0; i-- {
		if f.Groups[i].Hit.Has(p) || f.Groups[i].nearBy(p) {
			return &f.Groups[i], true
		}
	}
	return nil, false
}

// nearBy reports whether a point lies as near to a line of a group as Along says.
func (g *Group) nearBy(p Point) bool {
	if g.Along <= 0 {
		return false
	}
	for _, s := range g.Shapes {
		l, ok := s.(Line)
		for k := 1; ok && k < len(l.Points); k++ {
			if distance(l.Points[k-1], l.Points[k], p) <= g.Along {
				return true
			}
		}
	}
	return false
}

// distance is how far a point is from the straight line between a and b, in pixels.
func distance(a, b, p Point) float32 {
	dx, dy := float64(b.X-a.X), float64(b.Y-a.Y)
	px, py := float64(p.X-a.X), float64(p.Y-a.Y)
	share := 0.0
	if length := dx*dx + dy*dy; length > 0 {
		share = min(max((px*dx+py*dy)/length, 0), 1)
	}
	return float32(math.Hypot(px-share*dx, py-share*dy))
}
