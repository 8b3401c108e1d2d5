package search

import (
	"sidelight/annotations"
)

// doc is a record in a segment. A segment may have very many, so a doc is small;
// its texts are pieces of Segment.text.
type doc struct {
	id, title  string
	detail     string // of a record from outside the edition
	outside    bool
	entity     annotations.EntityID
	start, end uint32 // the span in the article

	name piece // the name, or the text; a note's title and text
	more piece // what else is said of it: identity line, speaker, names of what it is about
	by   piece // on whose word it rests, and how that sort of voice is called
	also piece // its aliases, as a range of Segment.aliases

	typ      uint8 // index in types
	kind     annotations.Kind
	voice    annotations.Voice
	whyMore  How   // why it is found by more
	order    uint8 // of its type and kind, the smaller the better
	mentions uint8 // how often the article names it, as far as mentionScores
}

// piece is a half-open range of bytes of Segment.text.
type piece struct{ start, end uint32 }

var types = [...]Type{Entity, Fact, Passage, Quotation, Note, Source, Command}

func (d *doc) typeOf() Type { return types[d.typ] }

// isName reports whether the title of the record is a name and not a text.
func (d *doc) isName() bool {
	g := d.typeOf().Group()
	return g == Names || g == Commands
}

// alias is another name of a record, or the initials of its names.
type alias struct {
	text   string // the name; of initials, the name that they stand for
	how    How    // Alias, Printed or Initials
	folded piece
}

type builder struct {
	docs    []doc
	aliases []alias
	text    []byte
	words   *collector
}

func newBuilder() *builder { return &builder{words: newCollector()} }

// segment returns the segment of the records. The builder is of no use afterwards.
func (b *builder) segment() *Segment {
	return &Segment{docs: b.docs, aliases: b.aliases, text: string(b.text), vocab: b.words.vocabulary()}
}

func (b *builder) put(f folded) piece {
	start := uint32(len(b.text))
	b.text = append(b.text, f...)
	return piece{start, uint32(len(b.text))}
}

func (b *builder) add(r *record) {
	id := uint32(len(b.docs))
	d := doc{
		id: r.id, title: r.title, detail: r.detail, outside: r.outside, entity: r.entity,
		start: uint32(r.span.Start), end: uint32(r.span.End),
		kind: r.kind, voice: r.voice, whyMore: r.whyMore,
		order: uint8(r.order), mentions: uint8(min(r.mentions, mentionScores-1)),
	}
	for i, t := range types {
		if t == r.typ {
			d.typ = uint8(i)
		}
	}
	own := r.typ != Source && r.typ != Command
	name, extra := foldAll(r.name...), foldAll(r.more...)
	d.name, d.more, d.by = b.put(name), b.put(extra), b.put(r.speakers())
	b.words.add(id, name, d.isName(), own)
	b.words.add(id, extra, false, own)
	b.words.spell(r.name...)
	b.words.spell(r.more...)
	d.also.start = uint32(len(b.aliases))
	b.addAliases(id, &d, r, own)
	d.also.end = uint32(len(b.aliases))
	b.docs = append(b.docs, d)
}

func (b *builder) addAliases(id uint32, d *doc, r *record, own bool) {
	for _, a := range r.aliases {
		f := fold(a.text)
		b.words.spell(a.text)
		b.words.add(id, f, true, own)
		b.aliases = append(b.aliases, alias{a.text, a.how, b.put(f)})
	}
	if !r.initials {
		return
	}
	for _, name := range append([]namedAs{{r.title, Exact}}, r.aliases...) {
		short := initials(name.text)
		if len(short) == 0 {
			continue
		}
		for w := range short {
			b.words.word(id, []byte(initialMark+w), true, false)
		}
		b.aliases = append(b.aliases, alias{name.text, Initials, b.put(joined(sortedKeys(short)))})
	}
}
