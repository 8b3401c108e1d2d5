package panel

import (
	"sidelight/annotations"
	"sidelight/annotations/atlas"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/session"
)

// card is the face that says what the edition knows of one entity.
var card = face{
	heading: func(now session.Snapshot, x *annotations.Entity) heading {
		n := len(now.Edition.TimesOf(x.ID))
		return heading{
			title: locale.Kind(x.Kind), kind: &x.Kind,
			count: placeWords(now.Edition.Time(now.Mention), n), steps: n > 0,
		}
	},
	sections: []Section{
		identity, ties, quotation, bothWordings, quantity, inArticle, remarks, beforeAndAfter,
		background, since, connected, allPlaces, concordance, ownNotes,
	},
	noted: ownNoted,
	reads: func(e *annotations.Edition, x *annotations.Entity) any {
		return []any{
			e.FactsAsOf(), e.Checked(), atlas.Gather(e),
			x, e.MentionsOf(x.ID), e.RemarksOf(x.ID), e.TiesOf(x.ID), namedOn(e, x), e.Passages(), e.Sources(),
			e.FactsOf(x.ID, annotations.InArticle), e.FactsOf(x.ID, annotations.Background), e.FactsOf(x.ID, annotations.Since),
			momentsAround(e, x),
		}
	},
}

// namedOn returns the entities that the card of x names beside x: the other ends of
// its relations, the speaker of a quotation, and who speaks the words that its facts
// rest on.
func namedOn(e *annotations.Edition, x *annotations.Entity) []*annotations.Entity {
	var ids []annotations.EntityID
	for _, l := range e.TiesOf(x.ID) {
		ids = append(ids, l.Other)
	}
	if x.Words != nil {
		ids = append(ids, x.Words.Speaker)
	}
	for _, f := range e.FactsOf(x.ID, annotations.InArticle) {
		p, _ := e.VoiceOf(f.Evidence[0])
		ids = append(ids, p.Speaker)
	}
	var out []*annotations.Entity
	for _, id := range ids {
		if other, ok := e.Entity(id); ok {
			out = append(out, other)
		}
	}
	return out
}

// identity sets the name of the entity and says who or what it is.
func identity(b *Builder, _ session.Snapshot, x *annotations.Entity) {
	b.at("identity")
	b.add(2, prose.NewText(b.roles.CardName, look.ColorText, locale.Name(x)))
	if x.Printed != "" && x.Printed != x.Name {
		b.add(4, b.iconLine("text-aa", locale.X("panel.printed", "Printed as “{{.Name}}” in this article",
			map[string]any{"Name": x.Printed})))
	}
	if when := locale.Date(x.When); when != "" && when != x.Name {
		b.add(4, b.iconLine("clock", when))
	}
	if len(b.e.MentionsOf(x.ID)) == 0 && (x.Quantity == nil || x.Quantity.Computed == "") {
		b.add(4, b.iconLine("article", locale.X("panel.not-in-article", "Not named in the article")))
	}
	gap := float32(10)
	if x.Identity != "" {
		b.add(gap, prose.NewText(b.roles.Identity, look.ColorText, x.Identity))
		gap = 2
	}
	if x.Summary != "" {
		b.add(gap, prose.NewText(b.roles.Body, look.ColorTextMuted, x.Summary))
	}
}
