package panel

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/prose"
	"sidelight/ui/session"
)

const (
	fewSentences  = 2   // that a card shows at first
	mostSentences = 100 // that it shows at most; the rest stand among the mentions
)

// sentences lists every sentence that mentions the entity, each with its voice and the
// words by which that was found. The one that was chosen last has the ink of the kind.
func sentences(b *Builder, _ session.Snapshot, x *annotations.Entity) {
	all := b.inSentences(x.ID)
	if len(all) == 0 {
		return
	}
	b.section(locale.X("panel.sentences", "Sentences"), len(all), locale.X("panel.sentences.by-rule", "voice found by rule"))
	b.leads(locale.X("panel.sentences", "Sentences"))
	shown := all[:min(len(all), mostSentences)]
	few := len(all) > fewSentences+1 && !b.sheet.unfolded[allSentences]
	if few {
		shown = all[:fewSentences]
	}
	var rules []*evidence
	for i, t := range shown {
		e := b.excerpt(t, x.Kind, i == 0)
		rules = append(rules, e)
		b.at(sentenceKey(t.Span))
		b.about(command.Target{On: command.OnPassage, Passage: t.Span})
		b.row(between(i, 9, 11), 5, e.text.Content(), prose.NewStack(
			prose.Item{Block: e},
			prose.Item{Block: b.foundVoice(t), Top: 4},
		), func() {
			for j, other := range rules {
				other.setInk(inkOf(x.Kind, j == i))
			}
			b.asks.OpenMention(t.mentions[0].ID())
		})
	}
	switch {
	case few:
		b.more(9, allSentences, len(all)-fewSentences, sentenceKey(all[fewSentences].Span))
	case len(all) > len(shown):
		b.at("sentences:rest")
		b.add(9, prose.NewText(b.roles.Meta, look.ColorTextMuted, locale.X("panel.sentences.rest",
			"The others are listed under Mentions.")))
	}
}

// allSentences is the key of what shows all sentences.
const allSentences = "sentences:all"

func sentenceKey(s annotations.Span) string { return fmt.Sprintf("sentence:%d", s.Start) }

// inkOf is the ink of the line beside a sentence.
func inkOf(k annotations.Kind, chosen bool) fyne.ThemeColorName {
	if chosen {
		return look.Ink(k)
	}
	return look.ColorRuleStrong
}

// excerpt sets a sentence as evidence. Of a long one it sets what is around the mention.
func (b *Builder) excerpt(t told, k annotations.Kind, chosen bool) *evidence {
	text := prose.NewText(b.roles.Evidence, look.ColorText, excerptOf(b.e.Article(), t))
	return evidenceOf(text, inkOf(k, chosen))
}

// Lengths of an excerpt in bytes.
const (
	mostExcerpt = 190 // five lines in a panel of the usual width
	leadExcerpt = 50  // before the mention, where the sentence is cut at its beginning
)

// excerptOf is a sentence or, if that is long, the words of it around the first mention,
// cut between words.
func excerptOf(a *annotations.Article, t told) string {
	s := t.Span
	if s.Len() <= mostExcerpt {
		return oneLine(a.Slice(s))
	}
	m, before, after := t.mentions[0].Span, "", ""
	if m.Start-s.Start > mostExcerpt/2 {
		s.Start, before = blankFrom(a.Text, m.Start-leadExcerpt, m.Start), "… "
	}
	if end := max(s.Start+mostExcerpt, min(m.End, s.Start+2*mostExcerpt)); end < s.End {
		s.End, after = blankBefore(a.Text, max(s.Start, m.Start), end), "…"
	}
	words := oneLine(a.Slice(s))
	if after != "" {
		words = strings.TrimRight(words, " ,;:")
		if strings.Count(words, "“") > strings.Count(words, "”") {
			after += "”"
		}
	}
	return before + words + after
}

// blankFrom is where the first word begins in a text that stands behind a blank from the
// byte at on, at most to the byte limit.
func blankFrom(text string, at, limit int) int {
	for at < limit && !utf8.RuneStart(text[at]) {
		at++
	}
	if i := strings.IndexFunc(text[at:limit], unicode.IsSpace); i >= 0 {
		return at + i
	}
	return limit
}

// blankBefore is where the last blank stands in a text before the byte at, or the last
// rune that ends there if there is no blank behind the byte from.
func blankBefore(text string, from, at int) int {
	for at > from && !utf8.RuneStart(text[at]) {
		at--
	}
	if i := strings.LastIndexFunc(text[from:at], unicode.IsSpace); i > 0 {
		return from + i
	}
	return at
}

// foundVoice is a line that says on whose word a sentence rests, and by which words of
// the article that was found.
func (b *Builder) foundVoice(t told) prose.Block {
	icon, words := pattern.VoiceIcon(annotations.OwnAccount), locale.X("panel.found.own", "Article’s own account")
	if p, ok := b.voiceNear(t); ok && p.Voice != annotations.OwnAccount {
		icon, words = pattern.VoiceIcon(p.Voice), foundAttribution(b.e, p)
	}
	if t.doubtful() {
		words += " · " + locale.X("panel.found.doubtful", "unsure")
	}
	return b.voiceLine(icon, words, t.Span)
}

// voiceNear returns the passage that holds the first mention of a sentence, or else the
// one that holds most of the sentence.
func (b *Builder) voiceNear(t told) (annotations.Passage, bool) {
	if p, ok := b.e.PassageAt(t.mentions[0].Start); ok {
		return p, true
	}
	return b.e.VoiceOf(t.Span)
}

// foundAttribution says on whose word a passage rests, with the words that told so:
// “Karoline Leavitt, “stated that””.
func foundAttribution(e *annotations.Edition, p annotations.Passage) string {
	who := locale.Speaker(e, p)
	if p.Origin != annotations.Found || p.Cue.Empty() || who == "" {
		return locale.Attribution(e, p)
	}
	return locale.X("panel.found.said", "{{.Name}}, “{{.Cue}}”",
		map[string]any{"Name": who, "Cue": oneLine(e.Article().Slice(p.Cue))})
}

// more sets a link that shows what else there is in a section. key is the section's in
// the sheet's unfolded rows, next that of the first row that is then shown.
func (b *Builder) more(gap float32, key string, n int, next string) {
	words := locale.X("panel.more", "Show {{.Count}} more", map[string]any{"Count": n})
	role := look.Role{Font: b.roles.Tab.Font, Size: b.roles.Meta.Size, Leading: b.roles.Meta.Leading}
	t := prose.NewText(role, look.ColorAccentText, words)
	p := b.p
	b.at(key)
	l := b.link(words, t, t.NaturalWidth(), func() { showAll(p, key, next) })
	b.add(gap, prose.NewColumns(prose.Cell{Block: l, Width: t.NaturalWidth()}))
}

// showAll shows all rows of a section. The keyboard goes on with the first of the new
// ones.
func showAll(p *Panel, key, next string) {
	s, focused := p.shown.sheet, p.focused() != nil
	s.unfolded[key] = true
	if focused {
		s.focus = next
	}
	p.show(p.build(s.face, s.entity, s))
	p.mark()
	if focused {
		p.keepFocus()
	}
}
