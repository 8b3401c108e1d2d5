package annotator

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
	"sidelight/annotations/knowledge/gazetteer"
	"sidelight/annotations/text"
)

// builder makes an edition's content of what the stages found.
type builder struct {
	*work
	c     annotations.Content
	ids   map[annotations.EntityID]int // how many entities wanted an id
	marks []candidate
	cast  []int                // of an entity of the cast: its index in c.Entities
	quote []int                // of a quotation: its index in c.Entities
	used  []bool               // of each of c.Entities: it has a mark
	kept  []annotations.Entity // those of c.Entities that do
}

// content is the edition's content with the marks of at least a score.
func (w *work) content(least float32) annotations.Content {
	b := &builder{work: w, ids: make(map[annotations.EntityID]int)}
	b.c.Article, b.c.Language, b.c.Published, b.c.Marked = w.doc.Article, w.doc.Language, w.doc.Published, true
	b.people()
	b.times()
	b.amounts()
	b.quoted()
	b.place(resolve(b.blocked(least)))
	b.voices()
	b.related()
	b.c.Entities = b.kept
	b.outside()
	return b.c
}

// add adds an entity under an id of its own and returns its index.
func (b *builder) add(x annotations.Entity, id string) int {
	x.ID = b.id(x.Kind, id)
	b.c.Entities = append(b.c.Entities, x)
	return len(b.c.Entities) - 1
}

// id makes an id of words: letters and digits in lower case, hyphens between, and a
// number where another entity has it.
func (b *builder) id(k annotations.Kind, words string) annotations.EntityID {
	const longest = 40 // bytes
	var s strings.Builder
	gap := false
	for _, r := range text.Plain.Fold(words) {
		if s.Len() > longest {
			break
		}
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			if gap && s.Len() > 0 {
				s.WriteByte('-')
			}
			s.WriteRune(r)
			gap = false
		case r != '\'' && r != '’' && r != '.':
			gap = true
		}
	}
	stem := s.String()
	if stem == "" {
		stem = k.String()
	}
	for {
		id := annotations.EntityID(stem)
		n := b.ids[id]
		b.ids[id]++
		if n == 0 {
			return id
		}
		stem += "-" + strconv.Itoa(n+1)
	}
}

// people adds the cast: people, organisations, places and events.
func (b *builder) people() {
	b.castIndex()
	for i := range b.work.cast.Mentions {
		m := &b.work.cast.Mentions[i]
		by := annotations.ByNames
		switch {
		case b.work.cast.Entities[m.Entity].Kind == annotations.Event:
			by = annotations.ByEvents
		case m.Form != annotations.Name:
			by = annotations.ByLinks
		}
		b.marks = append(b.marks, candidate{
			Span: m.Span, kind: b.work.cast.Entities[m.Entity].Kind, form: m.Form, entity: b.cast[m.Entity],
			score: unsettled(m), by: by, ground: m.Ground,
		})
	}
}

// unsettled is the score of a mention: a pronoun is never sure.
func unsettled(m *found.Mention) float32 {
	if m.Unsettled {
		return min(m.Score, annotations.Sure-.01)
	}
	return m.Score
}

func (b *builder) castIndex() {
	printed := b.printed()
	for i := range b.work.cast.Entities {
		x := &b.work.cast.Entities[i]
		name := x.Name
		if disputed(x) && printed[i] != "" {
			name = printed[i]
		}
		b.cast = append(b.cast, b.add(annotations.Entity{
			Kind: x.Kind, Name: name, Aliases: x.Aliases, Called: x.Called,
		}, name))
	}
}

// printed returns for each member of the cast that the article never names as the cast
// does what it prints first; for the others nothing.
func (b *builder) printed() []string {
	out := make([]string, len(b.work.cast.Entities))
	named := make([]bool, len(out))
	for _, m := range b.work.cast.Mentions {
		words := b.doc.Text[m.Start:m.End]
		named[m.Entity] = named[m.Entity] || words == b.work.cast.Entities[m.Entity].Name
		if out[m.Entity] == "" && m.Form.Names() {
			out[m.Entity] = words
		}
	}
	for i := range out {
		if named[i] {
			out[i] = ""
		}
	}
	return out
}

// disputed reports whether the standing of a place is disputed: it carries the name that
// the article prints, never one of the lists.
func disputed(x *found.Entity) bool {
	if x.Kind != annotations.Place {
		return false
	}
	entry, ok := gazetteer.Lookup(x.Kind, x.Name)
	return ok && entry.What == gazetteer.Area
}

