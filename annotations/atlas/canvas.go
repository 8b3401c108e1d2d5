package atlas

import (
	"fmt"
	"slices"
	"strings"

	"sidelight/annotations/figure"
)

// canvas draws one drawing.
type canvas struct {
	*Plan
	*Drawing
	sight Sight
	frame frame

	grounds []figure.Group // the world, the inset
	over    []figure.Group // labels and pins
	bottom  float32        // of what has been drawn of the map
}

// world draws the whole world and the inset.
func (c *canvas) world() {
	w, in := c.Window(c.Camera), c.frame.inset
	ground := figure.Group{Key: "world", Hit: w.At, Shapes: w.land(c.coast, "")}
	c.Windows = append(c.Windows, w)
	c.bottom = w.At.Bottom()
	free := newGrid()
	// Round the globe there is room for labels.
	room := figure.Rect{X: inFrame, Y: w.At.Y - edge/2, W: c.sight.Width - 2*inFrame, H: w.At.H + edge/2 + footGap}
	if in == nil {
		c.grounds = append(c.grounds, ground)
		c.pins(w, free, room, c.on)
		return
	}
	for _, line := range outlineOn(w, in) {
		ground.Shapes = append(ground.Shapes, figure.Line{Points: line, Width: 1.25, Ink: figure.Text})
		for i := range line[1:] {
			free.addLine(line[i], line[i+1])
		}
	}
	room.H = w.At.H + edge/2 + between/2
	inner, outer := divide(c.on, in)
	c.grounds = append(c.grounds, ground, framed("inset", in, c.coast))
	c.Windows = append(c.Windows, in)
	c.bottom = in.At.Bottom()
	c.pins(w, free, room, outer)
	c.pins(in, newGrid(), in.At.Grown(-inFrame), inner)
}

// framed is the ground of a window with a frame.
func framed(key string, w *Window, coast *Coast) figure.Group {
	return figure.Group{Key: key, Hit: w.At, Shapes: append(w.land(coast, figure.Sea),
		figure.Box{At: w.At, Radius: float32(w.radius), Stroke: figure.RuleStrong, Width: 1})}
}

// divide parts places into those that a window shows and the others.
func divide(places []Place, w *Window) (in, out []Place) {
	for _, p := range places {
		if w.holds(*p.Location) {
			in = append(in, p)
		} else {
			out = append(out, p)
		}
	}
	return in, out
}

// outlineOn is the edge of one window as it runs on the map of another one; in two pieces
// where the antimeridian cuts it.
func outlineOn(world, w *Window) [][]figure.Point {
	const steps = 12 // for each side
	r := w.At
	ends := []figure.Point{{X: r.X, Y: r.Y}, {X: r.Right(), Y: r.Y}, {X: r.Right(), Y: r.Bottom()}, {X: r.X, Y: r.Bottom()}, {X: r.X, Y: r.Y}}
	var out [][]figure.Point
	var line []figure.Point
	flush := func() {
		if len(line) > 1 {
			out = append(out, line)
		}
		line = nil
	}
	for i, a := range ends[:4] {
		b := ends[i+1]
		for j := range steps + 1 {
			s := float32(j) / steps
			l, ok := w.Location(figure.Point{X: a.X + float32(s*(b.X-a.X)), Y: a.Y + float32(s*(b.Y-a.Y))})
			p := world.Point(l)
			if n := len(line); !ok || n > 0 && (p.X-line[n-1].X > world.At.W/2 || line[n-1].X-p.X > world.At.W/2) {
				flush()
			}
			if ok && world.At.Grown(2).Has(p) && (len(line) == 0 || line[len(line)-1] != p) {
				line = append(line, p)
			}
		}
	}
	flush()
	return out
}

// near draws a part of the globe, larger than the whole.
func (c *canvas) near() {
	w := c.Window(c.Camera)
	c.Windows = append(c.Windows, w)
	c.grounds = append(c.grounds, framed("map", w, c.coast))
	in, out := divide(c.on, w)
	c.Counts.Outside = len(out)
	c.pins(w, newGrid(), w.At.Grown(-inFrame), in)
	c.bottom = w.At.Bottom()
}

// pins draws the pins of a window with their labels, and signs where there is room.
func (c *canvas) pins(w *Window, free *grid, inside figure.Rect, places []Place) {
	pins := stacked(places, w)
	l := labelling{free: free, coast: coastOf(c.grounds, w), inside: inside}
	l.put(pins, c.forms)
	some := oceans
	if w.scale > c.unit {
		some = allSigns()
	}
	if shown := c.named(some, w, free, inside); len(shown) > 0 {
		c.over = append(c.over, figure.Group{Key: fmt.Sprintf("signs:%d", len(c.over)), Shapes: shown})
	}
	var leaders []figure.Shape
	for _, p := range pins {
		if p.led {
			leaders = append(leaders, figure.Line{Points: []figure.Point{toward(p.At, p.leader, 6), p.leader}, Width: 1, Ink: figure.Muted})
		}
	}
	if len(leaders) > 0 {
		c.over = append(c.over, figure.Group{Key: fmt.Sprintf("leaders:%d", len(c.over)), Shapes: leaders})
	}
	for _, p := range pins {
		if p.Labelled {
			c.over = append(c.over, c.labelOf(p)...)
		} else {
			c.Counts.Unlabelled++
		}
	}
	// The pin that matters most lies on top, and the one that is selected over all.
	lit := func(p *Pin) bool { return c.lit(p) }
	for _, p := range slices.Backward(pins) {
		if !lit(p) {
			c.over = append(c.over, c.pinOf(p))
		}
	}
	for _, p := range pins {
		if lit(p) {
			c.over = append(c.over, c.pinOf(p))
		}
	}
	c.Pins = append(c.Pins, pins...)
}

