package voices

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/text"
)

// mostCells bounds the comparison of two wordings: the product of their numbers of
// words, without those that they begin and end with alike.
const mostCells = 1 << 20

// word is a word of a wording: its place, what it is compared by, and whether a mark of
// punctuation ends what it stands in.
type word struct {
	annotations.Span
	folded string
	closes bool
}

// Differences compares the words of a quotation as printed with those of the published
// wording, and returns the words that differ in either, in bytes. Letters in capitals,
// accents, and punctuation around a word make no difference.
//
// The printed words are an excerpt: what the published wording has before and behind the
// excerpt is no difference, but for as many words next to it as the excerpt has others
// in their place, up to a mark of punctuation, and for words that stand elsewhere in the
// excerpt.
func Differences(printed, published string) (inPrinted, inPublished []annotations.Span) {
	a, b := wordsOf(printed), wordsOf(published)
	to := pair(a, b)
	from := make([]int, len(b))
	for j := range from {
		from[j] = -1
	}
	for i, j := range to {
		if j >= 0 {
			from[j] = i
		}
	}
	outside := beyond(a, b, to, from)
	for i, w := range a {
		if to[i] < 0 {
			inPrinted = append(inPrinted, w.Span)
		}
	}
	for j, w := range b {
		if from[j] < 0 && !outside[j] {
			inPublished = append(inPublished, w.Span)
		}
	}
	return inPrinted, inPublished
}

// wordsOf returns the words of a text: what stands between blanks, without the
// punctuation around it, or a letter of a script without blanks.
func wordsOf(s string) []word {
	var out []word
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if unicode.IsSpace(r) {
			i += n
			continue
		}
		start := i
		i = chunkEnd(s, i)
		chunk := s[start:i]
		core := strings.TrimFunc(chunk, func(r rune) bool { return !text.InWord(r) })
		if core == "" { // a dash, an ellipsis
			if len(out) > 0 {
				out[len(out)-1].closes = true
			}
			continue
		}
		at := start + strings.Index(chunk, core)
		behind := s[at+len(core) : i]
		out = append(out, word{
			annotations.Span{Start: at, End: at + len(core)}, text.Plain.Fold(core),
			strings.ContainsAny(behind, ".,;:!?…"),
		})
	}
	return out
}

// chunkEnd returns the end of what stands between blanks at byte i of s, or of one
// letter of a script without blanks.
func chunkEnd(s string, i int) int {
	for start := i; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if unicode.IsSpace(r) || i > start && text.IsSingle(r) {
			break
		}
		i += n
		if text.IsSingle(r) {
			for i < len(s) { // marks on it
				r, n := utf8.DecodeRuneInString(s[i:])
				if !unicode.IsMark(r) {
					break
				}
				i += n
			}
			break
		}
	}
	return i
}

// pair returns for each word of a its partner in b, or -1: a longest common sequence.
func pair(a, b []word) []int {
	to := make([]int, len(a))
	for i := range to {
		to[i] = -1
	}
	lo := 0
	for lo < len(a) && lo < len(b) && a[lo].folded == b[lo].folded {
		to[lo] = lo
		lo++
	}
	i, j := len(a), len(b)
	for i > lo && j > lo && a[i-1].folded == b[j-1].folded {
		i, j = i-1, j-1
		to[i] = j
	}
	for x, y := range common(a[lo:i], b[lo:j]) {
		if y >= 0 {
			to[lo+x] = lo + y
		}
	}
	return to
}

// common returns for each word of a its partner in b, or -1: a longest common sequence,
// found by its length in all ends of both. Where that is too long a work, none has one.
func common(a, b []word) []int {
	to := make([]int, len(a))
	for i := range to {
		to[i] = -1
	}
	if len(a)*len(b) > mostCells {
		return to
	}
	// rest[x*wide+y] is the length of the longest sequence of a[x:] and b[y:].
	wide := len(b) + 1
	rest := make([]uint16, (len(a)+1)*wide)
	for x := len(a) - 1; x >= 0; x-- {
		for y := len(b) - 1; y >= 0; y-- {
			n := max(rest[(x+1)*wide+y], rest[x*wide+y+1])
			if a[x].folded == b[y].folded {
				n = max(n, rest[(x+1)*wide+y+1]+1)
			}
			rest[x*wide+y] = n
		}
	}
	for x, y := 0, 0; x < len(a) && y < len(b); {
		here := rest[x*wide+y]
		switch {
		case a[x].folded == b[y].folded && here == rest[(x+1)*wide+y+1]+1:
			to[x] = y
			x, y = x+1, y+1
		case here == rest[(x+1)*wide+y]:
			x++
		default:
			y++
		}
	}
	return to
}

// beyond returns which words of the published wording stand before or behind the
// excerpt that is printed.
func beyond(a, b []word, to, from []int) []bool {
	out := make([]bool, len(b))
	first, last := -1, -1 // of the words of b with a partner
	for j := range b {
		if from[j] >= 0 {
			if first < 0 {
				first = j
			}
			last = j
		}
	}
	if first < 0 {
		return out // nothing is alike: all of it differs
	}
	moved := map[string]bool{}
	for i, w := range a {
		if to[i] < 0 {
			moved[w.folded] = true
		}
	}
	more := from[first] // words of a in the place of those before
	for j := first - 1; j >= 0; j-- {
		more = next(more, b[j].closes)
		out[j] = more < 0 && !moved[b[j].folded]
	}
	more = len(a) - 1 - from[last]
	for j := last + 1; j < len(b); j++ {
		more = next(more, b[j-1].closes)
		out[j] = more < 0 && !moved[b[j].folded]
	}
	return out
}

// next counts a word away from those that differ; a mark of punctuation ends them.
func next(more int, closes bool) int {
	if closes || more <= 0 {
		return -1
	}
	return more - 1
}
