package panel

import (
	"strings"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/prose"
	"sidelight/ui/session"
)

// foundTies lists the relations of the entity that the program found: each with the verb
// that the article has, in quotation marks, and the sentence that has it. One whose verb
// is not in its sentence is left out.
func foundTies(b *Builder, _ session.Snapshot, x *annotations.Entity) {
	var all []annotations.Tie
	for _, l := range b.e.TiesOf(x.ID) {
		if verbAt(b.e, l.Relation) {
			all = append(all, l)
		}
	}
	if len(all) == 0 {
		return
	}
	b.section(locale.X("panel.connected", "Connected to"), len(all), locale.X("panel.found.verb", "by a verb of the article"))
	for i, l := range all {
		b.foundTie(between(i, 10, 13), l)
	}
}

// verbAt reports whether the words that a relation rests on have its verb.
func verbAt(e *annotations.Edition, r *annotations.Relation) bool {
	return len(r.Evidence) > 0 && r.Label != "" && strings.Contains(oneLine(e.Article().Slice(r.Evidence[0])), oneLine(r.Label))
}

// verbIn returns where the verb of a relation stands in the words that it rests on, or
// else these words.
func verbIn(e *annotations.Edition, r *annotations.Relation) annotations.Span {
	s := r.Evidence[0]
	i := strings.Index(e.Article().Slice(s), r.Label)
	if i < 0 {
		return s
	}
	return annotations.Span{Start: s.Start + i, End: s.Start + i + len(r.Label)}
}

// foundTie sets a relation: who and whom with the verb between, and the sentence.
func (b *Builder) foundTie(gap float32, l annotations.Tie) {
	const sample = 18
	other, ok := b.e.Entity(l.Other)
	from, okFrom := b.e.Entity(l.Relation.From)
	to, okTo := b.e.Entity(l.Relation.To)
	if !ok || !okFrom || !okTo {
		return
	}
	words := locale.ShortName(from) + " " + quoted(oneLine(l.Relation.Label)) + " " + locale.ShortName(to)
	s := l.Relation.Evidence[0]
	b.at("relation:" + l.Relation.ID)
	b.about(command.Target{On: command.OnEntity, Entity: other.ID, Kind: other.Kind})
	b.row(gap, 4, words, prose.NewColumns(
		prose.Cell{Block: pattern.InLine(other.Kind, sample, b.roles.UI.Leading), Width: sample},
		prose.Cell{Block: prose.NewText(b.roles.UI, look.ColorText, words), Gap: 10},
	), func() { b.asks.OpenEntity(other.ID) })
	b.lights(other.ID)
	b.at("relation:" + l.Relation.ID + ":words")
	b.about(command.Target{On: command.OnPassage, Passage: s})
	in := excerptOf(b.e.Article(), told{s, []*annotations.Mention{{Span: verbIn(b.e, l.Relation)}}})
	b.row(6, 4, in, prose.NewStack(
		prose.Item{Block: evidenceOf(prose.NewText(b.roles.Evidence, look.ColorText, in), look.ColorRuleStrong)},
		prose.Item{Block: b.foundVoice(told{s, []*annotations.Mention{{Span: s}}}), Top: 4},
	), func() { b.asks.OpenPassage(s) })
}
