package search

import (
	"fmt"

	"sidelight/annotations"
)

// record is one thing that can be found.
type record struct {
	result Result // without Reason, Score and Matches; Title of a passage is its whole sentence

	title   folded  // the name of an entity, or the text; a note's title and text
	aliases []alias // further names
	more    folded  // what else is said of it: identity line, speaker, names of what it is about
	whyMore Reason

	order    int // of its type and kind, the smaller the better
	mentions int // how often the article names it
}

// alias is another name of an entity.
type alias struct {
	text    string
	printed bool // it is how the article prints the name
	folded  folded
}

func (a alias) reason() Reason {
	if a.printed {
		return Reason{How: Printed, Text: a.text}
	}
	return Reason{How: Alias, Text: a.text}
}

// isName reports whether the title is a name rather than a text.
func (r *record) isName() bool {
	g := r.result.Type.Group()
	return g == Names || g == Commands
}

// Record is something to be found beside what is in the edition: a command, or
// later a note of the reader.
type Record struct {
	Type    Type
	ID      string // within its type
	Title   string
	Detail  string   // the second line of its row
	Aliases []string // further names
	Text    string   // further words, not shown in the row

	Entity annotations.EntityID // the card that it opens, if any
	Span   annotations.Span     // where it stands in the article, if anywhere
	Voice  annotations.Voice    // on whose word it rests, if on anyone's
}

// records lists everything that can be found, in the order in which equals are
// shown.
func records(e *annotations.Edition, more []Record) []record {
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
	for i := range e.Sources() {
		out = append(out, sourceRecord(&e.Sources()[i]))
	}
	for i := range more {
		out = append(out, moreRecord(&more[i]))
	}
	return out
}

// Within a tier: the kinds of names, the states of facts, passages, notes.
const (
	factOrder    = int(annotations.Term) + 1
	passageOrder = factOrder + int(annotations.Since) + 1
	noteOrder    = passageOrder + 1
	sourceOrder  = noteOrder + 1
	commandOrder = sourceOrder + 1
	orders       = commandOrder + 1
)

func entityRecord(e *annotations.Edition, x *annotations.Entity) record {
	r := record{
		result: Result{
			Type: Entity, ID: string(x.ID), Title: x.Name, Detail: entityDetail(e, x),
			Kind: x.Kind, Entity: x.ID,
		},
		title: fold(x.Name), more: fold(x.Identity), whyMore: Reason{How: InIdentity},
		order: int(x.Kind),
	}
	mentions := e.MentionsOf(x.ID)
	r.mentions = len(mentions)
	if len(mentions) > 0 {
		r.result.Span = mentions[0].Span
	}
	if x.Kind == annotations.Quote {
		r.result.Voice = voiceOf(e, r.result.Span)
	}
	if x.Printed != "" {
		r.aliases = append(r.aliases, alias{x.Printed, true, fold(x.Printed)})
	}
	for _, a := range x.Aliases {
		r.aliases = append(r.aliases, alias{a, false, fold(a)})
	}
	if x.Kind == annotations.Quote {
		r.result.Type = Quotation
		r.more, r.whyMore = foldAll(quotationWords(e, x)...), Reason{How: InQuotation}
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
		title:  fold(f.Text), whyMore: Reason{How: Related},
		order: factOrder + int(f.State),
	}
	if len(f.About) > 0 {
		r.result.Entity = f.About[0]
	}
	if len(f.Evidence) > 0 {
		r.result.Span = f.Evidence[0]
		r.result.Voice = voiceOf(e, f.Evidence[0])
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
			Voice: voiceOf(e, s.Span),
		},
		title: fold(text), order: passageOrder,
	}
}

func noteRecord(e *annotations.Edition, n annotations.Note) record {
	r := record{
		result: Result{Type: Note, ID: n.ID, Title: n.Title, Detail: noteDetail(e, n), Span: n.Span},
		title:  foldAll(n.Title, n.Text),
		more:   foldAll(namesOf(e, n.About)...), whyMore: Reason{How: Related},
		order: noteOrder,
	}
	if len(n.About) > 0 {
		r.result.Entity = n.About[0]
	}
	return r
}

func sourceRecord(s *annotations.Source) record {
	return record{
		result: Result{
			Type: Source, ID: string(s.ID), Title: s.Title, Detail: sourceDetail(s), Source: s.ID,
		},
		title: fold(s.Title), more: foldAll(s.Publisher, s.Issued.Words(), s.IssuedRaw),
		whyMore: Reason{How: Related}, order: sourceOrder,
	}
}

// moreRecord is a record from outside the edition.
func moreRecord(m *Record) record {
	r := record{
		result: Result{
			Type: m.Type, ID: m.ID, Title: m.Title, Detail: m.Detail,
			Entity: m.Entity, Span: m.Span, Voice: m.Voice,
		},
		title: fold(m.Title), more: fold(m.Text), whyMore: Reason{How: InText}, order: noteOrder,
	}
	for _, a := range m.Aliases {
		r.aliases = append(r.aliases, alias{a, false, fold(a)})
	}
	switch m.Type {
	case Command:
		r.order = commandOrder
	case Source:
		r.order, r.result.Source = sourceOrder, annotations.SourceID(m.ID)
	}
	return r
}

// voiceOf is the voice that bears most of the span; zero if none does.
func voiceOf(e *annotations.Edition, s annotations.Span) annotations.Voice {
	if s.Empty() {
		return 0
	}
	p, _ := e.VoiceOf(s)
	return p.Voice
}
