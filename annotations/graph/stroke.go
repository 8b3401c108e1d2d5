package graph

import (
	"sidelight/annotations"
	"sidelight/annotations/figure"
)

// stroke draws a path in the manner of a voice: on record solid, an official statement
// double, unnamed people dotted, an inference as a row of hollow boxes, the article's own
// account thin, and thin dashes where only sources say so. Quiet strokes are thinner.
func stroke(path []vec, v annotations.Voice, ink figure.Ink, quiet bool) []figure.Shape {
	thick := func(w float32) float32 {
		if quiet {
			return w * 0.75
		}
		return w
	}
	solid := func(path []vec, width float32, dash ...float32) figure.Shape {
		return figure.Line{Points: points(path), Width: width, Ink: ink, Dash: dash}
	}
	switch v {
	case annotations.OnRecord:
		return []figure.Shape{solid(path, thick(3))}
	case annotations.Official:
		return []figure.Shape{solid(beside(path, 1.75), thick(1.5)), solid(beside(path, -1.75), thick(1.5))}
	case annotations.Unnamed:
		return []figure.Shape{solid(path, thick(3), 0, 6)}
	case annotations.Inference:
		return hollow(path, ink)
	case annotations.OwnAccount:
		return []figure.Shape{solid(path, 1)}
	}
	return []figure.Shape{solid(path, 1, 4, 3)}
}

func points(path []vec) []figure.Point {
	out := make([]figure.Point, len(path))
	for i, v := range path {
		out[i] = v.snapped().point()
	}
	return out
}

// beside is a path moved to its left by a number of pixels.
func beside(path []vec, by float64) []vec {
	out := make([]vec, len(path))
	for i, v := range path {
		out[i] = v.add(path[min(i+1, len(path)-1)].sub(path[max(i-1, 0)]).unit().left().times(by))
	}
	return out
}

// hollow draws a path as boxes that are open inside, 4 px wide and 14 long.
func hollow(path []vec, ink figure.Ink) []figure.Shape {
	const long, gap, half = 14, 4, 1.5
	whole := 0.0
	for k := 1; k < len(path); k++ {
		whole += path[k].sub(path[k-1]).length()
	}
	n := int((whole + gap) / (long + gap))
	if n < 1 || whole == 0 {
		n = 1
	}
	pitch := (whole + gap) / float64(n)
	var rings [][]figure.Point
	for i := range n {
		low := along(path, min(float64(pitch*float64(i))/max(whole, 1e-9), 1))
		high := along(path, min((float64(pitch*float64(i+1))-gap)/max(whole, 1e-9), 1))
		side := high.sub(low).unit().left().times(half)
		rings = append(rings, points([]vec{low.add(side), high.add(side), high.sub(side), low.sub(side)}))
	}
	return []figure.Shape{figure.Area{Rings: rings, Fill: figure.Page, Stroke: ink, Width: 1}}
}

// disc draws a node. Its rim is the line of its kind, as under the words of the article,
// so that the kind shows without colour too.
func disc(at vec, r float64, k annotations.Kind, pale bool) []figure.Shape {
	fill, ink := figure.StrongOf(k), figure.InkOf(k)
	if pale {
		fill, ink = figure.TintOf(k), figure.RuleStrong
	}
	around := func(r float64, width float32, dash ...float32) figure.Shape {
		return figure.Line{Points: ring(at, r), Width: width, Ink: ink, Dash: dash}
	}
	full := figure.Disc{Centre: at.point(), Radius: float32(r), Fill: fill, Stroke: ink, Width: 1.5}
	bare := full
	bare.Stroke, bare.Width = "", 0
	switch k {
	case annotations.Organisation:
		full.Width = 1
		inner := figure.Disc{Centre: at.point(), Radius: float32(r) - 2.5, Stroke: ink, Width: 1}
		return []figure.Shape{full, inner}
	case annotations.Place:
		return []figure.Shape{bare, around(r, 1.8, 0, 3.6)}
	case annotations.Event:
		return []figure.Shape{bare, around(r, 1.5, 7, 2.5, 2, 2.5)}
	case annotations.Time:
		return []figure.Shape{bare, around(r, 1.5, 4, 2.5)}
	case annotations.Number:
		x0, x1, y := at.x-r, at.x+r, at.y
		end := func(x float64) figure.Shape {
			return figure.Line{Points: points([]vec{{x, y - 4}, {x, y + 4}}), Width: 1.5, Ink: ink}
		}
		return []figure.Shape{bare, figure.Line{Points: points([]vec{{x0, y}, {x1, y}}), Width: 1.5, Ink: ink}, end(x0), end(x1)}
	case annotations.Quote: // its marks, since no line runs under a quotation
		full.Width = 1
		return append([]figure.Shape{full}, quoteMarks(at, ink)...)
	case annotations.Term:
		full.Width = 3
	}
	return []figure.Shape{full}
}

// quoteMarks draws straight quotation marks in the middle of a node.
func quoteMarks(at vec, ink figure.Ink) []figure.Shape {
	var out []figure.Shape
	for _, x := range []float64{at.x - 1.5, at.x + 1.5} {
		out = append(out, figure.Line{Points: points([]vec{{x, at.y - 2.5}, {x, at.y + 1.5}}), Width: 1.25, Ink: ink})
	}
	return out
}

// ring is a circle as a closed path.
func ring(at vec, r float64) []figure.Point {
	const corners = 32
	out := make([]vec, corners+1)
	for i := range out {
		out[i] = at.add(directions[i%corners*turns/corners].times(r))
	}
	return points(out)
}
