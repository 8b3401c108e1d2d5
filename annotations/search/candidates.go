package search

import (
	"context"
	"slices"
)

// candidates are the records that can answer a query, according to the word lists
// of the vocabulary. A matcher then says how well each answers, but for those that
// are certain to answer and cannot be among the best: those are only counted.
type candidates struct {
	any   bitset // those that hold every term in some form
	named bitset // those that hold every term in a name; the others have it in texts

	// sure are those that are certain to answer if they are not in named; loose, those
	// that may if each term is looked for by itself, and not the query as it reads;
	// begun, those that may hold each term where a word begins; read, those that may
	// hold each in a form that a reading has; whole, those that may answer with
	// whole words.
	sure, loose, begun, read, whole bitset

	// None of the sure is better than bound. Those in begun are shown under group,
	// or under their own group if that is 0.
	bound   grade
	group   Group
	several bool // more than one word is needed
}

// most returns the best grade that a record can have that is certain to answer, and
// the group under which it is shown.
func (c *candidates) most(d *doc, i int) (grade, Group) {
	own := d.typeOf().Group()
	if !c.begun.has(i) {
		return grade{tier: inside, base: inside}, own
	}
	g := c.bound
	g.whole = c.whole.has(i)
	if g.base == textPhrase {
		switch {
		case d.isName() && c.several: // it may hold one of the words
			g.base = described
		case !c.read.has(i):
			g.base = textWords
		}
		if g.tier == textPhrase {
			g.tier = g.base
		}
	}
	if c.group != 0 {
		return g, c.group
	}
	return g, own
}

// candidates looks up the terms of a query. It stops early when ctx ends.
func (x *Index) candidates(ctx context.Context, q *query) candidates {
	all, none := x.everything(), newBitset(x.places)
	c := candidates{any: all, named: none, sure: all, loose: all, begun: all, read: all, whole: none}
	if len(q.terms) == 0 {
		c.bound = grade{tier: listed, base: listed}
		return c
	}
	c.any, c.named = x.everything(), x.everything()
	c.sure, c.loose, c.begun, c.read = x.everything(), x.everything(), x.everything(), x.everything()
	in := x.noTermHolders(q.brief)
	var least, wildest sense // in which the words may be, and have to be, taken
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
		c.whole = slices.Clone(in.whole)
		c.take(in)
		if c.any.isEmpty() {
			return c
		}
	}
	if q.repeats {
		c.whole = c.any
	}
	if q.idle { // texts are not searched for it
		c.any = c.named
	}
	if wildest == bySpelling && least < bySpelling { // some are shown apart
		clear(c.sure)
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

// take leaves those records that hold one more term.
func (c *candidates) take(in *termHolders) {
	in.texts.or(in.names)
	c.any.and(in.texts)
	c.named.and(in.names)
	c.sure.and(in.sure)
	c.loose.and(in.loose)
	c.begun.and(in.begun)
	c.read.and(in.read)
}