// times adds the dates: one entity for all expressions of one value, and one for each
// wording of those without.
func (b *builder) times() {
	known := make(map[string]int)
	for _, d := range b.dates {
		words := b.doc.Text[d.Start:d.End]
		key := d.Value.String()
		if key == "" || d.Duration || d.Recurs {
			key = "words " + strings.ToLower(words)
		}
		i, ok := known[key]
		form := annotations.Name
		if !ok {
			i = b.add(annotations.Entity{Kind: annotations.Time, Name: words, When: d.Value, Length: d.Duration || d.Recurs}, "date "+words)
			known[key] = i
		} else if x := &b.c.Entities[i]; words != x.Name {
			form = annotations.Alias
			if !slices.Contains(x.Aliases, words) {
				x.Aliases = append(x.Aliases, words)
			}
		}
		b.marks = append(b.marks, candidate{d.Span, annotations.Time, form, i, d.Score, annotations.ByDates, d.Ground})
	}
}

// amounts adds the numbers: one entity for all places that give the same amount of the
// same thing in the same words.
func (b *builder) amounts() {
	known := make(map[string]int)
	for _, n := range b.numbers {
		words := b.doc.Text[n.Start:n.End]
		key := strings.ToLower(words)
		i, ok := known[key]
		if !ok {
			i = b.add(annotations.Entity{Kind: annotations.Number, Name: words, Quantity: &annotations.Quantity{
				Value: n.Value, Unit: n.Unit, Counted: n.Counted, Hedge: n.Hedge,
			}}, "number "+words)
			known[key] = i
		}
		b.marks = append(b.marks, candidate{n.Span, annotations.Number, annotations.Name, i, n.Score, annotations.ByNumbers, annotations.Span{}})
	}
}

// quoted adds the quotations. The parts of one that goes on are mentions of one entity.
func (b *builder) quoted() {
	index := make([]int, len(b.quotations))
	b.quote = index
	for i, q := range b.quotations {
		form := annotations.Name
		if q.Goes >= 0 && q.Goes < i {
			index[i], form = index[q.Goes], annotations.Alias
		} else {
			index[i] = b.add(b.quotation(q))
		}
		b.marks = append(b.marks, candidate{q.Span, annotations.Quote, form, index[i], q.Score, annotations.ByQuotations, q.Cue})
	}
}

func (b *builder) quotation(q found.Quotation) (x annotations.Entity, id string) {
	words := strings.Join(strings.Fields(b.doc.Text[q.Inner.Start:q.Inner.End]), " ")
	words = cmp.Or(strings.TrimRight(words, ",;:"), words) // a sign that leads to "he said" is none of the words
	said := &annotations.Quotation{OnRecord: q.Voice == annotations.OnRecord, Said: q.Said}
	return annotations.Entity{Kind: annotations.Quote, Name: words, Words: said}, "quote " + words
}

// blocked returns the marks that have at least a score and lie in one block of the
// article, as all of them should.
func (b *builder) blocked(least float32) []candidate {
	return slices.DeleteFunc(b.marks, func(c candidate) bool {
		p := b.doc.Article.Paragraph(b.doc.Article.ParagraphAt(c.Start))
		return c.score < least || !p.Covers(c.Span)
	})
}

// place makes mentions of the marks, and takes away the entities that have none. Where
// a quotation's speaker goes, the name in words stays.
func (b *builder) place(marks []candidate) {
	b.used = make([]bool, len(b.c.Entities))
	for _, c := range marks {
		b.used[c.entity] = true
		b.c.Mentions = append(b.c.Mentions, annotations.Mention{
			Span: c.Span, Entity: b.c.Entities[c.entity].ID, Form: c.form,
			Origin: annotations.Found, Score: c.score, By: c.by, Ground: c.ground,
		})
	}
	for i, q := range b.quotations {
		if x := &b.c.Entities[b.quote[i]]; q.Speaker >= 0 && x.Words.Speaker == "" {
			x.Words.Speaker, x.Words.Said = b.speaker(q.Speaker, q.Said)
		}
	}
	b.kept = make([]annotations.Entity, 0, len(b.c.Entities))
	for i := range b.c.Entities {
		if b.used[i] {
			b.kept = append(b.kept, b.c.Entities[i])
		}
	}
}

// speaker is the id of a member of the cast that has a mark; of any other the name.
func (b *builder) speaker(i int, said string) (annotations.EntityID, string) {
	if i < 0 {
		return "", said
	}
	x := &b.c.Entities[b.cast[i]]
	if b.used[b.cast[i]] {
		return x.ID, ""
	}
	return "", x.Name
}
