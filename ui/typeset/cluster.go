package typeset

import (
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"

	"sidelight/annotations/text"
)

// clusterReach is the longest character that is recognised as one, in bytes.
const clusterReach = 128

// NextCluster returns the byte behind the character that begins at a byte of text,
// at most the end of text. A character is a grapheme cluster (UAX #29).
func NextCluster(text string, at int) int {
	if at >= len(text) {
		return len(text)
	}
	end := min(at+clusterReach, len(text))
	for end < len(text) && !utf8.RuneStart(text[end]) {
		end++
	}
	runes := []rune(text[at:end])
	var seg segmenter.Segmenter
	seg.Init(runes)
	it := seg.GraphemeIterator()
	if !it.Next() {
		return end
	}
	return at + len(string(it.Grapheme().Text))
}

// PreviousCluster returns the byte at which the character before a byte of text
// begins, or 0.
func PreviousCluster(text string, at int) int {
	begin := max(at-clusterReach, 0)
	for begin > 0 && !utf8.RuneStart(text[begin]) {
		begin--
	}
	for {
		end := NextCluster(text, begin)
		if end >= at {
			return begin
		}
		begin = end
	}
}

// WordAt returns the word of src that holds a byte, or the character at that byte if
// no word does, as a half-open range of bytes.
func WordAt(src string, at int) (start, end int) {
	if at >= len(src) {
		return len(src), len(src)
	}
	if start, end, ok := text.WordAt(src, at); ok {
		return start, end
	}
	return at, NextCluster(src, at)
}
