package panel

import (
	"net/url"
	"strings"

	"sidelight/annotations"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/prose"
)

// sourceRow is a source in the list. What it unfolds is made when it does.
type sourceRow struct {
	listed
	below  *prose.Stack
	unfold func() []prose.Item
}

// toggle unfolds the row, or folds it up.
func (r *sourceRow) toggle() {
	if r.unfold == nil {
		return
	}
	if r.below.Empty() {
		r.below.SetItems(r.unfold()...)
	} else {
		r.below.SetItems()
	}
}

// sourceList is every source, grouped by how far it can carry a fact.
func (c *card) sourceList() map[annotations.SourceID]*sourceRow {
	all := c.e.Sources()
	byGrade, uses := map[string][]*annotations.Source{}, usesOf(c.e)
	for i := range all {
		g := all[i].Grade
		if gradeWords(g) == "" {
			g = ""
		}
		byGrade[g] = append(byGrade[g], &all[i])
	}
	rows := make(map[annotations.SourceID]*sourceRow, len(all))
	for _, g := range []string{"A", "B", "C", ""} {
		if len(byGrade[g]) == 0 {
			continue
		}
		c.grade(g, len(byGrade[g]))
		for i, s := range byGrade[g] {
			rows[s.ID] = c.source(between(i, 10, 14), s, uses[s.ID])
		}
	}
	return rows
}

// grade begins a group.
func (c *card) grade(g string, count int) {
	label := locale.X("panel.sources.grade", "Grade {{.Grade}}", map[string]any{"Grade": g})
	if g == "" {
		label = locale.X("panel.sources.ungraded", "Not graded")
	}
	if len(c.items) == 0 {
		c.add(4, c.sectionHead(label, count, ""))
	} else {
		c.section(label, count, "")
	}
	if words := gradeWords(g); words != "" {
		c.add(2, prose.NewText(c.roles.Meta, look.ColorTextMuted, words))
	}
}

// gradeWords say how far a source of the grade can carry a fact.
func gradeWords(grade string) string {
	switch grade {
	case "A":
		return locale.X("panel.sources.grade-a", "Original publisher, official body, or a news site with agency copy. One is enough for a fact.")
	case "B":
		return locale.X("panel.sources.grade-b", "Repost, mirror, or a party to the events. It takes two for a fact.")
	case "C":
		return locale.X("panel.sources.grade-c", "Weak host. A pointer only: what rests on it alone is shown as unverified.")
	}
	return ""
}

// source is the row of one source, and the place for what it unfolds.
func (c *card) source(gap float32, s *annotations.Source, uses []use) *sourceRow {
	r := &sourceRow{below: prose.NewStack()}
	r.unfold = func() []prose.Item { return c.sourceDetails(s, uses) }
	var lines []prose.Item
	if s.Publisher != "" {
		lines = append(lines, prose.Item{Block: prose.NewText(c.roles.Tab, look.ColorText, s.Publisher)})
	}
	meta := useWords(uses)
	if when := issued(s); when != "" {
		meta = when + " · " + meta
	}
	lines = append(lines,
		prose.Item{Block: prose.NewText(c.roles.Evidence, look.ColorText, s.Title)},
		prose.Item{Block: prose.NewText(c.roles.Meta, look.ColorTextMuted, meta), Top: 1})
	r.listed = listed{len(c.items), c.row(gap, 6, publisher(s)+": "+s.Title, prose.NewStack(lines...), func() {
		r.toggle()
		c.p.arrange()
	})}
	c.items = append(c.items, prose.Item{Block: r.below})
	return r
}

// sourceDetails are the address in full and what relies on the source. Only what
// can be opened safely has a button, and it stands under the address it opens.
func (c *card) sourceDetails(s *annotations.Source, uses []use) []prose.Item {
	d := &card{p: c.p, e: c.e, roles: c.roles}
	if address, ok := webAddress(s.URL); ok {
		d.add(4, prose.NewText(c.roles.Meta, look.ColorTextMuted, address))
		d.add(8, prose.NewFlow(0, d.button(locale.X("panel.sources.open", "Open in browser"),
			func() { c.p.toLink(address) })))
	} else if s.URL != "" {
		d.add(4, prose.NewText(c.roles.Meta, look.ColorTextMuted, s.URL))
	}
	if len(uses) > 0 {
		d.add(10, prose.NewText(c.roles.Meta, look.ColorTextMuted, locale.X("panel.sources.used-by", "Used by")))
	}
	for i, u := range uses {
		d.use(between(i, 6, 8), u)
	}
	if n := len(d.items); n > 0 {
		d.items[n-1].Bottom = 10 - d.slack
	}
	return d.items
}

// use is a row that leads to where the source is relied on.
func (c *card) use(gap float32, u use) {
	const width = 16
	var tap func()
	sign := c.useSign("info")
	x, ok := c.e.Entity(u.entity)
	switch {
	case ok:
		sign, tap = pattern.InLine(x.Kind, width, c.roles.UI.Leading), func() { c.p.toEntity(x.ID) }
	case u.part == inNote:
		sign, tap = c.useSign("note-pencil"), func() { c.p.toPassage(u.span) }
	}
	line := prose.NewColumns(
		prose.Cell{Block: sign, Width: width},
		prose.Cell{Block: prose.NewText(c.roles.UI, look.ColorText, u.words), Gap: 8},
	)
	if u.part == inAbout {
		c.add(gap, line) // there is nowhere to go from here
	} else {
		c.row(gap, 3, u.words, line, tap)
	}
}

func (c *card) useSign(icon string) prose.Block {
	return prose.NewIcon(icon, look.ColorTextMuted, iconSize, c.roles.UI.Leading)
}

// webAddress is the address as it is shown and opened, letter for letter, and
// whether it is one of the web. Quotation marks are escaped, as they would be
// drawn curly.
func webAddress(raw string) (string, bool) {
	u, err := url.Parse(raw)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return "", false
	}
	return strings.NewReplacer(`'`, "%27", `"`, "%22").Replace(u.String()), true
}
