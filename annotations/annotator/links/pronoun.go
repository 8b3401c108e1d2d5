package links

import (
	"cmp"
	"slices"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

// reader goes through the words of an article for what is no name.
type reader struct {
	*resolver
	c      *found.Cast
	called map[string]calling
	again  again
	firsts []int
	more   []found.Mention

	known, guess, learnt []sex // of each entity: from titles, from given names, from pronouns

	quotes   []spoken // in order of position
	open     []int    // the quotations around the current token, outer first
	next     int      // the quotation that opens next
	quote    int      // the root of the innermost around the current token, -1 outside
	at       int      // the name that is at or after the current token
	sentence int
	recent   []candidate // who was named last
}

// candidate is a person to whom a pronoun may refer.
type candidate struct {
	entity, sentence, quote, token int
	subject                        bool // first in the sentence, and no possessor
}

// nearest is how many of the persons named last are looked at.
const nearest = 12

// spoken is a quotation: its tokens, and the first of the quotations that it goes on.
type spoken struct{ first, last, root int }

// speech are the quotations that somebody speaks, in order of position.
func speech(all []found.Quotation) []spoken {
	out, root := make([]spoken, 0, len(all)), make([]int, len(all))
	for i, q := range all {
		root[i] = i
		if q.Goes >= 0 && q.Goes < i {
			root[i] = root[q.Goes]
		}
		if !q.Scare && q.First < q.Last {
			out = append(out, spoken{q.First, q.Last, root[i]})
		}
	}
	slices.SortStableFunc(out, func(a, b spoken) int {
		return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(b.last, a.last))
	})
	return out
}

// scan looks at every token once.
func (p *reader) scan() error {
	for s := range p.d.Sentences {
		if s%64 == 0 && p.ctx.Err() != nil {
			return p.ctx.Err()
		}
		p.sentence = s
		first, last := int(p.d.Sentences[s].First), int(p.d.Sentences[s].Last)
		for i := first; i < last; {
			p.enter(i)
			for p.at < len(p.c.Mentions) && p.c.Mentions[p.at].Last <= i {
				p.at++
			}
			if p.at < len(p.c.Mentions) && p.c.Mentions[p.at].First <= i {
				p.name(&p.c.Mentions[p.at])
				i = p.c.Mentions[p.at].Last
				continue
			}
			i += p.token(i, first, last)
		}
	}
	return nil
}

// token looks at a token that belongs to no name, and returns how many tokens it took.
func (p *reader) token(i, first, last int) int {
	w := p.d.Word(i)
	if isThe(w) {
		if n := p.description(i, last); n > 0 {
			return n
		}
	}
	if w[0] >= 'A' && w[0] <= 'Z' || w[0] >= 0x80 {
		if n := p.repeat(i, first, last); n > 0 {
			return n
		}
	}
	if x, object := pronoun(w); x != 0 {
		p.refer(i, last, x, object)
	}
	return 1
}

// enter keeps the innermost quotation around a token.
func (p *reader) enter(i int) {
	for p.next < len(p.quotes) && p.quotes[p.next].first <= i {
		p.open = append(p.open, p.next)
		p.next++
	}
	for n := len(p.open); n > 0 && p.quotes[p.open[n-1]].last <= i; n-- {
		p.open = p.open[:n-1]
	}
	p.quote = -1
	if n := len(p.open); n > 0 {
		p.quote = p.quotes[p.open[n-1]].root
	}
}

func (p *reader) name(m *found.Mention) {
	if p.c.Entities[m.Entity].Kind == annotations.Person {
		p.person(m.Entity, m.First, m.Last)
	}
}

// person notes that a person is spoken of at a token.
func (p *reader) person(e, token, last int) {
	subject := !p.owns(last) && p.acts(token)
	if len(p.recent) == nearest {
		copy(p.recent, p.recent[1:])
		p.recent = p.recent[:nearest-1]
	}
	p.recent = append(p.recent, candidate{e, p.sentence, p.quote, token, subject})
}

// pronoun returns the sex of a pronoun of the third person, and whether it can only be an
// object; 0 if the word is none.
func pronoun(w string) (s sex, object bool) {
	if len(w) < 2 || len(w) > 7 || w[0]|0x20 != 'h' && w[0]|0x20 != 's' {
		return 0, false
	}
	switch w {
	case "he", "He", "his", "His", "himself", "Himself":
		return male, false
	case "him", "Him":
		return male, true
	case "she", "She", "her", "Her", "hers", "Hers", "herself", "Herself":
		return female, false
	}
	return 0, false
}

