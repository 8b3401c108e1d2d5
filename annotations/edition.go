package annotations

import (
	"cmp"
	"errors"
	"slices"
	"sort"
)

// Content is everything that an edition is made of, in any order.
// [New] checks and indexes it.
type Content struct {
	Title      string // of the page; taken from the text where the file has no headline
	Standfirst string
	Language   string // BCP 47, for example "en-US"
	Notice     string // what the file does not say of itself, for the reader
	Published  Date   // when the article was written, as far as it is known
	Checked    Date   // when the facts were last checked

	Article   *Article
	Entities  []Entity
	Mentions  []Mention
	Facts     []Fact
	Relations []Relation
	Passages  []Passage
	Notes     []Note
	About     []Section // what the edition says of itself
	Sources   []Source
}

// Edition is an article with everything that is known about it, indexed.
// It is immutable: the slices that its methods return are shared, not copies,
// and must not be written to.
type Edition struct {
	c        Content
	entities map[EntityID]int
	sources  map[SourceID]int
	facts    map[FactID]int
	mentions map[EntityID][]Mention
	nth      map[EntityID][]int // the indices of an entity's mentions
	about    map[EntityID][]*Fact
	links    map[EntityID][]Link

	// ordinal[i] is the place of mention i among those of its entity.
	ordinal []int
	// parent[i] is the index of the innermost mention around mention i, or -1.
	parent []int
	// cuts are the offsets at which the innermost mention changes, ascending;
	// inner[i] is that mention from cuts[i] on, or -1.
	cuts  []int
	inner []int
}

