package panel

import (
	"strconv"

	"sidelight/annotations"
	"sidelight/annotations/anchor"
	"sidelight/annotations/notes"
	"sidelight/ui/command"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/prose"
	"sidelight/ui/session"
)

// waits reports whether a note waits for the reader to say where it belongs.
func waits(p *notes.Placed) bool { return !p.Stands() && !p.Target.Aside }

// tray shows the notes whose place is not sure, each with what the reader may do
// about it.
func tray(b *Builder, now session.Snapshot, _ *annotations.Entity) {
	if !b.p.own.filter.all() {
		return
	}
	var all []*notes.Placed
	adrift := now.Notes.Adrift()
	for i := range adrift {
		if waits(&adrift[i]) {
			all = append(all, &adrift[i])
		}
	}
	if len(all) == 0 {
		return
	}
	b.section(locale.X("panel.tray", "To look at"), len(all), "")
	for i, p := range all {
		b.at(trayKey(p.ID))
		if i > 0 {
			b.add(14, prose.NewRule(look.ColorRule, 1))
		}
		if p.Status == anchor.Approximate {
			b.approximate(between(i, 10, 12), p)
		} else {
			b.unanchored(between(i, 10, 12), p)
		}
	}
}

// trayKey returns the key of a note in the tray.
func trayKey(id notes.ID) string { return "tray:" + string(id) }

// trayTarget is a note of the tray, for its menu.
func trayTarget(p *notes.Placed) command.Target {
	return command.Target{On: command.OnNote, Note: p.ID, Passage: p.Span}
}

// approximate sets the words as they were noted beside the words of the place that was
// found.
func (b *Builder) approximate(gap float32, p *notes.Placed) {
	a := b.e.Article()
	now, sign := oneLine(a.Slice(p.Span)), paragraphSign(a, p.Span)
	was := oneLine(p.Target.Quote.Exact)
	b.about(trayTarget(p))
	b.row(gap, 6, locale.X("panel.tray.both", "Noted: {{.Was}}. Now: {{.Now}}", map[string]any{"Was": was, "Now": now}),
		prose.NewColumns(
			prose.Cell{Block: b.wording(locale.X("panel.tray.was", "As noted"), was, "")},
			prose.Cell{Block: b.wording(locale.X("panel.tray.now", "In the text now"), now, sign), Gap: 16},
		), func() { b.asks.OpenPassage(p.Span) })
	b.ofNote(p)
	if b.p.Margin == nil {
		return
	}
	b.buttons(
		b.button(locale.X("panel.tray.keep", "Keep"), func() { b.p.Margin.Agree(p.ID) }),
		b.button(locale.X("panel.tray.move", "Move here"), func() { b.p.move(p.ID, p.Span) }),
		b.setAside(p.ID),
	)
}

// buttons sets what the reader may do about a note.
func (b *Builder) buttons(all ...prose.Inline) {
	f := prose.NewFlow(8, all...)
	f.SetLineGap(6)
	b.add(8, f)
}

// wording is a label above words, with the sign of their paragraph beside it.
func (b *Builder) wording(label, words, sign string) prose.Block {
	head := []prose.Inline{prose.NewText(b.roles.Meta, look.ColorTextFaint, label)}
	if sign != "" {
		head = append(head, prose.NewText(b.roles.Section, look.ColorAccentText, sign))
	}
	return prose.NewStack(
		prose.Item{Block: prose.NewFlow(8, head...)},
		prose.Item{Block: prose.NewText(b.roles.Evidence, look.ColorText, shown(words)), Top: 2},
	)
}

// ofNote sets what the reader has written about the words.
func (b *Builder) ofNote(p *notes.Placed) {
	if p.Text == "" {
		return
	}
	t := prose.NewText(b.roles.Body, look.ColorTextMuted, shown(p.Text), inlineLooks(notes.InlineOf(shown(p.Text)), b.p.own.knows)...)
	t.SetMaxLines(3)
	b.add(4, t)
}

func (b *Builder) setAside(id notes.ID) prose.Inline {
	return b.button(locale.X("panel.tray.aside", "Set aside"), func() { b.p.Margin.SetAside(id) })
}

// unanchored sets the words as they were noted, and the places where they may belong.
func (b *Builder) unanchored(gap float32, p *notes.Placed) {
	b.about(trayTarget(p))
	b.add(gap, prose.NewColumns(
		prose.Cell{Block: pattern.StyleInLine(p.Style, pattern.StyleWidth, pattern.StyleHeight, b.roles.Evidence.Leading), Width: pattern.StyleWidth, Down: b.roles.Meta.Leading + 2},
		prose.Cell{Block: b.wording(locale.X("panel.tray.was", "As noted"), oneLine(p.Target.Quote.Exact), ""), Gap: 10},
	))
	b.ofNote(p)
	line := locale.X("panel.tray.none", "No place in the text is like it.")
	if len(p.Offers) > 0 {
		line = locale.X("panel.tray.offers", "It may belong here:")
	}
	b.add(6, prose.NewText(b.roles.Meta, look.ColorTextMuted, line))
	for i, s := range p.Offers {
		b.offer(p.ID, i, s)
	}
	if b.p.Margin == nil {
		return
	}
	b.at(trayKey(p.ID) + ":last")
	if b.p.Chosen == nil {
		b.buttons(b.setAside(p.ID))
		return
	}
	b.buttons(b.moveToSelection(p.ID), b.setAside(p.ID))
	b.hint(p.ID)
}

// moveToSelection is a button that gives a note the place that is selected.
func (b *Builder) moveToSelection(id notes.ID) prose.Inline {
	return b.button(locale.X("panel.tray.selection", "Move to the selection"), func() { b.p.move(id, annotations.Span{}) })
}

// hint says what to do first, after the reader wanted to move a note while nothing was
// selected.
func (b *Builder) hint(id notes.ID) {
	if b.p.unmoved == id {
		b.add(6, b.iconLine("info", locale.X("panel.tray.select", "Select the words in the text first, then press the button again.")))
	}
}

// offer sets a place where a note may belong.
func (b *Builder) offer(id notes.ID, i int, s annotations.Span) {
	a := b.e.Article()
	b.at(trayKey(id) + ":" + strconv.Itoa(i))
	words := prose.NewText(b.roles.Evidence, look.ColorText, shown(oneLine(a.Slice(s))))
	words.SetMaxLines(wordLines)
	sign := prose.NewText(b.roles.Section, look.ColorAccentText, paragraphSign(a, s))
	cells := []prose.Cell{{Block: words}, {Block: sign, Width: sign.NaturalWidth(), Gap: 8, Down: 2}}
	if b.p.Margin != nil {
		move := b.button(locale.X("panel.tray.move", "Move here"), func() { b.p.Margin.MoveTo(id, s) })
		cells = append(cells, prose.Cell{Block: move, Width: move.NaturalWidth(), Gap: 10})
	}
	b.about(command.Target{On: command.OnPassage, Passage: s})
	b.row(between(i, 6, 8), 4, words.Content(), prose.NewColumns(cells...), func() { b.asks.OpenPassage(s) })
}

// move puts a note on the words that are selected, else at the place that is offered.
// Where there is neither, it says what to do.
func (p *Panel) move(id notes.ID, offered annotations.Span) {
	to := offered
	if p.Chosen != nil {
		if chosen := p.Chosen(); !chosen.Empty() {
			to = chosen
		}
	}
	p.unmoved = ""
	if to.Empty() {
		p.unmoved = id
		p.rebuild()
		return
	}
	p.Margin.MoveTo(id, to)
}