// refer links a pronoun to the last person named in the same sentence or the one before
// it who can be meant.
func (p *reader) refer(i, last int, s sex, object bool) {
	if w := p.d.Word(i); len(w) == 3 && w[2] == 'r' && (i+1 == last || p.objectBefore(i+1)) {
		object = true
	}
	if m := p.ahead(i, last, s); m != nil {
		p.more = append(p.more, found.Mention{
			Span: p.d.Span(i, i+1), First: i, Last: i + 1, Entity: m.Entity, Form: annotations.Pronoun,
			Score: 0.5, Ground: m.Span, Unsettled: true,
		})
		return
	}
	pick, others := p.pick(i, s, object)
	if pick < 0 {
		return
	}
	x := p.recent[pick]
	p.more = append(p.more, found.Mention{
		Span: p.d.Span(i, i+1), First: i, Last: i + 1, Entity: x.entity, Form: annotations.Pronoun,
		Score: p.sure(&x, others), Ground: p.d.Span(x.token, x.token+1), Unsettled: true,
	})
	if !others {
		p.learnt[x.entity] |= s
		if p.known[x.entity] == 0 && p.guess[x.entity] == 0 {
			p.guess[x.entity] = s
		}
	}
	p.person(x.entity, i, i+1)
}

// pick is the index of the person to whom a pronoun goes, -1 if there is none, and
// whether others can be meant too.
func (p *reader) pick(i int, s sex, object bool) (pick int, others bool) {
	pick = -1
	w := p.d.Word(i)
	subject := len(w) == 2 || len(w) == 3 && w[2] == 'e' // "he", "she"
	for k := len(p.recent) - 1; k >= 0 && p.recent[k].sentence >= p.sentence-1; k-- {
		x := &p.recent[k]
		if x.quote != p.quote || !p.may(x, s) || object && x.sentence == p.sentence && !p.divided(x.token, i) {
			continue
		}
		switch {
		case pick < 0:
			pick = k
		case p.recent[pick].entity != x.entity:
			others = true
			if p.prefers(x, &p.recent[pick], subject) {
				pick = k
			}
		}
	}
	return pick, others
}

// may reports whether a person can be meant by a pronoun of a sex, as far as it is known.
func (p *reader) may(x *candidate, s sex) bool {
	if k := p.known[x.entity]; k != 0 {
		return k.agrees(s)
	}
	if x.sentence < p.sentence {
		a, b := &p.d.Sentences[x.sentence], &p.d.Sentences[p.sentence]
		if a.Kind != b.Kind {
			return false
		}
	}
	return p.guess[x.entity].agrees(s)
}

// prefers reports whether a pronoun goes to one person rather than to another who is named
// behind: to the subject of the sentence before, and where it is a subject itself to a
// subject rather than an object of the same sentence.
func (p *reader) prefers(x, to *candidate, subject bool) bool {
	if !x.subject || x.sentence != to.sentence {
		return false
	}
	return x.sentence < p.sentence || subject && !to.subject
}

// sure is how sure the link of a pronoun is.
func (p *reader) sure(x *candidate, others bool) float32 {
	score := float32(0.65)
	if others {
		score = 0.45
	}
	if x.sentence < p.sentence {
		score *= 0.9
	}
	if p.known[x.entity] == 0 && p.guess[x.entity] == 0 {
		score *= 0.9
	}
	return score
}

// objectBefore reports whether "her" before the word at a token is an object, as in "told
// her that", and not a possessor.
func (p *reader) objectBefore(i int) bool {
	w := p.d.Word(i)
	if c := w[0]; c < '0' && c != '"' && c != '\'' {
		return true
	}
	switch w {
	case "to", "that", "in", "on", "at", "by", "for", "from", "with", "and", "or", "but", "when", "if", "as", "after", "before", "the", "a", "an", "his", "about", "who", "not", "how", "what", "out", "up", "down", "into":
		return true
	}
	return false
}

// divided reports whether a clause ends between two tokens.
func (p *reader) divided(from, to int) bool {
	for k := from + 1; k < to && k < from+40; k++ {
		switch p.d.Word(k) {
		case ",", ";", ":", "(", ")", "–", "—", "that", "who", "whom", "which", "when", "while", "because", "after", "before",
			"although", "though", "if", "as", "since", "and", "but", "or", "said", "says":
			return true
		}
	}
	return to-from >= 40
}
