package svg

import (
	"golang.org/x/text/unicode/bidi"

	"sidelight/annotations/figure"
)

// shape writes a shape, unless nothing of it is drawn.
func (w *writer) shape(s figure.Shape) {
	switch s := s.(type) {
	case figure.Line:
		w.line(s)
	case figure.Area:
		w.area(s)
	case figure.Disc:
		w.disc(s)
	case figure.Box:
		w.box(s)
	case figure.Words:
		w.words(s)
	case figure.Icon:
		w.icon(s)
	}
}

func (w *writer) line(l figure.Line) {
	paint := w.paint(l.Ink)
	if paint == "" || len(l.Points) < 2 || length(l.Width) == 0 {
		return
	}
	dashes, dots := rhythm(l.Dash)
	if len(dashes) > 0 || dots == nil {
		w.stroke(l, paint, dashes, 0, "")
	}
	if dots != nil {
		w.stroke(l, paint, dots.pattern, dots.offset, "round")
	}
}

// stroke writes the way of a line with dashes of one sort.
func (w *writer) stroke(l figure.Line, paint string, dashes []float32, offset float32, ends string) {
	w.raw(`<polyline points="`)
	w.points(l.Points)
	w.raw(`" fill="none"`)
	w.border(paint, l.Width)
	if ends != "" {
		w.attr("stroke-linecap", ends)
	}
	if len(dashes) > 0 {
		w.raw(` stroke-dasharray="`)
		for i, d := range dashes {
			if i > 0 {
				w.raw(" ")
			}
			w.float(d)
		}
		w.raw(`"`)
	}
	if offset != 0 {
		w.number("stroke-dashoffset", offset)
	}
	w.raw("/>")
}

// border writes how the edge of a shape is drawn.
func (w *writer) border(paint string, width float32) {
	w.attr("stroke", paint)
	if width = length(width); width != 1 {
		w.number("stroke-width", width)
	}
}

// painted returns how a shape is filled and bordered, and whether any of it is drawn.
func (w *writer) painted(fill, stroke figure.Ink, width float32) (inner, outer string, ok bool) {
	inner, outer = w.paint(fill), w.paint(stroke)
	if length(width) == 0 {
		outer = ""
	}
	return inner, outer, inner != "" || outer != ""
}

func (w *writer) fill(inner, outer string, width float32) {
	if inner == "" {
		inner = "none"
	}
	w.attr("fill", inner)
	if outer != "" {
		w.border(outer, width)
	}
}

func (w *writer) area(a figure.Area) {
	inner, outer, ok := w.painted(a.Fill, a.Stroke, a.Width)
	if !ok || len(a.Rings) == 0 {
		return
	}
	w.raw(`<path d="`)
	for _, ring := range a.Rings {
		if len(ring) > 1 {
			w.raw("M")
			w.points(ring)
			w.raw("Z")
		}
	}
	w.raw(`" fill-rule="evenodd"`)
	w.fill(inner, outer, a.Width)
	w.raw("/>")
}

func (w *writer) disc(d figure.Disc) {
	inner, outer, ok := w.painted(d.Fill, d.Stroke, d.Width)
	if !ok || length(d.Radius) == 0 {
		return
	}
	w.raw("<circle")
	w.number("cx", d.Centre.X)
	w.number("cy", d.Centre.Y)
	w.number("r", d.Radius)
	w.fill(inner, outer, d.Width)
	w.raw("/>")
}

func (w *writer) box(b figure.Box) {
	inner, outer, ok := w.painted(b.Fill, b.Stroke, b.Width)
	if !ok || length(b.At.W) == 0 || length(b.At.H) == 0 {
		return
	}
	if b.Beam && inner != "" {
		inner = w.beam(b.Fill, inner)
	}
	w.raw("<rect")
	w.place(b.At)
	if r := min(length(b.Radius), b.At.W/2, b.At.H/2); r > 0 {
		w.number("rx", r)
	}
	w.fill(inner, outer, b.Width)
	w.raw("/>")
}

// beam returns the filling that fades in from the left, which is written before it is
// used first.
func (w *writer) beam(ink figure.Ink, paint string) string {
	id := w.o.Prefix + "beam" + name(string(ink))
	if !w.beams[ink] {
		w.beams[ink] = true
		w.raw("<linearGradient")
		w.attr("id", id)
		for i, end := range []float32{0, w.o.Beam} {
			if i == 0 {
				w.raw(">")
			}
			w.raw("<stop")
			w.number("offset", float32(i))
			w.attr("stop-color", paint)
			w.number("stop-opacity", end)
			w.raw("/>")
		}
		w.raw("</linearGradient>")
	}
	return "url(#" + id + ")"
}

// words writes a line of text, which is stretched to the width that the figure gives it.
// One that is read from the right is hung up by its middle: programs that know nothing
// of directions then put it at the same place.
func (w *writer) words(t figure.Words) {
	paint := w.paint(t.Ink)
	if paint == "" || t.Text == "" {
		return
	}
	drawn, face := w.o.Drawn(t.Text), t.Font.Face()
	w.raw("<text")
	if rightToLeft(drawn) {
		w.number("x", t.At.X+t.At.W/2)
		w.number("y", t.At.Y+t.Font.Baseline())
		w.raw(` text-anchor="middle" direction="rtl"`)
	} else {
		w.number("x", t.At.X)
		w.number("y", t.At.Y+t.Font.Baseline())
	}
	if length(t.At.W) > 0 {
		w.number("textLength", t.At.W)
		w.raw(` lengthAdjust="spacingAndGlyphs"`)
	}
	if face.Serif {
		w.attr("font-family", serif)
	}
	w.number("font-size", face.Size)
	if face.Italic {
		w.raw(` font-style="italic"`)
	}
	if face.Weight != 400 {
		w.number("font-weight", float32(face.Weight))
	}
	w.attr("fill", paint)
	w.raw(">")
	w.text(drawn)
	w.raw("</text>")
}

// rightToLeft reports whether the first letter of a text with a direction of its own is
// written from right to left.
func rightToLeft(s string) bool {
	for _, r := range s {
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.L:
			return false
		case bidi.R, bidi.AL:
			return true
		}
	}
	return false
}

// place writes where a rectangle lies.
func (w *writer) place(r figure.Rect) {
	w.number("x", r.X)
	w.number("y", r.Y)
	w.number("width", length(r.W))
	w.number("height", length(r.H))
}
