package svg

import (
	"bufio"
	"math"
	"strconv"
	"unicode/utf8"

	"sidelight/annotations/figure"
)

// writer writes one drawing. What goes wrong is kept by the bufio.Writer until it is
// flushed.
type writer struct {
	*bufio.Writer
	o     Options
	icons map[string]*icon
	beams map[figure.Ink]bool // that have been written
}

func (w *writer) raw(s string) { _, _ = w.WriteString(s) }

func (w *writer) paint(ink figure.Ink) string {
	if ink == "" || w.o.Paint == nil {
		return ""
	}
	return w.o.Paint(ink)
}

func (w *writer) attr(name, value string) {
	w.raw(" " + name + `="`)
	w.text(value)
	w.raw(`"`)
}

func (w *writer) number(name string, x float32) {
	w.raw(" " + name + `="`)
	w.float(x)
	w.raw(`"`)
}

// float writes a number with as many digits as tell it from every other float32. What is
// no number is written as 0.
func (w *writer) float(x float32) {
	if f := float64(x); math.IsNaN(f) || math.IsInf(f, 0) || x == 0 {
		x = 0 // not -0 either
	}
	_, _ = w.Write(strconv.AppendFloat(w.AvailableBuffer(), float64(x), 'f', -1, 32))
}

func (w *writer) points(points []figure.Point) {
	for i, p := range points {
		if i > 0 {
			w.raw(" ")
		}
		w.float(p.X)
		w.raw(",")
		w.float(p.Y)
	}
}

// text writes text as it may stand in an element and in an attribute, in XML and in
// HTML. A character that neither may hold becomes U+FFFD.
func (w *writer) text(s string) {
	from := 0
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if stands := standIn(r, size); stands != "" {
			w.raw(s[from:i])
			w.raw(stands)
			from = i + size
		}
		i += size
	}
	w.raw(s[from:])
}

// standIn is what is written in place of a character; "" for the character itself.
func standIn(r rune, size int) string {
	switch {
	case r == '&':
		return "&amp;"
	case r == '<':
		return "&lt;"
	case r == '>':
		return "&gt;" // after "]]" it would be an error
	case r == '"':
		return "&#34;"
	case r == '\t' || r == '\n' || r == '\r':
		return " " // as XML reads them in attributes, and SVG in text
	case r < 0x20, r >= 0x7f && r < 0xa0, r == utf8.RuneError && size == 1, r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe:
		return "\ufffd"
	}
	return ""
}

// length is a length that is no number or below 0 as 0.
func length(x float32) float32 {
	if x > 0 && !math.IsInf(float64(x), 0) {
		return x
	}
	return 0
}
