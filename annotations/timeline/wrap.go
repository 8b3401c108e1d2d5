package timeline

import (
	"strings"

	"sidelight/annotations/figure"
)

// wrapper breaks texts into lines. It measures each word once.
type wrapper struct {
	measure figure.Measure
	known   map[measured]float32
}

type measured struct {
	font figure.Font
	text string
}

func newWrapper(m figure.Measure) *wrapper {
	return &wrapper{measure: m, known: map[measured]float32{}}
}

func (w *wrapper) width(f figure.Font, text string) float32 {
	key := measured{f, text}
	v, ok := w.known[key]
	if !ok {
		v = w.measure(f, text)
		w.known[key] = v
	}
	return v
}

// words sets one line of text.
func (w *wrapper) words(f figure.Font, ink figure.Ink, text string, x, y float32) figure.Words {
	return figure.Words{
		At:   figure.Rect{X: x, Y: y, W: w.measure(f, text), H: f.Leading()},
		Font: f, Ink: ink, Text: text,
	}
}

// wrap breaks a text at its blanks into lines of at most width pixels. A word that is
// wider is cut where it has to be; only a single character may be wider than a line.
func (w *wrapper) wrap(f figure.Font, text string, width float32) []string {
	var lines []string
	line, filled := "", float32(0)
	blank := w.width(f, "n n") - 2*w.width(f, "n") // a blank at an end may count for nothing
	for _, word := range w.pieces(f, text, width) {
		wide := w.width(f, word)
		full := filled + blank + wide
		switch {
		case line == "":
			line, filled = word, wide
		case full > width || w.tight(f, line, word, full, width):
			lines = append(lines, line)
			line, filled = word, wide
		default:
			line, filled = line+" "+word, full
		}
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// pieces are the words of a text. One that is wider than a line is cut into pieces, of
// which no two fit on a line.
func (w *wrapper) pieces(f figure.Font, text string, width float32) []string {
	const long = 64 // bytes: what is longer is measured part by part
	var out []string
	for _, word := range strings.Fields(text) {
		if len(word) <= long && w.width(f, word) <= width {
			out = append(out, word)
		} else {
			out = append(out, figure.Cut(w.measure, f, word, width)...)
		}
	}
	return out
}

// tight reports whether a line that would be full to the last pixels is too wide when it
// is measured as a whole: the space between two words can differ from that of a blank.
func (w *wrapper) tight(f figure.Font, line, word string, filled, width float32) bool {
	const slack = 8
	return filled+slack > width && w.measure(f, line+" "+word) > width
}
