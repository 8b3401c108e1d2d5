package timeline

import (
	"sidelight/annotations"
	"sidelight/annotations/figure"
)

// SignOf is the key of the group that leads to the words of the moment with a key.
func SignOf(key string) string { return key + "#sign" }

// lineOf is the key of the group that joins the two places of a moment.
func lineOf(key string) string { return key + "#line" }

// Look is what of a timeline is lit.
type Look struct {
	Chosen string          // the key of the row that has the beam; empty for none
	Lit    map[string]bool // the keys of the rows that go with what is selected
	Hover  string          // the key of the row under the pointer; empty for none
}

// Figure draws the timeline.
func (s *Sheet) Figure(l Look) *figure.Figure {
	groups := make([]figure.Group, len(s.plain), len(s.plain)+len(s.slots)+len(s.Rows)+1)
	copy(groups, s.plain)
	for i := range s.Rows {
		if key := s.Rows[i].Key; key == l.Chosen || key == l.Hover || l.Lit[key] {
			groups[s.groupOf[i]] = s.rowGroup(i, l)
		}
	}
	return &figure.Figure{
		Width: s.o.Width, Height: s.height, Title: s.o.Title, Description: s.o.Description, Ground: figure.Page,
		Groups: append(groups, s.slopeGroups(l)...),
	}
}

// drawPlain draws what the timeline is while nothing of it is lit.
func (s *Sheet) drawPlain() {
	s.plain, s.groupOf = make([]figure.Group, 0, 3*len(s.Rows)), make([]int, len(s.Rows))
	for i := range s.Rows {
		s.groupOf[i] = len(s.plain)
		s.plain = append(s.plain, s.rowGroup(i, Look{}))
		if steps := s.boxes[i].steps; len(steps) > 0 {
			s.plain = append(s.plain, figure.Group{Shapes: steps})
		}
		if b := &s.boxes[i]; !b.sign.Empty() {
			s.plain = append(s.plain, figure.Group{
				Key: SignOf(s.Rows[i].Key), Name: b.t.SignName, Tip: b.t.SignName, Hit: b.sign,
				Target: figure.Target{Passage: s.Rows[i].Span},
			})
		}
	}
}

// rowGroup draws a row: what lights it, its words, and its sign on the axis.
func (s *Sheet) rowGroup(i int, l Look) figure.Group {
	r, b := &s.Rows[i], &s.boxes[i]
	g := figure.Group{
		Key: r.Key, Name: b.t.Name, Hit: s.hit(i), Shapes: make([]figure.Shape, 0, len(b.words)+4),
		Target: figure.Target{Entity: r.Entity, Passage: r.Span},
	}
	if r.Fact != nil {
		g.Target.Fact = r.Fact.ID
	}
	switch {
	case r.Key == l.Chosen:
		const bar = 3
		from := s.axis() + 7
		g.Shapes = append(g.Shapes,
			figure.Box{At: figure.Rect{X: from, Y: b.at.Y, W: s.o.Width - from, H: b.at.H}, Fill: figure.Lamp, Beam: true},
			figure.Box{At: figure.Rect{X: s.o.Width - bar, Y: b.at.Y, W: bar, H: b.at.H}, Fill: figure.Lamp},
		)
	case l.Lit[r.Key]:
		g.Shapes = append(g.Shapes, figure.Box{At: s.hit(i), Radius: 6, Fill: figure.TintOf(annotations.Time)})
	case r.Key == l.Hover:
		g.Shapes = append(g.Shapes, figure.Box{At: s.hit(i), Radius: 6, Fill: figure.Hover})
	}
	g.Shapes = append(g.Shapes, b.words...)
	g.Shapes = append(g.Shapes, s.span(i)...)
	g.Shapes = append(g.Shapes, s.dot(i, r.Key == l.Chosen))
	return g
}

// hit is the rectangle in which a row is pointed to.
func (s *Sheet) hit(i int) figure.Rect {
	at := s.boxes[i].at
	x := max(0, s.o.Left-rowPad)
	at.X, at.W = x, min(s.o.Width, s.o.Left+s.o.Column+rowPad)-x
	return at
}