// coastOf are the lines of the coast on the ground of a window.
func coastOf(grounds []figure.Group, w *Window) *grid {
	out := newGrid()
	for _, g := range grounds {
		if g.Hit != w.At {
			continue
		}
		for _, s := range g.Shapes {
			if line, ok := s.(figure.Line); ok {
				for i := range line.Points[1:] {
					out.addLine(line.Points[i], line.Points[i+1])
				}
			}
		}
	}
	return out
}

// toward is the point at a distance from a in the direction of b.
func toward(a, b figure.Point, by float32) figure.Point {
	d := figure.Point{X: b.X - a.X, Y: b.Y - a.Y}
	n := length(d)
	return along(a, figure.Point{X: float32(even(float64(d.X) / n)), Y: float32(even(float64(d.Y) / n))}, by)
}

func (c *canvas) lit(p *Pin) bool {
	return slices.ContainsFunc(p.Places, func(x Place) bool { return x.ID == c.sight.Selected })
}

// more is what stands behind the name of the first place of a pin on which there are
// others.
func (p *Plan) more(x *Pin) string {
	if n := len(x.Places) - 1; n > 0 {
		return p.words.More(n)
	}
	return ""
}

// mostNamed is how many places on one spot may all be named beside their pin.
const mostNamed = 3

// forms are the forms of the label of a pin: with all places on the spot, if they are few,
// and with the first one and how many more there are.
func (p *Plan) forms(x *Pin) []form {
	line := figure.Tab.Leading()
	one := p.labels[x.Places[0].ID].width
	if len(x.Places) == 1 {
		return []form{{1, figure.Point{X: one, Y: line}}}
	}
	short := form{1, figure.Point{X: one + countGap + whole(p.measure(figure.UI, p.more(x))), Y: line}}
	if len(x.Places) > mostNamed {
		return []form{short}
	}
	all := form{len(x.Places), figure.Point{Y: line * float32(len(x.Places))}}
	for _, place := range x.Places {
		all.size.X = max(all.size.X, p.labels[place.ID].width)
	}
	return []form{all, short}
}

// labelOf draws the label of a pin, a group for each place that it names.
func (c *canvas) labelOf(x *Pin) []figure.Group {
	if x.names > 1 {
		var out []figure.Group
		for i, place := range x.Places {
			at := x.label
			at.W, at.H = c.labels[place.ID].width, figure.Tab.Leading()
			at.Y += float32(i) * at.H
			if x.label.Right() <= x.At.X { // on the left the names end at the pin
				at.X = x.label.Right() - at.W
			}
			out = append(out, figure.Group{
				Key: "name:" + string(place.ID), Target: figure.Target{Entity: place.ID}, Hit: at, Shapes: c.nameAt(place, at),
			})
		}
		return out
	}
	first := x.Places[0]
	g := figure.Group{Key: "name:" + string(first.ID), Target: figure.Target{Entity: first.ID}, Hit: x.label}
	g.Shapes = c.nameAt(first, x.label)
	if more := c.more(x); more != "" {
		g.Target = figure.Target{}
		w := whole(c.measure(figure.UI, more))
		g.Shapes = append(g.Shapes, figure.Words{
			At:   figure.Rect{X: x.label.Right() - w, Y: x.label.Y, W: w, H: x.label.H},
			Font: figure.UI, Ink: figure.Muted, Text: more,
		})
	}
	return []figure.Group{g}
}

// nameAt sets the name and the count of a place from the left edge of a rectangle on.
func (c *canvas) nameAt(x Place, at figure.Rect) []figure.Shape {
	l := c.labels[x.ID]
	out := []figure.Shape{figure.Words{At: figure.Rect{X: at.X, Y: at.Y, W: l.nameWidth, H: at.H}, Font: l.font, Ink: l.ink, Text: l.name}}
	if l.count != "" {
		from := l.nameWidth + countGap
		out = append(out, figure.Words{
			At:   figure.Rect{X: at.X + from, Y: at.Y, W: l.width - from, H: at.H},
			Font: figure.UI, Ink: figure.Muted, Text: l.count,
		})
	}
	return out
}

// spoken is what is said of a pin.
func (c *canvas) spoken(x *Pin) string {
	var all []string
	for _, p := range x.Places {
		all = append(all, c.words.Spoken(p))
	}
	return strings.Join(all, "; ")
}
