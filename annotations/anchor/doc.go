// Package anchor finds places in a text and describes them, with the selectors
// of the W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/).
//
// Inside the program a place is an [annotations.Span], in bytes. At the border a
// [TextQuoteSelector] names it by its words and a [TextPositionSelector] by its
// Unicode code points.
//
// What an author has quoted is found to the letter, by [Find]. A reader's notes are found
// again in a text that has changed: by an [Alignment] with the text in which they were
// made, or without it by a [Finder]. Both say with a [Status] how sure the place is, and
// both rather ask than put a note beside the wrong words.
package anchor
