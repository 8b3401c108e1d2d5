package panel

import (
	"slices"
	"strings"

	"sidelight/annotations"
	"sidelight/ui/locale"
)

// use is a place where the edition relies on a source.
type use struct {
	part   part
	words  string
	entity annotations.EntityID // whose card shows the use, empty for none
	span   annotations.Span     // of the article, for a use that no card shows
}

// part is a sort of thing that cites sources. Uses are counted in the order of parts.
type part int

const (
	inFact part = iota
	inQuotation
	inNumber
	inRelation
	inNote
	inAbout
	parts // how many there are
)

// usesOf returns the uses of each source, in the order of the edition.
func usesOf(e *annotations.Edition) map[annotations.SourceID][]use {
	out := map[annotations.SourceID][]use{}
	add := func(ids []annotations.SourceID, u use) {
		for _, id := range ids {
			out[id] = append(out[id], u)
		}
	}
	for _, f := range e.Facts() {
		add(f.Sources, use{part: inFact, words: f.Text, entity: f.About[0]})
	}
	for _, x := range e.Entities() {
		if x.Words != nil {
			add(x.Words.Sources, use{part: inQuotation, words: locale.Name(&x), entity: x.ID})
		}
		if x.Quantity != nil {
			add(x.Quantity.Sources, use{part: inNumber, words: locale.Name(&x), entity: x.ID})
		}
	}
	for _, r := range e.Relations() {
		from, _ := e.Entity(r.From)
		to, _ := e.Entity(r.To)
		add(r.Sources, use{part: inRelation, words: locale.Name(from) + ": " + r.Label + " " + locale.Name(to), entity: r.From})
	}
	for _, n := range e.Remarks() {
		u := use{part: inNote, words: n.Title, span: n.Span}
		if len(n.About) > 0 {
			u.entity = n.About[0]
		}
		ids := n.Sources
		for _, x := range n.Since {
			ids = append(slices.Clip(ids), x.Sources...)
		}
		add(slices.Compact(slices.Sorted(slices.Values(ids))), u)
	}
	for _, s := range e.About() {
		add(s.Sources, use{part: inAbout, words: s.Heading})
	}
	return out
}

// useWords counts uses in words: "Used by 4 facts, 1 quotation".
func useWords(uses []use) string {
	var count [parts]int
	for _, u := range uses {
		count[u.part]++
	}
	var list []string
	for p, n := range count {
		if n > 0 {
			list = append(list, partWords(part(p), n))
		}
	}
	if len(list) == 0 {
		return locale.X("panel.sources.unused", "Not used by any fact")
	}
	return locale.X("panel.sources.used", "Used by {{.List}}", map[string]any{"List": strings.Join(list, ", ")})
}

// partWords counts n uses of one part in words: "4 facts". The singular has a key of
// its own, as in [locale.Mentions].
func partWords(p part, n int) string {
	if p == inAbout {
		return locale.X("panel.sources.about", "the word on this edition")
	}
	count := map[string]any{"Count": n}
	name := [...]struct{ one, many string }{
		inFact: {locale.X("panel.sources.fact", "1 fact"),
			locale.X("panel.sources.facts", "{{.Count}} facts", count)},
		inQuotation: {locale.X("panel.sources.quotation", "1 quotation"),
			locale.X("panel.sources.quotations", "{{.Count}} quotations", count)},
		inNumber: {locale.X("panel.sources.number", "1 number"),
			locale.X("panel.sources.numbers", "{{.Count}} numbers", count)},
		inRelation: {locale.X("panel.sources.relation", "1 relation"),
			locale.X("panel.sources.relations", "{{.Count}} relations", count)},
		inNote: {locale.X("panel.sources.note", "1 editor’s note"),
			locale.X("panel.sources.notes", "{{.Count}} editor’s notes", count)},
	}[p]
	if n == 1 {
		return name.one
	}
	return name.many
}
