package panel

import (
	"slices"

	"sidelight/annotations"
	"sidelight/annotations/atlas"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/session"
)

// foundCard is the card of an entity that the program found and nobody has checked. It
// says what the article says, word for word, and how the program came to it; it says
// nothing in words of its own.
var foundCard = face{
	found:   true,
	heading: card.heading,
	sections: []Section{
		unchecked, foundName, settled, foundValue, foundQuotation,
		sentences, ownWords, datesNear, standsNear, foundTies, beforeAndAfter,
		outside, howMarked, allPlaces, concordance, ownNotes,
	},
	noted: func(p *Panel, x *annotations.Entity) any { return []any{ownNoted(p, x), p.outside.shown(x)} },
	reads: func(e *annotations.Edition, x *annotations.Entity) any {
		return []any{
			e.Published(), atlas.Gather(e), x, e.Mentions(), e.Entities(), e.Passages(), e.TiesOf(x.ID), e.Sources(),
			e.FactsOf(x.ID, annotations.Background), momentsAround(e, x),
		}
	},
}

// isFound reports whether the program found an entity. One that a person has marked too
// has the card of an editor.
func isFound(e *annotations.Edition, id annotations.EntityID) bool {
	all := e.MentionsOf(id)
	return len(all) > 0 && !slices.ContainsFunc(all, func(m *annotations.Mention) bool { return m.Origin != annotations.Found })
}

// unchecked says that nobody has checked what the card is about, and whether the program
// itself is in doubt of it.
func unchecked(b *Builder, _ session.Snapshot, x *annotations.Entity) {
	words := locale.X("panel.found.unchecked", "Marked by Sidelight, not checked")
	if doubtful(b.e, x.ID) {
		words = locale.X("panel.found.unsure", "Marked by Sidelight, unsure")
	}
	b.at("unchecked")
	b.add(2, b.iconLine("info", words))
}

// doubtful reports whether the program is sure of no mention of an entity.
func doubtful(e *annotations.Edition, id annotations.EntityID) bool {
	return !slices.ContainsFunc(e.MentionsOf(id), func(m *annotations.Mention) bool { return !m.Unsure() })
}

// foundName sets the name, what the article calls the entity, and the other forms in
// which it names it.
func foundName(b *Builder, _ session.Snapshot, x *annotations.Entity) {
	b.at("identity")
	b.add(4, b.nameOf(x))
	called, forms := calledWords(b.e, x), formWords(b.e, x)
	if called == "" {
		if forms != "" {
			b.add(8, prose.NewText(b.roles.Body, look.ColorTextMuted,
				locale.X("panel.found.also", "Also {{.Forms}}.", map[string]any{"Forms": forms})))
		}
		return
	}
	b.add(8, prose.NewText(b.roles.Identity, look.ColorText, called))
	words := whereCalled(b.e, x)
	if forms != "" {
		words += " " + locale.X("panel.found.also", "Also {{.Forms}}.", map[string]any{"Forms": forms})
	}
	b.add(0, prose.NewText(b.roles.Body, look.ColorTextMuted, words))
}

// longName is the number of bytes from which on a quotation is set smaller than a name.
const longName = 80

// nameOf sets the name of an entity. That of a quotation is its words.
func (b *Builder) nameOf(x *annotations.Entity) prose.Block {
	name, role := locale.Name(x), b.roles.CardName
	if x.Kind == annotations.Quote {
		name = quoted(x.Name)
		if len(name) > longName {
			role = b.roles.HoverName
		}
	}
	t := prose.NewText(role, look.ColorText, name)
	t.SetMaxLines(8)
	return t
}
