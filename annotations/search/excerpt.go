package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sidelight/annotations"
)

// Lengths of an excerpt in bytes, before its ends are moved to the ends of words.
const (
	excerptBefore = 40 // what stands before the first match
	excerptLength = 150
)

// excerpt cuts from a long text the part that holds the most matches. It cuts
// between words and puts … where something is left out. It returns the part and
// those matches that lie in it, as ranges of bytes of the part.
func excerpt(text string, matches []annotations.Span) (string, []annotations.Span) {
	if len(text) <= excerptLength+excerptBefore {
		return text, matches
	}
	start := max(0, densest(matches)-excerptBefore)
	if start+excerptLength > len(text) {
		start = len(text) - excerptLength
	}
	start = wordBefore(text, start)
	end := wordAfter(text, min(start+excerptLength, len(text)))
	if end < len(text) {
		end = start + len(strings.TrimRightFunc(text[start:end], unicode.IsPunct))
	}
	part := annotations.Span{Start: start, End: end}
	out, shift := text[start:end], -start
	if start > 0 {
		out, shift = "…"+out, shift+len("…")
	}
	if end < len(text) {
		out += "…"
	}
	var in []annotations.Span
	for _, m := range matches {
		if m = m.Intersect(part); !m.Empty() {
			in = append(in, annotations.Span{Start: m.Start + shift, End: m.End + shift})
		}
	}
	return out, in
}

// densest returns the start of the match that most other matches follow within
// one excerpt; 0 if there is no match.
func densest(matches []annotations.Span) int {
	best, at := 0, 0
	end := 0 // the matches from i up to this one lie in the excerpt
	for i, m := range matches {
		for end < len(matches) && matches[end].End <= m.Start+excerptLength-excerptBefore {
			end++
		}
		if n := end - i; n > best {
			best, at = n, m.Start
		}
	}
	return at
}

// wordBefore returns the beginning of the word that holds the byte at i.
func wordBefore(text string, i int) int {
	i, _ = runeAt(text, i)
	if j := strings.LastIndexFunc(text[:i], unicode.IsSpace); j >= 0 {
		_, n := utf8.DecodeRuneInString(text[j:])
		return j + n
	}
	return 0
}

// wordAfter returns the end of the word that holds the byte before i.
func wordAfter(text string, i int) int {
	for i < len(text) && !utf8.RuneStart(text[i]) {
		i++
	}
	if j := strings.IndexFunc(text[i:], unicode.IsSpace); j >= 0 {
		return i + j
	}
	return len(text)
}

// runeAt returns the beginning and the end of the rune that holds the byte at i.
func runeAt(s string, i int) (start, end int) {
	for i > 0 && i < len(s) && !utf8.RuneStart(s[i]) {
		i--
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return i, i + n
}
