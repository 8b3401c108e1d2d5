package dates

import "sidelight/annotations"

// Tenses that are neither past nor future.
const (
	either   = 2 // of what was to be: it may have been since, or not
	habitual = 3 // "is": may be so each year
)

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
		return r.planning(i)
	case past:
		return r.pastVerb(i)
	case is:
		return r.present(i)
	case none:
		return r.ending(i)
	}
	return 0, 0
}

// planning is the tense of a verb of planning: "is scheduled", "plans to".
func (r *reader) planning(i int) (way, n int) {
	if r.says(i, "takes") && !r.oneOf(i+1, "effect place office over") {
		return 0, 0
	}
	if next := r.at(i + 1).class; r.at(i).is(weak) && !r.says(i, "takes") && next != to && next != prep && next != on && next != in && next != at && next != until {
		return r.ending(i)
	}
	if r.is(i-1, past) || r.says(i-1, "been") {
		return either, 1
	}
	return 1, 1
}

// pastVerb is the tense of a verb in its past form: "was", "has to", "to be paid".
func (r *reader) pastVerb(i int) (way, n int) {
	if r.is(i+1, to) {
		switch {
		case r.oneOf(i, "has have"):
			return 1, 2
		case r.oneOf(i, "was were"):
			return either, 2
		}
	}
	if r.says(i-1, "be") {
		switch b := r.at(i - 2); {
		case b.class == to:
			return 1, 1
		case b.class == future:
			return r.verb(i - 2)
		}
	}
	return -1, 1
}

// present is the tense of "is": "is to", "is meeting".
func (r *reader) present(i int) (way, n int) {
	if r.is(i+1, to) || r.says(i+1, "about") && r.is(i+2, to) {
		return 1, 2
	}
	if r.oneOf(i, "be being") {
		return 0, 0
	}
	if w := r.word(i + 1); len(w) > 4 && folds(w[len(w)-3:], "ing") {
		return either, 2
	}
	return habitual, 1
}

// notPast are words that end as a verb of the past does.
const notPast = "need feed seed speed deed indeed breed bleed weed heed greed creed freed exceed proceed succeed hundred " +
	"sacred naked wicked shed embed kindred hatred united limited preferred proposed so-called alleged unspecified related based " +
	"supposed concerned overed infrared crooked rugged beloved aged red bed wed fred ted mohammed ahmed mohamed"

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
	if folds(tail, "ed") && (r.lower(i) || r.capitals || i == 0) && !r.oneOf(i, notPast) {
		return r.pastVerb(i)
	}
	return 0, 0
}
