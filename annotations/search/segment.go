package search

import (
	"context"
	"slices"

	"sidelight/annotations"
)

// Segment is a number of things that can be found, indexed. It is immutable; any
// number of indices may hold it and any number of goroutines use it.
type Segment struct {
	docs      []doc
	sentences *sentences // of an article, in place of docs; nil in any other segment
	aliases   []alias
	text      string // the folded texts of all records, end to end
	vocab     vocabulary
}

// NewSegment indexes records.
func NewSegment(records ...Record) *Segment {
	b := newBuilder()
	for i := range records {
		b.add(moreRecord(&records[i]))
	}
	return b.segment()
}

// len is the number of records.
func (s *Segment) len() int {
	if s.sentences != nil {
		return len(s.sentences.at)
	}
	return len(s.docs)
}

// doc returns the record of an index. That of a sentence has no id, no title and no
// end: [Segment.result] finds them.
func (s *Segment) doc(i int) doc {
	if s.sentences != nil {
		return s.sentences.doc(i)
	}
	return s.docs[i]
}

// slice returns the text of a piece.
func (s *Segment) slice(p piece) string { return s.text[p.start:p.end] }

// by returns on whose word a record rests.
func (s *Segment) by(d *doc) string {
	if s.sentences != nil {
		return s.sentences.speakers[d.by.start:d.by.end]
	}
	return s.slice(d.by)
}

func (s *Segment) aliasesOf(d *doc) []alias { return s.aliases[d.also.start:d.also.end] }

// result returns what a record is, without how it was found.
func (s *Segment) result(d *doc) Result {
	r := Result{Type: d.typeOf(), ID: d.id, Title: d.title, Kind: d.kind, Entity: d.entity, Voice: d.voice}
	r.Span.Start, r.Span.End = int(d.start), int(d.end)
	if s.sentences != nil {
		x := s.sentences.article.SentenceAt(r.Span.Start)
		r.ID, r.Title, r.Span = PassageID(x), passageTitle(s.sentences.article.Slice(x.Span)), x.Span
	}
	return r
}

// The segments of an edition, in the order in which equals are shown.
const (
	cards    = iota // entities and facts
	passages        // the sentences of the article
	remarks         // the editor's notes, and sources
	segmentsOfEdition
)

// ofEdition indexes one part of an edition. It ends with the context's error soon
// after the context ends.
func ofEdition(ctx context.Context, e *annotations.Edition, part int) (*Segment, error) {
	if part == passages {
		return ofArticle(ctx, e)
	}
	b := newBuilder()
	if part == cards {
		addCards(e, b.add)
	} else {
		addRemarks(e, b.add)
	}
	return b.segment(), ctx.Err()
}

// sameSegment reports whether a part of two editions is indexed alike for sure,
// because what it is made of is shared.
func sameSegment(part int, old, now *annotations.Edition) bool {
	if old.Article() != now.Article() || !shared(old.Entities(), now.Entities()) {
		return false
	}
	switch part {
	case passages:
		return shared(old.Passages(), now.Passages())
	case remarks:
		return shared(old.Remarks(), now.Remarks()) && shared(old.Sources(), now.Sources())
	}
	return shared(old.Mentions(), now.Mentions()) && shared(old.Passages(), now.Passages()) &&
		shared(old.Facts(), now.Facts()) && shared(old.Sources(), now.Sources())
}

// shared reports whether two slices are the same elements in memory.
func shared[T any](a, b []T) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// Index answers queries over segments. It is immutable and may be used from
// several goroutines. What it finds does not depend on how its records are
// divided into segments, only on their order.
type Index struct {
	edition *annotations.Edition // of the first segmentsOfEdition segments
	parts   []part
	vocab   lexicon
	places  int // how many records there are
}

// part is a segment in an index: its records have the places from first on.
type part struct {
	*Segment
	first int
}

// New indexes an edition and what is to be found beside it.
func New(e *annotations.Edition, more ...Record) *Index {
	x, _ := Build(context.Background(), e, more...) // no other error than the context's
	return x
}

// Build does what [New] does, but ends with the context's error soon after the
// context ends.
func Build(ctx context.Context, e *annotations.Edition, more ...Record) (*Index, error) {
	var segments []*Segment
	for part := range segmentsOfEdition {
		s, err := ofEdition(ctx, e, part)
		if err != nil {
			return nil, err
		}
		segments = append(segments, s)
	}
	if len(more) > 0 {
		segments = append(segments, NewSegment(more...))
	}
	return indexOf(e, segments), nil
}

// With returns an index that also answers with the records of a segment. Nothing
// is indexed again.
func (x *Index) With(s *Segment) *Index { return indexOf(x.edition, append(x.segments(), s)) }

// Revise returns the index of another edition, with the same records beside it.
// Of the edition it indexes again only what has changed. It ends with the context's
// error soon after the context ends.
func (x *Index) Revise(ctx context.Context, e *annotations.Edition) (*Index, error) {
	segments := x.segments()
	for part := range segmentsOfEdition {
		if sameSegment(part, x.edition, e) {
			continue
		}
		var err error
		if part == passages && x.edition.Article() == e.Article() {
			segments[part], err = segments[part].revoiced(ctx, e)
		} else {
			segments[part], err = ofEdition(ctx, e, part)
		}
		if err != nil {
			return nil, err
		}
	}
	return indexOf(e, segments), nil
}

func indexOf(e *annotations.Edition, segments []*Segment) *Index {
	x := &Index{edition: e}
	for _, s := range segments {
		x.parts = append(x.parts, part{s, x.places})
		x.vocab = append(x.vocab, &s.vocab)
		x.places += s.len()
	}
	return x
}

func (x *Index) segments() []*Segment {
	all := make([]*Segment, len(x.parts))
	for i := range x.parts {
		all[i] = x.parts[i].Segment
	}
	return all
}

// at returns the record at a place and the segment that holds it.
func (x *Index) at(place int) (*Segment, doc) {
	i := len(x.parts) - 1
	for x.parts[i].first > place {
		i--
	}
	p := &x.parts[i]
	return p.Segment, p.doc(place - p.first)
}

// lexicon is the vocabularies of all segments of an index.
type lexicon []*vocabulary

func (l lexicon) has(w string) bool {
	return slices.ContainsFunc(l, func(v *vocabulary) bool { return v.has(w) })
}

func (l lexicon) begins(w string) bool {
	return slices.ContainsFunc(l, func(v *vocabulary) bool {
		from, to := v.beginning(w)
		return from < to
	})
}

func (l lexicon) hasName(w string) bool {
	return !isIdle(w) && slices.ContainsFunc(l, func(v *vocabulary) bool {
		i, found := v.find(w)
		return found && v.names.has(i)
	})
}

// knows reports whether the edition has a word that begins with w; inName,
// whether a name has one, or has w inside one.
func (l lexicon) knows(w string) (known, inName bool) {
	for _, v := range l {
		k, n := v.knows(w)
		known, inName = known || k, inName || n
	}
	return known, inName
}

// meant returns what words of the index begin with that w, as it was typed,
// spells otherwise: "fus" for "fues", as in "Füße".
func (l lexicon) meant(w string) []string {
	var found []respelled
	for _, v := range l {
		found = append(found, v.spelledFrom(w)...)
	}
	if len(l) > 1 {
		slices.SortFunc(found, compareRespelled)
	}
	var out []string
	for _, s := range found {
		if m := s.beginning(len(w)); m != w && !slices.Contains(out, m) && len(out) < mostSpellings {
			out = append(out, m)
		}
	}
	return out
}
