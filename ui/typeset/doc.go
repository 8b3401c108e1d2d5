// Package typeset turns text into lines and lines into rectangles, and back.
//
// A [Text] is divided into items by the direction of its words (UAX #9), their script and
// the face that has their letters: that of the text, or one which its [Fallback] finds.
// Items are shaped with HarfBuzz and broken by the Unicode line breaking algorithm (UAX
// #14). What is drawn of a line are its [Piece]s, from left to right; each has the face in
// which it was measured.
//
// The package knows no toolkit: lengths are pixels at scale 1, and offsets are bytes of the
// source text. The drawn text may differ from the source in single runes (a straight
// quotation mark is drawn curly, a sign stands for a letter that no font has); an offset is
// always one of the source.
package typeset
