package quotes

import (
	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

// describe returns who a phrase of the sentence s names.
func (r *reader) describe(s int, n phrase) said {
	if n.last <= n.first || n.last > len(r.d.Tokens) {
		return nobody
	}
	if n.head == n.first && r.class[n.head]&pronoun != 0 {
		return r.pronoun(s, n.head)
	}
	if n.named {
		m := r.mention(n.head)
		if m.First-1 > n.first && r.class[m.First-1]&conjunction != 0 {
			return said{entity: -1, first: n.first, last: n.last, voice: r.entity(m).voice, score: 0.8} // Smith and Jones
		}
		return r.entity(m)
	}
	if w := r.publisher(n); w.known() {
		return w
	}
	if w := r.again(n); w.known() {
		return w
	}
	if w := r.variation(s, n); w.known() {
		return w
	}
	return r.inWords(s, n)
}

// inWords returns the speaker whom a phrase names that names no entity.
func (r *reader) inWords(s int, n phrase) said {
	w := said{entity: -1, first: n.first, last: n.last, score: 0.8}
	switch c := r.class[n.head]; {
	case c&(speaks|office|paper) != 0:
		w.voice = annotations.Official
	case c&nameless != 0:
		w.voice = annotations.Unnamed
	case c&seat != 0 && r.holds(n):
		w.voice, w.score = annotations.OnRecord, 0.7
	case c&role != 0:
		w.voice, w.score = annotations.Unnamed, 0.7
	case c&(verb|aux|preposition|subordinate|conjunction|adverb|determiner|negation) != 0:
		return nobody
	case r.capital(n.head) && (n.head > n.first || c == 0 && !r.begins(s, n.head)):
		w.voice, w.score = annotations.OnRecord, 0.6
		w.first, w.last = r.properName(n), n.head+1
	case r.class[n.first]&determiner != 0 || r.plural(n.head):
		w.voice, w.score = annotations.Unnamed, 0.55
	default:
		return nobody
	}
	return w
}

// holds reports whether a phrase says with "the" or an owner who holds a seat: everybody
// can tell who "the mayor" is, and nobody who "a judge" is.
func (r *reader) holds(n phrase) bool {
	return r.oneOf(n.first, "the", "its", "his", "her", "their", "our") || n.head-1 > n.first && possessive(r.d.Word(n.head-1))
}

// properName returns the first token of the words with capitals that end with the head of a
// phrase: of "fund manager Michael MacPhee of London", that of "Michael".
func (r *reader) properName(n phrase) int {
	k := n.head
	for k > n.first && (r.capital(k-1) && r.class[k-1]&determiner == 0 || r.sign(k-1) == '.' || r.dash(k-1) || r.sign(k-1) == '-') {
		k--
	}
	return k
}

// begins reports whether a sentence begins with the token i, so that its capital says
// nothing.
func (r *reader) begins(s, i int) bool {
	a, _ := r.sentence(s)
	return i == a || i == a+1 && r.sign(a) == '"'
}

// plural reports whether a word looks like a noun in the plural.
func (r *reader) plural(i int) bool {
	w := r.d.Word(i)
	return len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != 's'
}

// entity returns the speaker that a mention names.
func (r *reader) entity(m *found.Mention) said {
	e := &r.cast.Entities[m.Entity]
	w := said{entity: m.Entity, first: m.First, last: m.Last, voice: annotations.Official, score: 0.95}
	if m.Unsettled {
		w.score = 0.75
	}
	switch e.Kind {
	case annotations.Person:
		w.voice = annotations.OnRecord
		if unnamedEntity(e.Name) {
			w.voice = annotations.Unnamed
		}
	case annotations.Event:
		return nobody
	default:
		if unnamedEntity(e.Name) {
			w.voice = annotations.Unnamed
		}
	}
	return w
}

// unnamedEntity reports whether the last word of an entity's name says that it has none: "a
// Hamas official".
func unnamedEntity(name string) bool {
	i := len(name)
	for i > 0 && name[i-1] != ' ' {
		i--
	}
	if i == len(name) || name[i] < 'a' || name[i] > 'z' {
		return false
	}
	return classOf(table(), name[i:])&nameless != 0
}

// publisher returns who made a paper: "a statement from the ministry".
func (r *reader) publisher(n phrase) said {
	if r.class[n.head]&paper == 0 {
		return nobody
	}
	if r.is(n.head+1, "from") || r.is(n.head+1, "by") || r.is(n.head+1, "of") {
		for k := n.head + 2; k < min(n.last, n.head+5); k++ {
			if m := r.mention(k); m != nil && !(m.Last < n.last && possessive(r.d.Word(m.Last))) {
				return r.entity(m)
			}
		}
	}
	if m := r.mention(n.first); m != nil && m.Last < n.head && possessive(r.d.Word(m.Last)) && m.Last+1 == n.head {
		return r.entity(m) // the ministry's statement
	}
	return nobody
}
