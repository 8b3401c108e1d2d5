package search

import "strings"

// shortestInside is the length in bytes of the shortest word that is looked for
// inside the words of names, shortestMiddle of the shortest that is looked for
// inside the words of texts. shortestText is the length of the shortest word that
// counts as the beginning of a word of a text.
const (
	shortestInside = 3
	shortestMiddle = 4
	shortestText   = 3
)

// fit is how a term stands in a text.
type fit uint8

const (
	missing   fit = iota
	midWord       // in the middle of a word
	wordStart     // at the beginning of a word
	wholeWord     // as a whole word
)

// standing says how the terms of a query stand in a text: the term that stands
// worst.
type standing struct {
	fit   fit
	sense sense
}

// fits looks for the term in s. If s is a long text, a very short term counts
// only as a whole word.
func (t *term) fits(s string, long bool) standing {
	mid := false
	for i := range t.forms {
		f := &t.forms[i]
		switch found := f.within(s); {
		case found == wholeWord:
			return standing{wholeWord, f.sense}
		case found == missing || f.whole:
		case found == wordStart && !(long && len(f.text) < shortestText):
			return standing{wordStart, f.sense}
		default:
			mid = mid || i == 0
		}
	}
	shortest := shortestInside
	if long {
		shortest = shortestMiddle
	}
	if mid && len(t.forms[0].text) >= shortest {
		return standing{midWord, asTyped}
	}
	return standing{}
}

// all looks for the terms that must be there, each in any of the texts.
func (q *query) all(long bool, texts ...string) standing {
	worst := standing{fit: wholeWord}
	for i := range q.terms {
		t := &q.terms[i]
		if t.optional {
			continue
		}
		var best standing
		for _, s := range texts {
			if g := t.fits(s, long); g.fit > best.fit || g.fit == best.fit && g.sense < best.sense {
				best = g
			}
		}
		if best.fit == missing {
			return standing{}
		}
		worst.fit, worst.sense = min(worst.fit, best.fit), max(worst.sense, best.sense)
	}
	return worst
}

// grade says how well a record answers and why. Base is the tier that the record
// would have if the reader had typed the words as they were guessed; it decides
// between guesses.
type grade struct {
	tier, base tier
	sense      sense
	whole      bool // the query ends where a word ends
	why        Reason
}

var noGrade = grade{tier: tiers, base: tiers}

func (g grade) better(o grade) bool {
	if g.tier != o.tier {
		return g.tier < o.tier
	}
	return g.base < o.base || g.base == o.base && g.whole && !o.whole
}

// guessed returns the grade moved to the tier of guesses, if words were guessed.
func (q *query) guessed(g grade) grade {
	g.base = g.tier
	if g.sense == asTyped || g.tier >= inside {
		return g
	}
	text := g.tier > inAlias
	switch g.sense {
	case byEnding:
		g.why = Reason{How: Spelling, Edits: q.edits()}
		if !text {
			g.tier = ending
		}
		return g
	case byLetters:
		g.tier, g.why = letters, Reason{How: Letters}
	default:
		g.tier, g.why = spelling, Reason{How: Spelling, Edits: q.edits()}
	}
	if text {
		g.tier = guessedText
	}
	return g
}

// isClose reports whether the record was found by a guess at the spelling alone.
func (g grade) isClose() bool { return g.sense == bySpelling && g.why.How == Spelling }

// matcher matches records of a segment with a query.
type matcher struct {
	s *Segment
	q *query
	// reads says that a text can answer only if it holds the query as it reads.
	reads bool
}

// match returns how well a record answers. Named is false if no name of the
// record can hold the query.
func (m matcher) match(d *doc, named bool) grade {
	switch {
	case len(m.q.terms) == 0:
		return grade{tier: listed, base: listed, why: Reason{How: Listed}}
	case d.isName() && named:
		return m.matchName(d)
	case m.q.idle:
		return noGrade
	case m.reads && d.isName():
		return m.matchReading(m.s.slice(d.more), Reason{How: d.whyMore})
	case m.reads:
		return m.matchReading(m.s.slice(d.name), Reason{How: InText})
	case d.isName():
		return m.matchMore(d)
	}
	return m.matchText(d)
}

func (m matcher) matchName(d *doc) grade {
	best := m.matchTitle(m.s.slice(d.name))
	if d.typeOf() == Quotation && best.tier > exact && best.tier < tiers {
		best = m.matchText(d) // it is a sentence, not a name
	}
	for _, a := range m.s.aliasesOf(d) {
		if g := m.matchAlias(&a); g.better(best) {
			best = g
		}
	}
	if best.tier == tiers && !m.q.idle {
		return m.matchMore(d)
	}
	return best
}

