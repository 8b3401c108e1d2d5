package dates

import "sidelight/annotations"

// either is the tense of what was to be: it may have been since, or not.
const either = 2

// tense tells whether the clause of an expression speaks of the past (-1) or of the
// future (1), 0 if it tells neither, and the verb that tells: the nearest before the
// expression in its clause, else the first one behind it, else one farther before.
func (r *reader) tense(e *expression) (way int, verb annotations.Span) {
	const reach = 30 // lexemes
	outside := 0
	if r.genitive(e.last) {
		return 0, verb
	}
	for i := e.first - 1; i >= max(0, e.first-reach); i-- {
		if r.ends(i) {
			outside = i
			break
		}
		if way, n := r.verb(i); way != 0 {
			return way, r.span(i, i+n)
		}
	}
	i := e.last
	if r.is(i, comma) {
		i++
	}
	for ; i < min(len(r.w), e.last+reach); i++ {
		if r.ends(i) && !r.is(i, stop) {
			break
		}
		if way, n := r.verb(i); way != 0 {
			return way, r.span(i, i+n)
		}
	}
	for i := outside; i >= max(0, outside-reach); i-- {
		if way, n := r.verb(i); way != 0 {
			return way, r.span(i, i+n)
		}
	}
	return 0, verb
}

// ends reports whether a clause ends at i.
func (r *reader) ends(i int) bool {
	l := r.at(i)
	return l.class == comma || l.class == stop || l.class == dash && !r.joined(i+1) || l.class == mark && l.n != '\''
}

// verb tells whether the word at i speaks of the past or the future, and how many words
// say so.
func (r *reader) verb(i int) (way, n int) {
	switch l := r.at(i); l.class {
	case future:
		if l.is(weak) && r.says(i+1, "have") {
			return -1, 2
		}
		return 1, 1
	case plan:
		if l.is(weak) && !r.is(i+1, to) && !r.is(i+1, prep) && !r.is(i+1, on) {
			return r.ending(i)
		}
		if b := r.at(i - 1); b.class == past || r.is(i-1, is) && r.says(i-1, "been") {
			return either, 1
		}
		return 1, 1
	case past:
		if r.is(i+1, to) {
			if r.says(i, "has") || r.says(i, "have") {
				return 1, 2
			}
			if r.says(i, "was") || r.says(i, "were") {
				return either, 2
			}
		}
		return -1, 1
	case is:
		if r.is(i+1, to) || r.says(i+1, "about") && r.is(i+2, to) {
			return 1, 2
		}
		if w := r.word(i + 1); len(w) > 4 && folds(w[len(w)-3:], "ing") && !r.says(i, "be") && !r.says(i, "being") {
			return 1, 2
		}
		if r.says(i, "be") || r.says(i, "being") {
			return 0, 0
		}
		return 1, 1
	case none:
		return r.ending(i)
	}
	return 0, 0
}

// ending tells the tense from how a word ends: "'ll", "-ed".
func (r *reader) ending(i int) (way, n int) {
	w := r.word(i)
	if !r.at(i).is(letters) || len(w) < 4 {
		return 0, 0
	}
	tail := w[len(w)-2:]
	if folds(tail, "ll") && (w[len(w)-3] == '\'' || len(w) > 5 && w[len(w)-5:len(w)-2] == "’") {
		return 1, 1
	}
	if folds(tail, "ed") && (!r.at(i).is(upper) || r.capitals || i == 0) && !r.says(i, "need") && !r.says(i, "speed") && !r.says(i, "feed") &&
		!r.says(i, "seed") && !r.says(i, "indeed") && !r.says(i, "hundred") && !r.says(i, "united") && !r.says(i, "exceed") && !r.says(i, "proceed") {
		return -1, 1
	}
	return 0, 0
}
