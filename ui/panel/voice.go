package panel

import (
	"fmt"
	"slices"

	"sidelight/annotations"
	"sidelight/annotations/coverage"
	"sidelight/ui/command"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/session"
)

// speaker is the face of one voice: who speaks in it, each with the passages that
// rest on their word, and what the article states on the word of the voice.
var speaker = face{
	heading: func(now session.Snapshot, _ *annotations.Entity) heading {
		v := now.Panel.Voice
		all := now.Edition.Said(v)
		at := slices.IndexFunc(all, func(p annotations.Passage) bool { return p.Span == now.Panel.Said })
		count := locale.Passages(len(all))
		if at >= 0 && len(all) > 1 {
			count = locale.X("panel.place", "{{.At}} of {{.Count}}", map[string]any{"At": at + 1, "Count": len(all)})
		}
		return heading{title: locale.X("speaking", "Who is speaking"), voice: v, count: count, steps: len(all) > 0}
	},
	sections: []Section{voiceHead, saidBy, claimed},
}

// saidKey returns the key of the row of a passage of the open voice.
func saidKey(s annotations.Span) string { return fmt.Sprintf("said:%d-%d", s.Start, s.End) }

// voiceHead sets the name of the voice and how much of the article rests on it.
func voiceHead(b *Builder, now session.Snapshot, _ *annotations.Entity) {
	v := now.Panel.Voice
	b.at("voice")
	b.add(2, prose.NewText(b.roles.CardName, look.ColorText, locale.Voice(v)))
	counts := locale.Passages(len(b.e.Said(v)))
	if n := len(b.e.Claims(v)); n > 0 {
		counts = locale.X("list.two", "{{.First}}, {{.Second}}", map[string]any{"First": counts, "Second": locale.Claims(n)})
	}
	b.add(10, prose.NewText(b.roles.Identity, look.ColorText, counts))
	for _, s := range coverage.Voices(b.e) {
		if s.Voice == v {
			b.add(2, prose.NewText(b.roles.Body, look.ColorTextMuted, locale.X("panel.voice.share",
				"{{.Percent}}% of the article’s words", map[string]any{"Percent": s.Percent})))
		}
	}
}

// saidBy lists the passages of the voice by their speakers, who come in the order of
// their first words.
func saidBy(b *Builder, now session.Snapshot, _ *annotations.Entity) {
	all := b.e.Said(now.Panel.Voice)
	var names []string
	of := map[string][]annotations.Passage{}
	for _, p := range all {
		name := locale.Speaker(b.e, p)
		if len(of[name]) == 0 {
			names = append(names, name)
		}
		of[name] = append(of[name], p)
	}
	at := 0
	for _, name := range names {
		b.speakerHead(name, of[name])
		for i, p := range of[name] {
			gap := between(i, 8, 5)
			words := b.e.Article().Slice(p.Span)
			b.listed(at, len(all), saidKey(p.Span), gap, 5, guessed(b.roles.Evidence, len(words)), func(b *Builder) {
				b.at(saidKey(p.Span))
				b.about(command.Target{On: command.OnPassage, Passage: p.Span})
				b.row(gap, 5, words, b.saidWords(p.Span, words), func() { b.asks.OpenVoice(p.Voice, p.Span) })
			})
			at++
		}
	}
}

// guessed is about how high the row of a passage of so many bytes is, in pixels.
func guessed(role look.Role, bytes int) float32 {
	const aLine = 42
	return float32(bytes/aLine+1)*role.Leading + 2*5
}

// speakerHead begins the passages of a speaker. The name of one who has a card leads
// to the card. What an unnamed speaker asked for stands under the name, which leaves
// it no room at its right in a narrow panel.
func (b *Builder) speakerHead(name string, theirs []annotations.Passage) {
	first := theirs[0]
	label := name
	if label == "" {
		label = locale.X("panel.said", "Passages")
	}
	head := b.sectionHead(label, len(theirs))
	if first.Anonymity == annotations.Asked {
		head = prose.NewStack(
			prose.Item{Block: head},
			prose.Item{Block: prose.NewText(b.roles.Meta, look.ColorTextFaint, locale.Standing(first)), Top: 1},
		)
	}
	x, ok := b.e.Entity(first.Speaker)
	if name == "" || !ok {
		b.begin(label, head)
		return
	}
	b.at("speaker:" + string(first.Speaker))
	b.add(17, prose.NewRule(look.ColorRule, 1))
	b.about(command.Target{On: command.OnEntity, Entity: first.Speaker, Kind: x.Kind})
	b.row(13, 3, name, head, func() { b.asks.OpenEntity(first.Speaker) })
}

// saidWords makes a block of the words of a passage, with the number of its paragraph
// at the right.
func (b *Builder) saidWords(s annotations.Span, words string) prose.Block {
	sign := prose.NewText(b.roles.Section, look.ColorAccentText, paragraphSign(b.e.Article(), s))
	return prose.NewColumns(
		prose.Cell{Block: prose.NewText(b.roles.Evidence, look.ColorText, words)},
		prose.Cell{Block: sign, Width: sign.NaturalWidth(), Gap: 12, Down: 3},
	)
}

// claimed lists what the article states on the word of the voice.
func claimed(b *Builder, now session.Snapshot, _ *annotations.Entity) {
	claims := b.e.Claims(now.Panel.Voice)
	if len(claims) == 0 {
		return
	}
	b.section(locale.X("panel.claims", "Claims"), len(claims), "")
	b.leads(locale.X("panel.claims", "Claims"))
	for i, f := range claims {
		b.at("fact:" + string(f.ID))
		b.about(command.Target{On: command.OnFact, Fact: f.ID, Passage: f.Evidence[0]})
		b.row(between(i, 8, 13), 6, f.Text, prose.NewStack(
			prose.Item{Block: prose.NewText(b.roles.Body, look.ColorText, f.Text)},
			prose.Item{Block: b.voice(f.Evidence[0], f.Unverified), Top: 3},
		), func() { b.asks.OpenPassage(f.Evidence[0]) })
	}
}
