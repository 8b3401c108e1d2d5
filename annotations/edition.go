package annotations

import (
	"errors"
	"iter"
	"slices"

	"sidelight/annotations/interval"
)

// Content is everything that an edition is made of, in any order.
// [New] checks and indexes it.
type Content struct {
	Title      string // of the page; taken from the text where the file has no headline
	Standfirst string
	Language   string // BCP 47, for example "en-US"
	Notice     string // what the file does not say of itself, for the reader
	Marked     bool   `json:",omitzero"` // the program has looked for marks; what it found has the origin [Found]
	Published  Date   // when the article was written, as far as it is known
	Checked    Date   // when the facts were last checked
	FactsAsOf  Date   // the date of the newest fact that could be confirmed

	Article   *Article
	Entities  []Entity
	Mentions  []Mention
	Facts     []Fact
	Relations []Relation
	Passages  []Passage
	Remarks   []Remark
	About     []Section // what the edition says of itself
	Sources   []Source
}

// Edition is an article with everything that is known about it, indexed.
// It is immutable: the slices and pointers that its methods return lead to what
// the edition holds, and must not be written to. [Edition.With] makes the next
// revision.
type Edition struct {
	c        Content
	entities map[EntityID]int
	sources  map[SourceID]int
	notes    map[string]int
	facts    factIndex
	links    map[EntityID][]Tie
	mentions mentionIndex
	voices   *interval.Index[Passage]
	remarks  *interval.Index[Remark]
}

// New indexes the content. It fails if an id is used twice or names nothing, if
// a span does not fit the article, if mentions cross or repeat, if a fact has
// nothing to back it, or if a kind, form, origin, score, state or voice is none.
// The error joins one error for each fault, a hundred at most.
func New(c Content) (*Edition, error) {
	if c.Article == nil {
		return nil, errors.New("the edition has no article")
	}
	return build(c, nil)
}

// Content is everything that the edition was made of, in the edition's order.
func (e *Edition) Content() Content { return e.c }

// Title is the headline of the page.
func (e *Edition) Title() string { return e.c.Title }

// BeginsWithTitle reports whether the first block of the article is its headline.
func (e *Edition) BeginsWithTitle() bool {
	a := e.c.Article
	if !a.Structured() || a.Len() == 0 {
		return false
	}
	b := a.Block(0)
	return b.Kind == BlockHeading && b.Level == 1 && a.Slice(b.Span) == e.c.Title
}

// Sections are the headings of the article without its headline.
func (e *Edition) Sections() []Heading {
	all := e.c.Article.Headings()
	if e.BeginsWithTitle() {
		return all[1:]
	}
	return all
}

// Standfirst is the sentence under the headline.
func (e *Edition) Standfirst() string { return e.c.Standfirst }

// Language is the BCP 47 tag of the article's language.
func (e *Edition) Language() string { return e.c.Language }

// Notice says what the file does not say of itself; it may be empty.
func (e *Edition) Notice() string { return e.c.Notice }

// Marked reports whether the program has looked for marks in the article.
func (e *Edition) Marked() bool { return e.c.Marked }

// Published is when the article was written, as far as it is known.
func (e *Edition) Published() Date { return e.c.Published }

// Checked is when the facts were last checked.
func (e *Edition) Checked() Date { return e.c.Checked }

// FactsAsOf is the date of the newest fact that could be confirmed when the facts
// were last checked; zero if the edition does not say.
func (e *Edition) FactsAsOf() Date { return e.c.FactsAsOf }

// Article is the text.
func (e *Edition) Article() *Article { return e.c.Article }

// Entities are all entities in the edition's order.
func (e *Edition) Entities() []Entity { return e.c.Entities }

// Entity returns the entity of that id.
func (e *Edition) Entity(id EntityID) (*Entity, bool) { return lookup(e.entities, e.c.Entities, id) }

// Source returns the source of that id.
func (e *Edition) Source(id SourceID) (*Source, bool) { return lookup(e.sources, e.c.Sources, id) }

// Fact returns the fact of that id.
func (e *Edition) Fact(id FactID) (*Fact, bool) { return lookup(e.facts.byID, e.c.Facts, id) }

// Facts are all facts in the edition's order.
func (e *Edition) Facts() []Fact { return e.c.Facts }

// FactsOf are the facts about one entity in one state, in the edition's order.
func (e *Edition) FactsOf(id EntityID, state State) []*Fact {
	var out []*Fact
	for _, f := range e.facts.about[id] {
		if f.State == state {
			out = append(out, f)
		}
	}
	return out
}

// Relations are all relations in the edition's order.
func (e *Edition) Relations() []Relation { return e.c.Relations }

// TiesOf are the relations of one entity, each read from its side.
func (e *Edition) TiesOf(id EntityID) []Tie { return e.links[id] }

// Passages are the stretches of the article by voice, by position.
func (e *Edition) Passages() []Passage { return e.c.Passages }

// PassageAt returns the passage that holds the byte at offset.
func (e *Edition) PassageAt(offset int) (Passage, bool) {
	for p := range e.voices.At(offset) {
		return *p, true
	}
	return Passage{}, false
}

// PassagesIn yields the passages that share at least one byte with the span, by
// position.
func (e *Edition) PassagesIn(s Span) iter.Seq[*Passage] { return e.voices.In(s.Start, s.End) }

// VoiceOf returns the passage that holds the largest part of the span.
func (e *Edition) VoiceOf(s Span) (Passage, bool) {
	best, found := Passage{}, false
	for p := range e.PassagesIn(s) {
		if !found || p.Intersect(s).Len() > best.Intersect(s).Len() {
			best, found = *p, true
		}
	}
	return best, found
}

// Remarks are the editor's remarks in the edition's order.
func (e *Edition) Remarks() []Remark { return e.c.Remarks }

// Remark returns the editor's remark of that id.
func (e *Edition) Remark(id string) (*Remark, bool) { return lookup(e.notes, e.c.Remarks, id) }

// RemarksIn yields the editor's remarks whose words share at least one byte with
// the span, by position.
func (e *Edition) RemarksIn(s Span) iter.Seq[*Remark] { return e.remarks.In(s.Start, s.End) }

// RemarksOf are the editor's remarks about one entity, in the edition's order.
func (e *Edition) RemarksOf(id EntityID) []Remark {
	var out []Remark
	for _, n := range e.c.Remarks {
		if slices.Contains(n.About, id) {
			out = append(out, n)
		}
	}
	return out
}

// About is what the edition says of itself.
func (e *Edition) About() []Section { return e.c.About }

// Sources are all sources in the edition's order.
func (e *Edition) Sources() []Source { return e.c.Sources }

func lookup[K comparable, V any](m map[K]int, all []V, k K) (*V, bool) {
	i, ok := m[k]
	if !ok {
		return nil, false
	}
	return &all[i], true
}
