package atlas

import (
	"cmp"
	"math"
	"slices"

	"sidelight/annotations"
	"sidelight/annotations/figure"
)

// pinOf draws a pin: filled in the kind's strong tint for a place that the article
// mentions, hollow and paler for one that it does not, larger and lit for the one that is
// selected, and ringed for one that is connected with what is selected.
func (c *canvas) pinOf(x *Pin) figure.Group {
	const reach = 4 // beyond the pin, where a click means it
	ink, fill := figure.InkOf(annotations.Place), figure.StrongOf(annotations.Place)
	disc := figure.Disc{Centre: x.At, Radius: 4.5, Fill: fill, Stroke: ink, Width: 1.5}
	named, ringed := false, false
	for _, p := range x.Places {
		named, ringed = named || p.Times > 0, ringed || c.sight.Tied[p.ID]
	}
	if !named {
		disc.Radius, disc.Fill, disc.Stroke, disc.Width = 4, figure.Page, figure.Muted, 1
	}
	g := figure.Group{
		Key: x.Key, Name: c.spoken(x), Tip: c.spoken(x),
		Hit: about(x.At).Grown(reach),
	}
	if len(x.Places) == 1 {
		g.Target.Entity = x.Places[0].ID
	}
	switch {
	case c.lit(x):
		disc.Radius, disc.Fill, disc.Stroke, disc.Width = 6.5, figure.Lamp, ink, 1.5
	case ringed:
		g.Shapes = append(g.Shapes, figure.Disc{Centre: x.At, Radius: 7, Fill: figure.Page, Stroke: figure.Focus, Width: 1.5})
	}
	g.Shapes = append(g.Shapes, disc)
	return g
}

func length(p figure.Point) float64 { return math.Sqrt(square(p, figure.Point{})) }

// finish puts the drawing together, with the text under the map.
func (c *canvas) finish() {
	c.rank()
	for _, p := range c.Pins {
		for _, x := range p.Places {
			if x.Times > 0 {
				c.Counts.Named++
			} else {
				c.Counts.Pale++
			}
			if c.sight.Tied[x.ID] {
				c.Counts.Ringed++
			}
		}
	}
	f := &figure.Figure{
		Width: c.sight.Width, Title: c.words.Title, Description: c.words.Description(c.Counts, c.all), Ground: figure.Page,
		Groups: append(c.grounds, c.over...),
	}
	left, y := c.frame.world.X, c.bottom+footGap
	if !c.Camera.Whole() {
		left = c.Frame.X
	}
	var foot []figure.Shape
	for _, line := range c.footLines(c.Counts, c.sight.Width) {
		foot = append(foot, figure.Words{
			At:   figure.Rect{X: left, Y: y, W: whole(c.measure(figure.Meta, line)), H: figure.Meta.Leading()},
			Font: figure.Meta, Ink: figure.Muted, Text: line,
		})
		y += figure.Meta.Leading()
	}
	f.Groups = append(f.Groups, figure.Group{Key: "foot", Shapes: foot})
	y = c.rows(f, left, y)
	f.Height = max(c.sight.Height, y+footBottom)
	c.Figure = f
}

// rank puts the pins of all windows in the order of their first places.
func (c *canvas) rank() {
	at := make(map[annotations.EntityID]int, len(c.on))
	for i, p := range c.on {
		at[p.ID] = i
	}
	slices.SortStableFunc(c.Pins, func(a, b *Pin) int { return cmp.Compare(at[a.Places[0].ID], at[b.Places[0].ID]) })
}

// rows lists the places that cannot be put on the map, with the reason, from y on. It
// returns where the list ends.
func (c *canvas) rows(f *figure.Figure, left, y float32) float32 {
	if len(c.off) == 0 {
		return y
	}
	y += 8
	w := whole(c.measure(figure.Label, c.words.Below))
	f.Groups = append(f.Groups, figure.Group{Key: "below", Shapes: []figure.Shape{figure.Words{
		At:   figure.Rect{X: left, Y: y, W: w, H: figure.Label.Leading()},
		Font: figure.Label, Ink: figure.Text, Text: c.words.Below,
	}}})
	y += figure.Label.Leading()
	for _, x := range c.off {
		y = c.row(f, x, left, y)
	}
	return y
}

// row lists one place from y on, its name and the reason on one line or, where they are
// long, on several. It returns where the row ends.
func (c *canvas) row(f *figure.Figure, x Place, left, y float32) float32 {
	const indent = 12 // of the reason, from the name
	l, reason, room := c.labels[x.ID], c.words.Reason(x), max(c.sight.Width-edge-left, leastWide)
	wide := func(font figure.Font, t string) float32 { return whole(c.measure(font, t)) }
	var shapes []figure.Shape
	top, right := y+(rowHeight-20)/2, left
	set := func(font figure.Font, ink figure.Ink, t string, x, y float32) {
		w := figure.Words{At: figure.Rect{X: x, Y: y, W: wide(font, t), H: font.Leading()}, Font: font, Ink: ink, Text: t}
		shapes, right = append(shapes, w), max(right, w.At.Right())
	}
	bottom := y + rowHeight
	if l.width+indent+wide(figure.Meta, reason) <= room {
		shapes = c.nameAt(x, figure.Rect{X: left, Y: top, W: l.width, H: 20})
		set(figure.Meta, figure.Muted, reason, left+l.width+indent, top+1)
	} else {
		name := l.name
		if l.count != "" {
			name += " " + l.count
		}
		for _, line := range figure.Wrap(c.measure, l.font, name, room) {
			set(l.font, l.ink, line, left, top)
			top += l.font.Leading()
		}
		for _, line := range figure.Wrap(c.measure, figure.Meta, reason, room-indent) {
			set(figure.Meta, figure.Muted, line, left+indent, top)
			top += figure.Meta.Leading()
		}
		bottom = top + (rowHeight-20)/2
	}
	row := Row{Key: pinKey(x.ID), Place: x, At: figure.Rect{X: left - 8, Y: y, W: right - left + 16, H: bottom - y}}
	g := figure.Group{
		Key: row.Key, Name: c.words.Spoken(x) + "; " + reason, Target: figure.Target{Entity: x.ID}, Hit: row.At,
	}
	switch {
	case x.ID == c.sight.Selected:
		g.Shapes = append(g.Shapes, figure.Box{At: row.At, Radius: 6, Fill: figure.Hover},
			figure.Box{At: figure.Rect{X: row.At.X, Y: row.At.Y + 4, W: 3, H: row.At.H - 8}, Radius: 1.5, Fill: figure.Lamp})
	case c.sight.Tied[x.ID]:
		g.Shapes = append(g.Shapes, figure.Box{At: row.At, Radius: 6, Stroke: figure.Focus, Width: 1.5})
	}
	g.Shapes = append(g.Shapes, shapes...)
	f.Groups, c.Rows = append(f.Groups, g), append(c.Rows, row)
	return bottom
}
