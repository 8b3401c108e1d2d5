// Package anchor finds places in a text and describes them, with the selectors
// of the W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/).
//
// Inside the program a place is an [annotations.Span], in bytes. At the border a
// [TextQuoteSelector] names it by its words and a [TextPositionSelector] by its
// Unicode code points.
package anchor
