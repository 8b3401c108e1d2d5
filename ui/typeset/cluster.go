package typeset

import (
	"unicode"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"
)

// clusterReach bounds how far a character is looked for, in bytes.
const clusterReach = 128

// NextCluster is the byte at which the character after the one at byte at
// begins, or the end of the text. A character is a grapheme cluster (UAX #29).
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

// PreviousCluster is the byte at which the character before byte at begins, or 0.
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

// NextWord is the byte after the word at byte at, or after the next one if none
// is there. Words are runs of letters, digits and the marks on them; an
// apostrophe, a stop, a comma or a hyphen between two of them is part of one.
func NextWord(text string, at int) int {
	for at < len(text) && !inWord(text, at) {
		at = next(text, at)
	}
	for at < len(text) && inWord(text, at) {
		at = next(text, at)
	}
	return at
}

// PreviousWord is the byte at which the word before byte at begins.
func PreviousWord(text string, at int) int {
	for at > 0 && !inWord(text, previous(text, at)) {
		at = previous(text, at)
	}
	for at > 0 && inWord(text, previous(text, at)) {
		at = previous(text, at)
	}
	return at
}

// WordAt is the word that the byte at lies in, or the character if it lies in
// none, as a half-open range of bytes.
func WordAt(text string, at int) (start, end int) {
	if at >= len(text) {
		return len(text), len(text)
	}
	if !inWord(text, at) {
		return at, NextCluster(text, at)
	}
	start = at
	for start > 0 && inWord(text, previous(text, start)) {
		start = previous(text, start)
	}
	return start, NextWord(text, at)
}

func next(text string, at int) int {
	_, n := utf8.DecodeRuneInString(text[at:])
	return at + n
}

func previous(text string, at int) int {
	_, n := utf8.DecodeLastRuneInString(text[:at])
	return at - n
}

// inWord reports whether the rune at byte at is part of a word.
func inWord(text string, at int) bool {
	r, n := utf8.DecodeRuneInString(text[at:])
	switch r {
	case '\'', '’', '.', ',', '-', '\u2010', '\u2011':
		before, _ := utf8.DecodeLastRuneInString(text[:at])
		after, _ := utf8.DecodeRuneInString(text[at+n:])
		return wordRune(before) && wordRune(after)
	}
	return wordRune(r)
}

func wordRune(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r))
}