// dot is the sign of a row on the axis: a disc where the date is given, a ring where only
// the article's words place the moment, a diamond where it lay ahead, and a small grey
// ring where it is not in the article.
func (s *Sheet) dot(i int, chosen bool) figure.Shape {
	r, at := &s.Rows[i], s.boxes[i].dot
	ink, fill := figure.InkOf(annotations.Time), figure.Page
	if chosen {
		fill = figure.Lamp
	}
	switch {
	case r.outside():
		return figure.Disc{Centre: at, Radius: 3, Fill: fill, Stroke: figure.Muted, Width: 1.5}
	case r.Sure == Ahead:
		const half = 6
		return figure.Area{Rings: [][]figure.Point{{
			{X: at.X, Y: at.Y - half}, {X: at.X + half, Y: at.Y}, {X: at.X, Y: at.Y + half}, {X: at.X - half, Y: at.Y},
		}}, Fill: fill, Stroke: ink, Width: 1.5}
	case r.Sure == Dated:
		if !chosen {
			fill = ink
		}
		return figure.Disc{Centre: at, Radius: 4, Fill: fill, Stroke: ink, Width: 2}
	}
	return figure.Disc{Centre: at, Radius: 4, Fill: fill, Stroke: ink, Width: 1.75}
}

// span draws how a range lasts, under the sign of its beginning: to a bar across where
// its end is known, and out in dots where that is open. A range whose beginning is open
// comes in dots.
func (s *Sheet) span(i int) []figure.Shape {
	b, when := &s.boxes[i], s.Rows[i].When
	if b.under == b.dot.Y {
		return nil
	}
	const width, cap, tail = 3, 4.5, 9
	ink := figure.InkOf(annotations.Time)
	x, from, to := b.dot.X, b.dot.Y+6, b.under
	line := func(y0, y1 float32, dash []float32) figure.Shape {
		return figure.Line{Points: []figure.Point{{X: x, Y: y0}, {X: x, Y: y1}}, Width: width, Ink: ink, Dash: dash}
	}
	dots := []float32{0, 5}
	switch {
	case Begin(when).IsZero():
		return []figure.Shape{line(from, to-1.5, dots), end(x, to, cap, ink)}
	case End(when).IsZero():
		if to-from < 2*tail {
			return []figure.Shape{line(from, to-1.5, dots)}
		}
		return []figure.Shape{line(from, to-2*tail, nil), line(to-2*tail+4, to-1.5, dots)}
	}
	return []figure.Shape{line(from, to, nil), end(x, to, cap, ink)}
}

// end is the bar across the end of a range.
func end(x, y, half float32, ink figure.Ink) figure.Shape {
	return figure.Line{Points: []figure.Point{{X: x - half, Y: y}, {X: x + half, Y: y}}, Width: 2, Ink: ink}
}

// link draws what is known of the order of a row and the one above it: a line where one
// was over before the other began, with two strokes through it for a long time; dots
// where only the order is known; dashes where not even that is. A row that came before
// the one above has an arrow upwards.
func (s *Sheet) link(i int) []figure.Shape {
	if i == 0 {
		return nil
	}
	r, x := &s.Rows[i], s.axis()
	from, to := s.boxes[i-1].under+10, s.boxes[i].dot.Y-10
	if s.boxes[i-1].under != s.boxes[i-1].dot.Y {
		from = s.boxes[i-1].under + 5
	}
	if to-from < 4 {
		return nil
	}
	stroke := func(y0, y1 float32, dash []float32) figure.Shape {
		return figure.Line{Points: []figure.Point{{X: x, Y: y0}, {X: x, Y: y1}}, Width: 1.5, Ink: figure.RuleStrong, Dash: dash}
	}
	middle := (from + to) / 2
	var out []figure.Shape
	switch {
	case r.Link == Unknown:
		out = append(out, stroke(from, to, []float32{4, 4}))
	case r.Link != Then:
		l := stroke(from, to, []float32{0, 4}).(figure.Line)
		l.Width, l.Ink = 1.75, figure.Faint
		out = append(out, l)
	case r.Long && to-from >= 16:
		slash := func(y float32) figure.Shape {
			return figure.Line{Points: []figure.Point{{X: x - 5, Y: y + 2}, {X: x + 5, Y: y - 2}}, Width: 1.25, Ink: figure.Faint}
		}
		out = append(out, stroke(from, middle-3, nil), stroke(middle+3, to, nil), slash(middle-3), slash(middle+3))
	default:
		out = append(out, stroke(from, to, nil))
	}
	if r.Back {
		out = append(out, figure.Line{Points: []figure.Point{
			{X: x - 4, Y: from + 4}, {X: x, Y: from}, {X: x + 4, Y: from + 4},
		}, Width: 1.5, Ink: figure.Muted})
	}
	return out
}
