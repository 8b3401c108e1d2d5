// Package typeset turns text into lines and lines into rectangles, and back.
//
// Text is shaped with HarfBuzz and broken by the Unicode line breaking algorithm
// (UAX #14). The package knows no toolkit: lengths are pixels at scale 1, and
// offsets are bytes of the source text. The drawn text may differ from the
// source in single runes (a straight quotation mark is drawn curly); an offset is
// always one of the source.
package typeset
