package prefs

import (
	"strings"

	"sidelight/annotations"
)

// nearSentences is how many sentences after the place, and before it, are looked for
// if its own words are gone.
const nearSentences = 40

// Carried returns how an article was left for another version of its text: each place
// is where its words stand now. If they are gone, a place is that of the nearest
// sentence that is still there.
func Carried(left Left, from, to *annotations.Edition) Left {
	a, b := from.Article(), to.Article()
	out := left
	out.Opened = nil
	if left.Place.Offset >= 0 {
		at, ok := moved(a, b, left.Place.Offset)
		if !ok {
			at, out.Place.Past = -1, 0
		}
		out.Place.Offset = at
	}
	for _, o := range left.Opened {
		if o.Entity == "" {
			at, ok := again(b.Text, wordsAt(a.Text, o.Passage.Start), o.Passage.Start)
			if !ok {
				continue
			}
			o.Passage = b.SentenceAt(at).Span
		}
		out.Opened = append(out.Opened, o)
	}
	return out
}

// moved returns where a place of one article is in another.
func moved(a, b *annotations.Article, offset int) (int, bool) {
	if at, ok := again(b.Text, wordsAt(a.Text, offset), offset); ok {
		return at, true
	}
	after, before := offset, a.SentenceAt(offset).Start
	for range nearSentences {
		for _, at := range []int{after, before} {
			if words := sentenceFrom(a, at); words != "" {
				if to, ok := again(b.Text, words, at); ok {
					return to, true
				}
			}
		}
		after = next(a.Text, max(a.SentenceAt(after).End, after))
		before = a.SentenceAt(max(len(strings.TrimRight(a.Text[:before], blanks))-1, 0)).Start
	}
	return 0, false
}

const blanks = " \n\t"

// sentenceFrom returns the words from an offset to the end of its sentence, or the
// first of them.
func sentenceFrom(a *annotations.Article, at int) string {
	s := a.SentenceAt(at)
	if !s.Contains(at) {
		return ""
	}
	words := wordsAt(a.Text, at)
	return words[:min(len(words), s.End-at)]
}

// next returns the first byte from an offset on that is no blank.
func next(text string, from int) int {
	return len(text) - len(strings.TrimLeft(text[min(from, len(text)):], blanks))
}
