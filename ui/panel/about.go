package panel

import (
	"strconv"

	"sidelight/annotations"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/session"
)

// about is the face about the edition: what the edition says of itself, its dates
// and counts, and the program that shows it.
var about = face{
	heading: func(session.Snapshot, *annotations.Entity) heading {
		return heading{title: locale.X("panel.about", "About this edition")}
	},
	sections: []Section{ofItself, inFigures, program},
	reads: func(e *annotations.Edition, _ *annotations.Entity) any {
		return []any{e.About(), e.Sources(), e.Published(), e.Checked(), e.FactsAsOf(), e.Entities(), e.Facts()}
	},
}

// ofItself sets what the edition says of itself in words.
func ofItself(b *Builder, _ session.Snapshot, _ *annotations.Entity) {
	heading := look.Role{Font: b.roles.Strong.Font, Size: b.roles.Body.Size, Leading: b.roles.Body.Leading}
	for i, s := range b.e.About() {
		b.at("about:" + s.ID)
		if i > 0 {
			b.add(17, prose.NewRule(look.ColorRule, 1))
		}
		b.add(between(i, 4, 13), prose.NewText(heading, look.ColorText, s.Heading))
		for j, words := range s.Paragraphs {
			b.add(between(j, 4, 8), prose.NewText(b.roles.Body, look.ColorText, words))
		}
		if len(s.Sources) > 0 {
			b.add(6, b.sources(s.Sources, true, "", false))
		}
	}
}

// Program is the build of the program.
type Program struct{ Version, Commit, Go string }

// program sets the build of the program, if that is known.
func program(b *Builder, _ session.Snapshot, _ *annotations.Entity) {
	p := b.p.Program
	if p == (Program{}) {
		return
	}
	b.section(locale.X("panel.about.program", "This program"), -1, "")
	d := &details{b, 8}
	d.text(locale.X("panel.about.version", "version"), p.Version)
	d.text(locale.X("panel.about.commit", "commit"), p.Commit)
	d.text(locale.X("panel.about.built", "built with"), p.Go)
}

// inFigures sets the edition's dates and counts, and a row that leads to its
// sources.
func inFigures(b *Builder, _ session.Snapshot, _ *annotations.Entity) {
	b.section(locale.X("panel.about.figures", "This edition"), -1, "")
	d := &details{b, 8}
	d.text(locale.X("panel.about.published", "text written"), locale.Date(b.e.Published()))
	d.text(locale.X("panel.about.as-of", "facts as of"), locale.Date(b.e.FactsAsOf()))
	d.text(locale.X("panel.about.checked", "facts checked"), locale.Date(b.e.Checked()))
	d.text(locale.X("panel.about.entities", "cards"), locale.Count(len(b.e.Entities())))
	d.text(locale.X("panel.about.facts", "facts"), b.factCounts())
	n := len(b.e.Sources())
	d.text(locale.X("panel.about.sources", "sources"), strconv.Itoa(n))
	if n > 0 {
		words := locale.X("panel.about.all-sources", "All sources")
		b.at("all-sources")
		b.row(13, 6, words, prose.NewColumns(
			prose.Cell{Block: prose.NewIcon("book-open", look.ColorTextMuted, iconSize, b.roles.UI.Leading), Width: iconSize},
			prose.Cell{Block: prose.NewText(b.roles.Tab, look.ColorText, words), Gap: 8},
			prose.Cell{Block: prose.NewIcon("caret-right", look.ColorTextMuted, iconSize, b.roles.UI.Leading), Width: iconSize, Gap: 8},
		), func() { b.asks.OpenSource("") })
	}
}

// factCounts says how many facts the edition has and how many of them are
// unverified.
func (b *Builder) factCounts() string {
	weak := 0
	for _, f := range b.e.Facts() {
		if f.Unverified {
			weak++
		}
	}
	n := map[string]any{"Count": len(b.e.Facts()), "Weak": weak}
	if weak > 0 {
		return locale.X("panel.about.fact-counts", "{{.Count}}, of which {{.Weak}} unverified", n)
	}
	return strconv.Itoa(len(b.e.Facts()))
}
