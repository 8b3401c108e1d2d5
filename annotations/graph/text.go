package graph

import (
	"math"
	"slices"
	"strings"

	"sidelight/annotations/figure"
)

// text is a name or a verb on one line or on several.
type text struct {
	font  figure.Font
	lines []string
	width []float64
	w, h  float64 // pixels
}

// set breaks words at spaces into as few lines of at most widest pixels as it can, and
// these about as long as one another. A word that is wider is cut.
func (p *Plan) set(font figure.Font, words string, widest float64) text {
	measure := func(s string) float64 { return float64(p.ask.Measure(font, s)) }
	pieces := strings.Fields(words)
	if !math.IsInf(widest, 1) {
		pieces = figure.Pieces(p.ask.Measure, font, words, float32(widest))
	}
	best := broken(pieces, widest, measure)
	if n := len(best); n > 1 {
		for w := max(measure(words)/float64(n), widest/3); w < widest; w += 6 {
			if even := broken(pieces, w, measure); len(even) == n {
				best = even
				break
			}
		}
	}
	t := text{font: font, lines: best}
	for _, s := range best {
		w := measure(s)
		t.width, t.w = append(t.width, w), max(t.w, w)
	}
	t.h = float64(float32(len(t.lines)) * font.Leading())
	return t
}

// broken are the lines of words, none wider than widest but one of a single word.
func broken(words []string, widest float64, measure func(string) float64) []string {
	var out []string
	now := ""
	for _, word := range words {
		switch {
		case now == "":
			now = word
		case measure(now+" "+word) <= widest:
			now += " " + word
		default:
			out, now = append(out, now), word
		}
	}
	return append(out, now)
}

// atMost is the text without the lines for which a height in pixels has no room; dots say
// that there are more. One line stays.
func (p *Plan) atMost(t text, h, widest float64) text {
	n := max(int(h/float64(t.font.Leading())), 1)
	if n >= len(t.lines) {
		return t
	}
	const more = "…"
	last := t.lines[n-1]
	last = figure.Cut(p.ask.Measure, t.font, last, float32(widest)-p.ask.Measure(t.font, more))[0] + more
	out := text{font: t.font, lines: append(slices.Clone(t.lines[:n-1]), last)}
	for _, s := range out.lines {
		w := float64(p.ask.Measure(t.font, s))
		out.width, out.w = append(out.width, w), max(out.w, w)
	}
	out.h = float64(float32(n) * t.font.Leading())
	return out
}

// shapes are the words within a rectangle of the text's size: against its left edge for
// share 0, in the middle for 0.5, against its right edge for 1.
func (t *text) shapes(in figure.Rect, share float64, ink figure.Ink) []figure.Shape {
	var out []figure.Shape
	for i, s := range t.lines {
		x := vec{float64((t.w - t.width[i]) * share), 0}.snapped().x
		out = append(out, figure.Words{Font: t.font, Ink: ink, Text: s, At: figure.Rect{
			X: in.X + float32(x), Y: in.Y + float32(float32(i)*t.font.Leading()), W: float32(t.width[i]), H: t.font.Leading(),
		}})
	}
	return out
}
