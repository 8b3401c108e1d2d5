package panel

import (
	"strconv"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/session"
)

// noteKey returns the key of an editor's note's row.
func noteKey(id string) string { return "note:" + id }

// remarks lists the editor's notes about the entity. A tap on a note leads to the
// words that the note is attached to.
func remarks(b *Builder, _ session.Snapshot, x *annotations.Entity) {
	notes := b.e.RemarksOf(x.ID)
	if len(notes) == 0 {
		return
	}
	b.section(locale.X("panel.notes", "Editor’s notes"), len(notes), "")
	gap := float32(8)
	for _, n := range notes {
		b.at(noteKey(n.ID))
		b.about(command.Target{On: command.OnRemark, Remark: n.ID, Passage: n.Span})
		b.row(gap, 6, n.Title, b.note(n), func() { b.asks.OpenPassage(n.Span) })
		if len(n.Sources) > 0 {
			b.add(3, b.sources(n.Sources, true, "", false))
		}
		b.later(n)
		gap = 13
	}
}

// later sets what came after an editor's note, apart from the note.
func (b *Builder) later(n annotations.Remark) {
	for i, x := range n.Since {
		b.at(noteKey(n.ID) + ":since:" + strconv.Itoa(i))
		if i == 0 {
			b.add(8, prose.NewText(b.roles.Meta, look.ColorTextFaint, locale.X("panel.since", "Since then")))
		}
		b.add(between(i, 2, 8), b.dated(x.Date, x.Text, x.Sources, false))
	}
}

// note makes a block of an editor's note: its title, with the number of the
// paragraph at the right, and its text.
func (b *Builder) note(n annotations.Remark) prose.Block {
	sign := prose.NewText(b.roles.Section, look.ColorAccentText, paragraphSign(b.e.Article(), n.Span))
	arrow := prose.NewIcon("arrow-elbow-up-left", look.ColorTextMuted, iconSize, b.roles.Meta.Leading)
	title := prose.NewColumns(
		prose.Cell{Block: prose.NewText(b.roles.Identity, look.ColorText, n.Title)},
		prose.Cell{Block: sign, Width: sign.NaturalWidth(), Gap: 8, Down: 2},
		prose.Cell{Block: arrow, Width: iconSize, Gap: 4, Down: 2},
	)
	return prose.NewStack(
		prose.Item{Block: title},
		prose.Item{Block: prose.NewText(b.roles.Body, look.ColorText, n.Text), Top: 2},
	)
}
