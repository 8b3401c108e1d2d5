package panel

import (
	"strconv"

	"sidelight/annotations"
	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/prose"
)

const (
	iconSize   = 14
	labelWidth = 96 // of the column of labels before names and values
	dateWidth  = 84
)

// card collects the blocks of a card from top to bottom.
type card struct {
	p     *Panel
	e     *annotations.Edition
	roles look.Roles

	items []prose.Item
	slack float32 // blank at the foot of the last item, part of the space after it
}

// add puts a block gap pixels under what stands above it.
func (c *card) add(gap float32, b prose.Block) {
	c.items = append(c.items, prose.Item{Block: b, Top: gap - c.slack, Left: padding, Right: padding})
	c.slack = 0
}

// row puts a block as a target, its words gap pixels under what stands above.
func (c *card) row(gap, pad float32, label string, b prose.Block, tap func()) *control.Row {
	r := control.NewRow(label, b, pad, tap)
	r.OnFocus = func() { c.p.reveal(r) }
	c.items = append(c.items, prose.Item{
		Block: r, Top: gap - c.slack - pad, Left: padding - control.Reach, Right: padding - control.Reach,
	})
	c.slack = pad
	return r
}

// link makes a link that keeps itself in view; label is for screen readers.
func (c *card) link(label string, content prose.Block, width float32, tap func()) *control.Link {
	l := control.NewLink(label, content, width, tap)
	l.OnFocus = func() { c.p.reveal(l) }
	return l
}

// textLink is a link of words of which the first n bytes are underlined.
func (c *card) textLink(label, words string, n int, tap func()) *control.Link {
	t := prose.NewText(c.roles.Meta, look.ColorTextMuted, words,
		prose.Stretch{End: n, Link: look.ColorRuleStrong})
	return c.link(label, t, t.NaturalWidth(), tap)
}

// button makes a button with words that keeps itself in view.
func (c *card) button(words string, tap func()) *control.Text {
	b := control.NewText(control.Plain, "", words, c.roles, tap).On(look.ColorPanel)
	b.OnFocus = func() { c.p.reveal(b) }
	return b
}

// section draws the rule and the label that begin a section. A count below 0 is
// left out; note stands at the right.
func (c *card) section(label string, count int, note string) {
	c.add(17, prose.NewRule(look.ColorRule, 1))
	c.add(13, c.sectionHead(label, count, note))
}

func (c *card) sectionHead(label string, count int, note string) prose.Block {
	title := prose.NewText(c.roles.Section, look.ColorText, label)
	number := prose.NewText(c.roles.Meta, look.ColorTextFaint, "")
	if count >= 0 {
		number.SetContent(strconv.Itoa(count))
	}
	cells := []prose.Cell{{Block: title, Width: title.NaturalWidth()}, {Block: number, Gap: 6}}
	if note != "" {
		t := prose.NewText(c.roles.Meta, look.ColorTextFaint, note)
		cells = append(cells, prose.Cell{Block: t, Width: t.NaturalWidth()})
	}
	return prose.NewColumns(cells...)
}

// done ends the card with the space that a further section would keep.
func (c *card) done() []prose.Item {
	if n := len(c.items); n > 0 {
		c.items[n-1].Bottom = 24 - c.slack
	}
	return c.items
}

// entity is the whole card of one entity.
func (c *card) entity(x *annotations.Entity) {
	c.head(x)
	c.quotation(x)
	c.quantity(x)
	c.inArticle(x)
	c.notes(x)
	c.background(x)
	c.since(x)
	c.connected(x)
	c.concordance(x)
}

// head is what the card says before its first section.
func (c *card) head(x *annotations.Entity) {
	c.add(2, prose.NewText(c.roles.CardName, look.ColorText, locale.Name(x)))
	if x.Printed != "" && x.Printed != x.Name {
		c.add(4, c.iconLine("text-aa", locale.X("panel.printed", "Printed as “{{.Name}}” in this article",
			map[string]any{"Name": x.Printed})))
	}
	if when := locale.Date(x.When); when != "" && when != x.Name {
		c.add(4, c.iconLine("clock", when))
	}
	gap := float32(10)
	if x.Identity != "" {
		c.add(gap, prose.NewText(c.roles.Identity, look.ColorText, x.Identity))
		gap = 2
	}
	if x.Summary != "" {
		c.add(gap, prose.NewText(c.roles.Body, look.ColorTextMuted, x.Summary))
	}
}

// iconLine is a line in the smallest type behind an icon.
func (c *card) iconLine(icon, words string) *prose.Columns {
	return c.iconBeside(icon, prose.NewText(c.roles.Meta, look.ColorTextMuted, words))
}

func (c *card) iconBeside(icon string, b prose.Block) *prose.Columns {
	return prose.NewColumns(
		prose.Cell{Block: prose.NewIcon(icon, look.ColorTextMuted, iconSize, c.roles.Meta.Leading), Width: iconSize},
		prose.Cell{Block: b, Gap: 6},
	)
}

// labelled is a label in its column and a block beside it, 13/20.
func (c *card) labelled(label string, cells ...prose.Cell) *prose.Columns {
	t := prose.NewText(c.roles.Meta, look.ColorTextMuted, label)
	cells[0].Gap += 8
	return prose.NewColumns(append([]prose.Cell{{Block: t, Width: labelWidth - 8, Down: 1}}, cells...)...)
}

// named is the sample and the name of an entity.
func (c *card) named(x *annotations.Entity) []prose.Cell {
	const width = 16
	return []prose.Cell{
		{Block: pattern.InLine(x.Kind, width, c.roles.UI.Leading), Width: width},
		{Block: prose.NewText(c.roles.UI, look.ColorText, locale.Name(x)), Gap: 7},
	}
}
