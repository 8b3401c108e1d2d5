package panel

import (
	"strings"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/annotations/notes"
	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/prose"
	"sidelight/ui/session"
)

// writing is the face of the note that is being written.
var writing = face{
	heading:  func(session.Snapshot, *annotations.Entity) heading { return heading{} },
	writes:   true,
	sections: []Section{noteWords, noteBox, noteTags, noteNames, noteButtons, inParagraph, whereKept},
	noted: func(p *Panel, _ *annotations.Entity) any {
		c := p.composer
		var names []annotations.EntityID
		for _, x := range c.entities() {
			names = append(names, x.ID)
		}
		return []any{c.note.ID, c.span, c.note.Style, c.note.AllTags(), names, c.adding, p.neighbours()}
	},
}

const (
	labelRoom = 52 // of the labels of tags and names, pixels
	clauses   = 24 // bytes of the sentence shown before the words of a note
	clausesOn = 60 // bytes shown after them
)

// noteWords sets the words that the note is about in their sentence, and who says
// them.
func noteWords(b *Builder, _ session.Snapshot, _ *annotations.Entity) {
	c := b.p.composer
	b.at("words")
	if c.span.Empty() { // a note that has no place
		words := oneLine(c.note.Target.Quote.Exact)
		t := prose.NewText(b.roles.Evidence, look.ColorText, words, prose.Stretch{End: len(words), Box: look.ColorSelected})
		b.add(0, evidenceOf(t, look.ColorLamp))
	} else {
		before, words, after := clause(b.e.Article(), c.span)
		t := prose.NewText(b.roles.Evidence, look.ColorText, before+words+after,
			prose.Stretch{Start: len(before), End: len(before) + len(words), Box: look.ColorSelected})
		t.SetMaxLines(8)
		b.add(0, evidenceOf(t, look.ColorLamp))
		b.about(command.Target{On: command.OnPassage, Passage: c.span})
		b.at("voice")
		b.rowAt(padding+evidenceIndent, 6, locale.X("panel.passage", "Show in the article: {{.Place}}",
			map[string]any{"Place": paragraphSign(b.e.Article(), c.span)}), b.voice(c.span, false), func() { b.asks.OpenPassage(c.span) })
	}
	b.at("styles")
	b.hold("styles", c.styles)
	name := prose.NewText(b.roles.Meta, look.ColorTextMuted, b.p.styleName(c.note.Style))
	line := prose.NewColumns(
		prose.Cell{Block: c.styles, Width: c.styles.NaturalWidth()},
		prose.Cell{Block: name, Gap: 10, Down: (c.styles.HeightFor(0) - b.roles.Meta.Leading) / 2},
	)
	b.put(prose.Item{Block: line, Top: 12 - b.slack, Left: padding - 6, Right: padding})
	b.slack = 0
}

// rowAt sets a row whose words begin left pixels from the panel's edge.
func (b *Builder) rowAt(left, gap float32, name string, block prose.Block, act func()) {
	b.row(gap, 2, name, block, act)
	b.items[len(b.items)-1].Left = left - control.Reach
}

// clause returns the words of a span, and what stands before and after them in their
// sentences, as far as that is shown.
func clause(a *annotations.Article, s annotations.Span) (before, words, after string) {
	from, to := a.SentenceAt(s.Start).Span, a.SentenceAt(max(s.Start, s.End-1)).Span
	slice := func(start, end int) string {
		return a.Slice(annotations.Span{Start: start, End: max(start, end)})
	}
	before, words, after = drawnParts(slice(min(from.Start, s.Start), s.Start), slice(s.Start, s.End), slice(s.End, max(to.End, s.End)))
	before, words, after = spaced(before), spaced(words), spaced(after)
	if len(before) > clauses {
		before = before[len(before)-clauses:]
		before = "…" + before[strings.IndexByte(before, ' ')+1:]
	}
	if len(after) > clausesOn {
		after = strings.ToValidUTF8(after[:clausesOn], "")
		after = after[:max(strings.LastIndexByte(after, ' '), 0)] + "…"
	}
	before = strings.ToValidUTF8(before, "")
	if before != "" && blankAt(a, s.Start-1) {
		before += " "
	}
	if after != "" && blankAt(a, s.End) {
		after = " " + after
	}
	return before, words, after
}

// blankAt reports whether the byte at an offset is a blank or the end of a line.
func blankAt(a *annotations.Article, at int) bool {
	return at >= 0 && at < len(a.Text) && strings.IndexByte(" \t\r\n", a.Text[at]) >= 0
}

// noteBox sets the box that takes the text.
func noteBox(b *Builder, _ session.Snapshot, _ *annotations.Entity) {
	b.at("box")
	b.hold("box", b.p.composer.area)
	b.add(10, b.p.composer.area)
}

