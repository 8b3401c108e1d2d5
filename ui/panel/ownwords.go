package panel

import (
	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/session"
)

const (
	fewQuotations  = 2  // that a card shows at first
	mostQuotations = 50 // that it shows at most
)

// ownWords lists what the article quotes of a person or an organisation.
func ownWords(b *Builder, _ session.Snapshot, x *annotations.Entity) {
	var all []*annotations.Entity
	for i := range b.e.Entities() {
		q := &b.e.Entities()[i]
		if q.Words != nil && q.Words.Speaker == x.ID && len(b.e.MentionsOf(q.ID)) > 0 {
			all = append(all, q)
		}
	}
	if len(all) == 0 {
		return
	}
	b.section(locale.X("panel.own-words", "Quotations"), len(all), locale.X("panel.own-words.by-rule", "speaker found by rule"))
	b.leads(locale.X("panel.own-words", "Quotations"))
	shown := all[:min(len(all), mostQuotations)]
	few := len(all) > fewQuotations+1 && !b.sheet.unfolded[allQuotations]
	if few {
		shown = all[:fewQuotations]
	}
	for i, q := range shown {
		m := b.e.MentionsOf(q.ID)[0]
		words := excerptOf(b.e.Article(), told{m.Span, []*annotations.Mention{m}})
		b.at(quotationKey(q))
		b.about(command.Target{On: command.OnEntity, Entity: q.ID, Kind: q.Kind})
		b.row(between(i, 9, 11), 5, words, prose.NewStack(
			prose.Item{Block: newEvidence(b.roles.Evidence, q.Kind, words)},
			prose.Item{Block: b.foundVoice(told{m.Span, []*annotations.Mention{m}}), Top: 4},
		), func() { b.asks.OpenMention(m.ID()) })
	}
	if few {
		b.more(9, allQuotations, len(all)-fewQuotations, quotationKey(all[fewQuotations]))
	}
}

// allQuotations is the key of what shows all quotations.
const allQuotations = "quotations:all"

func quotationKey(q *annotations.Entity) string { return "quotation:" + string(q.ID) }

// foundQuotation says of a quotation whom the program took for the speaker, and from
// which words.
func foundQuotation(b *Builder, _ session.Snapshot, x *annotations.Entity) {
	q, all := x.Words, b.e.MentionsOf(x.ID)
	if q == nil || len(all) == 0 {
		return
	}
	b.section(locale.X("panel.found.speaker", "Speaker"), -1, locale.X("panel.found.by-rule", "found by rule"))
	d := &details{b, 8}
	by := locale.X("panel.quotation.by", "said by")
	speaker, known := b.e.Entity(q.Speaker)
	switch {
	case known:
		b.at("speaker")
		b.about(command.Target{On: command.OnEntity, Entity: speaker.ID, Kind: speaker.Kind})
		b.row(d.gap, 3, by+" "+speaker.Name, b.labelled(by, b.nameCells(speaker)...),
			func() { b.asks.OpenEntity(speaker.ID) })
		b.lights(speaker.ID)
		d.gap = 5
	case q.Said != "":
		d.text(by, quoted(q.Said))
	default:
		b.at("no-speaker")
		b.add(d.gap, prose.NewText(b.roles.Body, look.ColorTextMuted, locale.X("panel.found.no-speaker", "No speaker was found for it.")))
	}
	p, ok := b.e.PassageAt(all[0].Start)
	if !ok || !known && q.Said == "" {
		return
	}
	if !p.Cue.Empty() {
		d.text(locale.X("panel.found.from", "from"), quoted(oneLine(b.e.Article().Slice(p.Cue))))
	}
	d.text(locale.X("panel.found.voice", "voice"), locale.Voice(p.Voice))
}
