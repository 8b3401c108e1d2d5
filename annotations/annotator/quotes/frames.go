package quotes

import (
	"context"

	"sidelight/annotations"
)

// frame is a place where the article says that somebody says something.
type frame struct {
	verb        int // token
	first, last int // tokens of the words that tell it, half-open: "according to"
	start, end  int // tokens with the subject, half-open
	class       class
	kind        frameKind
	that        bool // "that" follows
	inner       int32
	who         said
}

// frameKind says where the subject of a frame stands.
type frameKind uint8

const (
	subjectLeft  frameKind = iota // "Smith said"
	subjectRight                  // "said Smith"
	subjectAway                   // "and said", ", adding": it stands earlier in the sentence
	according                     // "according to Smith"
	passive                       // "was told by Smith"
)

// findFrames finds the frames of all sentences.
func (r *reader) findFrames(ctx context.Context) error {
	r.from = make([]int32, 0, len(r.d.Sentences)+1)
	for s := range r.d.Sentences {
		if s%256 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		r.from = append(r.from, int32(len(r.frames))) //nolint:gosec // fewer than tokens
		a, b := r.sentence(s)
		for i := a; i < b; i++ {
			if r.class[i]&speech != 0 {
				r.verbFrame(s, i, a, b)
			} else if n := r.d.Tokens[i].End - r.d.Tokens[i].Start; n == int32(len("according")) || n == int32(len("words")) {
				r.otherFrame(s, i, a, b)
			}
		}
	}
	r.from = append(r.from, int32(len(r.frames))) //nolint:gosec // fewer than tokens
	return ctx.Err()
}

// otherFrame adds "according to Smith", "in the words of Smith", "in Smith's words".
func (r *reader) otherFrame(s, i, a, b int) {
	switch {
	case r.is(i, "according") && r.is(i+1, "to"):
		r.nounFrame(s, i, i+2, b, according)
	case !r.is(i, "words"):
	case i-2 >= a && possessive(r.d.Word(i-1)):
		r.wordsFrame(s, i, a)
	case i-2 >= a && r.is(i-1, "the") && r.is(i-2, "in") && r.is(i+1, "of"):
		r.nounFrame(s, i-2, i+2, b, according)
	}
}

// wordsFrame adds "in Smith's words".
func (r *reader) wordsFrame(s, i, a int) {
	n, ok := r.phraseLeft(i-2, a, r.quote[i])
	if !ok || !r.is(n.first-1, "in") {
		return
	}
	if who := r.describe(s, n); who.known() {
		r.add(s, frame{verb: i, first: n.first - 1, last: i + 1, start: n.first - 1, end: i + 1, class: speech | past | clause, kind: according, who: who})
	}
}

// nounFrame adds a frame whose words are the tokens [first, last) and whose subject
// follows them.
func (r *reader) nounFrame(s, first, last, b int, kind frameKind) {
	n, ok := r.phraseRight(last, b)
	if !ok {
		return
	}
	who := r.describe(s, n)
	if !who.known() {
		return
	}
	r.add(s, frame{verb: first, first: first, last: last, start: first, end: n.last, class: speech | past | clause, kind: kind, who: who})
}

func (r *reader) add(s int, f frame) {
	f.inner = r.quote[f.verb]
	f.that = r.is(f.last, "that") || f.kind != according && r.is(f.end, "that")
	if f.who.voice == annotations.Unnamed && f.who.anonymity == 0 {
		f.who.anonymity = r.anonymity(s, f.verb)
	}
	if r.is(f.start-1, "as") && f.start > int(r.d.Sentences[s].First) {
		f.start-- // as Smith put it
	}
	if f.inner == 0 {
		r.last, r.lastIn = f.who, s
	}
	r.frames = append(r.frames, f)
}

// verbFrame adds the frame of the verb of speech at token i of the sentence [a, b), if it
// has a subject.
func (r *reader) verbFrame(s, i, a, b int) {
	if !r.verbal(i, a, b) {
		return
	}
	f := frame{verb: i, first: i, last: i + 1, start: i, end: i + 1, class: r.class[i]}
	j, lead, ok := r.helpers(i, a)
	if !ok {
		return
	}
	if lead&be != 0 && f.class&gerund == 0 {
		r.passiveFrame(s, f, j, a, b)
		return
	}
	n, where := r.subject(i, j, a, lead)
	f.kind = where
	switch where {
	case subjectLeft:
		f.start, f.who = n.first, r.issuer(s, i, a, n)
	case subjectAway:
		f.who = r.before(s, i, a)
	default:
		if f.class&inverts == 0 || f.class&(past|third) == 0 || lead != 0 {
			return
		}
		n, ok := r.phraseRight(i+1, b)
		if !ok || !r.bounded(i, a, n) {
			return
		}
		f.end, f.who = n.last, r.describe(s, n)
	}
	if f.who.known() || where == subjectLeft && r.class[n.first]&pronoun != 0 {
		r.add(s, f)
	}
}

