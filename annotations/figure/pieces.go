package figure

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Pieces are the words of a text, between which a line may end. A word that is wider than
// a line of so many pixels is cut into pieces, each as long as a line has room for, but
// one character at least.
func Pieces(measure Measure, f Font, text string, width float32) []string {
	var out []string
	for _, word := range strings.Fields(text) {
		out = append(out, Cut(measure, f, word, width)...)
	}
	return out
}

// Cut divides a word that is wider than a line of so many pixels, as [Pieces] does. What
// it measures is never much longer than a line, however long the word is.
func Cut(measure Measure, f Font, word string, width float32) []string {
	var out []string
	for {
		head := beginning(measure, f, word, width)
		out = append(out, head)
		if word = word[len(head):]; word == "" {
			return out
		}
	}
}

// Wrap breaks a text into lines of at most so many pixels, at its blanks where it can.
func Wrap(measure Measure, f Font, text string, width float32) []string {
	var lines []string
	line := ""
	for _, w := range Pieces(measure, f, text, width) {
		longer := strings.TrimPrefix(line+" "+w, " ")
		if line != "" && measure(f, longer) > width {
			lines, line = append(lines, line), w
			continue
		}
		line = longer
	}
	if line != "" {
		lines = append(lines, line)
	}
	return lines
}

// beginning is the longest beginning of a word that is no wider than so many pixels, one
// character at least.
func beginning(measure Measure, f Font, word string, width float32) string {
	const step = 24 // characters: nearly all words are shorter
	fits, ends := 0, []int(nil)
	for { // a few characters more at a time, until these are too wide
		ends = ends[:0]
		at := fits
		for range step {
			if at < len(word) {
				at = characterEnd(word, at)
				ends = append(ends, at)
			}
		}
		if measure(f, word[:at]) > width {
			break
		}
		if fits = at; at == len(word) {
			return word
		}
	}
	low, high := -1, len(ends)-1 // of ends: up to low it fits, up to high it does not
	for high-low > 1 {
		if middle := (low + high) / 2; measure(f, word[:ends[middle]]) <= width {
			low = middle
		} else {
			high = middle
		}
	}
	switch {
	case low >= 0:
		return word[:ends[low]]
	case fits > 0:
		return word[:fits]
	}
	return word[:ends[0]]
}

// characterEnd is the end of the character that begins at a byte of a text, with the marks
// on it and what is joined to it.
func characterEnd(s string, at int) int {
	const joiner = '\u200d'
	last, n := utf8.DecodeRuneInString(s[at:])
	for at += n; at < len(s); at += n {
		var r rune
		r, n = utf8.DecodeRuneInString(s[at:])
		if !unicode.IsMark(r) && r != joiner && last != joiner && !(r >= 0x1f3fb && r <= 0x1f3ff) {
			break
		}
		last = r
	}
	return at
}
