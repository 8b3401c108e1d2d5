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

// tieIndent is how far the connections of an entity stand to the right of its name, in
// pixels: under the name, behind the sample of its kind.
const tieIndent = 28

// ties lists beside the network what it draws round the entity: each of its relations
// with the verb as the other end has it, and on whose word it rests. A tap opens the
// card of the other end; a sign at the right leads to the words.
func ties(b *Builder, now session.Snapshot, x *annotations.Entity) {
	links := b.e.TiesOf(x.ID)
	if now.View != session.Network || len(links) == 0 {
		return
	}
	b.section(locale.X("panel.connected", "Connected to"), len(links), "")
	b.leads(locale.X("panel.jump.connected", "Connected"))
	gap := float32(10)
	high := b.roles.Identity.Leading + 1 + b.roles.Meta.Leading + 2*4
	for i, l := range links {
		other, ok := b.e.Entity(l.Other)
		if !ok {
			continue
		}
		key := "tie:" + string(l.Relation.ID) + string(other.ID)
		b.listed(i, len(links), key, gap, 4, high, func(b *Builder) {
			verb := verbOf(l.Relation, other.ID) + " " + locale.ShortName(x)
			b.at(key)
			b.about(command.Target{On: command.OnEntity, Entity: other.ID, Kind: other.Kind})
			b.row(gap, 4, locale.Name(other)+": "+verb, b.tie(other, verb, l.Relation), func() { b.asks.OpenEntity(other.ID) })
			b.lights(other.ID)
		})
		gap = 13
	}
}

// verbOf is the verb of a relation as read from one of its ends.
func verbOf(r *annotations.Relation, end annotations.EntityID) string {
	if r.From == end {
		return r.Label
	}
	return r.Inverse
}

// tie is the name of the other end with the sign of what the relation rests on, and
// under it the verb and the voice.
func (b *Builder) tie(other *annotations.Entity, verb string, r *annotations.Relation) prose.Block {
	const sample = 18
	line := b.roles.Identity.Leading
	cells := []prose.Cell{
		{Block: pattern.InLine(other.Kind, sample, line), Width: sample},
		{Block: prose.NewText(b.roles.Identity, look.ColorText, locale.Name(other)), Gap: 10},
	}
	if sign := b.basis(r); sign != nil {
		cells = append(cells, prose.Cell{Block: sign, Width: sign.NaturalWidth(), Gap: 8, Down: 1})
	}
	icon, who := b.basisOf(r)
	if who != "" {
		verb += " · " + who
	}
	stack := prose.NewStack()
	stack.SetItems(
		prose.Item{Block: prose.NewColumns(cells...)},
		prose.Item{Block: prose.NewColumns(
			prose.Cell{Block: prose.NewIcon(icon, look.ColorTextMuted, iconSize, b.roles.Meta.Leading), Width: iconSize},
			prose.Cell{Block: prose.NewText(b.roles.Meta, look.ColorTextMuted, verb), Gap: 6},
		), Top: 1, Left: tieIndent},
	)
	return stack
}

// basisOf returns the icon of the voice on which a relation rests, and who speaks; nobody
// where the article tells it itself.
func (b *Builder) basisOf(r *annotations.Relation) (icon, who string) {
	if len(r.Evidence) == 0 {
		return "book-open", locale.X("not-in-article", "not in the article")
	}
	p, ok := b.e.VoiceOf(r.Evidence[0])
	if !ok || p.Voice == annotations.OwnAccount {
		return pattern.VoiceIcon(annotations.OwnAccount), ""
	}
	return pattern.VoiceIcon(p.Voice), locale.Attribution(b.e, p)
}

// network is the network in words: who is connected, each with the relations that begin
// there, so that each relation stands once.
var network = face{
	heading: func(session.Snapshot, *annotations.Entity) heading {
		return heading{title: locale.X("panel.network", "Connections")}
	},
	sections: []Section{connectedAll, notConnected},
	reads: func(e *annotations.Edition, _ *annotations.Entity) any {
		return []any{e.Relations(), e.Entities()}
	},
}

// shownInAll returns what All shows: the entities of the kinds that are shown, in two
// parts, those with a relation to another one first, by the number of these.
func shownInAll(now session.Snapshot) (connected, apart []*annotations.Entity, count map[annotations.EntityID]int) {
	e, way := now.Edition, now.Views.Network
	count = map[annotations.EntityID]int{}
	for _, r := range e.Relations() {
		if inAll(e, way, &r) {
			count[r.From]++
			count[r.To]++
		}
	}
	for i := range e.Entities() {
		switch x := &e.Entities()[i]; {
		case !way.Shows(x.Kind):
		case count[x.ID] > 0:
			connected = append(connected, x)
		default:
			apart = append(apart, x)
		}
	}
	slices.SortStableFunc(connected, func(a, b *annotations.Entity) int { return cmp.Compare(count[b.ID], count[a.ID]) })
	return connected, apart, count
}

