package panel

import (
	"sidelight/annotations"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
)

// notes lists the editor's remarks about the entity. Tapping one shows the words
// that it is about.
func (c *card) notes(x *annotations.Entity) {
	notes := c.e.NotesOf(x.ID)
	if len(notes) == 0 {
		return
	}
	c.section(locale.X("panel.notes", "Editor’s notes"), len(notes), "")
	gap := float32(8)
	for _, n := range notes {
		c.p.notes[n.ID] = listed{len(c.items), c.row(gap, 6, n.Title, c.note(n), func() { c.p.toPassage(n.Span) })}
		if len(n.Sources) > 0 {
			c.add(3, c.sources(n.Sources, true, "", false))
		}
		gap = 13
	}
}

// note is title and text, with the paragraph at the right of the title.
func (c *card) note(n annotations.Note) prose.Block {
	sign := prose.NewText(c.roles.Section, look.ColorAccentText, paragraphSign(c.e.Article(), n.Span))
	arrow := prose.NewIcon("arrow-elbow-up-left", look.ColorTextMuted, iconSize, c.roles.Meta.Leading)
	title := prose.NewColumns(
		prose.Cell{Block: prose.NewText(c.roles.Identity, look.ColorText, n.Title)},
		prose.Cell{Block: sign, Width: sign.NaturalWidth(), Gap: 8, Down: 2},
		prose.Cell{Block: arrow, Width: iconSize, Gap: 4, Down: 2},
	)
	return prose.NewStack(
		prose.Item{Block: title},
		prose.Item{Block: prose.NewText(c.roles.Body, look.ColorText, n.Text), Top: 2},
	)
}
