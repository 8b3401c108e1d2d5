package drawing

import (
	"image/color"
	"math"

	"sidelight/annotations/figure"
	"sidelight/ui/look"
)

// pen draws shapes of a figure in a raster.
type pen struct {
	*raster
	origin figure.Point // the place of the figure at the raster's upper left corner
	scale  float32      // pixels of the raster for one of the figure
}

// vec is a point of the raster.
type vec struct{ x, y float32 }

func (p *pen) at(q figure.Point) vec {
	return vec{(q.X - p.origin.X) * p.scale, (q.Y - p.origin.Y) * p.scale}
}

// colour returns the colour of an ink in the present scheme.
func colour(i figure.Ink) color.NRGBA { return look.Of(themed(i)) }

// draw draws shapes, of those that are drawn so. Lines of one ink that follow each other
// are filled at once.
func (p *pen) draw(shapes []figure.Shape) {
	var lines figure.Ink
	flush := func(next figure.Ink) {
		if lines != "" && lines != next {
			p.fill(colour(lines), false)
		}
		lines = next
	}
	for _, s := range shapes {
		if l, ok := s.(figure.Line); ok {
			flush(l.Ink)
			p.line(l)
			continue
		}
		flush("")
		switch s := s.(type) {
		case figure.Area:
			p.area(s)
		case figure.Disc:
			p.disc(s)
		case figure.Box:
			p.box(s)
		}
	}
	flush("")
}

func (p *pen) area(a figure.Area) {
	width := p.thick(a.Width)
	var rings [][]vec // that are near the picture; a closed one beside it has no part in it
	for _, ring := range a.Rings {
		points := make([]vec, len(ring))
		for i, q := range ring {
			points[i] = p.at(q)
		}
		if p.near(points, width) {
			rings = append(rings, points)
		}
	}
	if a.Fill != "" {
		for _, ring := range rings {
			p.outline(ring)
		}
		p.fill(colour(a.Fill), true)
	}
	if bordered(a.Stroke, a.Width) {
		for _, ring := range rings {
			p.stroke(ring, true, width)
		}
		p.fill(colour(a.Stroke), false)
	}
}

// near reports whether the smallest rectangle around points comes as near to the picture
// as a number of pixels.
func (p *pen) near(points []vec, reach float32) bool {
	if len(points) == 0 {
		return false
	}
	from, to := points[0], points[0]
	for _, q := range points {
		from, to = vec{min(from.x, q.x), min(from.y, q.y)}, vec{max(to.x, q.x), max(to.y, q.y)}
	}
	w, h := float32(p.w), float32(p.img.Rect.Dy())
	return to.x > -reach && to.y > -reach && from.x < w+reach && from.y < h+reach
}

// thick returns the width in pixels of a line, one at least: less would be a fainter line
// and not a thinner one.
func (p *pen) thick(width float32) float32 { return max(width*p.scale, 1) }

func (p *pen) disc(d figure.Disc) {
	var fill, line color.NRGBA
	half := float32(0)
	if d.Fill != "" {
		fill = colour(d.Fill)
	}
	if d.Stroke != "" && d.Width > 0 {
		line, half = colour(d.Stroke), p.thick(d.Width)/2
	}
	p.round(p.at(d.Centre), d.Radius*p.scale, half, fill, line)
}

func (p *pen) box(b figure.Box) {
	from, to := p.at(figure.Point{X: b.At.X, Y: b.At.Y}), p.at(figure.Point{X: b.At.Right(), Y: b.At.Bottom()})
	r, half := b.Radius*p.scale, p.thick(b.Width)/2
	if b.Fill != "" {
		p.rounded(from, to, r)
		p.fill(colour(b.Fill), false)
	}
	if b.Stroke != "" && b.Width > 0 {
		if r > 0 {
			r += half
		}
		p.rounded(vec{from.x - half, from.y - half}, vec{to.x + half, to.y + half}, r)
		p.rounded(vec{from.x + half, from.y + half}, vec{to.x - half, to.y - half}, max(r-2*half, 0))
		p.fill(colour(b.Stroke), true)
	}
}

// outline adds the edges of a closed ring.
func (p *pen) outline(ring []vec) {
	for i, a := range ring {
		b := ring[(i+1)%len(ring)]
		p.edge(a.x, a.y, b.x, b.y)
	}
}

// circles are the points of circles of radius 1 with 8, 16, ... points.
var circles = func() (all [16][]vec) {
	for i := range all {
		all[i] = make([]vec, 8*(i+1))
		for k := range all[i] {
			sin, cos := math.Sincos(2 * math.Pi * float64(k) / float64(len(all[i])))
			all[i][k] = vec{float32(cos), float32(sin)}
		}
	}
	return all
}()

// unit returns a circle of radius 1 with as many points as one of a radius in pixels needs
// to look round: none of its sides leaves the circle by more than 1/20 of a pixel.
func unit(radius float32) []vec {
	n := math.Pi / math.Acos(1-0.05/max(float64(radius), 0.1))
	return circles[min(max(int(n/8), 0), len(circles)-1)]
}

// circle adds the edges of a circle.
func (p *pen) circle(c vec, radius float32) {
	if !(radius > 0) {
		return
	}
	ring := unit(radius)
	last := ring[len(ring)-1]
	for _, q := range ring {
		p.edge(c.x+last.x*radius, c.y+last.y*radius, c.x+q.x*radius, c.y+q.y*radius)
		last = q
	}
}

// rounded adds the edges of a rectangle with round corners.
func (p *pen) rounded(from, to vec, radius float32) {
	w, h := to.x-from.x, to.y-from.y
	if !(w > 0 && h > 0) {
		return
	}
	radius = min(radius, w/2, h/2)
	if !(radius > 0) {
		p.outline([]vec{from, {to.x, from.y}, to, {from.x, to.y}})
		return
	}
	ring := unit(radius)
	quarter := len(ring) / 4
	points := make([]vec, 0, len(ring)+4)
	for i, c := range [4]vec{{to.x - radius, to.y - radius}, {from.x + radius, to.y - radius}, {from.x + radius, from.y + radius}, {to.x - radius, from.y + radius}} {
		for k := range quarter + 1 {
			q := ring[(i*quarter+k)%len(ring)]
			points = append(points, vec{c.x + q.x*radius, c.y + q.y*radius})
		}
	}
	p.outline(points)
}
