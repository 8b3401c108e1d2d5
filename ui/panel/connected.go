package panel

import (
	"slices"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/session"
)

// connected lists the relations of the entity. A relation opens the card of the
// other entity; a sign at its right leads to what the relation rests on. Beside the
// network the relations stand in their long form, see [ties].
func connected(b *Builder, now session.Snapshot, x *annotations.Entity) {
	if now.View == session.Network {
		return
	}
	links := b.e.TiesOf(x.ID)
	if q := x.Words; q != nil {
		// The section about the quotation has named the speaker already.
		links = slices.DeleteFunc(slices.Clone(links), func(l annotations.Tie) bool { return l.Other == q.Speaker })
	}
	if len(links) == 0 {
		return
	}
	b.section(locale.X("panel.connected", "Connected to"), len(links), "")
	b.leads(locale.X("panel.jump.connected", "Connected"))
	gap := float32(9)
	for i, l := range links {
		other, ok := b.e.Entity(l.Other)
		if !ok {
			continue
		}
		b.listed(i, len(links), tieKey(l), gap, 3, b.roles.UI.Leading+2*3, func(b *Builder) { b.connection(gap, l, other) })
		gap = 7
	}
}

func tieKey(l annotations.Tie) string { return "relation:" + string(l.Relation.ID) }

// connection sets the row of a relation to another entity.
func (b *Builder) connection(gap float32, l annotations.Tie, other *annotations.Entity) {
	b.at(tieKey(l))
	cells := b.nameCells(other)
	if sign := b.basis(l.Relation); sign != nil {
		cells = append(cells, prose.Cell{Block: sign, Width: sign.NaturalWidth(), Gap: 8, Down: 1})
	}
	b.about(command.Target{On: command.OnEntity, Entity: other.ID, Kind: other.Kind})
	b.row(gap, 3, l.Label+" "+other.Name, b.labelled(l.Label, cells...),
		func() { b.asks.OpenEntity(other.ID) })
}

// basis makes a link to the words of the article that state a relation or, if there
// are none, to the relation's first source. It returns nil if there is neither.
func (b *Builder) basis(r *annotations.Relation) *control.Link {
	if len(r.Evidence) > 0 {
		return b.passageLink(r.Evidence[0])
	}
	for _, s := range citations(b.e, r.Sources, true) {
		icon := prose.NewIcon("book-open", look.ColorTextMuted, iconSize, b.roles.Meta.Leading)
		l := b.link(locale.X("panel.source", "Source: {{.Name}}", map[string]any{"Name": s.words}),
			icon, iconSize, func() { b.asks.OpenSource(s.id) })
		l.SetTip(l.Named)
		return l
	}
	return nil
}

// passageLink makes a link to a span of the article, which shows the number of the
// span's paragraph.
func (b *Builder) passageLink(s annotations.Span) *control.Link {
	sign := paragraphSign(b.e.Article(), s)
	t := prose.NewText(b.roles.Section, look.ColorAccentText, sign)
	return b.link(locale.X("panel.passage", "Show in the article: {{.Place}}", map[string]any{"Place": sign}),
		t, t.NaturalWidth(), func() { b.asks.OpenPassage(s) })
}
