package quotes

import (
	"sort"
	"strings"

	"sidelight/annotations"
)

// label is how a paragraph of a talk begins: "Q:", "SMITH:".
type label struct {
	block int
	end   int // token behind the label
	who   said
}

// fewLabels is how many paragraphs of a talk an article has at least.
const fewLabels = 3

// findLabels finds the paragraphs of a talk, and whether the article is a story in which
// people speak in turn.
func (r *reader) findLabels() {
	for s := 0; s < len(r.d.Sentences); s++ {
		if s > 0 && r.block(s-1, s) {
			continue
		}
		if l, ok := r.label(s); ok {
			r.labels = append(r.labels, l)
		}
	}
	if len(r.labels) < fewLabels {
		r.labels = nil
	}
	r.dialogue = r.inTurn()
}

// label returns how the block of the sentence s, its first, begins.
func (r *reader) label(s int) (label, bool) {
	a, b := r.sentence(s)
	l := label{block: int(r.d.Sentences[s].Block), end: r.labelEnd(a, b), who: nobody}
	if l.end == 0 || l.end >= b {
		return l, false
	}
	switch {
	case r.oneOf(a, "q", "q.", "question", "interviewer"):
	case r.oneOf(a, "a", "a.", "answer"):
		if e := r.mainPerson(); e >= 0 {
			l.who = said{entity: e, first: a, last: a + 1, voice: annotations.OnRecord, score: 0.7}
		}
	default:
		l.who = r.named(a, l.end-1)
	}
	return l, true
}

// labelEnd returns the token behind the label with which the sentence [a, b) begins: words
// with capitals and a colon, or "Q."; 0 if there is none.
func (r *reader) labelEnd(a, b int) int {
	const most = 6
	if r.oneOf(a, "q.", "a.") { // the full stop is part of the token
		return a + 1
	}
	for k := a; k < min(b, a+most); k++ {
		switch c := r.sign(k); {
		case k > a && c == ':', k == a+1 && c == '.' && r.oneOf(a, "q", "a"):
			return k + 1
		case c != 0 && c != '.', c == 0 && !r.capital(k):
			return 0
		}
	}
	return 0
}

// named returns the person whom the tokens [a, b) of a label name.
func (r *reader) named(a, b int) said {
	for k := a; k < b; k++ {
		if m := r.mention(k); r.person(m) && m.Last <= b+1 {
			return r.entity(m)
		}
	}
	last := r.d.Word(b - 1)
	for e := range r.cast.Entities {
		if e == mostPeople {
			break
		}
		x := &r.cast.Entities[e]
		if n := len(x.Name) - len(last); x.Kind == annotations.Person && n >= 0 && strings.EqualFold(x.Name[n:], last) && (n == 0 || x.Name[n-1] == ' ') {
			return said{entity: e, first: a, last: b, voice: annotations.OnRecord, score: 0.85}
		}
	}
	if e := r.initialled(a, b); e >= 0 {
		return said{entity: e, first: a, last: b, voice: annotations.OnRecord, score: 0.8}
	}
	if r.class[a]&(paper|office|adverb|determiner) != 0 {
		return nobody
	}
	return said{entity: -1, first: a, last: b, voice: annotations.OnRecord, score: 0.6}
}

// initialled returns the person whose initials the tokens [a, b) of a label are, "AN" or
// "A.N."; -1 if they are nobody's, or those of two people.
func (r *reader) initialled(a, b int) int {
	const most = 4
	var buf [most]byte
	letters := buf[:0]
	text := r.d.Text[r.d.Tokens[a].Start:r.d.Tokens[b-1].End]
	for i := range len(text) {
		switch c := text[i]; {
		case 'A' <= c && c <= 'Z' && len(letters) < most:
			letters = append(letters, c)
		case c != '.' && c != ' ':
			return -1
		}
	}
	found := -1
	for e := range r.cast.Entities[:min(len(r.cast.Entities), mostPeople)] {
		x := &r.cast.Entities[e]
		if x.Kind != annotations.Person || len(letters) < 2 || !begins(x.Name, letters) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = e
	}
	return found
}

// begins reports whether the words of a name begin with some letters, one each.
func begins(name string, letters []byte) bool {
	k := 0
	for i := range len(name) {
		if i > 0 && name[i-1] != ' ' && name[i-1] != '-' {
			continue
		}
		if k == len(letters) || name[i] != letters[k] {
			return false
		}
		k++
	}
	return k == len(letters)
}

// mostPeople bounds how many entities are compared with a label.
const mostPeople = 256

// mainPerson returns the person whom the cast mentions most; -1 if there is none.
func (r *reader) mainPerson() int {
	if r.main != 0 {
		return r.main - 1
	}
	counts := make([]int, len(r.cast.Entities))
	best := -1
	for i := range r.cast.Mentions {
		e := r.cast.Mentions[i].Entity
		if r.cast.Entities[e].Kind != annotations.Person {
			continue
		}
		counts[e]++
		if best < 0 || counts[e] > counts[best] {
			best = e
		}
	}
	r.main = best + 1
	if best < 0 {
		r.main = 0
	}
	return best
}

// inTurn reports whether paragraphs in a row begin with quotations of different people,
// as in a story.
func (r *reader) inTurn() bool {
	const enough = 2
	turns, returns, block := 0, 0, -2
	last, earlier := nobody, nobody
	for i := range r.qs {
		q := &r.qs[i]
		if q.Depth > 1 || q.Scare {
			continue
		}
		s := r.d.SentenceOf(q.First)
		if a, _ := r.sentence(s); a != q.First || s > 0 && r.block(s-1, s) {
			continue
		}
		f, strong := r.frameAfter(q)
		if f < 0 || !strong {
			continue
		}
		b, w := int(r.d.Sentences[s].Block), r.frames[f].who
		if b == block+1 && !w.same(&last) {
			if turns++; w.same(&earlier) {
				returns++
			}
			earlier = last
		}
		block, last = b, w
	}
	return turns >= enough && returns > 0
}

// labelOf returns the label of a block; nil if it has none.
func (r *reader) labelOf(block int) *label {
	i := sort.Search(len(r.labels), func(i int) bool { return r.labels[i].block >= block })
	if i < len(r.labels) && r.labels[i].block == block {
		return &r.labels[i]
	}
	return nil
}
