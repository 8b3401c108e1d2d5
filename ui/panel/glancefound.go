package panel

import (
	"cmp"
	"slices"
	"strings"

	"sidelight/annotations"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
)

// markedHere says who marked the article, and on request what that can miss.
func markedHere(b *Builder) {
	b.add(2, prose.NewText(b.roles.Body, look.ColorTextMuted, markedWords(b.e)))
	label := locale.X("panel.miss", "What this can miss")
	b.at(missed)
	role := look.Role{Font: b.roles.Tab.Font, Size: b.roles.Meta.Size, Leading: b.roles.Meta.Leading}
	t := prose.NewText(role, look.ColorText, label, prose.Stretch{End: len(label), Link: look.ColorRuleStrong})
	p := b.p
	l := b.link(label, t, t.NaturalWidth(), func() { fold(p, missed) })
	b.add(10, prose.NewColumns(prose.Cell{Block: l, Width: t.NaturalWidth()}))
	if !b.sheet.unfolded[missed] {
		return
	}
	for i, words := range missWords() {
		b.at(missed + "/" + string(rune('a'+i)))
		b.add(between(i, 8, 6), prose.NewText(b.roles.UI, look.ColorTextMuted, words))
	}
}

// missed is the key of what the program can miss.
const missed = "missed"

// fold shows the details of a row that is a link, or hides them.
func fold(p *Panel, key string) {
	s := p.shown.sheet
	s.unfolded[key] = !s.unfolded[key]
	p.rebuild()
}

// markedWords says what was marked, and that nobody has checked it.
func markedWords(e *annotations.Edition) string {
	language, _, _ := strings.Cut(strings.ToLower(e.Language()), "-")
	switch {
	case len(e.Mentions()) == 0:
		return locale.X("panel.marked.nothing",
			"Sidelight found nothing to mark in this file. Its passages can be searched, and its words found.")
	case language != "" && language != "en":
		return locale.X("panel.marked.foreign",
			"Dates, numbers and quotations were marked by Sidelight on this computer. Nobody has checked them. Names are marked in English articles only.")
	}
	return locale.X("panel.marked",
		"Names, dates, numbers and quotations were marked by Sidelight on this computer. Nobody has checked them.")
}

// missWords says what the program can miss and mistake.
func missWords() []string {
	return []string{
		locale.X("panel.miss.names", "A name can be missed, above all a rare one or one at the beginning of a sentence, or taken for another kind: a company for a person, a team for a place."),
		locale.X("panel.miss.same", "Two people of one surname can be taken for one, and one person with two names for two. Whom “she” or “the minister” means is often left open."),
		locale.X("panel.miss.dates", "“Tuesday” and “last month” are counted from the date of the article. Where that is not known, they are left open."),
		locale.X("panel.miss.voices", "Who is speaking is found by rule, from words such as “said” and “according to”. What is hinted at, meant in irony or left out is not seen."),
		locale.X("panel.miss.unsure", "A mark that Sidelight is unsure of has a shorter line and a question mark in the index."),
	}
}

// mostNamed returns the six entities that the article names most often, in descending
// order. What only describes an entity, or stands for it, is not counted: that it means
// this one is a guess.
func mostNamed(e *annotations.Edition) []mentioned {
	var all []mentioned
	for i := range e.Entities() {
		x := &e.Entities()[i]
		if named, _ := e.Times(x.ID); named > 0 && x.Kind <= annotations.Event {
			all = append(all, mentioned{x, named, 0})
		}
	}
	slices.SortStableFunc(all, func(a, b mentioned) int { return cmp.Compare(b.named, a.named) })
	return all[:min(6, len(all))]
}
