package panel

import (
	"cmp"
	"slices"
	"strings"

	"sidelight/annotations"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/session"
)

// howMarked says of each form of an entity how the program came to mark it, from which
// words, and how sure it is.
func howMarked(b *Builder, _ session.Snapshot, x *annotations.Entity) {
	lines := markedLines(b.e, x)
	if len(lines) == 0 {
		return
	}
	b.section(locale.X("panel.how", "How it was marked"), -1, locale.X("panel.how.sure", "how sure"))
	for i, l := range lines {
		sure := prose.NewText(b.roles.Meta, look.ColorTextMuted, locale.Percent(int(l.least*100)))
		b.at("how:" + l.words)
		b.add(between(i, 8, 4), prose.NewColumns(
			prose.Cell{Block: prose.NewText(b.roles.UI, look.ColorText, l.words)},
			prose.Cell{Block: sure, Width: sure.NaturalWidth(), Gap: 12, Down: 1},
		))
	}
}

// markedLine is one way in which mentions of an entity were marked.
type markedLine struct {
	words string
	least float32 // the least score of a mention that was marked so
}

// mostMarked is how many ways a card lists.
const mostMarked = 8

// markedLines lists the ways in which the mentions of an entity were marked, each once.
func markedLines(e *annotations.Edition, x *annotations.Entity) []markedLine {
	var out []markedLine
	at := map[string]int{}
	all := slices.Clone(e.MentionsOf(x.ID))
	slices.SortStableFunc(all, func(a, b *annotations.Mention) int {
		return cmp.Compare(boolInt(a.By == annotations.ByLinks), boolInt(b.By == annotations.ByLinks))
	})
	for _, m := range all {
		words := stageWords(e, x, m)
		if words == "" {
			continue
		}
		key := words
		if m.By == annotations.ByLinks {
			key = oneLine(e.Article().Slice(m.Span))
		}
		i, ok := at[key]
		if !ok {
			if len(out) == mostMarked {
				continue
			}
			i = len(out)
			at[key], out = i, append(out, markedLine{words, m.Score})
		}
		out[i].least = min(out[i].least, m.Score)
	}
	return out
}

// stageWords says which stage of the program made a mention, and from which words:
// “Marked as a person, from “Press Secretary””.
func stageWords(e *annotations.Edition, x *annotations.Entity, m *annotations.Mention) string {
	a := e.Article()
	words := ""
	switch m.By {
	case 0:
		return ""
	case annotations.ByLinks:
		words = locale.X("panel.how.link", "“{{.Form}}” taken for the same", map[string]any{"Form": strings.Trim(oneLine(a.Slice(m.Span)), `"“”`)})
	default:
		words = markedAs(x.Kind)
	}
	if m.Ground.Empty() {
		return words
	}
	return locale.X("panel.how.from", "{{.How}}, from {{.Words}}", map[string]any{"How": words, "Words": quoted(oneLine(a.Slice(m.Ground)))})
}

// markedAs says of what kind the program took something to be.
func markedAs(k annotations.Kind) string {
	switch k {
	case annotations.Person:
		return locale.X("panel.how.person", "Marked as a person")
	case annotations.Organisation:
		return locale.X("panel.how.organisation", "Marked as an organisation")
	case annotations.Place:
		return locale.X("panel.how.place", "Marked as a place")
	case annotations.Event:
		return locale.X("panel.how.event", "Marked as an event")
	case annotations.Time:
		return locale.X("panel.how.date", "Marked as a date or time")
	case annotations.Number:
		return locale.X("panel.how.number", "Marked as a number")
	case annotations.Quote:
		return locale.X("panel.how.quotation", "Marked as a quotation")
	}
	return locale.X("panel.how.term", "Marked as a term")
}
