// Package svg writes a drawing as SVG: shapes at the very places that the figure gives
// them, text as text, with a title and a description for who cannot see it. What it
// writes is valid for SVG 1.1 and SVG 2, runs no script and fetches nothing.
package svg

import (
	"bufio"
	"fmt"
	"io"

	"sidelight/annotations/figure"
	"sidelight/annotations/text"
)

// Options say how a figure is written.
type Options struct {
	// Paint returns a colour as CSS has it, such as "#2e57cf" or "var(--text)", and ""
	// for one that is not drawn.
	Paint func(figure.Ink) string
	// Beam is the strength of the beam at its right edge, from 0 to 1.
	Beam float32
	// Icon returns an icon as SVG text; ok is false if none has the name.
	Icon func(name string) (svg []byte, ok bool)
	// Drawn returns a text as it is drawn on one line; nil means [text.Visible].
	Drawn func(string) string
	// Prefix begins each id, so that several drawings can stand on one page.
	Prefix string
	// Language is that of the title and the description, as a BCP 47 tag; "" for
	// unknown.
	Language string
	// Inline leaves out what only a file of its own has.
	Inline bool
}

// Write writes a figure. The same figure and options always give the same bytes.
func Write(to io.Writer, f *figure.Figure, o Options) error {
	w := writer{Writer: bufio.NewWriter(to), o: o, icons: map[string]*icon{}, beams: map[figure.Ink]bool{}}
	if o.Drawn == nil {
		w.o.Drawn = text.Visible
	}
	w.o.Prefix = name(o.Prefix)
	w.head(f)
	for i := range f.Groups {
		w.group(&f.Groups[i])
	}
	w.raw("</svg>\n")
	if err := w.Flush(); err != nil {
		return fmt.Errorf("write SVG: %w", err)
	}
	return nil
}

// The families of the two typefaces, with what resembles them where they are not
// installed. Each text says how wide it is, so that it has its place in any of them.
const (
	sans  = "Inter,system-ui,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif"
	serif = "'Source Serif 4',Georgia,'Times New Roman',serif"
)

// head begins the drawing and fills its ground.
func (w *writer) head(f *figure.Figure) {
	width, height := length(f.Width), length(f.Height)
	language := "xml:lang"
	if w.o.Inline {
		language = "lang"
	} else {
		w.raw(`<?xml version="1.0" encoding="UTF-8"?>` + "\n")
	}
	w.raw("<svg")
	w.attr("xmlns", "http://www.w3.org/2000/svg")
	w.number("width", width)
	w.number("height", height)
	w.raw(` viewBox="0 0 `)
	w.float(width)
	w.raw(" ")
	w.float(height)
	w.raw(`"`)
	w.attr("role", "img")
	if w.o.Language != "" {
		w.attr(language, w.o.Language)
	}
	if f.Title != "" {
		w.attr("aria-labelledby", w.o.Prefix+"title")
	}
	if f.Description != "" {
		w.attr("aria-describedby", w.o.Prefix+"desc")
	}
	w.attr("xml:space", "preserve")
	w.attr("font-family", sans)
	w.attr("stroke-linejoin", "round") // pointed corners would reach farther than half the width
	w.raw(">")
	w.said("title", f.Title, "title")
	w.said("desc", f.Description, "desc")
	w.raw("\n")
	if paint := w.paint(f.Ground); paint != "" && width > 0 && height > 0 {
		w.raw("<rect")
		w.number("width", width)
		w.number("height", height)
		w.attr("fill", paint)
		w.raw("/>\n")
	}
}

// said writes an element with words for who cannot see the drawing, if there are any.
// Its id is that of the drawing's and empty for none.
func (w *writer) said(element, words, id string) {
	if words == "" {
		return
	}
	w.raw("<" + element)
	if id != "" {
		w.attr("id", w.o.Prefix+id)
	}
	w.raw(">")
	w.text(w.o.Drawn(words))
	w.raw("</" + element + ">")
}

// group writes a group. What a pointer finds on it stands in its title, as a browser
// shows it; what else a screen reader says of it in its description.
func (w *writer) group(g *figure.Group) {
	w.raw("<g>")
	title, more := g.Tip, g.Name
	if title == "" {
		title, more = g.Name, ""
	}
	w.said("title", title, "")
	if more != title {
		w.said("desc", more, "")
	}
	for _, s := range g.Shapes {
		w.shape(s)
	}
	w.raw("</g>\n")
}

// name returns the characters of a prefix that an id may hold in every syntax, after a
// letter.
func name(prefix string) string {
	out := []byte{'f'}
	for _, c := range []byte(prefix) {
		if c == '-' || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' {
			out = append(out, c)
		}
	}
	return string(append(out, '-'))
}
