package annotations

import (
	"cmp"
	"errors"
	"fmt"
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

func (e *Edition) index() error {
	f := &faults{e: e}
	for i, s := range e.c.Sources {
		f.unique("source", string(s.ID), addOnce(e.sources, s.ID, i))
	}
	for i, x := range e.c.Entities {
		f.unique("entity", string(x.ID), addOnce(e.entities, x.ID, i))
	}
	for _, x := range e.c.Entities {
		if q := x.Words; q != nil {
			f.entity("quotation "+string(x.ID), q.Speaker, true)
			f.cites("quotation "+string(x.ID), q.Sources)
		}
	}
	e.indexMentions(f)
	e.indexFacts(f)
	e.indexRelations(f)
	for i, p := range e.c.Passages {
		f.span("passage", p.Span)
		f.entity("passage", p.Speaker, true)
		if i > 0 && e.c.Passages[i-1].Overlaps(p.Span) {
			f.add("%s has two voices", e.quote(e.c.Passages[i-1].Intersect(p.Span)))
		}
	}
	for _, n := range e.c.Notes {
		f.span("note "+n.ID, n.Span)
		f.cites("note "+n.ID, n.Sources)
	}
	return errors.Join(f.list...)
}

func (e *Edition) indexMentions(f *faults) {
	e.parent = make([]int, len(e.c.Mentions))
	e.ordinal = make([]int, len(e.c.Mentions))
	var open []int // indices of the mentions around the current one, outer first
	for i, m := range e.c.Mentions {
		f.entity("mention", m.Entity, false)
		if !f.span("mention of "+string(m.Entity), m.Span) {
			return
		}
		for len(open) > 0 && e.c.Mentions[open[len(open)-1]].End <= m.Start {
			open = open[:len(open)-1]
		}
		e.parent[i] = -1
		if len(open) > 0 {
			e.parent[i] = open[len(open)-1]
			e.checkAround(f, i)
		}
		open = append(open, i)
		e.ordinal[i] = len(e.nth[m.Entity])
		e.nth[m.Entity] = append(e.nth[m.Entity], i)
		e.mentions[m.Entity] = append(e.mentions[m.Entity], m)
	}
	if len(f.list) == 0 {
		e.cutMentions()
	}
}

// checkAround refuses the i-th mention if it crosses the one around it, or
// repeats one of those that take exactly its place.
func (e *Edition) checkAround(f *faults, i int) {
	m := e.c.Mentions[i]
	if outer := e.c.Mentions[e.parent[i]]; outer.Crosses(m.Span) {
		f.add("the marks %s (%s) and %s (%s) cross", e.quote(outer.Span), outer.Entity, e.quote(m.Span), m.Entity)
	}
	for p := e.parent[i]; p >= 0 && e.c.Mentions[p].Span == m.Span; p = e.parent[p] {
		if e.c.Mentions[p].Entity == m.Entity {
			f.add("%s is marked twice as %s", e.quote(m.Span), m.Entity)
		}
	}
}

// cutMentions walks the boundaries of the nested mentions once and notes which
// mention is innermost after each, so that a query is one binary search.
func (e *Edition) cutMentions() {
	var open []int
	cut := func(at int) {
		in := -1
		if len(open) > 0 {
			in = open[len(open)-1]
		}
		if n := len(e.cuts); n > 0 && e.cuts[n-1] == at {
			e.inner[n-1] = in
			return
		}
		e.cuts, e.inner = append(e.cuts, at), append(e.inner, in)
	}
	closeUntil := func(at int) {
		for len(open) > 0 && e.c.Mentions[open[len(open)-1]].End <= at {
			end := e.c.Mentions[open[len(open)-1]].End
			open = open[:len(open)-1]
			cut(end)
		}
	}
	for i, m := range e.c.Mentions {
		closeUntil(m.Start)
		open = append(open, i)
		cut(m.Start)
	}
	closeUntil(len(e.c.Article.Text))
}

func (e *Edition) indexFacts(f *faults) {
	for i := range e.c.Facts {
		x := &e.c.Facts[i]
		what := "fact " + string(x.ID)
		f.unique("fact", string(x.ID), addOnce(e.facts, x.ID, i))
		f.cites(what, x.Sources)
		for _, s := range x.Evidence {
			f.span(what, s)
		}
		switch {
		case len(x.About) == 0:
			f.add("%s is about no entity", what)
		case x.State == InArticle && len(x.Evidence) == 0:
			f.add("%s has no evidence", what)
		case x.State != InArticle && len(x.Sources) == 0:
			f.add("%s has no source", what)
		case x.State == Background && x.AsOf.IsZero():
			f.add("%s does not say as of when it holds", what)
		case x.State == Since && x.Date.IsZero():
			f.add("%s has no date", what)
		}
		for _, id := range x.About {
			f.entity(what, id, false)
			e.about[id] = append(e.about[id], x)
		}
	}
}

func (e *Edition) indexRelations(f *faults) {
	for i := range e.c.Relations {
		r := &e.c.Relations[i]
		what := "relation " + r.ID
		f.entity(what, r.From, false)
		f.entity(what, r.To, false)
		f.cites(what, r.Sources)
		for _, s := range r.Evidence {
			f.span(what, s)
		}
		if len(r.Evidence) == 0 && len(r.Sources) == 0 {
			f.add("%s has neither evidence nor source", what)
		}
		e.links[r.From] = append(e.links[r.From], Link{r, r.Label, r.To})
		e.links[r.To] = append(e.links[r.To], Link{r, r.Inverse, r.From})
	}
}

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

// MentionsIn are the mentions that share at least one byte with the span, by
// position.
func (e *Edition) MentionsIn(s Span) []Mention {
	i := e.FirstMentionFrom(s.Start)
	var out []Mention
	around := e.MentionsAt(s.Start)
	for j := len(around) - 1; j >= 0; j-- {
		if around[j].Start < s.Start {
			out = append(out, around[j])
		}
	}
	for ; i < len(e.c.Mentions) && e.c.Mentions[i].Start < s.End; i++ {
		out = append(out, e.c.Mentions[i])
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

// VoiceOf returns the passage that holds the largest part of the span.
func (e *Edition) VoiceOf(s Span) (Passage, bool) {
	p := e.c.Passages
	i := sort.Search(len(p), func(i int) bool { return p[i].End > s.Start })
	best, found := Passage{}, false
	for ; i < len(p) && p[i].Start < s.End; i++ {
		if !found || p[i].Intersect(s).Len() > best.Intersect(s).Len() {
			best, found = p[i], true
		}
	}
	return best, found
}

// Notes are the editor's remarks in the edition's order.
func (e *Edition) Notes() []Note { return e.c.Notes }

// Sources are all sources in the edition's order.
func (e *Edition) Sources() []Source { return e.c.Sources }

// quote is the text of the span between quotation marks, shortened, for errors.
func (e *Edition) quote(s Span) string {
	t := []rune(e.c.Article.Slice(s))
	if len(t) > 40 {
		t = append(t[:39], '…')
	}
	return fmt.Sprintf("“%s”", string(t))
}

// faults collects what is wrong with an edition.
type faults struct {
	e    *Edition
	list []error
}

func (f *faults) add(format string, args ...any) {
	f.list = append(f.list, fmt.Errorf(format, args...))
}

func (f *faults) unique(what, id string, ok bool) {
	if id == "" {
		f.add("a %s has no id", what)
	} else if !ok {
		f.add("there are two of %s %s", what, id)
	}
}

func (f *faults) entity(what string, id EntityID, mayBeEmpty bool) {
	if id == "" && mayBeEmpty {
		return
	}
	if _, ok := f.e.entities[id]; !ok {
		f.add("%s names the entity %q, which is not in the edition", what, id)
	}
}

func (f *faults) cites(what string, ids []SourceID) {
	for _, id := range ids {
		if _, ok := f.e.sources[id]; !ok {
			f.add("%s cites the source %q, which is not in the edition", what, id)
		}
	}
}

func (f *faults) span(what string, s Span) bool {
	if s.ValidIn(f.e.c.Article.Text) {
		return true
	}
	f.add("%s: the span %d–%d does not fit the article", what, s.Start, s.End)
	return false
}

func addOnce[K comparable](m map[K]int, k K, i int) bool {
	if _, dup := m[k]; dup {
		return false
	}
	m[k] = i
	return true
}

func lookup[K comparable, V any](m map[K]int, all []V, k K) (*V, bool) {
	i, ok := m[k]
	if !ok {
		return nil, false
	}
	return &all[i], true
}
