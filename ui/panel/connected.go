package panel

import (
	"slices"

	"sidelight/annotations"
	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
)

// connected lists the relations; each opens the card at its other end, and a
// sign at its right leads to what it rests on.
func (c *card) connected(x *annotations.Entity) {
	links := c.e.LinksOf(x.ID)
	if q := x.Words; q != nil {
		// The card has named the speaker already.
		links = slices.DeleteFunc(slices.Clone(links), func(l annotations.Link) bool { return l.Other == q.Speaker })
	}
	if len(links) == 0 {
		return
	}
	c.section(locale.X("panel.connected", "Connected to"), len(links), "")
	gap := float32(9)
	for _, l := range links {
		other, ok := c.e.Entity(l.Other)
		if !ok {
			continue
		}
		cells := c.named(other)
		if sign := c.basis(l.Relation); sign != nil {
			cells = append(cells, prose.Cell{Block: sign, Width: sign.NaturalWidth(), Gap: 8, Down: 1})
		}
		c.row(gap, 3, l.Label+" "+other.Name, c.labelled(l.Label, cells...),
			func() { c.p.toEntity(other.ID) })
		gap = 7
	}
}

// basis is a link to the words of the article that state the relation or, where
// there are none, to its first source; nil without either.
func (c *card) basis(r *annotations.Relation) *control.Link {
	if len(r.Evidence) > 0 {
		return c.passageLink(r.Evidence[0])
	}
	for _, s := range citations(c.e, r.Sources, true) {
		icon := prose.NewIcon("book-open", look.ColorTextMuted, iconSize, c.roles.Meta.Leading)
		return c.link(locale.X("panel.source", "Source: {{.Name}}", map[string]any{"Name": s.words}),
			icon, iconSize, func() { c.p.toSource(s.id) })
	}
	return nil
}

// passageLink is the number of the span's paragraph; it goes to the span.
func (c *card) passageLink(s annotations.Span) *control.Link {
	sign := paragraphSign(c.e.Article(), s)
	t := prose.NewText(c.roles.Section, look.ColorAccentText, sign)
	return c.link(locale.X("panel.passage", "Show in the article: {{.Place}}", map[string]any{"Place": sign}),
		t, t.NaturalWidth(), func() { c.p.toPassage(s) })
}
