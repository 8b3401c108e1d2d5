package panel

import (
	"context"

	"sidelight/annotations"
	"sidelight/annotations/timeline"
	"sidelight/ui/command"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/prose"
	"sidelight/ui/session"
)

// moments is the timeline as text, which stands in the place of a card while nothing is
// selected.
var moments = face{
	heading: func(now session.Snapshot, _ *annotations.Entity) heading {
		if now.Views.Timeline.AsTold {
			return heading{title: locale.X("panel.moments.told", "Moments as told")}
		}
		return heading{title: locale.X("panel.moments", "Moments in order")}
	},
	sections: []Section{momentList},
}

// momentList lists the rows of the timeline, as they are wanted there.
func momentList(b *Builder, now session.Snapshot, _ *annotations.Entity) {
	way := now.Views.Timeline
	all := timeline.Moments(b.e, timeline.Way{Background: way.Background, Since: way.Since})
	rows, err := timeline.Rows(context.Background(), b.e, all, way.AsTold)
	if err != nil { // only if the context is cancelled
		return
	}
	count, split, _ := locale.Moments(rows)
	b.at("moments")
	b.add(2, prose.NewText(b.roles.Identity, look.ColorText, count))
	if split != "" {
		b.add(2, prose.NewText(b.roles.Body, look.ColorTextMuted, split))
	}
	gap := float32(12)
	for i := range rows {
		r := &rows[i]
		t := locale.Moment(b.e, r, way.AsTold)
		b.at("moment:" + r.Key)
		b.moment(gap, r.Moment, t)
		gap = 9
	}
}

// moment sets a row of the timeline: the date and what is in doubt of it at the left, and
// what happened and who says so beside that.
func (b *Builder) moment(gap float32, m *timeline.Moment, t timeline.Texts) {
	var left, right []prose.Item
	add := func(to *[]prose.Item, block prose.Block, top float32) {
		*to = append(*to, prose.Item{Block: block, Top: top})
	}
	if t.Date != "" {
		add(&left, prose.NewText(b.roles.Strong, look.ColorText, t.Date), 0)
	}
	if t.Record != "" {
		add(&left, prose.NewText(b.roles.UI, look.ColorTextMuted, t.Record), 0)
	}
	for _, n := range t.Notes {
		add(&left, prose.NewText(b.roles.Meta, look.ColorTextMuted, n), 0)
	}
	ink := look.ColorText
	if m.State != annotations.InArticle {
		ink = look.ColorTextMuted
	}
	add(&right, prose.NewText(b.roles.UI, ink, t.What), 0)
	if t.Who != "" {
		add(&right, b.momentWho(m, t), 2)
	}
	if t.Else != "" {
		add(&right, b.iconLine("book-open", t.Else), 2)
	}
	b.aboutMoment(m)
	b.row(gap, 4, t.Name, prose.NewColumns(
		prose.Cell{Block: prose.NewStack(left...), Width: labelWidth - 8},
		prose.Cell{Block: prose.NewStack(right...), Gap: 12},
	), func() { b.asks.OpenEntity(m.Entity) })
}

// momentWho is the line that says on whose word a moment rests, with a link to the words.
func (b *Builder) momentWho(m *timeline.Moment, t timeline.Texts) prose.Block {
	icon := "book-open"
	if m.Told() >= 0 {
		icon = pattern.VoiceIcon(annotations.OwnAccount)
		if p, ok := b.e.VoiceOf(m.Span); ok {
			icon = pattern.VoiceIcon(p.Voice)
		}
	}
	line := b.iconLine(icon, t.Who)
	if m.Told() < 0 {
		return line
	}
	sign := b.passageLink(m.Span)
	return prose.NewColumns(prose.Cell{Block: line}, prose.Cell{Block: sign, Width: sign.NaturalWidth(), Gap: 8})
}

// aboutMoment has the next block be about what a moment is: an event or a date, or a fact.
func (b *Builder) aboutMoment(m *timeline.Moment) {
	x, ok := b.e.Entity(m.Entity)
	switch {
	case m.Fact != nil && (m.Kind != 0 || m.State != annotations.InArticle):
		b.about(command.Target{On: command.OnFact, Fact: m.Fact.ID, Entity: m.Entity})
	case ok:
		b.about(command.Target{On: command.OnEntity, Entity: x.ID, Kind: x.Kind})
	}
}

// mostAround is how many moments of each sort a card lists around its own.
const mostAround = 3

// beforeAndAfter lists what came before and after an event or a date, and what nothing is
// known of, while the timeline is shown.
func beforeAndAfter(b *Builder, now session.Snapshot, x *annotations.Entity) {
	if now.View != session.Timeline {
		return
	}
	a := momentsAround(b.e, x)
	if a.Empty() {
		return
	}
	b.section(locale.X("panel.before-after", "Before and after"), -1, "")
	b.leads(locale.X("panel.before-after", "Before and after"))
	gap := float32(9)
	for _, g := range []struct {
		label string
		all   []*timeline.Moment
	}{
		{locale.X("panel.before", "Before"), a.Before},
		{locale.X("panel.began-before", "Began before"), a.Began},
		{locale.X("panel.beside", "Beside it"), a.Beside},
		{locale.X("panel.began-after", "Began after"), a.Later},
		{locale.X("panel.after", "After"), a.After},
	} {
		for i, o := range g.all {
			label := g.label
			if i > 0 {
				label = ""
			}
			b.at("around:" + o.Key)
			b.around(gap, label, o)
			gap = 7
		}
		if len(g.all) > 0 && len(a.Beside) > 0 && g.all[0] == a.Beside[0] {
			b.at("around:open")
			b.add(2, b.labelled("", prose.Cell{Block: prose.NewText(b.roles.Meta, look.ColorTextMuted,
				locale.X("panel.moments.open", "Which came first is not given"))}))
		}
	}
}

// momentsAround returns the moments around that of an entity, none if it has none.
func momentsAround(e *annotations.Edition, x *annotations.Entity) timeline.Around {
	all := timeline.Moments(e, timeline.Way{})
	m := timeline.Of(all, x.ID)
	if m == nil {
		return timeline.Around{}
	}
	a, err := timeline.Neighbours(context.Background(), e, all, m, mostAround)
	if err != nil { // only if the context is cancelled
		return timeline.Around{}
	}
	return a
}

// around sets a moment that stands before, beside or after that of a card.
func (b *Builder) around(gap float32, label string, m *timeline.Moment) {
	when, record := locale.MomentDate(m)
	if when == "" {
		when = record
	}
	words := when + ". " + m.Text
	cells := []prose.Cell{{Block: prose.NewText(b.roles.UI, look.ColorText, words)}}
	if m.Told() >= 0 {
		sign := b.passageLink(m.Span)
		cells = append(cells, prose.Cell{Block: sign, Width: sign.NaturalWidth(), Gap: 8, Down: 1})
	}
	b.aboutMoment(m)
	b.row(gap, 3, label+" "+words, b.labelled(label, cells...), func() { b.asks.OpenEntity(m.Entity) })
}