// issuer returns who a phrase left of the verb at token i names, or who issued what it
// names: "Smith issued a statement that said".
func (r *reader) issuer(s, i, a int, n phrase) said {
	w := r.describe(s, n)
	if r.class[n.head]&paper != 0 && w.entity < 0 && r.oneOf(n.first, "a", "an") && n.first > a {
		if x := r.before(s, i, a); x.known() {
			return x
		}
	}
	return w
}

// verbal reports whether the word at token i is used as a verb.
func (r *reader) verbal(i, a, b int) bool {
	c := r.class[i]
	switch {
	case i > a && r.d.Text[r.d.Tokens[i].Start] <= 'Z' && r.quote[i-1] == r.quote[i]:
		return false // a name
	case r.is(i, "put") && !r.is(i+1, "it"), i > a && !r.allows(i-1, c):
		return false
	case i > a && r.is(i-1, "to"):
		return r.oneOf(i-2, "on", "continued", "used", "likes", "liked")
	case c&gerund != 0 && implies(r.d.Word(i)):
		return r.that(i+1, b)
	case c&noun == 0 || c&past != 0:
		return true
	}
	return r.thirdVerb(i, a, b, c) || r.baseVerb(i, a, b, c)
}

// allows reports whether a verb of a class may follow the token p.
func (r *reader) allows(p int, c class) bool {
	before := r.class[p]
	if r.is(p, "to") {
		return true
	}
	if c&gerund != 0 {
		return before&preposition == 0
	}
	return before&(determiner|preposition) == 0 || before&(adverb|conjunction|nameless) != 0
}

// thirdVerb reports whether a word such as "claims" is a verb.
func (r *reader) thirdVerb(i, a, b int, c class) bool {
	return c&third != 0 && (r.plainSubject(i-1, a) || r.follows(i, a) || r.that(i+1, b))
}

// baseVerb reports whether a word such as "claim" is a verb, with a subject in the plural.
func (r *reader) baseVerb(i, a, b int, c class) bool {
	if r.plainSubject(i-1, a) && r.cover[i-1] == 0 {
		return true
	}
	if c&base == 0 || i <= a || !r.plural(i-1) {
		return false
	}
	return r.plainSubject(i-1, a) || r.that(i+1, b) || i+1 < b && (r.cover[i+1] != 0 || r.class[i+1]&(determiner|pronoun) != 0)
}

// follows reports whether only a few words stand between a quotation and the token i:
// “…,” the report notes.
func (r *reader) follows(i, a int) bool {
	const most = 8
	for k := i - 1; k >= a && k > i-most; k-- {
		if r.quote[k] != r.quote[i] {
			return r.sign(k+1) == 0 && lastSign(r.d.Text[r.d.Tokens[max(k-1, a)].Start:r.d.Tokens[k].End]) == ','
		}
		if r.sign(k) != 0 || r.class[k]&aux != 0 || r.class[k]&speech != 0 && r.class[k]&noun == 0 {
			return false
		}
	}
	return false
}

// that reports whether what can only follow a verb of speech stands at token i: "that",
// or a quotation.
func (r *reader) that(i, b int) bool {
	return i < b && (r.is(i, "that") || r.quote[i] != 0 && (i == 0 || r.quote[i] != r.quote[i-1]) ||
		i+1 < b && (r.sign(i) == ',' || r.sign(i) == ':') && r.quote[i+1] != r.quote[i])
}

// plainSubject reports whether a subject of one name, pronoun or known word ends at token i.
func (r *reader) plainSubject(i, a int) bool {
	if i < a {
		return false
	}
	c := r.class[i]
	if c&(pronoun|nameless|speaks|aux|relative) != 0 && c&determiner == 0 {
		return true
	}
	m := r.noun(i)
	return m != nil && m.Last == i+1
}

