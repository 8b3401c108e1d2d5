package search

import (
	"fmt"
	"slices"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/text"
)

// record is a thing that can be found, before it is put into a segment.
type record struct {
	typ       Type
	id, title string
	detail    string // of a record from outside the edition
	outside   bool
	kind      annotations.Kind
	entity    annotations.EntityID
	span      annotations.Span
	voice     annotations.Voice

	name     []string  // the title; of a note, its title and text
	initials bool      // it may be called by the initials of its names
	aliases  []namedAs // further names
	more     []string  // what else is said of it
	whyMore  How
	by       []string // on whose word it rests
	voices   []annotations.Voice
	tags     []string

	order    int // of its type and kind, the smaller the better
	mentions int // how often the article names it
}

// namedAs is a further name: an alias, or the name as the article prints it.
type namedAs struct {
	text string
	how  How
}

// Record is a thing from outside an edition that can be found: a command, a note
// of the reader.
type Record struct {
	Type    Type
	ID      string // within its type
	Title   string
	Detail  string   // the second line of its row
	Aliases []string // further names
	Text    string   // further words, not shown in the row
	Tags    []string // of a note, without "#"

	Entity annotations.EntityID // the card that it opens, if any
	Span   annotations.Span     // where it stands in the article, if anywhere
	Voice  annotations.Voice    // on whose word it rests, if on anyone's
}

// addCards adds the entities and facts of an edition.
func addCards(e *annotations.Edition, add func(*record)) {
	for i := range e.Entities() {
		add(entityRecord(e, &e.Entities()[i]))
	}
	for i := range e.Facts() {
		add(factRecord(e, &e.Facts()[i]))
	}
}

// addRemarks adds the editor's notes and the sources.
func addRemarks(e *annotations.Edition, add func(*record)) {
	for _, n := range e.Remarks() {
		add(noteRecord(e, n))
	}
	for i := range e.Sources() {
		add(sourceRecord(&e.Sources()[i]))
	}
}

// The order of records within a tier: kinds of names, states of facts, passages,
// notes, sources, commands.
const (
	factOrder    = int(annotations.Term) + 1
	passageOrder = factOrder + int(annotations.Since) + 1
	noteOrder    = passageOrder + 1
	sourceOrder  = noteOrder + 1
	commandOrder = sourceOrder + 1
	orders       = commandOrder + 1
)

func entityRecord(e *annotations.Edition, x *annotations.Entity) *record {
	r := &record{
		typ: Entity, id: string(x.ID), title: x.Name, kind: x.Kind, entity: x.ID,
		name: []string{x.Name}, more: []string{x.Identity}, whyMore: InIdentity,
		order: int(x.Kind), initials: true,
	}
	mentions := e.MentionsOf(x.ID)
	r.mentions = len(mentions)
	if m, ok := e.FirstNamed(x.ID); ok {
		r.span = m.Span
	}
	if x.Printed != "" {
		r.aliases = append(r.aliases, namedAs{x.Printed, Printed})
	}
	for _, a := range x.Aliases {
		r.aliases = append(r.aliases, namedAs{a, Alias})
	}
	// The short name of a number holds the names of others: "33 Israelis".
	if x.Kind != annotations.Number && x.Short != "" && x.Short != x.Name && !slices.Contains(x.Aliases, x.Short) {
		r.aliases = append(r.aliases, namedAs{x.Short, Alias})
	}
	if x.Kind == annotations.Quote {
		r.typ, r.initials = Quotation, false
		r.more, r.whyMore = quotationWords(e, x), InQuotation
		r.bear(e, r.span)
		if x.Words != nil {
			r.by = append(r.by, speakerNames(e, x.Words.Speaker, x.Words.Said)...)
		}
	}
	return r
}

// quotationWords returns the words of a quotation as the article and as the
// sources have them, its speaker and its setting.
func quotationWords(e *annotations.Edition, x *annotations.Entity) []string {
	words := []string{x.Identity}
	for _, m := range e.MentionsOf(x.ID) {
		words = append(words, e.Article().Slice(m.Span))
	}
	if q := x.Words; q != nil {
		words = append(words, nameOf(e, q.Speaker, q.Said), q.Setting, q.Published)
	}
	return words
}

func factRecord(e *annotations.Edition, f *annotations.Fact) *record {
	r := &record{
		typ: Fact, id: string(f.ID), title: f.Text, name: []string{f.Text}, more: namesOf(e, f.About), whyMore: Related,
		order: factOrder + int(f.State),
	}
	if len(f.About) > 0 {
		r.entity = f.About[0]
	}
	if len(f.Evidence) > 0 {
		r.span = f.Evidence[0]
		r.bear(e, f.Evidence...)
	}
	for _, id := range f.Sources {
		if s, ok := e.Source(id); ok && f.State != annotations.InArticle {
			r.by = append(r.by, s.Publisher)
		}
	}
	return r
}

