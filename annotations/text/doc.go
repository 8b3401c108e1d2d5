// Package text says what a letter, a word, a sentence and a quotation mark is,
// for everything that counts, finds, selects or compares text.
//
// Its functions take strings and return byte offsets, always on rune boundaries
// of a valid text. A range is half-open: it ends before its second offset.
package text