// inAll reports whether All shows a relation.
func inAll(e *annotations.Edition, way session.NetworkWay, r *annotations.Relation) bool {
	a, okA := e.Entity(r.From)
	b, okB := e.Entity(r.To)
	return okA && okB && r.From != r.To && way.Shows(a.Kind) && way.Shows(b.Kind)
}

// connectedAll lists what is connected.
func connectedAll(b *Builder, now session.Snapshot, _ *annotations.Entity) {
	all, _, count := shownInAll(now)
	if len(all) == 0 {
		b.at("none")
		b.add(2, prose.NewText(b.roles.Body, look.ColorTextMuted, locale.X("network.nothing", "Network: no connections are known in this file")))
		return
	}
	b.section(locale.X("panel.network.connected", "Who and what is connected"), len(all), "")
	gap := float32(9)
	for _, x := range all {
		b.actor(gap, x, strconv.Itoa(count[x.ID]))
		for _, l := range b.e.TiesOf(x.ID) {
			if l.Relation.From == x.ID && inAll(b.e, now.Views.Network, l.Relation) {
				b.told(l)
			}
		}
		gap = 11
	}
}

// notConnected lists what has no relation to anything that is shown.
func notConnected(b *Builder, now session.Snapshot, _ *annotations.Entity) {
	_, all, _ := shownInAll(now)
	if len(all) == 0 {
		return
	}
	b.section(locale.X("panel.network.apart", "Not connected"), len(all), "")
	gap := float32(9)
	for _, x := range all {
		b.actor(gap, x, "")
		gap = 4
	}
}

// actor is a row with the name of an entity and how many relations it has.
func (b *Builder) actor(gap float32, x *annotations.Entity, count string) {
	const sample = 18
	b.at("actor:" + string(x.ID))
	b.about(command.Target{On: command.OnEntity, Entity: x.ID, Kind: x.Kind})
	b.line(gap, b.roles.UI.Leading+2, locale.Name(x), func() prose.Block {
		n := prose.NewText(b.roles.UI, look.ColorTextMuted, count)
		name := prose.NewText(b.roles.Tab, look.ColorText, locale.Name(x))
		name.SetMaxLines(1)
		return prose.NewColumns(
			prose.Cell{Block: pattern.InLine(x.Kind, sample, b.roles.UI.Leading), Width: sample},
			prose.Cell{Block: name, Gap: tieIndent - sample},
			prose.Cell{Block: n, Width: n.NaturalWidth(), Gap: 8},
		)
	}, func() { b.asks.OpenEntity(x.ID) })
}

// told is a row with a relation of the entity above it, which leads to what it rests on.
func (b *Builder) told(l annotations.Tie) {
	other, _ := b.e.Entity(l.Other)
	words := l.Label + " " + locale.ShortName(other)
	sign, act, t := b.leadsTo(l.Relation)
	b.at("told:" + l.Relation.ID)
	b.about(t)
	b.line(0, b.roles.Meta.Leading+4, words+" "+sign, func() prose.Block {
		icon, _ := b.basisOf(l.Relation)
		text := prose.NewText(b.roles.Meta, look.ColorTextMuted, words)
		text.SetMaxLines(1)
		at := prose.NewText(b.roles.Section, look.ColorAccentText, sign)
		return prose.NewColumns(
			prose.Cell{Block: prose.NewIcon(icon, look.ColorTextMuted, iconSize, b.roles.Meta.Leading), Width: iconSize, Gap: tieIndent},
			prose.Cell{Block: text, Gap: 6},
			prose.Cell{Block: at, Width: at.NaturalWidth(), Gap: 8},
		)
	}, act)
}

// leadsTo returns the sign of what a relation rests on, what leads there, and what a menu
// there is about.
func (b *Builder) leadsTo(r *annotations.Relation) (sign string, act func(), t command.Target) {
	if len(r.Evidence) > 0 {
		s := r.Evidence[0]
		return paragraphSign(b.e.Article(), s), func() { b.asks.OpenPassage(s) }, command.Target{On: command.OnPassage, Passage: s}
	}
	for _, s := range r.Sources {
		return locale.X("panel.network.source", "source"), func() { b.asks.OpenSource(s) }, command.Target{On: command.OnSource, Source: s}
	}
	return "", func() {}, command.Target{}
}
