package links

import (
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

// ahead returns the person named behind the lead of a sentence in which a pronoun stands:
// "In her list, Ada Lopez named"; nil if there is none.
func (p *reader) ahead(i, last int, s sex) *found.Mention {
	if !p.inLead(i) {
		return nil
	}
	comma := i + 1
	for comma < last && comma < i+20 && p.d.Word(comma) != "," {
		comma++
	}
	for k := p.at; k < len(p.c.Mentions) && p.c.Mentions[k].First <= comma+4; k++ {
		m := &p.c.Mentions[k]
		person := p.c.Entities[m.Entity].Kind == annotations.Person
		if m.First < comma && !person {
			continue
		}
		x := candidate{entity: m.Entity, sentence: p.sentence}
		if m.First < comma || !person || p.owns(m.Last) || !p.may(&x, s) {
			return nil
		}
		return m
	}
	return nil
}

// inLead reports whether a token stands in the lead of its sentence, and nobody is named
// before it there.
func (p *reader) inLead(i int) bool {
	first := int(p.d.Sentences[p.sentence].First)
	if i == first || i > first+12 || !leading(p.small(p.d.Word(first))) {
		return false
	}
	return len(p.recent) == 0 || p.recent[len(p.recent)-1].sentence != p.sentence
}

// owns reports whether a possessive end stands at a token.
func (p *reader) owns(token int) bool {
	w := p.near(token)
	return w == "'s" || w == "’s"
}

// leading reports whether a folded word begins a phrase that leads to the subject.
func leading(w string) bool {
	switch w {
	case "in", "at", "during", "with", "without", "after", "before", "like", "unlike", "as", "for", "on", "despite", "following", "from", "by", "since", "while", "when", "until", "throughout",
		"under", "upon", "through", "along", "because", "although", "though", "once", "besides", "according", "to", "among", "if", "of":
		return true
	}
	return strings.HasSuffix(w, "ing")
}

// acts reports whether a name at a token can be the subject of its clause: it stands
// behind no preposition and no verb.
func (p *reader) acts(token int) bool {
	first := int(p.d.Sentences[p.sentence].First)
	k := token - 1
	for k >= first && k > token-6 {
		w := p.small(p.d.Word(k))
		if _, ok := rank(w); !ok && w != "." && !isThe(p.d.Word(k)) {
			break
		}
		k--
	}
	if k < first {
		return true
	}
	w := p.d.Word(k)
	if c := w[0]; c < 'a' || c > 'z' {
		return true
	}
	switch w {
	case "and", "but", "that", "when", "while", "as", "because", "where", "then", "if", "although", "though", "since", "after", "before", "until", "which", "whom", "so", "or", "whether", "once", "what", "how", "why", "than":
		return true
	}
	return strings.HasSuffix(w, "ly")
}
