package svgtest

import (
	"math"
	"regexp"
	"strconv"
	"strings"

	"sidelight/annotations/figure"
)

// shape is a shape by what is seen of it.
type shape struct {
	kind  string
	at    figure.Rect // with the width of strokes
	words string
}

func (s shape) like(o shape) bool {
	return s.kind == o.kind && s.words == o.words && same(s.at.X, o.at.X) && same(s.at.Y, o.at.Y) &&
		same(s.at.Right(), o.at.Right()) && same(s.at.Bottom(), o.at.Bottom())
}

func same(a, b float32) bool {
	return math.Abs(float64(a-b)) <= near+1e-5*math.Abs(float64(a))
}

// wanted are the shapes of a group of which anything is drawn.
func (c *checker) wanted(g *figure.Group) []shape {
	var out []shape
	for _, s := range g.Shapes {
		if kind, words, at := c.seen(s); kind != "" {
			out = append(out, shape{kind, at, words})
		}
	}
	return out
}

// seen is what is seen of a shape; without a kind nothing is.
func (c *checker) seen(s figure.Shape) (kind, words string, at figure.Rect) {
	switch s := s.(type) {
	case figure.Line:
		if s.Ink != "" && s.Width > 0 && len(s.Points) > 1 {
			return "line", "", s.Bounds()
		}
	case figure.Words:
		if s.Ink != "" && s.Text != "" {
			return "words", readable(c.drawn(s.Text)), s.Bounds()
		}
	case figure.Icon:
		if s.Ink != "" && !s.At.Empty() {
			return "icon", "", s.Bounds()
		}
	}
	return filled(s)
}

// filled is what is seen of a shape that has an inside. A border without a colour has no
// width.
func filled(s figure.Shape) (kind, words string, at figure.Rect) {
	var fill, stroke figure.Ink
	var width *float32
	room := true
	switch x := s.(type) {
	case figure.Area:
		kind, fill, stroke, width = "area", x.Fill, x.Stroke, &x.Width
		defer func() { at = x.Bounds() }()
	case figure.Disc:
		kind, fill, stroke, width, room = "disc", x.Fill, x.Stroke, &x.Width, x.Radius > 0
		defer func() { at = x.Bounds() }()
	case figure.Box:
		kind, fill, stroke, width, room = "box", x.Fill, x.Stroke, &x.Width, !x.At.Empty()
		defer func() { at = x.Bounds() }()
	default:
		return "", "", figure.Rect{}
	}
	if stroke == "" {
		*width = 0
	}
	if !room || fill == "" && *width <= 0 {
		kind = ""
	}
	return kind, "", at
}

// shown are the shapes that the elements of a group draw. A line of dashes and dots is
// drawn by two elements.
func shown(n *node) []shape {
	var out []shape
	way := ""
	for _, m := range n.nodes {
		var s shape
		switch m.name {
		case "polyline":
			points := m.attrs["points"]
			if points == way {
				way = ""
				continue
			}
			way = points
			if m.attrs["stroke-dasharray"] == "" || m.attrs["stroke-linecap"] == "round" {
				way = "" // nothing follows
			}
			s = shape{"line", around(numbers(points)).Grown(stroke(m) / 2), ""}
		case "path":
			s = shape{"area", around(numbers(m.attrs["d"])).Grown(stroke(m) / 2), ""}
		case "circle":
			x, y, r := number(m, "cx"), number(m, "cy"), number(m, "r")
			s = shape{"disc", figure.Rect{X: x, Y: y}.Grown(r + stroke(m)/2), ""}
		case "rect":
			s = shape{"box", rect(m).Grown(stroke(m) / 2), ""}
		case "text":
			s = shape{"words", textRect(m), m.words}
		case "svg":
			s = shape{"icon", rect(m), ""}
		default:
			continue
		}
		out = append(out, s)
	}
	return out
}

func rect(n *node) figure.Rect {
	return figure.Rect{X: number(n, "x"), Y: number(n, "y"), W: number(n, "width"), H: number(n, "height")}
}

// textRect is where a text stands: its face says which font of the figure it is set in.
func textRect(n *node) figure.Rect {
	r := figure.Rect{X: number(n, "x"), W: number(n, "textLength")}
	if n.attrs["text-anchor"] == "middle" {
		r.X -= r.W / 2
	}
	for _, f := range figure.Fonts() {
		face := f.Face()
		weight := "400"
		if w := n.attrs["font-weight"]; w != "" {
			weight = w
		}
		if strings.Contains(n.attrs["font-family"], "Serif") == face.Serif && number(n, "font-size") == face.Size &&
			weight == strconv.Itoa(face.Weight) && (n.attrs["font-style"] == "italic") == face.Italic {
			r.Y, r.H = number(n, "y")-f.Baseline(), f.Leading()
		}
	}
	return r
}

func stroke(n *node) float32 {
	switch {
	case n.attrs["stroke"] == "":
		return 0
	case n.attrs["stroke-width"] == "":
		return 1
	}
	return number(n, "stroke-width")
}

// number is an attribute that holds a number; without it 0.
func number(n *node, name string) float32 {
	x, _ := strconv.ParseFloat(n.attrs[name], 32)
	return float32(x)
}

var numeral = regexp.MustCompile(`-?[0-9.]+`)

func numbers(s string) []float32 {
	var out []float32
	for _, m := range numeral.FindAllString(s, -1) {
		x, _ := strconv.ParseFloat(m, 32)
		out = append(out, float32(x))
	}
	return out
}

// around is the smallest rectangle that holds points, each of which is two numbers.
func around(all []float32) figure.Rect {
	if len(all) < 2 {
		return figure.Rect{}
	}
	x0, y0, x1, y1 := all[0], all[1], all[0], all[1]
	for i := 0; i+1 < len(all); i += 2 {
		x0, x1, y0, y1 = min(x0, all[i]), max(x1, all[i]), min(y0, all[i+1]), max(y1, all[i+1])
	}
	return figure.Rect{X: x0, Y: y0, W: x1 - x0, H: y1 - y0}
}
