package search

import (
	"fmt"

	"sidelight/annotations"
)

// record is one thing that can be found.
type record struct {
	result Result // without Why, Score and Matches; Title of a passage is its whole sentence

	title   folded  // the name of an entity, or the text; a note's title and text
	aliases []alias // further names
	more    folded  // what else is said of it: identity line, speaker, names of what it is about
	whyMore string

	order    int // of its type and kind, the smaller the better
	mentions int // how often the article names it
}

// alias is another name of an entity.
type alias struct {
	text    string
	printed bool // it is how the article prints the name
	folded  folded
}

func (r *record) isName() bool { return r.result.Type.Group() == Names }

// records lists everything in the edition that can be found, in the order in
// which equals are shown.
func records(e *annotations.Edition) []record {
	var out []record
	for i := range e.Entities() {
		out = append(out, entityRecord(e, &e.Entities()[i]))
	}
	for i := range e.Facts() {
		out = append(out, factRecord(e, &e.Facts()[i]))
	}
	for _, p := range e.Article().Paragraphs {
		for _, s := range p.Sentences {
			out = append(out, passageRecord(e, s))
		}
	}
	for _, n := range e.Notes() {
		out = append(out, noteRecord(e, n))
	}
	return out
}

// Within a tier: the kinds of names, the states of facts, passages, notes.
const (
	factOrder    = int(annotations.Term) + 1
	passageOrder = factOrder + int(annotations.Since) + 1
	noteOrder    = passageOrder + 1
	orders       = noteOrder + 1
)

func entityRecord(e *annotations.Edition, x *annotations.Entity) record {
	r := record{
		result: Result{
			Type: Entity, ID: string(x.ID), Title: x.Name, Detail: entityDetail(e, x),
			Kind: x.Kind, Entity: x.ID,
		},
		title: fold(x.Name), more: fold(x.Identity), whyMore: "identity line",
		order: int(x.Kind),
	}
	mentions := e.MentionsOf(x.ID)
	r.mentions = len(mentions)
	if len(mentions) > 0 {
		r.result.Span = mentions[0].Span
	}
	if x.Printed != "" {
		r.aliases = append(r.aliases, alias{x.Printed, true, fold(x.Printed)})
	}
	for _, a := range x.Aliases {
		r.aliases = append(r.aliases, alias{a, false, fold(a)})
	}
	if x.Kind == annotations.Quote {
		r.result.Type = Quotation
		r.more, r.whyMore = foldAll(quotationWords(e, x)...), "the quotation"
	}
	return r
}

// quotationWords are the words of a quotation as the article and as the sources
// have them, and who said them where.
func quotationWords(e *annotations.Edition, x *annotations.Entity) []string {
	words := []string{x.Identity}
	for _, m := range e.MentionsOf(x.ID) {
		words = append(words, e.Article().Slice(m.Span))
	}
	if q := x.Words; q != nil {
		words = append(words, speaker(e, q), q.Setting, q.Published)
	}
	return words
}

func factRecord(e *annotations.Edition, f *annotations.Fact) record {
	r := record{
		result: Result{Type: Fact, ID: string(f.ID), Title: f.Text, Detail: factDetail(e, f)},
		title:  fold(f.Text), whyMore: whyRelated,
		order: factOrder + int(f.State),
	}
	if len(f.About) > 0 {
		r.result.Entity = f.About[0]
	}
	if len(f.Evidence) > 0 {
		r.result.Span = f.Evidence[0]
	}
	r.more = foldAll(namesOf(e, f.About)...)
	return r
}

// namesOf are the names and aliases of the entities.
func namesOf(e *annotations.Edition, ids []annotations.EntityID) []string {
	var names []string
	for _, id := range ids {
		if x, ok := e.Entity(id); ok {
			names = append(names, x.Name)
			names = append(names, x.Aliases...)
		}
	}
	return names
}

func passageRecord(e *annotations.Edition, s annotations.Sentence) record {
	text := e.Article().Slice(s.Span)
	return record{
		result: Result{
			Type: Passage, ID: fmt.Sprintf("p%ds%d", s.Paragraph, s.Number),
			Title: text, Detail: passageDetail(s), Span: s.Span,
		},
		title: fold(text), order: passageOrder,
	}
}

func noteRecord(e *annotations.Edition, n annotations.Note) record {
	r := record{
		result: Result{Type: Note, ID: n.ID, Title: n.Title, Detail: noteDetail(e, n), Span: n.Span},
		title:  foldAll(n.Title, n.Text),
		more:   foldAll(namesOf(e, n.About)...), whyMore: whyRelated,
		order: noteOrder,
	}
	if len(n.About) > 0 {
		r.result.Entity = n.About[0]
	}
	return r
}
