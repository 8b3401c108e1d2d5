package annotator

import (
	"strconv"

	"sidelight/annotations"
	"sidelight/annotations/knowledge/gazetteer"
)

// voices adds the passages. A passage that its speaker's name is not known for keeps the
// words of the article.
func (b *builder) voices() {
	for _, p := range b.passages {
		x := annotations.Passage{
			Span: p.Span, Voice: p.Voice, Anonymity: p.Anonymity, Origin: annotations.Found, Cue: p.Cue,
		}
		x.Speaker, x.Name = b.speaker(p.Speaker, p.Said)
		if x.Speaker != "" {
			x.Name = b.work.cast.Entities[p.Speaker].Name
		}
		b.c.Passages = append(b.c.Passages, x)
	}
}

// inverse stands before the verb of a relation where it is read from its object: the
// words stay those of the article, and the arrow says from whom they come.
const inverse = "← "

// related adds the relations between entities that both have a mark.
func (b *builder) related() {
	for i, r := range b.relations {
		if !b.used[b.cast[r.From]] || !b.used[b.cast[r.To]] {
			continue
		}
		verb := b.doc.Text[r.Verb.Start:r.Verb.End]
		b.c.Relations = append(b.c.Relations, annotations.Relation{
			ID:   "r" + strconv.Itoa(i+1),
			From: b.c.Entities[b.cast[r.From]].ID, To: b.c.Entities[b.cast[r.To]].ID,
			Label: verb, Inverse: inverse + verb, Evidence: []annotations.Span{r.Evidence}, Origin: annotations.Found,
		})
	}
}

// outside adds what the built-in lists say of the places and organisations of the
// article: one line each with its sources, and where a place lies.
func (b *builder) outside() {
	lands := b.lands()
	cited := make(map[annotations.SourceID]bool)
	for i := range b.c.Entities {
		x := &b.c.Entities[i]
		entry, ok := lookup(x, lands)
		if !ok {
			continue
		}
		x.Location = entry.Location
		var ids []annotations.SourceID
		for _, s := range entry.Sources {
			ids = append(ids, s.ID)
			if !cited[s.ID] {
				cited[s.ID] = true
				b.c.Sources = append(b.c.Sources, s)
			}
		}
		if entry.Line != "" {
			b.c.Facts = append(b.c.Facts, annotations.Fact{
				ID: annotations.FactID("list-" + string(x.ID)), About: []annotations.EntityID{x.ID},
				State: annotations.Background, Text: entry.Line, AsOf: entry.AsOf, Sources: ids,
			})
		}
	}
}

// lands are the names of the places of the article that tell two towns of one name apart.
func (b *builder) lands() []string {
	var out []string
	for i := range b.c.Entities {
		if x := &b.c.Entities[i]; x.Kind == annotations.Place {
			if e, ok := gazetteer.Lookup(x.Kind, x.Name); ok && e.What == gazetteer.State {
				out = append(out, e.Name)
			}
		}
	}
	return out
}

// lookup returns the entry of the first name of an entity that the lists have.
func lookup(x *annotations.Entity, lands []string) (gazetteer.Entry, bool) {
	if entry, ok := gazetteer.Lookup(x.Kind, x.Name, lands...); ok {
		return entry, true
	}
	for _, name := range x.Aliases {
		if entry, ok := gazetteer.Lookup(x.Kind, name, lands...); ok {
			return entry, true
		}
	}
	return gazetteer.Entry{}, false
}
