package annotations

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"unsafe"

	"sidelight/annotations/interval"
)

// build makes an edition of the content. What it shares with an edition that was
// checked already, by the same slices, is not checked and indexed again; a nil
// edition shares nothing.
func build(c Content, was *Edition) (*Edition, error) {
	c.Mentions, c.Passages = ordered(c.Mentions), byStart(c.Passages)
	e := &Edition{c: c}
	if was != nil && (was.c.Article != c.Article || !same(was.c.Entities, c.Entities) || !same(was.c.Sources, c.Sources)) {
		was = nil // all the rest names entities and sources, and lies in the text
	}
	f := &faults{e: e}
	either := func(shared bool, share func(), index func(*faults)) {
		if was != nil && shared {
			share()
		} else {
			index(f)
		}
	}
	old := was
	if was == nil {
		old = &Edition{}
	}
	either(true, func() { e.entities, e.sources = old.entities, old.sources }, e.indexNames)
	either(same(old.c.Mentions, c.Mentions), func() { e.mentions = old.mentions }, e.indexMentions)
	either(same(old.c.Facts, c.Facts), func() { e.facts = old.facts }, e.indexFacts)
	either(same(old.c.Relations, c.Relations), func() { e.links = old.links }, e.indexRelations)
	either(same(old.c.Passages, c.Passages), func() { e.voices = old.voices }, e.indexPassages)
	either(same(old.c.Remarks, c.Remarks), func() { e.notes, e.remarks = old.notes, old.remarks }, e.indexNotes)
	e.checkAbout(f)
	if err := f.err(); err != nil {
		return nil, err
	}
	return e, nil
}

// same reports whether two slices are one.
func same[T any](a, b []T) bool {
	return len(a) == len(b) && unsafe.SliceData(a) == unsafe.SliceData(b)
}

// byStart returns the passages by position; a slice that is so already is
// returned as it is.
func byStart(all []Passage) []Passage {
	byPosition := func(a, b Passage) int { return cmp.Compare(a.Start, b.Start) }
	if slices.IsSortedFunc(all, byPosition) {
		return all
	}
	out := slices.Clone(all)
	slices.SortStableFunc(out, byPosition)
	return out
}

func (e *Edition) indexNames(f *faults) {
	e.entities = make(map[EntityID]int, len(e.c.Entities))
	e.sources = make(map[SourceID]int, len(e.c.Sources))
	for i, s := range e.c.Sources {
		f.unique("source", string(s.ID), addOnce(e.sources, s.ID, i))
	}
	for i, x := range e.c.Entities {
		f.unique("entity", string(x.ID), addOnce(e.entities, x.ID, i))
		for _, s := range x.Called {
			f.span("what "+string(x.ID)+" is called", s)
		}
		known(f, "entity", x.ID, "kind", x.Kind, kindNames[:])
	}
	for _, x := range e.c.Entities {
		if q := x.Words; q != nil {
			f.entity("quotation "+string(x.ID), q.Speaker, true)
			f.cites("quotation "+string(x.ID), q.Sources)
		}
		if q := x.Quantity; q != nil {
			f.cites("number "+string(x.ID), q.Sources)
		}
	}
}

func (e *Edition) indexPassages(f *faults) {
	for i, p := range e.c.Passages {
		f.span("passage", p.Span)
		f.entity("passage", p.Speaker, true)
		f.words("passage", p.Cue)
		if p.Voice == 0 || int(p.Voice) >= len(voiceNames) {
			f.add("the passage %d–%d has the voice %d, which is not known", p.Start, p.End, uint8(p.Voice))
		}
		if a := p.Anonymity; int(a) >= len(anonymityNames) || a != 0 && p.Voice != Unnamed {
			f.add("the passage %d–%d of voice %v has the anonymity %d, which is none of that voice", p.Start, p.End, p.Voice, uint8(a))
		}
		if i > 0 && e.c.Passages[i-1].Overlaps(p.Span) {
			f.add("%s has two voices", e.quote(e.c.Passages[i-1].Intersect(p.Span)))
		}
	}
	e.voices = interval.New(e.c.Passages, func(p *Passage) (int, int) { return p.Start, p.End })
}

