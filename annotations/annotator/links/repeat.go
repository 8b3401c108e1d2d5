package links

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

// wording is a name of an entity, as words of the text.
type wording struct {
	words  []string
	entity int  // -1 if several have it
	tail   bool // the end of an organisation's name, which stands behind "the"
}

// again adds the places where a name that the article has elsewhere stands once more but
// was not found as one, and the ends of the names of organisations: "the Port Authority".
type again map[string][]wording // by the first word

// wordings collects the names of the cast.
func (p *reader) wordings() {
	p.again = again{}
	seen := make(map[string]int, len(p.c.Entities)) // an entity that has the wording
	for i := range p.c.Mentions {
		m := &p.c.Mentions[i]
		s := p.d.Text[m.Start:m.End]
		if e, ok := seen[s]; m.Last-m.First > maxWords || ok && e == m.Entity {
			continue
		}
		seen[s] = m.Entity
		words := make([]string, 0, m.Last-m.First)
		for k := m.First; k < m.Last; k++ {
			words = append(words, p.d.Word(k))
		}
		if _, short := honorific(p.small(words[0])); short && len(words) > 1 {
			continue
		}
		if _, people := p.lists.people[p.small(words[0])]; people && len(words) == 1 {
			continue // perhaps a language there
		}
		p.again.add(words, m.Entity, false)
		if strings.EqualFold(s, p.c.Entities[m.Entity].Name) {
			p.ends(words, m.Entity)
		}
	}
}

// ends collects the ends of a name that may stand for it: the last two words of an
// organisation's, a person's surname.
func (p *reader) ends(words []string, e int) {
	n := len(words)
	switch p.c.Entities[e].Kind {
	case annotations.Organisation:
		for k := max(1, n-2); k < n; k++ {
			p.again.add(words[k:], e, true)
		}
	case annotations.Person:
		switch {
		case n < 2 || generation(p.small(words[n-1])):
		case n > 2 && particle(words[n-2]):
			p.again.add(words[n-2:], e, false)
		case len(words[n-1]) > 3:
			p.again.add(words[n-1:], e, false)
		}
	}
}

// particle reports whether a word in capitals before a surname belongs to it.
func particle(w string) bool {
	switch w {
	case "Le", "La", "De", "Di", "Da", "Del", "Van", "Von", "Al", "El", "Bin", "Ben", "St", "Mac", "Mc", "Dos":
		return true
	}
	return false
}

func (a again) add(words []string, e int, tail bool) {
	if c, _ := utf8.DecodeRuneInString(words[0]); !unicode.IsUpper(c) {
		return
	}
	all := a[words[0]]
	for i := range all {
		if equal(all[i].words, words) {
			if all[i].entity != e && all[i].tail == tail {
				all[i].entity = -1
			} else if all[i].tail && !tail {
				all[i].tail, all[i].entity = false, e
			}
			return
		}
	}
	if len(all) < most {
		a[words[0]] = append(all, wording{words, e, tail})
	}
}

func equal(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// repeat adds the mention of a name that stands at a token, and returns how many tokens it
// has, 0 if there is none.
func (p *reader) repeat(i, first, last int) int {
	if p.d.Sentences[p.sentence].Capitals {
		return 0
	}
	w := p.wordingAt(i, last)
	if w == nil || w.entity < 0 {
		return 0
	}
	n := len(w.words)
	if !p.apart(i, i+n, first, last) || w.tail && !isThe(p.near(i-1)) || n == 1 && i == first && !(i+1 < last && p.follows(i+1)) {
		return 0
	}
	e := &p.c.Entities[w.entity]
	m := found.Mention{Span: p.d.Span(i, i+n), First: i, Last: i + n, Entity: w.entity, Form: annotations.Alias, Score: 0.65}
	if s := p.d.Text[m.Start:m.End]; strings.EqualFold(s, e.Name) {
		m.Form = annotations.Name
	} else if w.tail {
		p.alias(e, s)
	}
	p.more = append(p.more, m)
	if e.Kind == annotations.Person {
		p.person(w.entity, i, i+n)
	}
	return n
}

// wordingAt returns the longest name that stands at a token.
func (p *reader) wordingAt(i, last int) *wording {
	var best *wording
	all := p.again[p.d.Word(i)]
	for k := range all {
		if w := &all[k]; (best == nil || len(w.words) > len(best.words)) && p.matches(w, i, last) {
			best = w
		}
	}
	return best
}

// matches reports whether a wording stands at a token, free of other names.
func (p *reader) matches(w *wording, i, last int) bool {
	n := len(w.words)
	if i+n > last || p.at < len(p.c.Mentions) && p.c.Mentions[p.at].First < i+n {
		return false
	}
	for k, x := range w.words {
		if p.d.Word(i+k) != x {
			return false
		}
	}
	return true
}

// apart reports whether the words beside some tokens belong to no longer name.
func (p *reader) apart(from, to, first, last int) bool {
	if from > first {
		switch w := p.d.Word(from - 1); {
		case w == "-" || w == "&" || w == "’" || w == "'":
			return false
		case from-1 > first && upper(w) && !isThe(w):
			return false
		}
	}
	if to < last {
		w := p.d.Word(to)
		return w != "-" && w != "&" && !upper(w) && (w[0] < '0' || w[0] > '9')
	}
	return true
}

func upper(w string) bool {
	c, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(c)
}

func (p *reader) alias(e *found.Entity, s string) {
	for _, a := range e.Aliases {
		if a == s {
			return
		}
	}
	if len(e.Aliases) < maxAliases {
		e.Aliases = append(e.Aliases, strings.Clone(s))
	}
}
