package panel

import (
	"strconv"
	"strings"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/session"
)

// settled says which day a date is and from what that was settled.
func settled(b *Builder, _ session.Snapshot, x *annotations.Entity) {
	if x.Kind != annotations.Time && x.When.IsZero() {
		return
	}
	b.at("settled")
	value, from := settledWords(b.e, x)
	if value == "" {
		b.add(8, prose.NewText(b.roles.Body, look.ColorTextMuted, from))
		return
	}
	b.add(8, prose.NewText(b.roles.Identity, look.ColorText, value))
	if from != "" {
		b.add(0, prose.NewText(b.roles.Body, look.ColorTextMuted, sentenceCase(from)+"."))
	}
}

// settledWords returns the value of a date in words, and from what it was settled where
// the article does not print it whole. Without a value, the second says so.
func settledWords(e *annotations.Edition, x *annotations.Entity) (value, from string) {
	value = locale.Date(x.When)
	switch {
	case x.Length:
		return "", locale.X("panel.date.length", "A length of time, or how often something happens.")
	case value == "" && e.Published().IsZero():
		return "", locale.X("panel.date.undated", "The file gives no date for the article, so this is left open.")
	case value == "":
		return "", locale.X("panel.date.open", "The article leaves open which day this is.")
	}
	all := e.MentionsOf(x.ID)
	if len(all) == 0 || x.Kind != annotations.Time {
		return value, ""
	}
	m := all[0]
	year := begins(x.When).Year()
	if strings.Contains(e.Article().Slice(m.Span), strconv.Itoa(year)) {
		return value, ""
	}
	if m.By == annotations.ByDates && hasDigit(e.Article().Slice(m.Ground)) {
		return value, locale.X("panel.date.from-words", "from {{.Words}}", map[string]any{"Words": quoted(oneLine(e.Article().Slice(m.Ground)))})
	}
	if !e.Published().IsZero() {
		return value, locale.X("panel.date.from-article", "from the date of the article")
	}
	return value, ""
}

func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }

// sentenceCase is words with a capital at their beginning.
func sentenceCase(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// foundValue says what a number counts, in the words of the article.
func foundValue(b *Builder, _ session.Snapshot, x *annotations.Entity) {
	q := x.Quantity
	if q == nil {
		return
	}
	b.section(locale.X("panel.number", "The number"), -1, "")
	d := &details{b, 8}
	d.text(locale.X("panel.number.value", "value"), strings.TrimSpace(locale.Number(q.Value)+" "+q.Unit))
	if q.Counted != q.Unit {
		d.text(locale.X("panel.number.counted", "counted"), quoted(q.Counted))
	}
	d.text(locale.X("panel.number.hedge", "stated as"), quoted(q.Hedge))
	d.text(locale.X("panel.number.as-of", "as of"), locale.Date(q.AsOf))
}

// date sets the row of a date: its words, and beside them its value and from what that
// was settled. Beside one that the article prints whole stands the sentence around it, if
// that is given.
func (b *Builder) date(gap float32, x *annotations.Entity, in *annotations.Mention) {
	value, from := settledWords(b.e, x)
	words := value
	switch {
	case value == "":
		words = locale.X("panel.date.unsettled", "left open")
	case from != "":
		words += ", " + from
	}
	b.about(command.Target{On: command.OnEntity, Entity: x.ID, Kind: x.Kind})
	b.row(gap, 3, x.Name+", "+words, b.dateCells(x, words, from == "" && value != "", in), func() { b.asks.OpenEntity(x.ID) })
	b.lights(x.ID)
}

// dateCells sets the words of a date and, unless it is printed whole, its value.
func (b *Builder) dateCells(x *annotations.Entity, words string, whole bool, in *annotations.Mention) prose.Block {
	if whole && in == nil {
		return prose.NewText(b.roles.UI, look.ColorText, x.Name)
	}
	beside := prose.NewText(b.roles.UI, look.ColorText, words)
	if whole {
		role := look.Role{Font: b.roles.Concordance.Font, Size: b.roles.Concordance.Size, Leading: b.roles.UI.Leading}
		s := b.e.Article().SentenceAt(in.Start).Span
		beside = prose.NewText(role, look.ColorTextMuted, excerptOf(b.e.Article(), told{s, []*annotations.Mention{in}}))
		beside.SetMaxLines(2)
	}
	return prose.NewColumns(
		prose.Cell{Block: prose.NewText(b.roles.UI, look.ColorTextMuted, x.Name), Width: 108},
		prose.Cell{Block: beside, Gap: 12},
	)
}
