package search

import (
	"context"
	"slices"
	"strings"
)

// bitset is a set of records, one bit for each place.
type bitset []uint64

func newBitset(n int) bitset { return make(bitset, (n+63)/64) }

func (b bitset) has(i int) bool { return b[i/64]&(1<<(i%64)) != 0 }

// gap reports whether the set holds none of the 64 records from i on; i is a
// multiple of 64.
func (b bitset) gap(i int) bool { return b[i/64] == 0 }

func (b bitset) and(o bitset) {
	for i := range b {
		b[i] &= o[i]
	}
}

func (b bitset) or(o bitset) {
	for i := range b {
		b[i] |= o[i]
	}
}

func (b bitset) isEmpty() bool {
	for _, w := range b {
		if w != 0 {
			return false
		}
	}
	return true
}

// candidates are the records that can answer a query, according to the word lists
// of the vocabulary. A matcher then says how well each answers.
type candidates struct {
	any   bitset // those that hold every term in some form
	named bitset // those that hold every term in a name; the others have it in texts

	// sure says that all candidates among the texts are certain to answer the
	// query; sureNames says so of names that are not in named. None of these
	// answers is better than bound, and only those in whole answer with whole
	// words. They are shown under group, or under their own group if that is 0.
	sure, sureNames bool
	bound           grade
	whole           bitset
	group           Group
	several         bool // more than one word is needed
}

// most returns the best grade that a record can have that is certain to answer.
func (c *candidates) most(d *doc, i int) grade {
	g := c.bound
	g.whole = c.whole.has(i)
	if d.isName() && c.several && g.base == textPhrase { // it may hold one of the words
		if g.base = described; g.tier == textPhrase {
			g.tier = described
		}
	}
	return g
}

// candidates looks up the terms of a query. It stops early when ctx ends.
func (x *Index) candidates(ctx context.Context, q *query) candidates {
	c := candidates{any: x.everything(), named: newBitset(x.places)}
	if len(q.terms) == 0 {
		c.sure, c.sureNames, c.bound = true, true, grade{tier: listed, base: listed}
		c.whole = c.named
		return c
	}
	c.named = x.everything()
	in := x.noHolders(q.brief)
	var least, wildest sense // in which the words may be, and have to be, taken
	c.sure, c.sureNames = true, true
	for i := range q.terms {
		t := &q.terms[i]
		if t.optional {
			c.whole = c.any // it may be the last word
			continue
		}
		if ctx.Err() != nil {
			return c
		}
		needs, may := x.termHolders(in, t, len(q.terms) == 1)
		least, wildest = max(least, needs), max(wildest, may)
		c.sure, c.sureNames = c.sure && t.isSure(shortestText), c.sureNames && t.isSure(shortestMiddle)
		c.whole = slices.Clone(in.whole)
		c.named.and(in.names)
		in.texts.or(in.names)
		if c.any.and(in.texts); c.any.isEmpty() {
			return c
		}
	}
	if wildest == bySpelling && least < bySpelling { // some are shown apart
		c.sure, c.sureNames = false, false
	}
	c.bound, c.several = grade{tier: textPhrase, base: textPhrase}, q.brief
	if least > byEnding {
		c.bound.tier = guessedText
	}
	if least == bySpelling {
		c.group = closeTexts
	}
	return c
}

// isSure reports whether every record that the vocabulary lists for the term is
// certain to hold it, so that no matcher needs to look. Words that have to stand
// side by side are not certain, nor are words shorter than shortest bytes, which
// count in names alone.
func (t *term) isSure(shortest int) bool {
	for i := range t.forms {
		if f := &t.forms[i]; strings.Contains(f.text, " ") || len(f.text) < shortest {
			return false
		}
	}
	return true
}

// everything returns the set of all records.
func (x *Index) everything() bitset {
	b := newBitset(x.places)
	for i := range b {
		b[i] = ^uint64(0)
	}
	if n := x.places % 64; n > 0 {
		b[len(b)-1] = 1<<n - 1
	}
	return b
}

// holders are the records that hold a word in a name, and those that hold it
// elsewhere.
type holders struct {
	names, texts bitset
	whole        bitset // those of both that hold it as whole words
	// brief says that a very short word counts in texts as the beginning of
	// one, as it may where it goes on from the word before it.
	brief bool
}

func (x *Index) noHolders(brief bool) holders {
	n := x.places
	return holders{newBitset(n), newBitset(n), newBitset(n), brief}
}

// termHolders finds the records that hold a term. It returns the sense in which
// the term has to be taken at least, because no record holds it in a tamer one,
// and the wildest in which it may be taken.
func (x *Index) termHolders(in holders, t *term, alone bool) (needs, may sense) {
	clear(in.names)
	clear(in.texts)
	clear(in.whole)
	found := false
	for i := range t.forms {
		f := &t.forms[i]
		x.formHolders(in, f, i == 0)
		if !found {
			found = !in.names.isEmpty() || !in.texts.isEmpty()
			needs = f.sense
		}
		may = max(may, f.sense)
	}
	if w := t.forms[0].text; alone && len(w) <= longestInitials {
		for i := range x.parts {
			p := &x.parts[i]
			if i, found := p.vocab.find(initialMark + w); found {
				p.vocab.names.addTo(in.names, p.first, i, i+1)
			}
		}
	}
	return needs, may
}

// formHolders adds the records that hold a form of a term. A form as typed may
// stand in the middle of a word.
func (x *Index) formHolders(in holders, f *form, typed bool) {
	words := strings.Fields(f.text)
	if len(words) == 1 {
		x.wordHolders(in, f.text, f.whole, typed)
		return
	}
	both := holders{names: x.everything(), texts: x.everything()}
	for i, w := range words {
		one := x.noHolders(true)
		x.wordHolders(one, w, f.whole || i+1 < len(words), false)
		both.names.and(one.names)
		both.texts.and(one.texts)
	}
	in.names.or(both.names)
	in.texts.or(both.texts)
}

func (x *Index) wordHolders(in holders, w string, whole, typed bool) {
	for i := range x.parts {
		x.parts[i].wordHolders(in, w, whole, typed)
	}
}

// wordHolders adds the records of one segment that hold a word.
func (p *part) wordHolders(in holders, w string, whole, typed bool) {
	v := &p.vocab
	if i, found := v.find(w); found {
		for _, set := range []bitset{in.names, in.whole} {
			v.names.addTo(set, p.first, i, i+1)
		}
		for _, set := range []bitset{in.texts, in.whole} {
			v.texts.addTo(set, p.first, i, i+1)
		}
	}
	if whole {
		return
	}
	from, to := v.beginning(w)
	v.names.addTo(in.names, p.first, from, to)
	if in.brief || len(w) >= shortestText {
		v.texts.addTo(in.texts, p.first, from, to)
	}
	if !typed || len(w) < shortestInside {
		return
	}
	mask := maskOf(w)
	for i := v.plain; i < v.words.len(); i++ {
		if mask&^v.masks[i] != 0 || !strings.Contains(v.words.at(i), w) {
			continue
		}
		v.names.addTo(in.names, p.first, i, i+1)
		if len(w) >= shortestMiddle {
			v.texts.addTo(in.texts, p.first, i, i+1)
		}
	}
}
