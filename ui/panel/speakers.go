package panel

import (
	"fmt"

	"sidelight/annotations"
	"sidelight/annotations/voices"
	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/prose"
	"sidelight/ui/session"
)

// speakers is the view of the voices as text: how the words are shared, and each speaker
// with all that they say.
var speakers = face{
	heading: func(session.Snapshot, *annotations.Entity) heading {
		return heading{title: locale.X("view.voices", "Voices")}
	},
	sections: []Section{speaking, castList},
	reads: func(e *annotations.Edition, _ *annotations.Entity) any {
		return []any{e.Passages(), e.Entities(), e.Mentions()}
	},
}

// cast returns who says what in the document that the panel follows.
func (b *Builder) cast() *voices.Model {
	if m := b.p.cast; m == nil || m.Edition != b.e {
		b.p.cast = voices.Of(b.e)
	}
	return b.p.cast
}

// castList lists the speakers, of whom each unfolds what they say.
func castList(b *Builder, now session.Snapshot, _ *annotations.Entity) {
	m := b.cast()
	named, writer := m.Shown(m.Valid(voices.Filter(now.Views.Voices)))
	if len(named) > 0 {
		b.section(locale.X("voices.speakers", "Speakers"), len(named), "")
	}
	for i, s := range named {
		b.speakerRow(m, s, i == 0)
	}
	if len(writer) > 0 {
		b.section(locale.X("voices.apart", "Without a speaker"), -1, "")
	}
	for i, s := range writer {
		b.speakerRow(m, s, i == 0)
	}
	if len(named)+len(writer) == 0 {
		b.at("no-passage")
		b.add(13, prose.NewText(b.roles.Body, look.ColorTextMuted,
			locale.X("voices.empty", "No passage is like that in this article.")))
	}
}

// speakerRow sets the row of a speaker, which unfolds what they say.
func (b *Builder) speakerRow(m *voices.Model, s voices.Shown, first bool) {
	name, voice := s.Name, s.Voices[0]
	if name == "" {
		name = locale.X("panel.voice.unknown", "Speaker not recorded")
		if voices.Nobody(voice) {
			name = locale.Voice(voice)
		}
	}
	under := locale.SpeakerCount(s.Words, s.Percent, len(s.Passages), len(s.Said))
	if !voices.Nobody(voice) {
		under = locale.Standing(m.Passages[s.Said[0]].Passage) + " · " + under
	}
	b.at("speaker:" + s.Key)
	if _, ok := b.e.Entity(s.Entity); ok {
		b.about(command.Target{On: command.OnEntity, Entity: s.Entity, Kind: b.kindOf(s.Entity)})
	}
	gap := float32(13)
	if first {
		gap = 9
	}
	const sample = 22
	b.unfolding(gap, 5, name+", "+under, prose.NewStack(
		prose.Item{Block: prose.NewColumns(
			prose.Cell{Block: pattern.VoiceInLine(voice, b.roles.UI.Leading), Width: sample},
			prose.Cell{Block: prose.NewText(b.roles.Strong, look.ColorText, name), Gap: 6},
		)},
		prose.Item{Block: prose.NewText(b.roles.Meta, look.ColorTextMuted, under), Left: sample + 6, Top: 1},
	), func(d *Builder) {
		for _, i := range s.Passages {
			d.statement(&m.Passages[i])
		}
	})
}

// kindOf returns the kind of an entity that the edition has.
func (b *Builder) kindOf(id annotations.EntityID) annotations.Kind {
	x, _ := b.e.Entity(id)
	return x.Kind
}

// statement sets what is said in a passage, and below it the published wording of each
// quotation in it.
func (b *Builder) statement(p *voices.Passage) {
	words := b.e.Article().Slice(p.Span)
	b.at(fmt.Sprintf("%d-%d", p.Start, p.End))
	b.about(command.Target{On: command.OnPassage, Passage: p.Span})
	b.row(8, 4, words, b.saidWords(p.Span, words), func() { b.asks.SelectVoice(p.Span) })
	for i, q := range p.Quotes {
		if !q.Compared() {
			continue
		}
		b.at(fmt.Sprintf("%d-%d/%d", p.Start, p.End, i))
		b.about(command.Target{On: command.OnEntity, Entity: q.Entity.ID, Kind: q.Entity.Kind})
		b.row(4, 4, locale.Name(q.Entity), prose.NewStack(
			prose.Item{Block: prose.NewText(b.roles.Meta, look.ColorTextMuted, locale.X("panel.quotation.published", "as published"))},
			prose.Item{Block: b.published(q), Top: 3},
			prose.Item{Block: prose.NewText(b.roles.Meta, look.ColorTextMuted, q.Entity.Words.Difference), Top: 4},
		), func() { b.asks.OpenEntity(q.Entity.ID) })
	}
}

// published sets the published wording of a quotation; the words that the article has
// otherwise are stronger.
func (b *Builder) published(q voices.Quote) prose.Block {
	words := quoted(q.Entity.Words.Published)
	_, differ := voices.Differences(quoted(b.e.Article().Slice(q.Printed)), words)
	var strong []prose.Stretch
	for _, s := range differ {
		strong = append(strong, prose.Stretch{Start: s.Start, End: s.End, Font: b.roles.Fonts.Strong})
	}
	return evidenceOf(prose.NewText(b.roles.Evidence, look.ColorText, words, strong...), look.ColorRuleStrong)
}

// bothWordings sets the button that copies a quotation as printed and as published.
func bothWordings(b *Builder, _ session.Snapshot, x *annotations.Entity) {
	if x.Words == nil || x.Words.Published == "" || b.p.OnCopy == nil {
		return
	}
	b.at("both-wordings")
	t := command.Target{On: command.OnEntity, Entity: x.ID, Kind: x.Kind}
	words := locale.X("panel.quotation.copy", "Copy with both wordings")
	button := control.NewText(control.Plain, "copy", words, b.roles, func() { b.p.OnCopy(t) }).On(look.ColorPanel)
	button.OnFocus = b.hold(b.key+inside+words, button)
	b.bind(&button.Tap, b.held[len(b.held)-1], t)
	cells := []prose.Cell{{Block: button, Width: button.MinSize().Width}}
	if b.p.copyKeyCap != "" {
		cells = append(cells, b.keyCap(b.p.copyKeyCap, button.MinSize().Height))
	}
	b.add(13, prose.NewColumns(cells...))
}

// SetCopyKey sets the key, as it is printed, that copies with source.
func (p *Panel) SetCopyKey(key string) { p.copyKeyCap = key }
