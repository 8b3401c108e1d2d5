package search

import (
	"strings"
	"unicode/utf8"
)

// kept says which terms a record holds.
type kept struct {
	terms  []bool // by the number of the term among those needed
	value  int
	edits  int
	spelt  bool // by a guess at the spelling, and not at letters alone
	guess  bool
	called bool // the terms that are kept are one of its names, whole
	firm   bool // one of them is more than a number or a few letters
}

// full reports whether no term was left out.
func (k *kept) full() bool { return k.count() == len(k.terms) }

// count returns how many terms were kept.
func (k *kept) count() int {
	n := 0
	for _, held := range k.terms {
		if held {
			n++
		}
	}
	return n
}

// keeps says which terms the record at a place holds: in its names, or anywhere if
// it has none.
func (l *loosened) keeps(place int) kept {
	segment, d := l.x.at(place)
	k := kept{terms: make([]bool, len(l.needed))}
	if !d.isName() {
		for i, t := range l.needed {
			k.terms[i] = t.texts.has(place)
		}
		k.value = l.textValue(place) * l.total / max(1, len(l.needed))
		return k
	}
	held := make([]held, len(l.needed))
	l.readName(segment.slice(d.name), held, &k)
	for _, a := range segment.aliasesOf(&d) {
		if a.how != Initials {
			l.readName(segment.slice(a.folded), held, &k)
		}
	}
	for i, t := range l.needed {
		h := held[i]
		if h.fit == missing {
			continue
		}
		k.terms[i] = true
		if h.guess == nil {
			k.value += asTypedValue * t.weight
		} else {
			k.value += guessValue * t.weight
			k.edits += h.guess.edits
			k.guess, k.spelt = true, k.spelt || h.guess.edits > 0
		}
		k.firm = k.firm || !t.number && h.firm(utf8.RuneCountInString(t.forms[0].text), i+1 == len(l.needed))
	}
	return k
}

// held is how the names of a record hold a term.
type held struct {
	fit   fit
	guess *form // nil if as it was typed
	more  int   // of a word that only begins with the term: the bytes that follow
}

// firm reports whether a term of so many letters, held so, leads to a name although
// other terms are left out. Last says that the reader may still be typing the term.
func (h held) firm(letters int, last bool) bool {
	switch {
	case h.guess != nil && h.guess.edits > 1:
		return letters >= 8
	case h.guess != nil:
		return letters >= 5
	case h.fit == wordStart:
		return letters >= 4 && (last || h.more <= longestEnding)
	}
	return letters >= 3
}

// readName notes how a name holds the terms.
func (l *loosened) readName(name string, all []held, k *kept) {
	words, called := 0, 0
	for w := range strings.FieldsSeq(name) {
		whole := false
		for i, t := range l.needed {
			h := t.in(w, name)
			whole = whole || h.fit == wholeWord
			if h.fit > all[i].fit || h.fit == all[i].fit && h.guess == nil {
				all[i] = h
			}
		}
		if whole {
			called++
		}
		if whole || !isIdle(w) {
			words++
		}
	}
	k.called = k.called || words > 0 && called == words
}

// in returns how a word of a name holds the term, or the name where a form of the
// term has several words.
func (t *looseTerm) in(word, name string) held {
	for i := range t.forms {
		f := &t.forms[i]
		switch {
		case f.isGuess():
		case strings.Contains(f.text, " "):
			if f.within(name).counts(f) && strings.Contains(f.closed, " "+word+" ") {
				return held{fit: wholeWord}
			}
		case word == f.text:
			return held{fit: wholeWord}
		case !f.whole && strings.HasPrefix(word, f.text):
			return held{fit: wordStart, more: len(word) - len(f.text)}
		}
	}
	if f := t.words[word]; f != nil {
		return held{fit: wholeWord, guess: f}
	}
	return held{}
}

// gradeOf returns the grade of a record: near if it holds all terms, else partial.
// The more it lacks of what a name could hold, the worse is the base.
func (l *loosened) gradeOf(k kept) grade {
	g := grade{tier: nearName, whole: k.called}
	g.base = tier((l.total - k.value) * int(tiers-1) / max(1, l.total))
	switch {
	case !k.full():
		g.tier, g.why = partial, Reason{How: Partly, Edits: k.edits}
	case k.spelt:
		g.why = Reason{How: Spelling, Edits: k.edits}
	case k.guess:
		g.why = Reason{How: Letters}
	default:
		g.why = Reason{How: Words}
	}
	return g
}

// result returns the grade of the record at a place, the terms that it holds and
// the words that it lacks, as they were typed.
func (l *loosened) result(place int) (g grade, held []term, dropped []string) {
	k := l.keeps(place)
	for i, t := range l.needed {
		if k.terms[i] {
			held = append(held, *t.term)
		} else {
			dropped = append(dropped, t.typed)
		}
	}
	return l.gradeOf(k), held, dropped
}
