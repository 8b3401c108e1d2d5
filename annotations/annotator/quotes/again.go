package quotes

import (
	"slices"
	"strings"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

// roles tells which entity the article calls by a word such as "mayor".
type roles struct {
	keys   []string
	first  []int // the token at which the article does so first
	entity []int // -2 if the article calls more than one so
}

// mostRoles bounds how many words are kept.
const mostRoles = 64

// rolesOf collects the titles before and behind the names of people: "Mayor Anna Bell",
// "Anna Bell, the mayor", "Anna Bell (Chair)".
func rolesOf(r *reader) roles {
	var x roles
	for i := range r.cast.Mentions {
		m := &r.cast.Mentions[i]
		if !m.Form.Names() || !r.person(m) || m.Last >= len(r.d.Tokens) {
			continue
		}
		for k := m.First; k < m.Last && r.class[k]&(role|speaks) != 0; k++ {
			x.add(r.d.Word(k), m.Entity, k)
		}
		if k := m.First - 1; k >= 0 && r.class[k]&(role|speaks) != 0 && r.cover[k] == 0 {
			x.add(r.d.Word(k), m.Entity, k)
		}
		if c := r.sign(m.Last); c != ',' && c != '(' {
			continue
		}
		const near = 5
		for k := m.Last + 1; k < min(m.Last+near, len(r.d.Tokens)) && r.sign(k) == 0; k++ {
			if r.class[k]&(role|speaks) != 0 {
				x.add(r.d.Word(k), m.Entity, k)
			}
		}
	}
	return x
}

func (x *roles) add(word string, entity, at int) {
	word = fold(word)
	for i, k := range x.keys {
		if k == word {
			if x.entity[i] != entity {
				x.entity[i] = -2
			}
			return
		}
	}
	if len(x.keys) < mostRoles {
		x.keys, x.entity, x.first = append(x.keys, word), append(x.entity, entity), append(x.first, at)
	}
}

// of returns the entity that the article calls by a word before the token at; -1 if there
// is none.
func (x *roles) of(word string, at int) int {
	word = fold(word)
	for i, k := range x.keys {
		if k == word && x.first[i] < at {
			return max(x.entity[i], -1)
		}
	}
	return -1
}

// again returns the speaker that a phrase of "the" and one word refers back to: "the
// official", "the mayor".
func (r *reader) again(n phrase) said {
	if n.last-n.first != 2 || r.oneOf(n.first, "a", "an") || r.class[n.first]&determiner == 0 && !r.capital(n.first) {
		return nobody
	}
	const back = 8 // frames
	word := r.d.Word(n.head)
	for k := len(r.frames) - 1; k >= max(0, len(r.frames)-back); k-- {
		if w := &r.frames[k].who; w.entity < 0 && r.mentions(w, word) {
			return *w
		}
	}
	if r.class[n.head]&(role|speaks) == 0 {
		return nobody
	}
	if e := r.roles.of(word, n.first); e >= 0 && r.cast.Entities[e].Kind == annotations.Person {
		return said{entity: e, first: n.first, last: n.last, voice: annotations.OnRecord, score: 0.8}
	}
	return nobody
}

// mentions reports whether a word is among the first ones that name a speaker, and not all
// of them.
func (r *reader) mentions(w *said, word string) bool {
	const most = 6
	if w.last-w.first <= 2 {
		return false
	}
	for t := w.first; t < min(w.last, w.first+most); t++ {
		if strings.EqualFold(r.d.Word(t), word) {
			return true
		}
	}
	return false
}

// pronoun returns who a pronoun of the sentence s stands for: whom the cast says, or the
// first person of the sentence or of the one before, by sex.
func (r *reader) pronoun(s, i int) said {
	c := r.class[i]
	if c&firstPerson != 0 {
		return nobody
	}
	if m := r.mention(i); m != nil {
		return r.entity(m)
	}
	if c&(male|female) == 0 && r.quote[i] == 0 && (c&plural != 0 || r.is(i, "it")) {
		return r.group(s, c)
	}
	if c&(male|female) == 0 || r.quote[i] != 0 {
		return nobody
	}
	return r.nearest(s, i, c)
}

// group returns the speaker named last, where "it" or "they" can take it up.
func (r *reader) group(s int, c class) said {
	const back = 2
	w := r.last
	if !w.known() || w.last <= w.first || s-r.lastIn > back || w.voice == annotations.OnRecord {
		return nobody
	}
	several := r.plural(w.last-1) || w.entity < 0 && r.class[w.last-1]&office != 0 || w.voice == annotations.Unnamed
	if c&plural != 0 && !several || c&plural == 0 && w.voice != annotations.Official {
		return nobody
	}
	w.score = min(w.score, 0.7)
	return w
}

// nearest returns the first person of the sentence s before the token i, or of the
// sentences before it, who agrees with a pronoun.
func (r *reader) nearest(s, i int, c class) said {
	const back, far = 3, 12 // sentences outside quotations, and all of them
	seen := 0
	for k := s; k >= 0 && k > s-far && seen < back; k-- {
		a, b := r.sentence(k)
		if k == s {
			b = i
		}
		w, words := r.firstOf(a, b, c)
		if w.known() {
			w.score = 0.8 - 0.05*float32(seen)
			return w
		}
		if w := r.last; r.lastIn == k && r.takesUp(&w, c) {
			w.score = 0.7
			return w
		}
		if words > 0 && k < s {
			seen++
		}
	}
	if c&(male|female) != 0 && s > 0 && r.block(s-1, s) {
		return r.onlyPerson(s - 1)
	}
	return nobody
}

// takesUp reports whether a pronoun can stand for a speaker in words: "a young woman".
func (r *reader) takesUp(w *said, c class) bool {
	return w.known() && w.entity < 0 && r.class[w.last-1]&(office|paper) == 0 && r.sexed(w, c)
}

// onlyPerson returns the person of the sentence s if it names no other one: what the
// pronouns of an article tell of a sex is not certain.
func (r *reader) onlyPerson(s int) said {
	const most = 60
	w := nobody
	a, b := r.sentence(s)
	for k := max(a, b-most); k < b; k++ {
		m := r.mention(k)
		if m == nil || r.quote[k] != 0 || !r.person(m) || !m.Form.Names() {
			continue
		}
		if w.known() && w.entity != m.Entity {
			return nobody
		}
		w = r.entity(m)
	}
	w.score = min(w.score, 0.6)
	return w
}

// sexed reports whether words that name a speaker agree with a pronoun: "a young woman".
func (r *reader) sexed(w *said, c class) bool {
	const most = 5
	var all class
	for k := w.first; k < min(w.last, w.first+most); k++ {
		all |= r.class[k] & (male | female)
	}
	return all == 0 || c&(male|female) == 0 || all&c != 0
}

// firstOf returns the first person of the tokens [a, b) outside quotations who agrees with
// a pronoun, and the number of words that were looked at.
func (r *reader) firstOf(a, b int, c class) (w said, words int) {
	const most, steps = 60, 400
	w = nobody
	chain := false
	for k := max(a, b-steps); k < b && words < most; k++ {
		if r.quote[k] != 0 {
			continue
		}
		words++
		m := r.mention(k)
		if m == nil {
			if r.class[k]&c&(male|female) != 0 && k < b-1 {
				chain = true
			}
			continue
		}
		k = m.Last - 1
		if r.person(m) && m.Last <= b && agrees(&r.cast.Entities[m.Entity], c) && !unnamedEntity(r.cast.Entities[m.Entity].Name) {
			if m.Last < len(r.d.Tokens) && possessive(r.d.Word(m.Last)) && w.known() {
				continue
			}
			return r.entity(m), words
		}
	}
	if chain {
		words = 0 // it is still about the same person
	}
	return w, words
}

// agrees reports whether a person can be meant by a pronoun.
func agrees(e *found.Entity, c class) bool {
	if c&male != 0 {
		return e.Male || !e.Female
	}
	return c&female == 0 || e.Female || !e.Male
}

// variation returns the person or organisation named last that a phrase of "the" takes up
// by what it is: "the 19-year-old", "the company".
func (r *reader) variation(s int, n phrase) said {
	if !r.is(n.first, "the") || n.last-n.first > 7 || r.quote[n.first] != 0 {
		return nobody
	}
	c := r.class[n.head]
	switch {
	case c&trait != 0 && n.head-n.first <= 2, r.is(n.head, "old") && r.is(n.head-2, "year"):
		w := r.nearest(s, n.first, 0)
		w.score = min(w.score, 0.7)
		return w
	case c&office != 0 && n.last-n.first == 2:
		return r.nearestOffice(s, n)
	}
	return nobody
}

// nearestOffice returns the organisation named last before a phrase, in the sentence s or
// the two before it, if it is the only one there and can be called so: "the company" is
// any, "the court" one whose name or description says that it is a court.
func (r *reader) nearestOffice(s int, n phrase) said {
	const back, steps = 2, 200
	i, w := n.first, nobody
	a, _ := r.sentence(max(0, s-back))
	for k := i - 1; k >= max(a, i-steps); k-- {
		m := r.mention(k)
		if m == nil || r.quote[k] != 0 || r.cast.Entities[m.Entity].Kind != annotations.Organisation {
			continue
		}
		switch {
		case !w.known():
			w = r.entity(m)
			w.score = 0.7
		case w.entity != m.Entity:
			return nobody
		}
	}
	if word := r.d.Word(n.head); w.known() && !anyBody(word) && !r.calls(w.entity, word) {
		return nobody
	}
	return w
}

// anyBody reports whether a word can stand for an organisation whose name does not say
// what it is.
func anyBody(word string) bool {
	switch fold(word) {
	case "company", "firm", "group", "organization", "organisation", "agency", "airline", "operator", "regulator",
		"bank", "carrier", "manufacturer", "newspaper", "broadcaster", "publisher", "retailer", "developer",
		"charity", "campaign", "union", "party", "club", "team", "label", "studio", "brewery", "network", "watchdog":
		return true
	}
	return false
}

// calls reports whether a name of an entity, or what the article calls it, has a word.
func (r *reader) calls(entity int, word string) bool {
	x := &r.cast.Entities[entity]
	has := func(words string) bool {
		return slices.ContainsFunc(strings.Fields(words), func(w string) bool {
			return strings.EqualFold(strings.Trim(w, ".,"), word)
		})
	}
	return has(x.Name) || slices.ContainsFunc(x.Aliases, has) ||
		slices.ContainsFunc(x.Called, func(s annotations.Span) bool { return has(r.d.Text[s.Start:s.End]) })
}

// anonymity reports whether the sentence s tells near the token i that the speaker asked
// not to be named.
func (r *reader) anonymity(s, i int) annotations.Anonymity {
	const near = 60
	a, b := r.sentence(s)
	for k := max(a, i-near); k < min(b, i+near); k++ {
		if n := r.d.Tokens[k].End - r.d.Tokens[k].Start; n < 5 || n > 11 || r.d.Text[r.d.Tokens[k].Start] > 'n' {
			continue
		}
		switch {
		case r.oneOf(k, "anonymity", "anonymous", "anonymously"):
			return annotations.Asked
		case r.oneOf(k, "named", "identified") && r.is(k-1, "be") && r.is(k-2, "to") && r.is(k-3, "not"):
			return annotations.Asked
		case r.oneOf(k, "authorized", "authorised") && r.is(k-1, "not"):
			return annotations.Asked
		}
	}
	return annotations.Unsaid
}

// lastSign returns the last character of a text that is no quotation mark.
func lastSign(s string) rune {
	for s != "" {
		c, n := utf8.DecodeLastRuneInString(s)
		if c != '"' && c != '\'' && c != '”' && c != '’' && c != ' ' {
			return c
		}
		s = s[:len(s)-n]
	}
	return 0
}
