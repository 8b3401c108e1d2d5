package panel

import (
	"strconv"

	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
)

// about is what the edition says of itself, then its dates and its size.
func (c *card) about() {
	heading := look.Role{Font: c.roles.Strong.Font, Size: c.roles.Body.Size, Leading: c.roles.Body.Leading}
	for i, s := range c.e.About() {
		if i > 0 {
			c.add(17, prose.NewRule(look.ColorRule, 1))
		}
		c.add(between(i, 4, 13), prose.NewText(heading, look.ColorText, s.Heading))
		for j, words := range s.Paragraphs {
			c.add(between(j, 4, 8), prose.NewText(c.roles.Body, look.ColorText, words))
		}
		if len(s.Sources) > 0 {
			c.add(6, c.sources(s.Sources, true, "", false))
		}
	}
	c.inFigures()
	c.program()
}

// Program says which build of the program shows the edition.
type Program struct{ Version, Commit, Go string }

// program shows it, if it is known.
func (c *card) program() {
	p := c.p.Program
	if p == (Program{}) {
		return
	}
	c.section(locale.X("panel.about.program", "This program"), -1, "")
	d := &details{c, 8}
	d.text(locale.X("panel.about.version", "version"), p.Version)
	d.text(locale.X("panel.about.commit", "commit"), p.Commit)
	d.text(locale.X("panel.about.built", "built with"), p.Go)
}

// between is first for the 0th of some blocks and gap for those after it.
func between(i int, first, gap float32) float32 {
	if i == 0 {
		return first
	}
	return gap
}

// inFigures gives the edition's dates and counts and leads to its sources.
func (c *card) inFigures() {
	label := locale.X("panel.about.figures", "This edition")
	if len(c.e.About()) == 0 {
		c.add(4, c.sectionHead(label, -1, ""))
	} else {
		c.section(label, -1, "")
	}
	d := &details{c, 8}
	d.text(locale.X("panel.about.published", "text written"), locale.Date(c.e.Published()))
	d.text(locale.X("panel.about.checked", "facts checked"), locale.Date(c.e.Checked()))
	d.text(locale.X("panel.about.entities", "cards"), locale.Count(len(c.e.Entities())))
	d.text(locale.X("panel.about.facts", "facts"), c.factCounts())
	n := len(c.e.Sources())
	d.text(locale.X("panel.about.sources", "sources"), strconv.Itoa(n))
	if n > 0 {
		words := locale.X("panel.about.all-sources", "All sources")
		c.row(13, 6, words, prose.NewColumns(
			prose.Cell{Block: prose.NewIcon("book-open", look.ColorTextMuted, iconSize, c.roles.UI.Leading), Width: iconSize},
			prose.Cell{Block: prose.NewText(c.roles.Tab, look.ColorText, words), Gap: 8},
			prose.Cell{Block: prose.NewIcon("caret-right", look.ColorTextMuted, iconSize, c.roles.UI.Leading), Width: iconSize, Gap: 8},
		), func() { c.p.toSource("") })
	}
}

// factCounts is how many facts there are and how many of them are unverified.
func (c *card) factCounts() string {
	weak := 0
	for _, f := range c.e.Facts() {
		if f.Unverified {
			weak++
		}
	}
	n := map[string]any{"Count": len(c.e.Facts()), "Weak": weak}
	if weak > 0 {
		return locale.X("panel.about.fact-counts", "{{.Count}}, of which {{.Weak}} unverified", n)
	}
	return strconv.Itoa(len(c.e.Facts()))
}
