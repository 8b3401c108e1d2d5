package timeline

import (
	"sidelight/annotations/figure"
)

// laySlope finds room for the picture that joins the place of each row in the article to
// its place in time, in the gutter left of the rows.
func (s *Sheet) laySlope(w *wrapper) {
	if s.o.Left < slopeLeast || len(s.Rows) < 2 || len(s.Rows) > slopeMost {
		return
	}
	const most, gap, room = 72, 8, 4
	widest := float32(0)
	for i := range s.boxes {
		widest = max(widest, w.width(figure.Small, s.boxes[i].t.Slot))
	}
	to := s.o.Left - gap
	from := max(to-most, room+widest+room)
	if to-from < 16 {
		return
	}
	s.slope = span{from, to}
	last := ""
	for i := range s.Rows {
		t := s.boxes[s.byOther[i]].t.Slot
		if t == "" || t == last {
			continue
		}
		last = t
		y := s.boxes[i].dot.Y - figure.Small.Leading()/2
		words := w.words(figure.Small, figure.Faint, t, 0, y)
		words.At.X = from - room - words.At.W
		s.slots = append(s.slots, figure.Group{Shapes: []figure.Shape{words}})
	}
}

// other is the place that a row has in the order in which the rows are not shown.
func (s *Sheet) other(i int) int {
	if s.o.AsTold {
		return s.Rows[i].InTime
	}
	return s.Rows[i].InText
}

// slopeGroups draws the lines between the two orders. Those of rows at which the article
// turns back are darker, and the line of the row that is lit is thicker.
func (s *Sheet) slopeGroups(l Look) []figure.Group {
	if s.slope == (span{}) {
		return nil
	}
	out := append([]figure.Group{s.caption()}, s.slots...)
	var over []figure.Group
	for i := range s.Rows {
		r := &s.Rows[i]
		if r.Told() < 0 {
			continue
		}
		far, near := s.boxes[s.other(i)].dot.Y, s.boxes[i].dot.Y
		line := figure.Line{
			Points: []figure.Point{{X: s.slope.from, Y: far}, {X: s.slope.to, Y: near}}, Width: 1, Ink: figure.RuleStrong,
		}
		lit := r.Key == l.Hover || r.Key == l.Chosen
		switch {
		case lit:
			line.Width, line.Ink = 2, figure.Focus
		case r.Turns:
			line.Width, line.Ink = 1.5, figure.Muted
		}
		g := figure.Group{Key: lineOf(r.Key), Shapes: []figure.Shape{line,
			figure.Disc{Centre: line.Points[0], Radius: 2, Fill: line.Ink},
			figure.Disc{Centre: line.Points[1], Radius: 2, Fill: line.Ink},
		}}
		if lit {
			over = append(over, g)
		} else {
			out = append(out, g)
		}
	}
	return append(out, over...)
}

// caption is two icons over the picture: the article over the places that rows have there,
// and a clock over those in time.
func (s *Sheet) caption() figure.Group {
	const size = 12
	far, near := "article", "clock"
	if s.o.AsTold {
		far, near = near, far
	}
	icon := func(x float32, name string) figure.Icon {
		return figure.Icon{At: figure.Rect{X: x - size/2, Y: 1, W: size, H: size}, Ink: figure.Faint, Name: name}
	}
	return figure.Group{
		Key: "orders", Name: s.o.Orders, Tip: s.o.Orders,
		Hit:    figure.Rect{X: max(0, s.slope.from-size), W: s.slope.to - s.slope.from + 2*size, H: headroom + rowPad},
		Shapes: []figure.Shape{icon(s.slope.from, far), icon(s.slope.to, near)},
	}
}
