package links

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

// calling is a word by which the article calls an entity: "president" of Donald Trump.
type calling struct {
	entity int // -1 if several are called so
	from   int // the token from which on
}

// describe adds the descriptions and pronouns to the mentions.
func (r *resolver) describe(c *found.Cast, index []int, quotations []found.Quotation) error {
	p := &reader{resolver: r, c: c, called: map[string]calling{}, quotes: speech(quotations), quote: -1}
	p.known, p.guess = make([]sex, len(c.Entities)), make([]sex, len(c.Entities))
	p.learnt = make([]sex, len(c.Entities))
	for g, e := range index {
		if e >= 0 {
			p.known[e], p.guess[e] = r.groups[g].sex, r.groups[g].given
		}
	}
	p.callings()
	p.wordings()
	if err := p.scan(); err != nil {
		return err
	}
	for e := range c.Entities {
		if s := p.known[e] | p.learnt[e]; c.Entities[e].Kind == annotations.Person {
			c.Entities[e].Female, c.Entities[e].Male = s == female, s == male
		}
	}
	c.Mentions = append(c.Mentions, p.more...)
	slices.SortStableFunc(c.Mentions, func(a, b found.Mention) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	c.Mentions = slices.CompactFunc(c.Mentions, func(a, b found.Mention) bool { return a.Span == b.Span })
	return nil
}

// callings finds by what words the article calls its entities: a title before a name, a
// noun beside it ("Hamas, the group that"), the last word of an organisation's name.
func (p *reader) callings() {
	for i := range p.c.Mentions {
		m := &p.c.Mentions[i]
		if !m.Form.Names() {
			continue
		}
		if p.c.Entities[m.Entity].Kind == annotations.Person {
			p.title(m)
		}
		p.beside(m, i+1)
	}
	for e := range p.c.Entities {
		x := &p.c.Entities[e]
		if x.Kind != annotations.Organisation {
			continue
		}
		if k := strings.LastIndexByte(x.Name, ' '); k > 0 {
			if w := strings.ToLower(x.Name[k+1:]); nounOf(w) == annotations.Organisation {
				p.call(w, e, p.firstOf(e))
			}
		}
	}
}

// firstOf is the token behind the first mention of an entity.
func (p *reader) firstOf(e int) int {
	if p.firsts == nil {
		p.firsts = make([]int, len(p.c.Entities))
		for i := len(p.c.Mentions) - 1; i >= 0; i-- {
			p.firsts[p.c.Mentions[i].Entity] = p.c.Mentions[i].Last
		}
	}
	return p.firsts[e]
}

// call notes that the article calls an entity by a word.
func (p *reader) call(w string, e, token int) {
	was, ok := p.called[w]
	switch {
	case !ok:
		p.called[strings.Clone(w)] = calling{e, token}
	case was.entity != e:
		p.called[w] = calling{-1, token}
	default:
		p.called[w] = calling{e, min(was.from, token)}
	}
}

// title notes the title before the name of a person: "President Donald Trump". A title
// that is changed by the word before it, as in "former President", is none.
func (p *reader) title(m *found.Mention) {
	k := m.First - 1
	if k < 0 || p.d.SentenceOf(k) != p.d.SentenceOf(m.First) {
		return
	}
	w := p.small(p.d.Word(k))
	if nounOf(w) != annotations.Person {
		return
	}
	e := m.Entity
	if k > 0 {
		switch before := p.small(p.d.Word(k - 1)); {
		case double(before, w):
			p.call(before+" "+w, e, m.Last)
			return
		case changed(before):
			e = -1
		}
	}
	p.call(w, e, m.Last)
}

// double reports whether two words are one title, other than its last word alone.
func double(first, second string) bool {
	switch second {
	case "minister":
		switch first {
		case "prime", "foreign", "defence", "defense", "finance", "interior", "health", "justice", "first":
			return true
		}
	case "general":
		return first == "attorney" || first == "secretary" || first == "director"
	case "president":
		return first == "vice"
	case "secretary":
		return first == "press" || first == "foreign" || first == "home"
	}
	return false
}

// changed reports whether a word before a title makes another of it.
func changed(w string) bool {
	switch w {
	case "former", "ex", "vice", "deputy", "acting", "late", "then", "assistant", "-", "elect", "future", "incoming", "outgoing", "associate", "co":
		return true
	}
	return false
}

// beside notes the noun of an apposition: "Hamas, the group that", "Acme is a company".
// The mention after it has the index next.
func (p *reader) beside(m *found.Mention, next int) {
	last := int(p.d.Sentences[p.d.SentenceOf(m.First)].Last)
	k := m.Last
	if k+2 >= last {
		return
	}
	if !opensNoun(p.d.Word(k), p.d.Word(k+1)) {
		return
	}
	for n := k + 2; n < last && n < k+7; n++ {
		w := p.d.Word(n)
		if w == "," || w == "." || w == "of" || w == "and" {
			return
		}
		if kind := nounOf(w); kind != 0 && n+1 < last && ends(p.d.Word(n+1)) {
			free := next == len(p.c.Mentions) || p.c.Mentions[next].First > n
			if free && kind == p.c.Entities[m.Entity].Kind {
				p.call(w, m.Entity, n)
				p.apposed(m, k+1, n+1)
			}
			return
		}
	}
}

// opensNoun reports whether two words behind a name begin what is said of it.
func opensNoun(first, second string) bool {
	switch first {
	case ",", "(", "is", "was":
		return second == "a" || second == "an" || second == "the"
	}
	return false
}

// apposed adds the mention "the group" of "Hamas, the group that".
func (p *reader) apposed(m *found.Mention, first, last int) {
	if last == first+2 && isThe(p.d.Word(first)) && p.d.Word(m.Last) == "," {
		p.more = append(p.more, found.Mention{
			Span: p.d.Span(first, last), First: first, Last: last, Entity: m.Entity,
			Form: annotations.Description, Score: 0.75, Ground: m.Span,
		})
	}
}

// ends reports whether a word may follow the noun of an apposition.
func ends(w string) bool {
	switch w {
	case ",", ".", ")", ";", "that", "which", "who", "of", "in", "for", "at", "on", "from", "based", "and", "where":
		return true
	}
	return false
}

// small returns a word of letters a to z in small letters, without a copy where it is so
// already; "" for a longer word than any that is asked for.
func (p *reader) small(w string) string {
	if len(w) > 14 {
		return ""
	}
	if w[0] < 'A' || w[0] > 'Z' {
		return w
	}
	return p.words[p.word(w)]
}

// description adds the mention "the president" at a token "the", and returns how many
// tokens it has, 0 if there is none.
func (p *reader) description(i, last int) int {
	if i+1 >= last || p.at < len(p.c.Mentions) && p.c.Mentions[p.at].First <= i+2 {
		return 0
	}
	w, n := p.d.Word(i+1), 2
	if w[0] < 'A' || w[0] > 'z' {
		return 0
	}
	w = p.small(w)
	if i+2 < last {
		if second := p.small(p.d.Word(i + 2)); double(w, second) {
			w, n = w+" "+second, 3
		}
	}
	called, ok := p.called[w]
	if !ok || called.entity < 0 || called.from > i+1 || i+n < last && !p.follows(i+n) {
		return 0
	}
	p.more = append(p.more, found.Mention{
		Span: p.d.Span(i, i+n), First: i, Last: i + n, Entity: called.entity,
		Form: annotations.Description, Score: 0.7, Ground: p.groundOf(called.from),
	})
	if p.c.Entities[called.entity].Kind == annotations.Person {
		p.person(called.entity, i, i+n)
	}
	return n
}

// groundOf is the word before a token, where an entity was called so.
func (p *reader) groundOf(token int) annotations.Span {
	if token <= 0 || token > len(p.d.Tokens) {
		return annotations.Span{}
	}
	return p.d.Span(token-1, token)
}

// follows reports whether the word at a token can follow a description that is complete:
// no noun that it would belong to, no "of" that would make another of it.
func (p *reader) follows(i int) bool {
	w := p.d.Word(i)
	switch w {
	case "has", "had", "have", "is", "was", "were", "are", "be", "been", "will", "would", "could", "can", "may", "might", "must",
		"should", "did", "does", "do", "said", "says", "told", "and", "or", "but", "to", "in", "on", "at", "from", "with", "by",
		"after", "before", "since", "until", "during", "when", "while", "because", "as", "also", "never", "not", "then", "later",
		"now", "still", "he", "she", "it", "they", "if", "itself", "himself", "herself", "began", "became", "came", "gave", "got", "held", "kept", "left",
		"lost", "made", "met", "paid", "ran", "saw", "sent", "set", "sold", "bought", "stood", "spoke", "took", "went", "won", "wrote", "knew", "led", "grew", "found", "put", "wants", "plans", "makes", "expects", "believes", "needs", "already", "again", "alone", "over", "under", "against", "into", "about", "than", "so", "yet", "only", "just", "even":
		return true
	}
	if c := w[0]; c >= 'a' && c <= 'z' {
		return len(w) > 4 && strings.HasSuffix(w, "ed")
	}
	c, _ := utf8.DecodeRuneInString(w)
	return unicode.IsPunct(c) && c != '-' && c != '&' && c != '%' && c != '#'
}

// nounOf is the kind of what a noun may describe; 0 if it describes nothing here.
func nounOf(w string) annotations.Kind {
	switch w {
	case "president", "minister", "secretary", "senator", "governor", "mayor", "judge", "justice", "chancellor", "premier",
		"ambassador", "king", "queen", "pope", "general", "colonel", "captain", "major", "lieutenant", "admiral", "bishop", "archbishop",
		"cardinal", "director", "chairman", "chairwoman", "coach", "manager", "editor", "commissioner", "prosecutor", "prince", "princess",
		"emperor", "empress", "duke", "duchess", "congressman", "congresswoman", "sheriff", "singer", "actor", "actress", "author", "composer", "pianist", "painter":
		return annotations.Person
	case "group", "company", "organization", "organisation", "agency", "party", "bank", "firm", "university", "college", "school",
		"team", "club", "band", "ministry", "department", "union", "court", "committee", "council", "commission", "museum",
		"hospital", "church", "airline", "newspaper", "network", "association", "federation", "foundation", "institute",
		"laboratory", "movement", "militia", "charity", "retailer", "carmaker", "corporation", "authority", "regiment", "brigade", "orchestra", "society", "alliance", "bureau", "academy":
		return annotations.Organisation
	case "country", "city", "town", "village", "island", "province", "peninsula":
		return annotations.Place
	}
	return 0
}
