package search

import "strings"

// tier is how well a record answers a query; doc.go gives the reasons.
type tier int

const (
	exact tier = iota
	exactAlias
	prefix
	wordPrefix
	allWords
	inAlias
	textPhrase
	textWords
	related
	letters
	spelling
	guessedText
	inside
	tiers // how many there are, and: no match
)

// shortestInside is the length in bytes of the shortest word that is looked for
// in the middle of other words; shortestText of the shortest that counts as the
// beginning of a word in a text.
const (
	shortestInside = 3
	shortestText   = 3
)

// fit is how a term stands in a text.
type fit uint8

const (
	missing   fit = iota
	midWord       // in the middle of a word
	wordStart     // at the beginning of a word
)

// fits looks for the term in f. In a long text a very short word has to be a
// whole word.
func (t *term) fits(f folded, long bool) fit {
	s := string(f)
	if long && len(t.word) < shortestText {
		if strings.Contains(s, " "+t.word+" ") {
			return wordStart
		}
		return missing
	}
	if strings.Contains(s, " "+t.word) {
		return wordStart
	}
	for _, g := range t.guesses {
		if strings.Contains(s, " "+g.word) {
			return wordStart
		}
	}
	if len(t.word) >= shortestInside && strings.Contains(s, t.word) {
		return midWord
	}
	return missing
}

// all reports the worst fit of the terms that must be there.
func (q *query) all(f folded, long bool) fit {
	worst := wordStart
	for i := range q.terms {
		if t := &q.terms[i]; !t.optional {
			if worst = min(worst, t.fits(f, long)); worst == missing {
				break
			}
		}
	}
	return worst
}

// sense is the wildest sense in which a word had to be taken.
func (q *query) sense() sense {
	worst := asTyped
	for _, t := range q.terms {
		worst = max(worst, t.sense)
	}
	return worst
}

// edits is the number of slips in what had to be guessed.
func (q *query) edits() int {
	n := 0
	for _, t := range q.terms {
		if t.sense == bySpelling {
			n += t.guesses[0].edits
		}
	}
	return n
}

// grade is how well a record answers and why. Among guesses base, the tier in
// which the record would be had the reader typed what was guessed, decides.
type grade struct {
	tier, base tier
	why        Reason
}

// match says how well the record answers and why.
func (q *query) match(r *record) grade {
	t, why := tiers, Reason{}
	switch {
	case r.isName():
		t, why = q.matchName(r)
	case !q.idle:
		t, why = q.matchText(r)
	}
	g := grade{t, t, why}
	sense := q.sense()
	if sense == asTyped || t >= inside {
		return g
	}
	g.tier, g.why = letters, Reason{How: Letters}
	if sense == bySpelling {
		g.tier, g.why = spelling, Reason{How: Spelling, Edits: q.edits()}
	}
	if t > inAlias {
		g.tier = guessedText
	}
	return g
}

func (q *query) matchName(r *record) (tier, Reason) {
	best, why := q.matchTitle(r.title)
	if r.result.Type == Quotation && best > exact && best < tiers {
		best, why = q.matchText(r) // it is a sentence, not a name
	}
	better := func(t tier, w Reason) {
		if t < best {
			best, why = t, w
		}
	}
	for _, a := range r.aliases {
		switch t, _ := q.matchTitle(a.folded); {
		case t == exact:
			better(exactAlias, a.reason())
		case t < tiers:
			better(inAlias, a.reason())
		}
	}
	if best == tiers && !q.idle {
		return q.matchMore(r)
	}
	return best, why
}

// matchTitle compares the query with one name.
func (q *query) matchTitle(name folded) (tier, Reason) {
	text := string(q.meant[:len(q.meant)-1]) // without the blank after the last word
	switch {
	case name == q.meant:
		return exact, Reason{How: Exact}
	case strings.HasPrefix(string(name), text):
		return prefix, Reason{How: Beginning}
	case strings.Contains(string(name), text):
		return wordPrefix, Reason{How: Word}
	case q.all(name, false) > missing:
		return allWords, Reason{How: Words}
	}
	return tiers, Reason{}
}

// matchMore looks for the query in what else is said of an entity, together
// with its names.
func (q *query) matchMore(r *record) (tier, Reason) {
	if q.matchLong(r.more) == textPhrase {
		return textPhrase, r.whyMore
	}
	everything := r.title + r.more
	for _, a := range r.aliases {
		everything += a.folded
	}
	switch q.all(everything, true) {
	case wordStart:
		return textWords, r.whyMore
	case midWord:
		return inside, Reason{How: Inside}
	}
	return tiers, Reason{}
}

// matchText looks for the query in a fact, a passage or a note.
func (q *query) matchText(r *record) (tier, Reason) {
	t := q.matchLong(r.title)
	switch {
	case t == inside:
		return t, Reason{How: Inside}
	case t < tiers:
		return t, Reason{How: InText}
	case r.more != "" && q.all(r.title+r.more, true) == wordStart:
		return related, r.whyMore
	}
	return tiers, Reason{}
}

func (q *query) matchLong(f folded) tier {
	text := string(q.meant[:len(q.meant)-1])
	if len(text) > shortestText && strings.Contains(string(f), text) {
		return textPhrase
	}
	switch q.all(f, true) {
	case wordStart:
		return textWords
	case midWord:
		return inside
	}
	return tiers
}
