package says

import (
	"unicode"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
	"sidelight/annotations/annotator/links"
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
	start, ok := end-1, role(lower(w))
	if !ok && capital(w) { // "Secretary of State Marco Rubio"
		for start > r.first && end-start < 6 && (capital(r.word(start)) || r.word(start) == "and" || r.word(start) == "of") {
			if r.word(start) == "of" && role(lower(r.word(start-1))) && capital(r.word(start-1)) {
				start, ok = start-1, true
				break
			}
			start--
		}
	}
	if !ok || r.inPerson(k, start) {
		return end
	}
	start = r.widen(k, start)
	rank := rankTitle
	if end-start == 1 {
		rank = rankShort
	}
	r.call(m.Entity, r.d.Span(start, end), rank)
	r.describe(m, start, end)
	return start
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
		switch {
		case possessive(w) && prev >= 0 && r.c.Mentions[r.here[prev]].Last == start-1:
			return r.c.Mentions[r.here[prev]].First
		case start-1 == r.first && (w == "Then" || w == "First" || w == "Late" || w == "Special"):
			return start
		case modifies(lower(w)) || role(lower(w)) && capital(w):
			start--
		case capital(w) && start-1 > r.first && !calendar(w) && len(w) > 1:
			start--
		default:
			return start
		}
	}
	return start
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
	case "a", "an", "the", "his", "her", "its", "their", "one":
		at++
	default:
		p := r.possessor(first)
		switch {
		case p > 0:
			at = p
		case role(w):
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
		next := r.word(i + 1)
		if !bounds(next) {
			continue
		}
		if fits(kind, lower(r.word(i))) {
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
// bracket or the end of the sentence, or before a relative clause. It reports false where
// a verb may stand in it, for then the comma ends something else.
func (r *reader) tail(at int) (end int, ok bool) {
	for i := at; i < r.last && i < at+longest; i++ {
		w := r.word(i)
		switch w {
		case ",", ".", ";", ")", ":", "—", "–":
			return i, true
		case "who", "which", "that", "whose", "where", "when", "whom", "and", "or", "but":
			return i, i > at || w != "and" && w != "or" && w != "but"
		}
		if quoteSign(w) || finite(w) {
			return 0, false
		}
	}
	return r.last, r.last < at+longest
}

// copula notes what follows "is a" or "was the" behind a name.
func (r *reader) copula(k int) {
	m := &r.c.Mentions[r.here[k]]
	at := r.beside[k]
	if at == m.Last && r.word(at) == "(" { // "Carmen Cavallaro (1913–1989) was"
		for i := at; i < at+30 && i < r.last; i++ {
			if r.word(i) == ")" {
				at = i + 1
				break
			}
		}
	}
	switch r.word(at) {
	case "is", "was", "remains", "became":
	default:
		return
	}
	if !r.subject(r.title[k]) {
		return
	}
	switch r.word(at + 1) {
	case "a", "an", "the":
	default:
		return
	}
	head := r.head(m, at+2)
	if head < 0 {
		return
	}
	if end, ok := r.tail(head + 1); ok && end-at < longest && (end-at > 3 || r.word(at+1) != "the") {
		r.call(m.Entity, r.d.Span(at+1, end), rankIs)
	}
}

// subject reports whether what begins at a token can be the subject of a clause: nothing
// before it needs it as an object.
func (r *reader) subject(token int) bool {
	w := r.word(token - 1)
	if w == "the" || w == "The" {
		w = r.word(token - 2)
	}
	switch w {
	case "", ",", ";", ":", "that", "when", "while", "because", "but", "as", "where", "after", "before", "—", "–", ")", "since", "although", "though", "whether":
		return true
	}
	return false
}

// abbreviations reads "World Health Organization (WHO)" of every name before a bracket:
// the short form becomes an alias, and every place where it stands a mention.
func (r *reader) abbreviations() {
	short := map[string]int{} // the entity of a short form; -1 if it is of several
	for i := range r.c.Mentions {
		m := &r.c.Mentions[i]
		if !m.Form.Names() || m.Last+2 >= len(r.d.Tokens) || r.d.Word(m.Last) != "(" {
			continue
		}
		w := r.d.Word(m.Last + 1)
		if !shortForm(w) || r.d.Word(m.Last+2) != ")" {
			continue
		}
		start, ok := links.Abbreviates(w, r.d.Text[m.Start:m.End])
		if !ok || start > len("the ") {
			continue
		}
		e := m.Entity
		r.call(e, annotations.Span{Start: m.Start, End: int(r.d.Tokens[m.Last+2].End)}, rankAbbr)
		if was, ok := short[w]; ok && was != e {
			e = -1
		}
		short[w] = e
	}
	if len(short) > 0 {
		r.shortForms(short)
	}
}

// shortForms adds the mentions by a short form that no name is yet, and the aliases.
func (r *reader) shortForms(short map[string]int) {
	m := 0
	for i := range r.d.Tokens {
		for m < len(r.c.Mentions) && r.c.Mentions[m].Last <= i {
			m++
		}
		w := r.d.Word(i)
		if len(w) < 2 || len(w) > 10 || w[0] < 'A' || w[0] > 'Z' {
			continue
		}
		e, ok := short[w]
		if !ok || e < 0 {
			continue
		}
		r.alias(e, w)
		if m < len(r.c.Mentions) && r.c.Mentions[m].First <= i {
			continue
		}
		r.more = append(r.more, found.Mention{Span: r.d.Span(i, i+1), First: i, Last: i + 1, Entity: e, Form: annotations.Alias, Score: 0.9})
	}
}

func (r *reader) alias(e int, w string) {
	x := &r.c.Entities[e]
	if x.Name == w {
		return
	}
	for _, a := range x.Aliases {
		if a == w {
			return
		}
	}
	x.Aliases = append(x.Aliases, w)
}

// shortForm reports whether a word can be an abbreviation: two to ten characters, a
// letter first, mostly capitals.
func shortForm(w string) bool {
	c, _ := utf8.DecodeRuneInString(w)
	if len(w) < 2 || len(w) > 10 || !unicode.IsUpper(c) {
		return false
	}
	capitals, letters := 0, 0
	for _, c := range w {
		if unicode.IsLetter(c) {
			letters++
			if unicode.IsUpper(c) {
				capitals++
			}
		}
	}
	return 2*capitals > letters && capitals > 1
}