// New indexes the content. It fails if an id is used twice or names nothing, if
// a span does not fit the article, if mentions cross or repeat, or if a fact
// has nothing to back it. The error joins one error for each fault.
func New(c Content) (*Edition, error) {
	if c.Article == nil {
		return nil, errors.New("the edition has no article")
	}
	e := &Edition{
		c:        c,
		entities: make(map[EntityID]int, len(c.Entities)),
		sources:  make(map[SourceID]int, len(c.Sources)),
		facts:    make(map[FactID]int, len(c.Facts)),
		mentions: make(map[EntityID][]Mention),
		nth:      make(map[EntityID][]int),
		about:    make(map[EntityID][]*Fact),
		links:    make(map[EntityID][]Link),
	}
	e.c.Mentions = slices.Clone(c.Mentions)
	slices.SortStableFunc(e.c.Mentions, func(a, b Mention) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
	e.c.Passages = slices.Clone(c.Passages)
	slices.SortStableFunc(e.c.Passages, func(a, b Passage) int { return cmp.Compare(a.Start, b.Start) })
	if err := e.index(); err != nil {
		return nil, err
	}
	return e, nil
}

// Content is everything that the edition was made of, in the edition's order.
func (e *Edition) Content() Content { return e.c }

// Title is the headline of the page.
func (e *Edition) Title() string { return e.c.Title }

// Standfirst is the sentence under the headline.
func (e *Edition) Standfirst() string { return e.c.Standfirst }

// Language is the BCP 47 tag of the article's language.
func (e *Edition) Language() string { return e.c.Language }

// Notice says what the file does not say of itself; it may be empty.
func (e *Edition) Notice() string { return e.c.Notice }

// Published is when the article was written, as far as it is known.
func (e *Edition) Published() Date { return e.c.Published }

// Checked is when the facts were last checked.
func (e *Edition) Checked() Date { return e.c.Checked }

// Article is the text.
func (e *Edition) Article() *Article { return e.c.Article }

// Entities are all entities in the edition's order.
func (e *Edition) Entities() []Entity { return e.c.Entities }

// Entity returns the entity of that id.
func (e *Edition) Entity(id EntityID) (*Entity, bool) { return lookup(e.entities, e.c.Entities, id) }

// Source returns the source of that id.
func (e *Edition) Source(id SourceID) (*Source, bool) { return lookup(e.sources, e.c.Sources, id) }

// Fact returns the fact of that id.
func (e *Edition) Fact(id FactID) (*Fact, bool) { return lookup(e.facts, e.c.Facts, id) }

// Mentions are all mentions by position; an outer mention comes before the
// mentions inside it.
func (e *Edition) Mentions() []Mention { return e.c.Mentions }

// MentionsOf are the mentions of one entity by position.
func (e *Edition) MentionsOf(id EntityID) []Mention { return e.mentions[id] }

// FirstNamed is which of an entity's mentions is the first that spells its name,
// counted from 0; 0 where none does.
func (e *Edition) FirstNamed(id EntityID) int {
	for i, m := range e.mentions[id] {
		if m.Form == Name {
			return i
		}
	}
	return 0
}

// MentionsAt are the mentions that hold the byte at offset, innermost first.
// It takes O(log n) and one step for each mention it returns.
func (e *Edition) MentionsAt(offset int) []Mention {
	var out []Mention
	for m := e.InnermostAt(offset); m >= 0; m = e.parent[m] {
		out = append(out, e.c.Mentions[m])
	}
	return out
}

// InnermostAt is the index in [Edition.Mentions] of the innermost mention that
// holds the byte at offset, or -1. It takes O(log n).
func (e *Edition) InnermostAt(offset int) int {
	i := sort.SearchInts(e.cuts, offset+1) - 1
	if i < 0 {
		return -1
	}
	return e.inner[i]
}

// FirstMentionFrom is the index in [Edition.Mentions] of the first mention that
// begins at offset or after it; it may be one past the last.
func (e *Edition) FirstMentionFrom(offset int) int {
	return sort.Search(len(e.c.Mentions), func(i int) bool { return e.c.Mentions[i].Start >= offset })
}

// Parent is the index of the innermost mention around the i-th, or -1.
func (e *Edition) Parent(i int) int { return e.parent[i] }

// Ordinal is the place of the i-th mention among those of its entity, from 0.
func (e *Edition) Ordinal(i int) int { return e.ordinal[i] }

// Nth is the index in [Edition.Mentions] of the n-th mention of an entity,
// counted from 0, or -1 if there is none.
func (e *Edition) Nth(id EntityID, n int) int {
	if all := e.nth[id]; n >= 0 && n < len(all) {
		return all[n]
	}
	return -1
}

// MentionsIn are the indices in [Edition.Mentions] of those that share at least
// one byte with the span, ascending: outer ones before those inside them.
func (e *Edition) MentionsIn(s Span) []int {
	var out []int
	for i := e.InnermostAt(s.Start); i >= 0; i = e.parent[i] {
		if e.c.Mentions[i].Start < s.Start {
			out = append(out, i)
		}
	}
	slices.Reverse(out)
	for i := e.FirstMentionFrom(s.Start); i < len(e.c.Mentions) && e.c.Mentions[i].Start < s.End; i++ {
		out = append(out, i)
	}
	return out
}

// Facts are all facts in the edition's order.
func (e *Edition) Facts() []Fact { return e.c.Facts }

// FactsOf are the facts about one entity in one state, in the edition's order.
func (e *Edition) FactsOf(id EntityID, state State) []*Fact {
	var out []*Fact
	for _, f := range e.about[id] {
		if f.State == state {
			out = append(out, f)
		}
	}
	return out
}

// Relations are all relations in the edition's order.
func (e *Edition) Relations() []Relation { return e.c.Relations }

// LinksOf are the relations of one entity, each read from its side.
func (e *Edition) LinksOf(id EntityID) []Link { return e.links[id] }

// Passages are the stretches of the article by voice, by position.
func (e *Edition) Passages() []Passage { return e.c.Passages }

// PassageAt returns the passage that holds the byte at offset.
func (e *Edition) PassageAt(offset int) (Passage, bool) {
	p := e.c.Passages
	i := sort.Search(len(p), func(i int) bool { return p[i].Start > offset }) - 1
	if i < 0 || !p[i].Contains(offset) {
		return Passage{}, false
	}
	return p[i], true
}

// PassagesIn are the passages that share at least one byte with the span, by
// position.
func (e *Edition) PassagesIn(s Span) []Passage {
	p := e.c.Passages
	i := sort.Search(len(p), func(i int) bool { return p[i].End > s.Start })
	j := sort.Search(len(p), func(i int) bool { return p[i].Start >= s.End })
	return p[i:max(i, j)]
}

// VoiceOf returns the passage that holds the largest part of the span.
func (e *Edition) VoiceOf(s Span) (Passage, bool) {
	best, found := Passage{}, false
	for _, p := range e.PassagesIn(s) {
		if !found || p.Intersect(s).Len() > best.Intersect(s).Len() {
			best, found = p, true
		}
	}
	return best, found
}

// Notes are the editor's remarks in the edition's order.
func (e *Edition) Notes() []Note { return e.c.Notes }

// NotesIn are the notes that share at least one byte with the span, in the
// edition's order.
func (e *Edition) NotesIn(s Span) []Note {
	var out []Note
	for _, n := range e.c.Notes {
		if n.Overlaps(s) {
			out = append(out, n)
		}
	}
	return out
}

// NotesOf are the notes about one entity, in the edition's order.
func (e *Edition) NotesOf(id EntityID) []Note {
	var out []Note
	for _, n := range e.c.Notes {
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