func (e *Edition) indexNotes(f *faults) {
	e.notes = make(map[string]int, len(e.c.Remarks))
	for i, n := range e.c.Remarks {
		f.unique("note", n.ID, addOnce(e.notes, n.ID, i))
		f.span("note "+n.ID, n.Span)
		f.cites("note "+n.ID, n.Sources)
		f.later("note "+n.ID, n.Since)
		for _, id := range n.About {
			f.entity("note "+n.ID, id, false)
		}
	}
	e.remarks = interval.New(e.c.Remarks, func(n *Remark) (int, int) { return n.Start, n.End })
}

func (e *Edition) checkAbout(f *faults) {
	ids := make(map[string]int)
	for i, s := range e.c.About {
		f.unique("section", s.ID, addOnce(ids, s.ID, i))
		f.cites("section "+s.ID, s.Sources)
	}
}

// factIndex is what an edition knows of its facts beside themselves.
type factIndex struct {
	byID  map[FactID]int
	about map[EntityID][]*Fact
}

func (e *Edition) indexFacts(f *faults) {
	e.facts = factIndex{byID: make(map[FactID]int, len(e.c.Facts)), about: make(map[EntityID][]*Fact)}
	for i := range e.c.Facts {
		x := &e.c.Facts[i]
		what := "fact " + string(x.ID)
		f.unique("fact", string(x.ID), addOnce(e.facts.byID, x.ID, i))
		f.cites(what, x.Sources)
		known(f, "fact", x.ID, "state", x.State, stateNames[:])
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
			e.facts.about[id] = append(e.facts.about[id], x)
		}
		f.moment(what, x)
	}
}

// moment refuses a moment that is none, and an order of what is not in the edition.
func (f *faults) moment(what string, x *Fact) {
	if x.Moment != 0 {
		known(f, "fact", x.ID, "moment", x.Moment, momentNames[:])
	}
	for _, id := range x.Order {
		f.entity(what, id, false)
	}
}

func (e *Edition) indexRelations(f *faults) {
	e.links = make(map[EntityID][]Tie)
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
		e.links[r.From] = append(e.links[r.From], Tie{r, r.Label, r.To})
		e.links[r.To] = append(e.links[r.To], Tie{r, r.Inverse, r.From})
	}
}

// quote is the text of the span between quotation marks, shortened, for errors.
func (e *Edition) quote(s Span) string {
	t := []rune(e.c.Article.Slice(s))
	if len(t) > 40 {
		t = append(t[:39], '…')
	}
	return fmt.Sprintf("“%s”", string(t))
}

// maxFaults is how many faults of an edition are kept.
const maxFaults = 100

// faults collects what is wrong with an edition: the faults that were found first,
// and how many came after them.
type faults struct {
	e    *Edition
	list []error
	more int
}

func (f *faults) add(format string, args ...any) {
	if len(f.list) == maxFaults {
		f.more++
		return
	}
	f.list = append(f.list, fmt.Errorf(format, args...))
}

// err joins the faults; nil if there are none.
func (f *faults) err() error {
	list := f.list
	if f.more > 0 {
		list = append(list, fmt.Errorf("%d more faults were found and are not listed", f.more))
	}
	return errors.Join(list...)
}

// known refuses a value that is none of a fixed set, such as the kinds; names are
// theirs, with nothing at 0. The sentence begins with what and id.
func known[T ~uint8, ID ~string](f *faults, what string, id ID, set string, value T, names []string) {
	if value == 0 || int(value) >= len(names) {
		f.add("%s %s has the %s %d, which is not known", what, id, set, uint8(value))
	}
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

// words checks a span that may be missing.
func (f *faults) words(what string, s Span) {
	if s != (Span{}) {
		f.span(what, s)
	}
}

func (f *faults) cites(what string, ids []SourceID) {
	for _, id := range ids {
		if _, ok := f.e.sources[id]; !ok {
			f.add("%s cites the source %q, which is not in the edition", what, id)
		}
	}
}

// later refuses what came later if it has no date or no source.
func (f *faults) later(what string, all []Later) {
	for _, x := range all {
		f.cites(what, x.Sources)
		if x.Date.IsZero() || len(x.Sources) == 0 {
			f.add("%s tells of something later without a date or without a source", what)
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
