package panel

import (
	"strings"

	"sidelight/annotations"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/session"
)

// details sets labelled lines one below the other. A line with nothing to say is
// left out.
type details struct {
	b   *Builder
	gap float32
}

func (d *details) text(label, words string) {
	if words != "" {
		d.b.add(d.gap, d.b.labelled(label, prose.Cell{Block: prose.NewText(d.b.roles.UI, look.ColorText, words)}))
		d.gap = 5
	}
}

// computed sets a sum of numbers of the article, and says that the article does not
// print the result.
func (d *details) computed(sum string) {
	if sum != "" {
		d.text(locale.X("panel.number.computed", "computed"), sum)
		d.b.add(3, d.b.iconLine("info", locale.X("panel.number.not-printed", "computed from the article, not printed in it")))
		d.gap = 8
	}
}

// words sets a quotation as wide as the card, under a label.
func (d *details) words(kind annotations.Kind, label, words string) {
	if words = quoted(words); words != "" {
		d.b.add(max(d.gap, 8), prose.NewText(d.b.roles.Meta, look.ColorTextMuted, label))
		d.b.add(3, newEvidence(d.b.roles.Evidence, kind, words))
		d.gap = 8
	}
}

// quotation says who said the words of a quotation, where and when, and sets the
// words as printed beside the words as published.
func quotation(b *Builder, _ session.Snapshot, x *annotations.Entity) {
	q := x.Words
	if q == nil {
		return
	}
	b.section(locale.X("panel.quotation", "The quotation"), -1, "")
	d := &details{b, 8}
	by := locale.X("panel.quotation.by", "said by")
	if speaker, ok := b.e.Entity(q.Speaker); ok {
		b.at("speaker")
		b.row(d.gap, 3, by+" "+speaker.Name, b.labelled(by, b.nameCells(speaker)...),
			func() { b.asks.OpenEntity(speaker.ID) })
		d.gap = 5
	} else {
		d.text(by, q.Said)
	}
	standing := locale.X("panel.quotation.off-record", "not on record")
	if q.OnRecord {
		standing = locale.X("panel.quotation.on-record", "on record")
	}
	d.text(locale.X("panel.quotation.standing", "standing"), standing)
	d.text(locale.X("panel.quotation.setting", "where"), q.Setting)
	d.text(locale.X("panel.quotation.date", "when"), locale.Date(q.Date))
	if m := b.e.MentionsOf(x.ID); len(m) > 0 {
		d.words(x.Kind, locale.X("panel.quotation.printed", "in this article"), b.e.Article().Slice(m[0].Span))
	}
	d.words(x.Kind, locale.X("panel.quotation.published", "as published"), q.Published)
	d.text(locale.X("panel.quotation.difference", "difference"), q.Difference)
	if len(q.Sources) > 0 {
		b.add(8, b.sources(q.Sources, true, "", false))
	}
}

// quoted puts words in quotation marks, unless they are in such marks already.
func quoted(words string) string {
	words = strings.Trim(words, `"“”`)
	if words == "" {
		return ""
	}
	return "“" + words + "”"
}

// quantity says what a number counts, who gives it, and how others report it.
func quantity(b *Builder, _ session.Snapshot, x *annotations.Entity) {
	q := x.Quantity
	if q == nil {
		return
	}
	b.section(locale.X("panel.number", "The number"), -1, "")
	d := &details{b, 8}
	d.text(locale.X("panel.number.value", "value"), strings.TrimSpace(locale.Number(q.Value)+" "+q.Unit))
	d.computed(q.Computed)
	d.text(locale.X("panel.number.counted", "counted"), q.Counted)
	d.text(locale.X("panel.number.hedge", "stated as"), q.Hedge)
	d.text(locale.X("panel.number.given-by", "given by"), q.GivenBy)
	d.text(locale.X("panel.number.as-of", "as of"), locale.Date(q.AsOf))
	if q.Others != "" {
		b.add(8, prose.NewText(b.roles.Meta, look.ColorTextMuted, locale.X("panel.number.others", "How others report it")))
		b.add(2, prose.NewText(b.roles.Body, look.ColorText, q.Others))
	}
	if len(q.Sources) > 0 {
		b.add(3, b.sources(q.Sources, true, "", false))
	}
}