// matchTitle compares the query with one name.
func (m matcher) matchTitle(name string) grade {
	best := noGrade
	for i := range m.q.readings {
		if r := &m.q.readings[i]; r.text != "" {
			if g := r.compare(name); g.tier < tiers {
				if g = m.q.guessed(g); g.better(best) {
					best = g
				}
			}
		}
	}
	if best.tier <= allWords {
		return best
	}
	if f := m.q.all(false, name); f.fit > missing {
		g := m.q.guessed(grade{tier: allWords, sense: f.sense, whole: f.fit == wholeWord, why: Reason{How: Words}})
		if g.better(best) {
			best = g
		}
	}
	return best
}

// compare looks for a whole reading of the query in a name.
func (r *reading) compare(name string) grade {
	i := r.in(name)
	if i < 0 {
		return noGrade
	}
	g := grade{sense: r.sense}
	rest := name[i+len(r.text):]
	g.whole = rest[0] == ' '
	switch {
	case i == 0 && len(rest) == 1:
		g.tier, g.why.How = exact, Exact
	case i == 0:
		g.tier, g.why.How = prefix, Beginning
	default:
		g.tier, g.why.How = wordPrefix, Word
		g.whole = g.whole || strings.Contains(name, r.closed)
	}
	return g
}

func (m matcher) matchAlias(a *alias) grade {
	s := m.s.slice(a.folded)
	if a.how == Initials {
		if len(m.q.terms) == 1 && strings.Contains(s, m.q.terms[0].forms[0].closed) {
			return grade{tier: inInitials, base: inInitials, whole: true, why: Reason{How: Initials, Text: a.text}}
		}
		return noGrade
	}
	g := m.matchTitle(s)
	if g.tier == tiers {
		return g
	}
	was := g.base
	if was == exact {
		g.base = exactAlias
	} else {
		g.base = inAlias
	}
	if g.sense == asTyped {
		g.tier, g.why = g.base, Reason{How: a.how, Text: a.text}
	}
	return g
}

// matchMore looks for the query in the names of an entity and in what else is
// said of it, together.
func (m matcher) matchMore(d *doc) grade {
	more := m.s.slice(d.more)
	why := Reason{How: d.whyMore}
	texts := []string{m.s.slice(d.name)}
	for _, a := range m.s.aliasesOf(d) {
		if a.how != Initials {
			texts = append(texts, m.s.slice(a.folded))
		}
	}
	t := textWords
	if m.q.brief && m.q.anyBegins(texts) {
		t = described
	}
	g := m.words(why, t, append(texts, more)...)
	if p := m.matchLong(more, why); p.better(g) {
		return p
	}
	return g
}

// anyBegins reports whether a word of one of the names begins with a word of the
// query as it was typed. A number does not count.
func (q *query) anyBegins(names []string) bool {
	for i := range q.terms {
		t := &q.terms[i]
		if t.optional || len(t.forms[0].text) < shortestText || t.number {
			continue
		}
		for _, s := range names {
			if f := &t.forms[0]; f.within(s).counts(f) {
				return true
			}
		}
	}
	return false
}

// matchText looks for the query in a fact, a passage, a note or a source.
func (m matcher) matchText(d *doc) grade {
	name := m.s.slice(d.name)
	g := m.matchLong(name, Reason{How: InText})
	if g.tier >= inside && d.more.start < d.more.end {
		if r := m.words(Reason{How: d.whyMore}, related, name, m.s.slice(d.more)); r.tier < inside {
			return r
		}
	}
	return g
}

// matchLong looks for the query in a long text.
func (m matcher) matchLong(s string, why Reason) grade {
	best := m.matchReading(s, why)
	if best.tier == textPhrase {
		return best
	}
	if g := m.words(why, textWords, s); g.better(best) {
		return g
	}
	return best
}

// matchReading looks for the query in a long text as it reads.
func (m matcher) matchReading(s string, why Reason) grade {
	best := noGrade
	for i := range m.q.readings {
		r := &m.q.readings[i]
		if len(r.text) <= shortestText || r.last < shortestText && !m.q.brief {
			continue
		}
		if j := r.in(s); j >= 0 {
			g := m.q.guessed(grade{tier: textPhrase, sense: r.sense, whole: s[j+len(r.text)] == ' ', why: why})
			if g.better(best) {
				best = g
			}
		}
	}
	return best
}

// words looks for all terms in the texts; the grade has tier t if they are there.
func (m matcher) words(why Reason, t tier, texts ...string) grade {
	f := m.q.all(true, texts...)
	g := grade{tier: t, sense: f.sense, whole: f.fit == wholeWord, why: why}
	switch f.fit {
	case missing:
		return noGrade
	case midWord:
		g.tier, g.why = inside, Reason{How: Inside}
	}
	return m.q.guessed(g)
}
