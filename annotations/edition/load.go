// Package edition reads an edition, an article with its annotations, from a
// folder of plain files. FORMAT.md, beside the code, describes them; the
// schemas of [Schemas] say the same to an editor that checks while one writes.
package edition

import (
	"context"
	"errors"
	"io/fs"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
	"sidelight/annotations/carry"
)

// Load reads and checks the edition in the root of fsys. It reads no file that
// edition.yaml does not lead to, and none that is larger than 4 MB (16 MB for
// the article).
//
// Once ctx is done, Load returns the context's error. Any other error is an
// [Errors] that holds the faults found, in the order of the files; faults in what
// the files say to each other are looked for once each file can be read.
func Load(ctx context.Context, fsys fs.FS) (*annotations.Edition, error) {
	return (&loader{ctx: ctx, fsys: fsys}).result()
}

// result is the edition, or what keeps it from being one. It does not wait for
// the library that parses a file, which cannot be told to stop.
func (l *loader) result() (*annotations.Edition, error) {
	type result struct {
		e     *annotations.Edition
		ok    bool
		panic *carry.Panic
	}
	done := make(chan result, 1)
	go func() {
		var r result
		r.panic = carry.Do(func() { r.e, r.ok = l.load() })
		done <- r
	}()
	select {
	case <-l.ctx.Done():
		return nil, l.ctx.Err()
	case r := <-done:
		r.panic.Raise()
		switch {
		case l.ctx.Err() != nil:
			return nil, l.ctx.Err()
		case !r.ok:
			return nil, l.faults.sorted()
		}
		return r.e, nil
	}
}

func (l *loader) load() (*annotations.Edition, bool) {
	m, ok := l.manifest()
	if !ok {
		return nil, false
	}
	b := &book{
		l:          l,
		m:          m,
		article:    l.loadArticle(m),
		sources:    l.readSources(m.sources),
		entities:   entries(l, "entities", m.entities, readEntity),
		facts:      entries(l, "facts", m.facts, readFact),
		relations:  entries(l, "relations", m.relations, readRelation),
		passages:   entries(l, "voices", m.voices, readPassage),
		quotations: entries(l, "quotations", m.quotations, readQuotation),
		notes:      entries(l, "notes", m.notes, readNote),
		sections:   entries(l, "about", m.about, readSection),
	}
	b.mentions, b.exclusions = l.readMentions(m.mentions)
	if l.unread {
		return nil, false
	}
	b.ruler = newRuler(m.article.file.value, b.article.Text)
	b.checkReferences()
	b.checkBacking()
	b.anchorEvidence()
	marks := b.mark()
	b.anchorPassages()
	b.anchorNotes()
	b.checkQuotations(marks)
	if l.strict {
		b.checkStrictly(marks)
	}
	if l.faults.any() {
		return nil, false
	}
	return b.build(marks)
}

// book holds what all files say, before an edition is made of it.
type book struct {
	l       *loader
	m       manifest
	article *annotations.Article

	entities   []*entity
	mentions   []mention
	exclusions []exclusion
	facts      []*fact
	relations  []*relation
	passages   []*passage
	quotations []*quotation
	notes      []*note
	sections   []*section
	sources    []*source

	byID map[annotations.EntityID]*entity

	ruler  ruler              // over the article
	points *anchor.CodePoints // of the article; nil before they are needed
}

// build hands the checked content to the domain.
func (b *book) build(marks []mark) (*annotations.Edition, bool) {
	c := b.m.head
	c.Article = b.article
	for _, q := range b.quotations {
		words := q.Quotation
		b.byID[annotations.EntityID(q.entity.value)].Words = &words
	}
	for _, x := range b.entities {
		c.Entities = append(c.Entities, x.Entity)
	}
	for _, x := range marks {
		c.Mentions = append(c.Mentions, x.Mention)
	}
	for _, x := range b.facts {
		c.Facts = append(c.Facts, x.Fact)
	}
	for _, x := range b.relations {
		c.Relations = append(c.Relations, x.Relation)
	}
	for _, x := range b.passages {
		c.Passages = append(c.Passages, x.Passage)
	}
	for _, x := range b.notes {
		c.Remarks = append(c.Remarks, x.Remark)
	}
	for _, x := range b.sections {
		c.About = append(c.About, x.Section)
	}
	for _, x := range b.sources {
		c.Sources = append(c.Sources, x.Source)
	}
	e, err := annotations.New(c)
	if err != nil {
		b.l.domain(err)
		return nil, false
	}
	return e, true
}

// domain records the faults that only package annotations finds; they have no place
// in the files.
func (l *loader) domain(err error) {
	var joined interface{ Unwrap() []error }
	if errors.As(err, &joined) {
		for _, e := range joined.Unwrap() {
			l.fault(place{file: manifestFile}, "%s", e)
		}
		return
	}
	l.fault(place{file: manifestFile}, "%s", err)
}