// noteTags sets the tags of the note, and what adds one.
func noteTags(b *Builder, _ session.Snapshot, _ *annotations.Entity) {
	c := b.p.composer
	b.at("tags")
	var chips []prose.Inline
	for _, tag := range c.note.AllTags() {
		chips = append(chips, b.crossChip(tag, nil, locale.X("panel.write.drop-tag", "Take away the tag {{.Tag}}", map[string]any{"Tag": tag}),
			func() { c.dropTag(tag) }))
	}
	chips = append(chips, b.plusChip(locale.X("panel.write.tag", "Tag"), locale.X("panel.write.add-tag", "Add a tag"), func() { c.add(addingTag) }))
	b.chips(12, locale.X("panel.write.tags", "Tags"), chips)
	if c.adding == addingTag {
		b.inputField(locale.X("panel.write.which-tag", "A word or a few"))
	}
}

// noteNames sets the names that the note is about, and what adds one.
func noteNames(b *Builder, _ session.Snapshot, _ *annotations.Entity) {
	c := b.p.composer
	b.at("names")
	var chips []prose.Inline
	for _, x := range c.entities() {
		chips = append(chips, b.crossChip(locale.ShortName(x), pattern.NewSample(x.Kind, 18),
			locale.X("panel.write.drop-name", "Take away {{.Name}}", map[string]any{"Name": locale.Name(x)}), func() { c.dropName(x.ID) }))
	}
	chips = append(chips, b.plusChip(locale.X("panel.write.name", "Name"), locale.X("panel.write.add-name", "Add a name"), func() { c.add(addingName) }))
	b.chips(8, locale.X("panel.write.about", "About"), chips)
	if c.adding == addingName {
		b.inputField(locale.X("panel.write.which-name", "A name in the text"))
	}
}

func (b *Builder) crossChip(words string, sample fyne.CanvasObject, name string, act func()) prose.Inline {
	c := control.NewCrossChip(words, name, sample, b.roles, act)
	c.OnFocus = b.hold(b.key+inside+name, c)
	return c
}

func (b *Builder) plusChip(words, name string, act func()) prose.Inline {
	c := control.NewPlusChip(words, name, b.roles, act)
	c.OnFocus = b.hold(b.key+inside+name, c)
	return c
}

// chips sets chips beside their label.
func (b *Builder) chips(gap float32, label string, chips []prose.Inline) {
	t := prose.NewText(b.roles.Meta, look.ColorTextMuted, label)
	flow := prose.NewFlow(8, chips...)
	flow.SetLineGap(6)
	room := max(float32(labelRoom), t.NaturalWidth()+8)
	b.add(gap, prose.NewColumns(
		prose.Cell{Block: t, Width: room, Down: (control.ChipHeight - b.roles.Meta.Leading) / 2}, prose.Cell{Block: flow},
	))
}

// inputField sets the field of what is added.
func (b *Builder) inputField(placeholder string) {
	c := b.p.composer
	c.input.SetPlaceholder(placeholder)
	b.at("input")
	b.hold("input", c.input.Entry)
	b.add(8, c.input)
}

// noteButtons sets what ends the writing.
func noteButtons(b *Builder, _ session.Snapshot, _ *annotations.Entity) {
	if b.p.Margin == nil {
		return
	}
	b.at("buttons")
	c := b.p.composer
	button := func(weight control.Weight, words string, act func()) *control.Text {
		t := control.NewText(weight, "", words, b.roles, act).On(look.ColorPanel)
		t.OnFocus = b.hold(b.key+inside+words, t)
		return t
	}
	save := button(control.Primary, locale.X("panel.write.save", "Save note"), c.save)
	cancel := button(control.Quiet, locale.X("panel.write.cancel", "Cancel"), func() { b.p.Margin.Discard() })
	b.add(16, prose.NewColumns(
		prose.Cell{Block: save, Width: save.NaturalWidth()},
		prose.Cell{Block: prose.NewFlow(0, cancel), Gap: 8},
		b.keyCap(command.Named(fyne.KeyReturn, fyne.KeyModifierShortcutDefault).String(), control.Size),
	))
}

// neighbours returns the other notes in the paragraph of the note that is being
// written, as their rows say them.
func (p *Panel) neighbours() []noteForm {
	var out []noteForm
	for _, x := range p.inParagraph() {
		out = append(out, p.own.form(x))
	}
	return out
}

func (p *Panel) inParagraph() []*notes.Placed {
	c := p.composer
	if c.span.Empty() {
		return nil
	}
	a := p.now.Edition.Article()
	var out []*notes.Placed
	for x := range p.now.Notes.In(a.Paragraph(a.ParagraphAt(c.span.Start)).Span) {
		if x.ID != c.note.ID {
			out = append(out, x)
		}
	}
	return out
}

// inParagraph lists the other notes in the paragraph.
func inParagraph(b *Builder, _ session.Snapshot, _ *annotations.Entity) {
	all := b.p.inParagraph()
	if len(all) == 0 {
		return
	}
	b.section(locale.X("panel.write.paragraph", "In this paragraph"), len(all), "")
	b.p.heights.begin(&b.p.roles, len(all))
	for i, p := range all {
		b.noteRow(p, i == 0)
	}
	b.slack = notePad
}

// whereKept says where notes lie.
func whereKept(b *Builder, _ session.Snapshot, _ *annotations.Entity) {
	b.at("kept")
	b.add(17, prose.NewRule(look.ColorRule, 1))
	b.add(10, b.iconLine("info", locale.X("panel.write.where",
		"Kept in Sidelight’s own folder, for this text wherever its file lies. The article file is never changed.")))
}
