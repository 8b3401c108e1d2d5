package search

import (
	"cmp"
	"math/bits"
	"slices"
	"unicode/utf8"

	"github.com/sahilm/fuzzy"

	"sidelight/annotations"
)

// longestGuess is the length in bytes of the longest word that is guessed at,
// mostGuesses the number of words that one word may be taken for.
const (
	longestGuess = 40
	mostGuesses  = 16
)

// guess returns the words of names that w may mean, the likeliest first: a word
// that w continues by a letter or two; if there is none and the edition lacks w,
// the words that hold the letters of w in order; and if there is none, those that
// are spelled nearly so.
func (x *Index) guess(w string, b boldness) []form {
	if b >= byEnd {
		return x.guessLoosely(w, b)
	}
	known, inName := x.vocab.knows(w)
	if inName || len(w) > longestGuess {
		return nil
	}
	if !known || x.vocab.has(w) { // it is typed to its end
		if f := x.guessEnding(w); f != nil {
			return f
		}
	}
	if known && (b < daring || utf8.RuneCountInString(w) <= shortestInside) {
		return nil
	}
	if f := x.guessLetters(w); f != nil {
		return f
	}
	return x.guessSpelling(w)
}

// guessLoosely returns all words of names that are near w, the nearest first.
func (x *Index) guessLoosely(w string, b boldness) []form {
	if len(w) > longestGuess || x.vocab.hasName(w) {
		return nil
	}
	if b == byEnd {
		return x.guessEnding(w)
	}
	out := slices.Concat(x.guessEnding(w), x.guessLetters(w), x.spelledNear(w, allowedEdits(w)))
	seen := make(map[string]bool, len(out))
	out = slices.DeleteFunc(out, func(f form) bool {
		known := seen[f.text]
		seen[f.text] = true
		return known || f.text == w
	})
	return out[:min(len(out), mostWords)]
}

// shortestStem is the length in letters of the shortest word that may have an
// ending, longestEnding the length of the longest ending.
const (
	shortestStem  = 4
	longestEnding = 2
)

// guessEnding finds the longest word of a name that w begins with.
func (x *Index) guessEnding(w string) []form {
	for n := 1; n <= longestEnding && utf8.RuneCountInString(w) >= shortestStem+n; n++ {
		_, last := utf8.DecodeLastRuneInString(w)
		if w = w[:len(w)-last]; !x.vocab.hasName(w) {
			continue
		}
		return []form{makeForm(form{text: w, whole: true, sense: byEnding, edits: n})}
	}
	return nil
}

// nameWords are words of names that a misspelt word may mean, sorted by their
// bytes.
type nameWords []string

func (n nameWords) String(i int) string { return n[i] }
func (n nameWords) Len() int            { return len(n) }

// likely returns the guessable words that hold all letters of w but slips of
// them, by their bytes. If first is true they also begin with the first letter of
// w.
func (l lexicon) likely(w string, first bool, slips int) nameWords {
	var out nameWords
	r, _ := utf8.DecodeRuneInString(w)
	mask := maskOf(w)
	for _, v := range l {
		for _, i := range v.guessable {
			if bits.OnesCount32(mask&^v.masks[i]) > slips {
				continue
			}
			if c, _ := utf8.DecodeRuneInString(v.words.at(int(i))); c == r || !first {
				out = append(out, v.words.at(int(i)))
			}
		}
	}
	if len(l) > 1 {
		slices.Sort(out)
		out = slices.Compact(out)
	}
	return out
}

func (x *Index) guessLetters(w string) []form {
	if len(w) < shortestInside {
		return nil
	}
	var out []form
	for _, m := range fuzzy.FindFrom(w, x.vocab.likely(w, true, 0)) {
		marks := runeMarks(m.Str, m.MatchedIndexes)
		if near(w, marks) && len(out) < mostGuesses {
			out = append(out, makeForm(form{text: m.Str, whole: true, sense: byLetters, marks: marks}))
		}
	}
	return out
}

// near reports whether w is a longer word of which the reader left letters out.
// The letters of w stand at marks in that word: the first at its beginning, and
// at most half as many letters as were typed were passed over.
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
func (x *Index) guessSpelling(w string) []form {
	out := x.spelledNear(w, allowedEdits(w))
	if n := slices.IndexFunc(out, func(f form) bool { return f.edits > out[0].edits }); n >= 0 {
		out = out[:n]
	}
	return out[:min(len(out), mostGuesses)]
}

// spelledNear returns the words of names in which w has no more slips than limit,
// those with the fewest first.
func (x *Index) spelledNear(w string, limit int) []form {
	if limit == 0 {
		return nil
	}
	s := newSpeller(w)
	var out []form
	for _, n := range x.vocab.likely(w, utf8.RuneCountInString(w) < shortestFree, limit) {
		if d := s.distance(n, limit); d <= limit {
			out = append(out, makeForm(form{text: n, whole: true, sense: bySpelling, edits: d}))
		}
	}
	slices.SortStableFunc(out, func(a, b form) int { return cmp.Compare(a.edits, b.edits) })
	return out
}

// edits returns the number of slips in the guessed words of the query.
func (q *query) edits() int {
	n := 0
	for i := range q.terms {
		forms := q.terms[i].forms
		n += forms[len(forms)-1].edits
	}
	return n
}