// namesOf returns the names and aliases of entities.
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

// PassageID returns the id that a sentence has as a result: "p4s2" is sentence 2
// of paragraph 4.
func PassageID(s annotations.Sentence) string { return fmt.Sprintf("p%ds%d", s.Paragraph, s.Number) }

func noteRecord(e *annotations.Edition, n annotations.Remark) *record {
	r := &record{
		typ: Note, id: n.ID, title: n.Title, span: n.Span,
		name: noteWords(n), more: namesOf(e, n.About), whyMore: Related,
		order: noteOrder,
	}
	if len(n.About) > 0 {
		r.entity = n.About[0]
	}
	return r
}

// noteWords returns the words of an editor's note, title first.
func noteWords(n annotations.Remark) []string {
	words := []string{n.Title, n.Text}
	for _, x := range n.Since {
		words = append(words, x.Text)
	}
	return words
}

func sourceRecord(s *annotations.Source) *record {
	return &record{
		typ: Source, id: string(s.ID), title: s.Title,
		name: []string{s.Title}, more: []string{s.Publisher, s.Issued.Words(), s.IssuedRaw, string(s.ID)}, whyMore: Related,
		by: []string{s.Publisher}, order: sourceOrder,
	}
}

// moreRecord returns the record of a thing from outside the edition.
func moreRecord(m *Record) *record {
	r := &record{
		typ: m.Type, id: m.ID, title: m.Title, detail: m.Detail, outside: true, entity: m.Entity, span: m.Span, voice: m.Voice,
		name: []string{m.Title}, more: append([]string{m.Text}, m.Tags...), whyMore: InText, voices: []annotations.Voice{m.Voice},
		tags: m.Tags,
	}
	switch m.Type {
	case Fact:
		r.order = factOrder
	case Passage:
		r.order = passageOrder
	case Note:
		r.order = noteOrder
	case Source:
		r.order = sourceOrder
	case Command:
		r.order = commandOrder
	default:
		r.initials = true
	}
	for _, a := range m.Aliases {
		r.aliases = append(r.aliases, namedAs{a, Alias})
	}
	return r
}

// bear adds the voices of the spans to the record; its own voice is that of the
// first span.
func (r *record) bear(e *annotations.Edition, spans ...annotations.Span) {
	for i, s := range spans {
		if s.Empty() {
			continue
		}
		if p, ok := e.VoiceOf(s); ok && i == 0 {
			r.voice = p.Voice
		}
		for p := range e.PassagesIn(s) {
			r.voices = append(r.voices, p.Voice)
			r.by = append(r.by, speakerNames(e, p.Speaker, p.Name)...)
		}
	}
}

// speakerNames returns the names of a speaker, who need not be an entity.
func speakerNames(e *annotations.Edition, id annotations.EntityID, name string) []string {
	if x, ok := e.Entity(id); ok {
		return append([]string{x.Name, x.Printed, name}, x.Aliases...)
	}
	return []string{name}
}

// voiceMark precedes the words for a voice among the names of those who speak,
// so that by:official is not the "Unnamed Hamas official". No folded word holds it.
const voiceMark = "*"

// tagMark precedes each word of a tag among the names of those who speak, so that
// tag:lesson finds no speaker and by:lesson no tag. No folded word holds it.
const tagMark = "#"

// tagged returns a tag, or the beginning of one, as it stands among those names.
func tagged(tag string) string {
	return " " + tagMark + strings.Join(fold(tag).words(), tagMark)
}

// speakers returns everyone on whose word the record rests, by name and by voice, and
// the tags of a note.
func (r *record) speakers() folded {
	out := foldAll(r.by...)
	for _, name := range r.by {
		if s := foldAs(text.Spelled, name); s != fold(name) { // "mueller"
			out += s
		}
	}
	for _, v := range r.voices {
		for _, w := range voiceWords(v) {
			out += folded(" "+voiceMark) + fold(w)[1:]
		}
	}
	for _, tag := range r.tags {
		out += folded(tagged(tag))
	}
	return out
}

// voiceWords returns the words by which a filter asks for a voice.
func voiceWords(v annotations.Voice) []string {
	switch v {
	case annotations.OnRecord, annotations.Official:
		return []string{v.String()}
	case annotations.Unnamed:
		return []string{v.String(), "anonymous"}
	case annotations.OwnAccount:
		return []string{v.String(), "article"}
	case annotations.Inference:
		return []string{v.String(), "writer"}
	}
	return nil
}

// isVoice reports whether a folded text is a word for a voice.
func isVoice(s string) bool {
	for _, v := range annotations.Voices() {
		for _, w := range voiceWords(v) {
			if strings.TrimSpace(string(fold(w))) == s {
				return true
			}
		}
	}
	return false
}
