package panel

import (
	"strconv"
	"strings"

	"sidelight/annotations"
	"sidelight/ui/locale"
	"sidelight/ui/look"
)

// placeWords is where the reader is among n mentions: "2 of 3", "3 mentions".
// The singular is a key of its own: the toolkit reports an error for every
// plural whose forms have not been translated.
func placeWords(mention, n int) string {
	switch {
	case n == 0:
		return locale.X("panel.not-mentioned", "not named")
	case n == 1:
		return locale.X("panel.mention", "1 mention")
	case mention < 0:
		return locale.X("panel.mentions", "{{.Count}} mentions", map[string]any{"Count": n})
	}
	return locale.X("panel.place", "{{.At}} of {{.Count}}", map[string]any{"At": mention + 1, "Count": n})
}

// nameOf is the name on a card; what a quotation is called are its words.
func nameOf(x *annotations.Entity) string {
	if x.Kind == annotations.Quote && !strings.HasPrefix(x.Name, "“") && !strings.HasPrefix(x.Name, `"`) {
		return "“" + x.Name + "”"
	}
	return x.Name
}

// paragraphSign is "¶5" for the paragraph in which the span begins.
func paragraphSign(a *annotations.Article, s annotations.Span) string {
	return "¶" + strconv.Itoa(a.Paragraphs[a.ParagraphAt(s.Start)].Number)
}

// voiceWords say on whose word a passage rests.
func voiceWords(e *annotations.Edition, p annotations.Passage) string {
	who := p.Name
	if x, ok := e.Entity(p.Speaker); ok {
		who = x.Name
	}
	name := map[string]any{"Name": who}
	switch p.Voice {
	case annotations.OnRecord:
		return locale.X("panel.voice.on-record", "{{.Name}}, on record", name)
	case annotations.Official:
		return who
	case annotations.Anonymous:
		if low := strings.ToLower(who); strings.Contains(low, "unnamed") || strings.Contains(low, "anonym") {
			return who
		}
		return locale.X("panel.voice.anonymous", "{{.Name}}, unnamed", name)
	case annotations.Inference:
		return locale.X("panel.voice.inference", "Writer’s inference")
	}
	return locale.X("panel.voice.own-account", "Article’s own account, no source named")
}

// sharedVoiceWords name a voice in the table of who is speaking.
func sharedVoiceWords(v annotations.Voice) string {
	switch v {
	case annotations.OnRecord:
		return locale.X("panel.speaking.on-record", "On-record speakers")
	case annotations.Official:
		return locale.X("panel.speaking.official", "Official statements")
	case annotations.Anonymous:
		return locale.X("panel.speaking.anonymous", "Anonymous source")
	case annotations.Inference:
		return locale.X("panel.speaking.inference", "Writer’s inference")
	}
	return locale.X("panel.speaking.own-account", "Article’s own account")
}

// unbroken is the words with blanks at which no line ends.
func unbroken(words string) string { return strings.ReplaceAll(words, " ", "\u00a0") }

// shortDate is the date in words for a column that is width pixels wide: months
// are cut to three letters beside a day and where the whole would not fit.
func shortDate(d annotations.Date, role look.Role, width float32) string {
	full := locale.Date(d)
	if strings.Count(full, " ") < 2 && role.Face.Width(full, role.Size) <= width {
		return full
	}
	return locale.ShortDate(d)
}