// helpers goes back from the verb at token i over adverbs and auxiliary verbs, to the last
// token before them, and tells the classes of the auxiliaries. ok is false if the verb is
// denied, or what is said only may be said.
func (r *reader) helpers(i, a int) (j int, lead class, ok bool) {
	const most = 6
	for j = i - 1; j >= a && j > i-most && r.quote[j] == r.quote[i]; j-- {
		c := r.class[j]
		switch {
		case c&(negation|modal) != 0:
			return j, lead, false
		case c&aux != 0:
			lead |= c
		case !r.skips(j, a, c):
			return j, lead, true
		}
	}
	return j, lead, true
}

// skips reports whether the token j of a class may stand between a verb and its subject.
func (r *reader) skips(j, a int, c class) bool {
	switch {
	case r.is(j, "since"):
		return j > a && r.class[j-1]&aux != 0
	case r.oneOf(j, "to", "on", "went", "continued", "used", "likes", "liked"):
		return true
	}
	return c&adverb != 0 && c&(preposition|determiner) == 0 && (r.cover[j] == 0 || !r.capital(j))
}

// passiveFrame adds "was told by Smith", and "was quoted as saying".
func (r *reader) passiveFrame(s int, f frame, j, a, b int) {
	i := f.verb
	if at := r.asSaying(i, b); at > 0 {
		n, where := r.subject(i, j, a, be)
		if where != subjectLeft {
			return
		}
		f.first, f.last, f.end, f.start = i, at, at, n.first
		f.who, f.class = r.describe(s, n), speech|past|clause
		if f.who.known() {
			r.add(s, f)
		}
		return
	}
	const near = 3
	for k := i + 1; k < min(b, i+1+near); k++ {
		if !r.is(k, "by") {
			continue
		}
		n, ok := r.phraseRight(k+1, b)
		if !ok {
			return
		}
		f.first, f.last, f.end, f.kind = i, i+1, n.last, passive
		f.who = r.describe(s, n)
		if f.who.known() && f.class&(naming|beside|thinks) == 0 {
			r.add(s, f)
		}
		return
	}
}

// asSaying returns the token behind "as saying" where that follows the verb at token i: "was
// quoted by Reuters as saying"; 0 if it does not.
func (r *reader) asSaying(i, b int) int {
	const most = 10
	if !r.is(i, "quoted") && !r.is(i, "cited") && !r.is(i, "reported") {
		return 0
	}
	for k := i + 1; k+1 < b && k < i+most; k++ {
		if r.is(k, "as") && r.is(k+1, "saying") {
			return k + 2
		}
	}
	return 0
}

// bounded reports whether a subject may follow the verb at token i: only behind a
// quotation, or at the beginning of a clause that a comma divides from the one before.
func (r *reader) bounded(i, a int, n phrase) bool {
	if i == a {
		return a > 0 && r.quote[a-1] != 0 && r.d.Text[r.d.Tokens[a].Start] > 'Z'
	}
	switch {
	case r.quote[i-1] != r.quote[i]:
		return true
	case r.sign(i-1) == ',' || r.dash(i-1) || r.sign(i-1) == '"':
		return i-2 >= a && r.quote[i-2] != r.quote[i] || n.named
	}
	return false
}

// before returns the subject of the frame before token i in the sentence, or of the
// sentence: what "and said" or ", adding that" goes on with.
func (r *reader) before(s, i, a int) said {
	for k := len(r.frames) - 1; k >= int(r.from[s]) && k > len(r.frames)-16; k-- {
		if f := &r.frames[k]; f.inner == r.quote[i] {
			return f.who
		}
	}
	return r.subjectOf(s, a, i)
}

// subjectOf returns the first person, organisation or pronoun of the tokens [a, i) outside
// quotations, where nothing but a lead stands before it.
func (r *reader) subjectOf(s, a, i int) said {
	const most = 24
	for k := a; k < min(i, a+most); k++ {
		if r.quote[k] != r.quote[max(i-1, a)] && r.quote[k] != 0 {
			continue
		}
		if m := r.mention(k); m != nil && m.Last <= i && (m.Form != annotations.Pronoun || r.class[k]&determiner == 0) {
			kind := r.cast.Entities[m.Entity].Kind
			owner := m.Last < len(r.d.Tokens) && possessive(r.d.Word(m.Last))
			if kind == annotations.Person && !owner && !r.is(k-1, "of") && !r.is(k-1, "to") {
				return r.entity(m)
			}
			k = m.Last - 1
			continue
		}
		if r.class[k]&pronoun != 0 && r.class[k]&(male|female) != 0 {
			return r.pronoun(s, k)
		}
	}
	return nobody
}

// possessive reports whether a token makes the name before it an owner.
func possessive(w string) bool { return w == "'s" || w == "’s" || w == "'" || w == "’" }
