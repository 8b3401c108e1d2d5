package panel

import (
	"cmp"
	"slices"
	"strconv"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/prose"
	"sidelight/ui/session"
)

// fewNear is how many neighbours of an entity a card shows at first.
const fewNear = 5

// neighbour is an entity that stands in the same sentences as another one.
type neighbour struct {
	*annotations.Entity
	sentences int
	first     annotations.Span // the first of these sentences
}

// neighbours returns the entities of some kinds in the sentences that mention an entity,
// by the number of these sentences and then by place.
func neighbours(e *annotations.Edition, id annotations.EntityID, sentences []told, of func(annotations.Kind) bool) []*neighbour {
	var out []*neighbour
	at := map[annotations.EntityID]*neighbour{}
	last := map[annotations.EntityID]int{}
	for i, s := range sentences {
		for m := range e.MentionsIn(s.Span) {
			if m.Entity == id || last[m.Entity] == i+1 {
				continue
			}
			last[m.Entity] = i + 1
			n := at[m.Entity]
			if n == nil {
				x, _ := e.Entity(m.Entity)
				if !of(x.Kind) {
					continue
				}
				n = &neighbour{Entity: x, first: s.Span}
				at[m.Entity] = n
				out = append(out, n)
			}
			n.sentences++
		}
	}
	slices.SortStableFunc(out, func(a, b *neighbour) int { return cmp.Compare(b.sentences, a.sentences) })
	return out
}

// standsNear lists who and what stands in the same sentences, with in how many.
func standsNear(b *Builder, _ session.Snapshot, x *annotations.Entity) {
	all := neighbours(b.e, x.ID, b.inSentences(x.ID), func(k annotations.Kind) bool { return k <= annotations.Event })
	if len(all) == 0 {
		return
	}
	b.section(locale.X("panel.near", "Stands near"), len(all), locale.X("panel.near.unit", "sentences with both"))
	b.leads(locale.X("panel.jump.near", "Near"))
	shown := all
	few := len(all) > fewNear+1 && !b.sheet.unfolded[allNear]
	if few {
		shown = all[:fewNear]
	}
	const sample = 18
	for i, n := range shown {
		count := prose.NewText(b.roles.UI, look.ColorTextMuted, strconv.Itoa(n.sentences))
		b.at(nearKey(n))
		b.about(command.Target{On: command.OnEntity, Entity: n.ID, Kind: n.Kind})
		b.row(between(i, 10, 6), 4, locale.Name(n.Entity)+", "+strconv.Itoa(n.sentences), prose.NewColumns(
			prose.Cell{Block: pattern.InLine(n.Kind, sample, b.roles.UI.Leading), Width: sample},
			prose.Cell{Block: prose.NewText(b.roles.UI, look.ColorText, locale.Name(n.Entity)), Gap: 10},
			prose.Cell{Block: count, Width: count.NaturalWidth(), Gap: 8},
		), func() { b.asks.OpenEntity(n.ID) })
		b.lights(n.ID)
	}
	if few {
		b.more(8, allNear, len(all)-fewNear, nearKey(all[fewNear]))
	}
}

// allNear is the key of what shows all neighbours.
const allNear = "near:all"

func nearKey(n *neighbour) string { return "near:" + string(n.ID) }

// datesNear lists the dates in the sentences that mention the entity, in the order of
// time; those that the article leaves open come last.
func datesNear(b *Builder, _ session.Snapshot, x *annotations.Entity) {
	if x.Kind == annotations.Time {
		return
	}
	all := neighbours(b.e, x.ID, b.inSentences(x.ID), func(k annotations.Kind) bool { return k == annotations.Time })
	all = slices.DeleteFunc(all, func(n *neighbour) bool { return n.Length })
	if len(all) == 0 {
		return
	}
	slices.SortStableFunc(all, func(p, q *neighbour) int {
		if p.When.IsZero() || q.When.IsZero() {
			return cmp.Compare(boolInt(p.When.IsZero()), boolInt(q.When.IsZero()))
		}
		return begins(p.When).Compare(begins(q.When))
	})
	b.section(locale.X("panel.near.dates", "Dates beside it"), len(all), locale.X("panel.near.dates.unit", "in the same sentence"))
	for i, n := range all {
		key, gap := "near-date:"+string(n.ID), between(i, 9, 7)
		b.listed(i, len(all), key, gap, 3, b.roles.UI.Leading+2*3, func(b *Builder) {
			b.at(key)
			b.date(gap, n.Entity, nil)
		})
	}
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}
