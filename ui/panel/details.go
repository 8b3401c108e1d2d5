package panel

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/prose"
)

// details are labelled rows; those with nothing to say are left out.
type details struct {
	c   *card
	gap float32
}

func (d *details) text(label, words string) { d.set(label, d.c.roles.UI, words) }

func (d *details) set(label string, role look.Role, words string) {
	if words != "" {
		d.c.add(d.gap, d.c.labelled(label, prose.Cell{Block: prose.NewText(role, look.ColorText, words)}))
		d.gap = 5
	}
}

// quotation compares the words as printed with the words as published.
func (c *card) quotation(x *annotations.Entity) {
	q := x.Words
	if q == nil {
		return
	}
	c.section(lang.X("panel.quotation", "The quotation"), -1, "")
	d := &details{c, 8}
	by := lang.X("panel.quotation.by", "said by")
	if speaker, ok := c.e.Entity(q.Speaker); ok {
		c.row(d.gap, 3, by+" "+speaker.Name, c.labelled(by, c.named(speaker)...),
			func() { c.p.toEntity(speaker.ID) })
		d.gap = 5
	} else {
		d.text(by, q.Said)
	}
	standing := lang.X("panel.quotation.off-record", "not on record")
	if q.OnRecord {
		standing = lang.X("panel.quotation.on-record", "on record")
	}
	d.text(lang.X("panel.quotation.standing", "standing"), standing)
	d.text(lang.X("panel.quotation.setting", "where"), q.Setting)
	d.text(lang.X("panel.quotation.date", "when"), q.Date.Words())
	for i, m := range c.e.MentionsOf(x.ID) {
		if i == 0 {
			d.set(lang.X("panel.quotation.printed", "in this article"), c.roles.Evidence, quoted(c.e.Article().Slice(m.Span)))
		}
	}
	d.set(lang.X("panel.quotation.published", "as published"), c.roles.Evidence, quoted(q.Published))
	d.text(lang.X("panel.quotation.difference", "difference"), q.Difference)
	if len(q.Sources) > 0 {
		c.add(8, c.iconLine("book-open", sourceWords(c.e, q.Sources, true)))
	}
}

// quoted puts the words in quotation marks, once.
func quoted(words string) string {
	words = strings.Trim(words, `"“”`)
	if words == "" {
		return ""
	}
	return "“" + words + "”"
}

// quantity says what a number counts and who gives it.
func (c *card) quantity(x *annotations.Entity) {
	q := x.Quantity
	if q == nil {
		return
	}
	c.section(lang.X("panel.number", "The number"), -1, "")
	d := &details{c, 8}
	d.text(lang.X("panel.number.value", "value"), strings.TrimSpace(amount(q.Value)+" "+q.Unit))
	d.text(lang.X("panel.number.counted", "counted"), q.Counted)
	d.text(lang.X("panel.number.hedge", "stated as"), q.Hedge)
	d.text(lang.X("panel.number.given-by", "given by"), q.GivenBy)
	d.text(lang.X("panel.number.as-of", "as of"), q.AsOf.Words())
}
