package search

import (
	"slices"
	"strings"

	"github.com/sahilm/fuzzy"

	"sidelight/annotations"
)

// sense says how a word of the query was understood; the wilder the larger.
type sense uint8

const (
	asTyped sense = iota
	byLetters
	bySpelling
)

// query is what the reader typed, understood.
type query struct {
	text  folded // as typed
	meant folded // with the likeliest guess for each word that was guessed at
	terms []term // each word once
	idle  bool   // nothing but words that a text may lack
}

// term is one word of the query.
type term struct {
	word     string
	optional bool // a word that a text may lack, beside other words
	sense    sense
	guesses  []guess // what it means, unless as typed
}

// guess is a word of a name that a misspelt word may mean.
type guess struct {
	word string
	// marks are the letters of word that the reader typed, as ranges of bytes.
	marks []annotations.Span
	edits int // slips between what was typed and word
}

// longestGuess is the length in bytes of the longest word that is guessed at.
const longestGuess = 40

// understand reads a query with the words of the edition in mind.
func (x *Index) understand(typed string) query {
	words := x.parted(fold(typed).words())
	if len(words) == 0 {
		return query{}
	}
	q := query{text: joined(words), idle: !slices.ContainsFunc(words, func(w string) bool { return !isIdle(w) })}
	meant := make(map[string]string, len(words))
	for _, w := range words {
		if _, seen := meant[w]; seen {
			continue
		}
		meant[w] = w
		t := term{word: w, optional: isIdle(w) && !q.idle}
		if !t.optional && !x.knows(w) {
			if t.guesses, t.sense = x.guess(w); len(t.guesses) > 0 {
				meant[w] = t.guesses[0].word
			}
		}
		q.terms = append(q.terms, t)
	}
	for i, w := range words {
		words[i] = meant[w]
	}
	q.meant = joined(words)
	return q
}

func joined(words []string) folded { return folded(" " + strings.Join(words, " ") + " ") }

// parted parts two words of the edition that were typed without the blank
// between them, as in "whitehouse".
func (x *Index) parted(words []string) []string {
	var out []string
	for _, w := range words {
		if i := x.seam(w); i > 0 {
			out = append(out, w[:i], w[i:])
		} else {
			out = append(out, w)
		}
	}
	return out
}

// seam is where an unknown word falls into two words of the edition; 0 if it
// does not.
func (x *Index) seam(w string) int {
	if len(w) > longestGuess || x.knows(w) {
		return 0
	}
	for i := shortestInside; i <= len(w)-shortestInside; i++ {
		_, left := slices.BinarySearch(x.words, w[:i])
		_, right := slices.BinarySearch(x.words, w[i:])
		if left && right {
			return i
		}
	}
	return 0
}

// knows reports whether a word of the edition begins with w, or a word of a
// name holds it.
func (x *Index) knows(w string) bool {
	i, found := slices.BinarySearch(x.words, w)
	if found || i < len(x.words) && strings.HasPrefix(x.words[i], w) {
		return true
	}
	return len(w) >= shortestInside &&
		slices.ContainsFunc(x.nameWords, func(n string) bool { return strings.Contains(n, w) })
}

// guess returns the words of names that w may mean: those that hold its letters
// in order or, if there are none, those that are spelt nearly so; the likeliest
// comes first.
func (x *Index) guess(w string) ([]guess, sense) {
	if len(w) > longestGuess {
		return nil, asTyped
	}
	if g := x.guessLetters(w); len(g) > 0 {
		return g, byLetters
	}
	if g := x.guessSpelling(w); len(g) > 0 {
		return g, bySpelling
	}
	return nil, asTyped
}

func (x *Index) guessLetters(w string) []guess {
	if len(w) < 3 {
		return nil
	}
	var out []guess
	for _, m := range fuzzy.Find(w, x.nameWords) {
		if marks := runeMarks(m.Str, m.MatchedIndexes); near(w, marks) {
			out = append(out, guess{word: m.Str, marks: marks})
		}
	}
	return out
}

// near reports whether the letters of w, found at marks in a longer word, lie
// close enough together to be what the reader left out while typing: the first
// letter begins the word and at most half as many letters as were typed were
// passed over.
func near(w string, marks []annotations.Span) bool {
	if marks[0].Start != 0 {
		return false
	}
	passed := marks[len(marks)-1].End
	for _, m := range marks {
		passed -= m.Len()
	}
	return passed <= (len(w)+1)/2
}

// guessSpelling returns the words of names at the smallest distance from w.
func (x *Index) guessSpelling(w string) []guess {
	limit := allowedEdits(w)
	var out []guess
	for _, n := range x.nameWords {
		d := distance(w, n, limit)
		if d > limit {
			continue
		}
		if d < limit {
			limit, out = d, nil
		}
		out = append(out, guess{n, []annotations.Span{{Start: 0, End: len(n)}}, d})
	}
	return out
}

// isIdle reports whether w is a word that a query may hold and a text lack:
// articles, prepositions and what questions are asked with.
func isIdle(w string) bool {
	switch w {
	case "a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with",
		"are", "did", "does", "how", "is", "was", "were", "what", "when", "where", "which", "who", "why":
		return true
	}
	return false
}
