package typeset

import (
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// clusterReach is the longest character that is recognised as one, in bytes.
// clusterGlance is how far is looked at first: nearly all characters are shorter.
const clusterReach, clusterGlance = 128, 16

// NextCluster returns the byte behind the character that begins at a byte of text,
// at most the end of text. A character is a grapheme cluster (UAX #29).
func NextCluster(text string, at int) int {
	if at >= len(text) {
		return len(text)
	}
	to, whole := nextCluster(text, at, clusterGlance)
	if !whole {
		to, _ = nextCluster(text, at, clusterReach)
	}
	return to
}

// nextCluster is NextCluster that looks at no more bytes than reach, and reports
// whether it has seen what follows the character.
func nextCluster(text string, at, reach int) (to int, whole bool) {
	end := min(at+reach, len(text))
	for end < len(text) && !utf8.RuneStart(text[end]) {
		end++
	}
	var seg segmenter.Segmenter
	seg.Init([]rune(text[at:end]))
	it := seg.GraphemeIterator()
	if !it.Next() {
		return end, true
	}
	to = at + len(string(it.Grapheme().Text))
	return to, to < end || end == len(text)
}

// PreviousCluster returns the byte at which the character before a byte of text
// begins, or 0.
func PreviousCluster(text string, at int) int {
	begin := clusterBefore(text, min(at, len(text)))
	for {
		end := NextCluster(text, begin)
		if end >= at {
			return begin
		}
		begin = end
	}
}

// clusterBefore returns a byte before a byte of text at which some character begins:
// the last one that is no doubt the first of a character or, if there is none near,
// the one at a distance of clusterReach.
func clusterBefore(text string, at int) int {
	begin := at
	for begin > 0 && begin > at-clusterReach {
		r, n := utf8.DecodeLastRuneInString(text[:begin])
		begin -= n
		if before, _ := utf8.DecodeLastRuneInString(text[:begin]); beginsCluster(r) && !unicode.Is(unicode.Cf, before) {
			break
		}
	}
	return begin
}

// beginsCluster reports whether a rune joins no rune before it but one that is of the
// category Cf. It looks at ASCII, and at letters and signs of its neighbours in Unicode
// alone. A line feed joins a carriage return.
func beginsCluster(r rune) bool {
	return r <= '~' && r != '\n' || r > '~' && r < '\u0900' && unicode.In(r, unicode.L, unicode.N, unicode.P)
}
