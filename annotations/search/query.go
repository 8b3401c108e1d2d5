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
	idle  bool   // nothing but articles and prepositions
}

// term is one word of the query.
type term struct {
	word     string
	optional bool // an article or a preposition beside other words
	sense    sense
	guesses  []guess // what it means, unless as typed
}

// guess is a word of a name that a misspelt word may mean.
type guess struct {
	word string
	// marks are the letters of word that the reader typed, as ranges of bytes.
	marks []annotations.Span
}

// longestGuess is the length in bytes of the longest word that is guessed at.
const longestGuess = 40

// understand reads a query with the words of the edition in mind.
func (x *Index) understand(typed string) query {
	q := query{text: fold(typed)}
	idle := 0
	seen := make(map[string]bool)
	for _, w := range q.text.words() {
		if seen[w] {
			continue
		}
		seen[w] = true
		t := term{word: w, optional: isIdle(w)}
		if t.optional {
			idle++
		}
		q.terms = append(q.terms, t)
	}
	q.idle = idle == len(q.terms)
	for i := range q.terms {
		t := &q.terms[i]
		t.optional = t.optional && !q.idle
		if !t.optional && !x.knows(t.word) {
			t.guesses, t.sense = x.guess(t.word)
		}
	}
	q.meant = q.text
	for _, t := range q.terms {
		if len(t.guesses) > 0 {
			q.meant = folded(strings.ReplaceAll(string(q.meant), " "+t.word+" ", " "+t.guesses[0].word+" "))
		}
	}
	return q
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
			out = append(out, guess{m.Str, marks})
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
		out = append(out, guess{n, []annotations.Span{{Start: 0, End: len(n)}}})
	}
	return out
}

// isIdle reports whether w is a word that a query may hold and a text lack.
func isIdle(w string) bool {
	switch w {
	case "a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with":
		return true
	}
	return false
}
