package says

import (
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

// Ranks of what an article calls somebody, the best first.
const (
	rankBeside = 5 // "Adam Boehler, Trump's nominee to handle hostage affairs,"
	rankTitle  = 4 // "White House Press Secretary Karoline Leavitt"
	rankIs     = 3 // "Caloi is a manufacturer of bicycles"
	rankShort  = 2 // a title of one word
	rankAbbr   = 1 // "World Health Organization (WHO)"
)

// longest is how many tokens a description has at most.
const longest = 24

// titleOf notes the title before a person's name and returns its first token, that of
// the name if there is none.
func (r *reader) titleOf(k int) int {
	m := &r.c.Mentions[r.here[k]]
	end := m.First
	w := r.word(end - 1)
	if w == "" {
		return end
	}
	if w == "," {
		r.ahead(k, end-1)
		return end
	}
	start, ok := end-1, role(lower(w))
	if !ok && capital(w) {
		start, ok = r.officeOf(start)
	}
	if !ok || r.inPerson(k, start) {
		return end
	}
	start = r.widen(k, start)
	if start == end-1 && !capital(w) {
		start = r.compound(start)
	}
	rank := rankTitle
	if end-start == 1 {
		if vague(r.word(start)) {
			return start
		}
		rank = rankShort
	}
	r.call(m.Entity, r.d.Span(start, end), rank)
	r.describe(m, start, end)
	for p := k - 1; p >= 0 && r.c.Mentions[r.here[p]].First >= start; p-- {
		if o := &r.c.Mentions[r.here[p]]; o.First == start {
			r.owned(m, o, end)
		}
	}
	return start
}

// ahead notes what stands before a name and a comma, and belongs to somebody: "Norcem's
// spokesman, Erik Haugen, said".
func (r *reader) ahead(k, comma int) {
	m := &r.c.Mentions[r.here[k]]
	if w := r.word(m.Last); w != "," && w != "." && w != "" {
		return
	}
	if w := lower(r.word(comma - 1)); !role(w) && !kin(w) {
		return
	}
	for i := comma - 2; i >= r.first && i > comma-6; i-- {
		w := r.word(i)
		if possessive(w) {
			if o := r.owner(k, i); o != nil {
				r.call(m.Entity, r.d.Span(o.First, comma), rankBeside)
				r.describe(m, o.First, comma)
				r.owned(m, o, comma)
			} else if article(r.word(i - 2)) {
				r.plainly(m, i+1, comma)
			}
			return
		}
		if article(w) {
			r.plainly(m, i+1, comma)
			return
		}
		if !modifies(w) && !role(w) {
			return
		}
	}
}

// plainly notes a role before a name and a comma that belongs to nobody who is named: "the
// company's chief executive, Robert Sinclair," and "a librarian, Grace Oyelaran,".
func (r *reader) plainly(m *found.Mention, first, comma int) {
	if first < comma && !vague(lower(r.word(comma-1))) {
		r.call(m.Entity, r.d.Span(first, comma), rankTitle)
	}
}

// article reports whether a word stands before a noun that is nobody's name.
func article(w string) bool {
	switch w {
	case "a", "an", "the", "its", "his", "her", "their", "A", "An", "The", "Its", "His", "Her", "Their":
		return true
	}
	return false
}

// owner returns the name before the name k that ends at a token, and is of another entity;
// nil if there is none.
func (r *reader) owner(k, end int) *found.Mention {
	for p := k - 1; p >= 0; p-- {
		o := &r.c.Mentions[r.here[p]]
		if o.Last == end && o.Entity != r.c.Mentions[r.here[k]].Entity {
			return o
		}
		if o.Last < end {
			break
		}
	}
	return nil
}

// owned notes as a relation what somebody is of another: "Norcem's spokesman".
func (r *reader) owned(m, of *found.Mention, end int) {
	if from := of.Last + 1; !r.question && from < end && possessive(r.word(of.Last)) && of.Entity != m.Entity {
		r.relate(m, of, from, end, 0.85)
	}
}

// officeOf returns where a title with "of" begins that ends at a token: "Secretary of
// State Marco Rubio".
func (r *reader) officeOf(at int) (start int, ok bool) {
	for i := at; i > r.first && at-i < 6; i-- {
		w, before := r.word(i), r.word(i-1)
		if w == "of" && role(lower(before)) && capital(before) {
			return i - 1, true
		}
		if !capital(w) && w != "and" && w != "of" {
			break
		}
	}
	return at, false
}

// inPerson reports whether a token belongs to the name of the person before.
func (r *reader) inPerson(k, token int) bool {
	if k == 0 {
		return false
	}
	m := &r.c.Mentions[r.here[k-1]]
	return m.Last > token && r.c.Entities[m.Entity].Kind == annotations.Person
}

// widen returns where a title begins of which a token belongs to it: before it may stand
// names of places and organisations, words in capitals, and words that change a title.
func (r *reader) widen(k, start int) int {
	prev := k - 1
	for start > r.first {
		for prev >= 0 && r.c.Mentions[r.here[prev]].First >= start {
			prev--
		}
		w := r.word(start - 1)
		if prev >= 0 && r.c.Mentions[r.here[prev]].Last == start {
			m := &r.c.Mentions[r.here[prev]]
			if r.c.Entities[m.Entity].Kind == annotations.Person {
				return start
			}
			start = m.First
			continue
		}
		if possessive(w) && prev >= 0 && r.c.Mentions[r.here[prev]].Last == start-1 {
			return r.c.Mentions[r.here[prev]].First
		}
		n := r.titleWord(start, w)
		if n == 0 {
			return start
		}
		start -= n
	}
	return start
}

// compound returns where a title of small letters begins that ends at a token, with up to
// three words before it if these begin with a determiner, a preposition or the sentence:
// "the shadow transport secretary".
func (r *reader) compound(at int) int {
	for i := at - 1; i >= r.first && i >= at-4; i-- {
		w := r.word(i)
		if determines(lower(w)) {
			return i + 1
		}
		if c := w[0]; i == r.first && capital(w) && !leads(lower(w)) && len(w) > 2 {
			return i
		} else if c < 'a' || c > 'z' || len(w) < 3 || finite(w) {
			break
		}
	}
	return at
}

// titleWord is how many tokens before a title belong to it, of which w is the last.
func (r *reader) titleWord(start int, w string) int {
	begins := start-1 == r.first
	switch {
	case begins && (w == "Then" || w == "First" || w == "Late" || w == "Special"):
		return 0
	case w == "-" && r.hyphen(start-1):
		return 2
	case modifies(lower(w)) || role(lower(w)) && capital(w):
		return 1
	case capital(w) && !begins && !calendar(w) && len(w) > 1:
		return 1
	}
	return 0
}

// hyphen reports whether the sign at a token joins the words on both sides of it.
func (r *reader) hyphen(i int) bool {
	return i > r.first && r.d.Tokens[i-1].End == r.d.Tokens[i].Start && r.d.Tokens[i].End == r.d.Tokens[i+1].Start
}

// describe adds a description to the mentions.
func (r *reader) describe(m *found.Mention, first, last int) {
	r.more = append(r.more, found.Mention{
		Span: r.d.Span(first, last), First: first, Last: last, Entity: m.Entity,
		Form: annotations.Description, Score: 0.8, Ground: m.Span,
	})
}

// apposition notes what stands between commas behind a name, and returns the token behind
// it, the one behind the name if there is none.
func (r *reader) apposition(k int) int {
	m := &r.c.Mentions[r.here[k]]
	at := m.Last
	if open := r.word(at); open != "," && open != "(" || r.led(m.First) {
		return m.Last
	}
	at++
	if r.age(at) {
		at += 2
	}
	first := at
	end, ok := r.described(m, first)
	if !ok {
		return m.Last
	}
	r.call(m.Entity, r.d.Span(first, end), rankBeside)
	r.describe(m, first, end)
	if n := k + 1; n < len(r.here) && r.c.Mentions[r.here[n]].First == first {
		r.owned(m, &r.c.Mentions[r.here[n]], end)
	}
	return end + 1
}

// age reports whether an age and a comma stand at a token: "Ada Lopez, 34, a teacher".
func (r *reader) age(i int) bool {
	w := r.word(i)
	return len(w) > 0 && len(w) < 4 && w[0] >= '1' && w[0] <= '9' && r.word(i+1) == ","
}

// led reports whether the sentence leads to a name with a preposition and nothing that
// ends it, so that a comma behind the name ends the lead: "In Gaza, the president said".
func (r *reader) led(token int) bool {
	if !leads(lower(r.word(r.first))) {
		return false
	}
	for i := r.first; i < token; i++ {
		if r.word(i) == "," {
			return false
		}
	}
	return true
}

// described returns where a description of an entity ends that begins at a token: with a
// determiner, a possessor or a role, then a noun that fits the kind, then what belongs to
// it, up to a sign. It reports false if there is none.
func (r *reader) described(m *found.Mention, first int) (end int, ok bool) {
	at, bare := first, false
	switch w := r.word(first); w {
	case "a", "an", "the", "one":
		at++
	default:
		p := r.possessor(first)
		switch {
		case p > 0:
			at = p
		case role(lower(w)):
			bare = true
		default:
			return 0, false
		}
	}
	head := r.head(m, at)
	if head < 0 || bare && (r.word(head+1) != "of" && r.word(head+1) != "for" && r.word(head+1) != "at") {
		return 0, false
	}
	end, ok = r.tail(head + 1)
	if !ok || end > first+longest || end-first < 3 && r.word(first) == "the" {
		return 0, false
	}
	return end, true
}

// possessor returns the token behind "Trump's" at a token; 0 if none stands there.
func (r *reader) possessor(first int) int {
	for i := first; i < first+5 && i < r.last; i++ {
		if possessive(r.word(i)) {
			return i + 1
		}
		if !capital(r.word(i)) && r.word(i) != "of" {
			return 0
		}
	}
	return 0
}

// head returns the token of the noun of a description whose words begin at a token, -1 if
// it is none that fits the kind of the entity.
func (r *reader) head(m *found.Mention, at int) int {
	kind := r.c.Entities[m.Entity].Kind
	for i := at; i < at+8 && i < r.last; i++ {
		w, next := r.word(i), r.word(i+1)
		if w == "the" || w == "a" || w == "an" || finite(w) {
			return -1
		}
		if !bounds(next) {
			continue
		}
		if fits(kind, lower(w)) && (kind == annotations.Person || !capital(w)) {
			return i
		}
		if next != "," && next != "and" && next != "or" { // adjectives go on: "a small, private company"
			return -1
		}
	}
	return -1
}

// fits reports whether a noun can say what an entity of a kind is.
func fits(kind annotations.Kind, noun string) bool {
	switch kind {
	case annotations.Person:
		return role(noun) || kin(noun)
	case annotations.Organisation:
		return body(noun)
	case annotations.Place:
		return site(noun)
	}
	return false
}

// bounds reports whether a word ends the first part of a description, behind its noun.
func bounds(w string) bool {
	switch w {
	case "", ",", ".", ";", ")", ":", "of", "for", "to", "at", "in", "on", "from", "who", "which", "that", "with", "and", "or", "by", "based",
		"whose", "where", "known", "born", "under", "against", "between", "behind", "near", "since", "among", "during", "as", "about", "whom", "when", "owned", "run", "led", "founded", "called", "named":
		return true
	}
	return false
}

// tail returns where a description ends whose noun stands before a token: at a comma, a
// bracket or the end of the sentence, before a relative clause, or before an "and" that
// another clause follows. It reports false where a verb may stand in it, for then the
// comma ends something else.
func (r *reader) tail(at int) (end int, ok bool) {
	and := 0
	for i := at; i < r.last && i < at+longest; i++ {
		w := r.word(i)
		switch w {
		case ",", ".", ";", ")", "(", ":", "—", "–", "who", "which", "that", "whose", "where", "when", "whom", "but":
			return r.whole(at, i), true
		case "and", "or":
			if and == 0 && r.word(i-1) != "between" {
				and = i
			}
			continue
		}
		if finite(w) || and == i-1 && strings.HasSuffix(w, "ed") {
			return r.whole(at, and), and > 0
		}
		if quoteSign(w) {
			return 0, false
		}
	}
	return r.last, r.last < at+longest
}

// whole returns the end of a description without the prepositions that were left over.
func (r *reader) whole(at, end int) int {
	for end > at && (leads(r.word(end-1)) || r.word(end-1) == "the") {
		end--
	}
	return end
}
