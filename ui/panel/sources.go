package panel

import (
	"strconv"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/prose"
	"sidelight/ui/session"
)

// sources is the face that lists all sources.
var sources = face{
	heading: func(now session.Snapshot, _ *annotations.Entity) heading {
		return heading{title: locale.X("panel.sources", "Sources"), count: strconv.Itoa(len(now.Edition.Sources()))}
	},
	sections: []Section{sourceList},
	reads: func(e *annotations.Edition, _ *annotations.Entity) any {
		return []any{e.Sources(), e.Facts(), e.Entities(), e.Relations(), e.Remarks(), e.About()}
	},
}

func sourceKey(id annotations.SourceID) string { return "source:" + string(id) }

// sourceList lists every source, grouped by how far a source of its grade can carry
// a fact.
func sourceList(b *Builder, _ session.Snapshot, _ *annotations.Entity) {
	all := b.e.Sources()
	byGrade, uses := map[string][]*annotations.Source{}, usesOf(b.e)
	for i := range all {
		g := all[i].Grade
		if _, meaning := locale.Grade(g); meaning == "" {
			g = ""
		}
		byGrade[g] = append(byGrade[g], &all[i])
	}
	for _, g := range []string{"A", "B", "C", ""} {
		if len(byGrade[g]) == 0 {
			continue
		}
		b.grade(g, len(byGrade[g]))
		for i, s := range byGrade[g] {
			b.source(between(i, 10, 14), s, uses[s.ID])
		}
	}
}

// grade begins the group of a grade, which holds count sources.
func (b *Builder) grade(g string, count int) {
	label, meaning := locale.Grade(g)
	b.section(label, count, "")
	if meaning != "" {
		b.add(2, prose.NewText(b.roles.Meta, look.ColorTextMuted, meaning))
	}
}

// source sets the row of a source. The row unfolds to the address of the source and
// to what relies on it.
func (b *Builder) source(gap float32, s *annotations.Source, uses []use) {
	var lines []prose.Item
	if s.Publisher != "" {
		lines = append(lines, prose.Item{Block: prose.NewText(b.roles.Tab, look.ColorText, s.Publisher)})
	}
	meta := useWords(uses)
	if s.Party {
		meta = locale.X("panel.sources.party", "party to the matter") + " · " + meta
	}
	if when := issued(s); when != "" {
		meta = when + " · " + meta
	}
	lines = append(lines,
		prose.Item{Block: prose.NewText(b.roles.Evidence, look.ColorText, s.Title)},
		prose.Item{Block: prose.NewText(b.roles.Meta, look.ColorTextMuted, meta), Top: 1})
	b.at(sourceKey(s.ID))
	b.about(sourceTarget(s.ID))
	b.unfolding(gap, 6, locale.Publisher(s)+": "+s.Title, prose.NewStack(lines...), func(d *Builder) { d.sourceDetails(s, uses) })
}

// sourceDetails sets the address of a source in full and what relies on the source.
// The address has a button under it if it is safe to open.
func (b *Builder) sourceDetails(s *annotations.Source, uses []use) {
	if a, ok := webAddress(s.URL); ok {
		b.about(command.Target{On: command.OnLink, Address: a.String()})
		b.add(4, b.address(a))
		open := b.button(locale.X("panel.sources.open", "Open in browser"), func() {
			if f := b.p.OnLink; f != nil {
				f(a.String())
			}
		})
		b.add(8, prose.NewFlow(0, open))
	} else if s.URL != "" {
		b.add(4, prose.NewText(b.roles.Meta, look.ColorTextMuted, s.URL))
	}
	if len(uses) > 0 {
		b.add(10, prose.NewText(b.roles.Meta, look.ColorTextMuted, locale.X("panel.sources.used-by", "Used by")))
	}
	for i, u := range uses {
		b.at("use:" + strconv.Itoa(i))
		b.use(between(i, 6, 8), u)
	}
}

// use sets a row that leads to something that relies on a source.
func (b *Builder) use(gap float32, u use) {
	const width = 16
	var act func()
	sign := b.useSign("info")
	x, ok := b.e.Entity(u.entity)
	switch {
	case ok:
		sign, act = pattern.InLine(x.Kind, width, b.roles.UI.Leading), func() { b.asks.OpenEntity(x.ID) }
	case u.part == inNote:
		sign, act = b.useSign("note-pencil"), func() { b.asks.OpenPassage(u.span) }
	}
	line := prose.NewColumns(
		prose.Cell{Block: sign, Width: width},
		prose.Cell{Block: prose.NewText(b.roles.UI, look.ColorText, u.words), Gap: 8},
	)
	if u.part == inAbout {
		b.add(gap, line) // there is nowhere to go from here
	} else {
		b.row(gap, 3, u.words, line, act)
	}
}

func (b *Builder) useSign(icon string) prose.Block {
	return prose.NewIcon(icon, look.ColorTextMuted, iconSize, b.roles.UI.Leading)
}
