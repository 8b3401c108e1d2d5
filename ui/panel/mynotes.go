package panel

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/session"
)

// ownNotes lists the reader's notes that touch a mention of the entity or name it, with
// what begins another one.
func ownNotes(b *Builder, now session.Snapshot, x *annotations.Entity) {
	all := b.p.own.of(x.ID)
	_, ok := b.p.noteSpan(x.ID)
	adds := ok && b.p.Margin != nil
	if len(all) == 0 && !adds {
		return
	}
	label := locale.X("panel.mine", "My notes")
	head, gap, slack := b.sectionHead(label, len(all)), float32(13), float32(0)
	b.at("section:" + label)
	b.add(17, prose.NewRule(look.ColorRule, 1))
	if adds {
		head = b.withAdd(head)
		slack = (control.ChipHeight - b.roles.Section.Leading) / 2
		gap -= slack
	}
	b.add(gap, head)
	b.slack = slack
	if len(all) > 0 {
		b.leads(label) // else the line of jumps would be longer for nothing
	}
	b.p.heights.begin(&b.p.roles, len(all))
	for i, p := range all {
		b.noteRow(p, i == 0)
	}
	if len(all) > 0 {
		b.slack = notePad
	}
}

// withAdd sets what begins a note, on the current mention, beside the head of a section.
func (b *Builder) withAdd(head prose.Block) prose.Block {
	words := locale.X("panel.mine.add", "Add a note")
	chip := control.NewPlusChip(words, words, b.roles, func() {
		if span, ok := b.p.noteSpan(b.sheet.entity); ok {
			b.p.Margin.Write(span)
		}
	})
	chip.OnFocus = b.hold(b.key+inside+words, chip)
	cells := []prose.Cell{
		{Block: head, Down: (control.ChipHeight - b.roles.Section.Leading) / 2}, {Block: chip, Width: chip.NaturalWidth(), Gap: 8},
	}
	if b.p.noteKeyCap != "" {
		cells = append(cells, b.keyCap(b.p.noteKeyCap, control.ChipHeight))
	}
	return prose.NewColumns(cells...)
}

// keyCap is the cap of a key in a line that is height pixels high.
func (b *Builder) keyCap(name string, height float32) prose.Cell {
	key := control.NewKey(name, b.roles)
	m := key.MinSize()
	return prose.Cell{Width: m.Width, Gap: 8, Block: prose.NewDrawing(height, func(size fyne.Size) {
		control.Place(key, 0, (size.Height-m.Height)/2, m.Width, m.Height)
	}, func() {}, key)}
}

// SetNoteKey sets the key, as it is printed, that begins a note.
func (p *Panel) SetNoteKey(key string) { p.noteKeyCap = key }

// noteSpan returns what a note about the entity of a card is to stand on: its current
// mention or else its first. It reports whether there is one.
func (p *Panel) noteSpan(id annotations.EntityID) (annotations.Span, bool) {
	if m, ok := p.now.Edition.Mention(p.now.Mention); ok && m.Entity == id {
		return m.Span, true
	}
	if m, ok := p.now.Edition.Nth(id, 0); ok {
		return m.Span, true
	}
	return annotations.Span{}, false
}

// ownNoted is what the section shows of the notes.
func ownNoted(p *Panel, x *annotations.Entity) any {
	if x == nil {
		return nil
	}
	out := []any{p.Margin != nil}
	for _, n := range p.own.of(x.ID) {
		out = append(out, n.ID, n.Style, p.own.form(n))
	}
	return out
}
