// Package typeset turns text into lines and lines into rectangles, and back.
//
// It shapes text with HarfBuzz and breaks lines by the Unicode line breaking
// algorithm (UAX #14). It knows no toolkit: lengths are pixels at scale 1, and
// offsets are bytes of the source text. What is drawn may differ from the
// source by single runes (a straight quote is drawn curly); offsets always
// speak of the source.
package typeset
