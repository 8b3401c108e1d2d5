package panel

import (
	"strconv"

	"sidelight/annotations"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
)

// citation is a source and the words that name it in a line of sources.
type citation struct {
	id    annotations.SourceID
	words string
}

// citations names sources of an edition: "Reuters", or dated "Reuters, 5 March 2025".
// Sources of the same name are told apart by their dates, and sources of the same
// name and date, or without a date, by a number. Unknown ids are left out.
func citations(e *annotations.Edition, ids []annotations.SourceID, dated bool) []citation {
	var out []citation
	var known []*annotations.Source
	named := map[string]int{}
	for _, id := range ids {
		if s, ok := e.Source(id); ok {
			known = append(known, s)
			named[locale.Publisher(s)]++
		}
	}
	seen := map[string]int{}
	for _, s := range known {
		words := locale.Publisher(s)
		if when := issued(s); when != "" && (dated || named[words] > 1 && !s.Issued.IsZero()) {
			words += ", " + when
		}
		if seen[words]++; seen[words] > 1 {
			words += "\u00a0(" + strconv.Itoa(seen[words]) + ")"
		}
		out = append(out, citation{s.ID, words})
	}
	return out
}

// issued returns the date of a source in words. No line ends inside a date.
func issued(s *annotations.Source) string {
	if s.Issued.IsZero() {
		return locale.Issued(s)
	}
	return unbroken(locale.Issued(s))
}

// sources makes a line that names sources. Each name is a link to the source in the
// list of sources. The line begins with a remark if the sources leave a fact
// unverified, and ends with tail.
func (b *Builder) sources(ids []annotations.SourceID, dated bool, tail string, unverified bool) prose.Block {
	icon := "book-open"
	var words []prose.Inline
	if unverified {
		icon = "warning-circle"
		words = append(words, b.unverified())
	}
	all := citations(b.e, ids, dated)
	for i, s := range all {
		end := ""
		if i < len(all)-1 {
			end = ";"
		} else if tail != "" {
			end = ","
		}
		link := b.textLink(locale.X("panel.source", "Source: {{.Name}}", map[string]any{"Name": s.words}),
			s.words+end, len(s.words), func() { b.asks.OpenSource(s.id) })
		b.bindLink(link, sourceTarget(s.id))
		words = append(words, link)
	}
	if tail != "" {
		words = append(words, prose.NewText(b.roles.Meta, look.ColorTextMuted, tail))
	}
	return b.iconBeside(icon, prose.NewFlow(4, words...))
}

// unverified makes the remark that a fact rests on weak sources alone.
func (b *Builder) unverified() *prose.Text {
	words := locale.X("unverified", "unverified")
	role := b.roles.Meta
	return prose.NewText(role, look.ColorTextMuted, words+"\u00a0·",
		prose.Stretch{End: len(words), Font: b.roles.Section.Font, Colour: look.ColorText})
}
