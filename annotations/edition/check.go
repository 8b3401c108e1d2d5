package edition

import (
	"context"
	"io/fs"

	"sidelight/annotations"
)

// Check is [Load] for whoever writes an edition. It also refuses what does a
// reader no harm but should not leave the editor's desk: a source that nothing
// cites, an entity that nothing is said of, an article whose voices nobody has told,
// words that take a side (loaded.yaml), a fact that cannot stand alone (alone.yaml),
// a date that outruns the sources or the edition, and a party that is graded as if it
// were none.
func Check(ctx context.Context, fsys fs.FS) (*annotations.Edition, error) {
	return (&loader{ctx: ctx, fsys: fsys, strict: true}).result()
}

// Review is [Check], and says of an edition that the program has marked what of it a
// person has still to do before it is one of their own. Check asks less of such an
// edition: that it is one.
func Review(ctx context.Context, fsys fs.FS) (e *annotations.Edition, left Errors, err error) {
	l := &loader{ctx: ctx, fsys: fsys, strict: true}
	if e, err = l.result(); err != nil {
		return nil, nil, err
	}
	return e, l.left.sorted(), nil
}

func (b *book) checkStrictly(marks []mark) {
	if !b.l.marked {
		b.checkDesk(marks)
		return
	}
	before := b.l.faults
	b.l.faults = faults{}
	b.checkWritten()
	b.checkDesk(marks)
	b.l.left, b.l.faults = b.l.faults, before
}

// checkWritten says what only a person can write and nobody has written.
func (b *book) checkWritten() {
	head := &b.m.head
	if head.Published.IsZero() {
		b.l.fault(place{file: manifestFile}, "published is missing: write when the article was written, as far as it is known")
	}
	for _, x := range b.entities {
		if x.Identity == "" {
			b.l.fault(x.id.at, "the entity %s has no identity: say in one line who or what it is", x.ID)
		}
	}
	if len(b.passages) == 0 {
		b.l.fault(place{file: manifestFile}, "there are no voices: say on whose word each passage rests")
	}
}

// checkDesk refuses what should not leave the editor's desk.
func (b *book) checkDesk(marks []mark) {
	b.checkCited()
	b.checkConnected(marks)
	b.checkTold()
	b.checkWords()
	b.checkAlone()
	b.checkDates()
	b.checkNotes()
	b.checkParties()
}

// checkCited refuses a source that nothing cites.
func (b *book) checkCited() {
	cited := make(map[string]bool)
	cite := func(refs []text) {
		for _, r := range refs {
			cited[r.value] = true
		}
	}
	for _, x := range b.entities {
		cite(x.sources)
	}
	for _, x := range b.facts {
		cite(x.sources)
	}
	for _, x := range b.relations {
		cite(x.sources)
	}
	for _, x := range b.quotations {
		cite(x.sources)
	}
	for _, x := range b.notes {
		cite(x.sources)
		for _, s := range x.since {
			cite(s.sources)
		}
	}
	for _, x := range b.sections {
		cite(x.sources)
	}
	for _, s := range b.sources {
		if id := s.id.value; id != "" && !cited[id] {
			b.l.fault(s.id.at, "nobody uses the source %s: cite it in a fact, relation, quotation, number, note or section, or take it out", id)
		}
	}
}

// checkConnected refuses an entity of which nothing is said: neither a mention nor a
// relation leads to its card, and no fact stands on it. One that the article does
// not mention is found by search.
func (b *book) checkConnected(marks []mark) {
	reached := make(map[annotations.EntityID]bool)
	for _, m := range marks {
		reached[m.Entity] = true
	}
	for _, x := range b.relations {
		reached[x.From], reached[x.To] = true, true
	}
	for _, x := range b.facts {
		for _, id := range x.About {
			reached[id] = true
		}
	}
	for _, x := range b.entities {
		if x.ID != "" && !reached[x.ID] {
			b.l.fault(x.id.at, "the entity %s is never mentioned, and no fact and no relation is about it: mark it in mentions.yaml, say something of it, or take it out", x.ID)
		}
	}
}

// checkTold refuses an edition without passages. (Words outside every passage are
// found by [book.anchorPassages].)
func (b *book) checkTold() {
	if len(b.passages) == 0 {
		b.uncovered(0, len(b.article.Text))
	}
}

// checkWords refuses loaded words in the edition's own prose.
func (b *book) checkWords() {
	terms := loadedTerms(b.l)
	for _, t := range b.l.prose {
		if b.l.ctx.Err() != nil {
			return
		}
		own := ownWords(t.value)
		for _, term := range terms {
			if w, ok := term.find(own); ok {
				b.l.fault(t.at, "“%s” is a loaded word (%s): write %s, or set it between quotation marks as the word of whoever used it", w, term.reason.value, term.instead.value)
			}
		}
	}
}
