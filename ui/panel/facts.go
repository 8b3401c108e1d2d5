package panel

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/prose"
	"sidelight/ui/session"
	"sidelight/ui/shape"
)

// inArticle lists the facts that the article states. The chosen fact, at first the
// first one, shows its evidence: the words of the article that state it. A tap on a
// fact chooses the fact and leads to its evidence.
func inArticle(b *Builder, _ session.Snapshot, x *annotations.Entity) {
	facts := b.e.FactsOf(x.ID, annotations.InArticle)
	if len(facts) == 0 {
		return
	}
	b.section(locale.X("panel.in-article", "In this article"), len(facts), "")
	b.leads(locale.X("panel.jump.in-article", "Article"))
	var all []*fact
	gap := float32(8)
	chosen := b.sheet.chosen
	if chosen == "" && x.Words == nil { // a quotation's words stand above
		chosen = facts[0].ID
	}
	for _, f := range facts {
		v := newFact(b, x.Kind, f)
		all = append(all, v)
		v.show(f.ID == chosen)
		b.at("fact:" + string(f.ID))
		b.about(command.Target{On: command.OnFact, Fact: f.ID, Entity: x.ID})
		b.row(gap, 6, f.Text, v.stack, func() {
			for _, other := range all {
				other.show(other == v)
			}
			b.sheet.chosen = f.ID
			b.p.list.Changed()
			b.asks.OpenPassage(f.Evidence[0])
		})
		gap = 13
	}
}

// fact is a fact of the article as it is shown: the statement, its evidence while
// the fact is chosen, and on whose word it rests.
type fact struct {
	stack    *prose.Stack
	text     prose.Block
	evidence []prose.Block
	voice    prose.Block
	shown    bool
}

func newFact(b *Builder, kind annotations.Kind, f *annotations.Fact) *fact {
	v := &fact{
		stack: prose.NewStack(),
		text:  prose.NewText(b.roles.Body, look.ColorText, f.Text),
		voice: b.voice(f.Evidence[0], f.Unverified),
	}
	for _, s := range f.Evidence {
		v.evidence = append(v.evidence, newEvidence(b.roles.Evidence, kind, b.e.Article().Slice(s)))
	}
	v.stack.SetItems(v.items(false)...)
	return v
}

// show shows or hides the evidence.
func (v *fact) show(on bool) {
	if v.shown != on {
		v.shown = on
		v.stack.SetItems(v.items(on)...)
	}
}

func (v *fact) items(shown bool) []prose.Item {
	items := []prose.Item{{Block: v.text}}
	if !shown {
		return append(items, prose.Item{Block: v.voice, Top: 3})
	}
	for _, b := range v.evidence {
		items = append(items, prose.Item{Block: b, Top: 6})
	}
	return append(items, prose.Item{Block: v.voice, Top: 6})
}

// voice is a line that says on whose word a span of the article rests, with the
// number of the span's paragraph at the right.
func (b *Builder) voice(s annotations.Span, unverified bool) prose.Block {
	icon, words := pattern.VoiceIcon(annotations.OwnAccount), locale.X("panel.voice.unknown", "Speaker not recorded")
	if p, ok := b.e.VoiceOf(s); ok {
		icon, words = pattern.VoiceIcon(p.Voice), locale.Attribution(b.e, p)
	}
	if unverified {
		words += " · " + locale.X("unverified", "unverified")
	}
	return b.voiceLine(icon, words, s)
}

// voiceLine is a line with the icon of a voice, words, and at the right the number of the
// paragraph of a span.
func (b *Builder) voiceLine(icon, words string, s annotations.Span) prose.Block {
	sign := prose.NewText(b.roles.Section, look.ColorAccentText, paragraphSign(b.e.Article(), s))
	line := b.roles.Meta.Leading
	return prose.NewColumns(
		prose.Cell{Block: prose.NewIcon(icon, look.ColorTextMuted, iconSize, line), Width: iconSize},
		prose.Cell{Block: prose.NewText(b.roles.Meta, look.ColorTextMuted, words), Gap: 6},
		prose.Cell{Block: sign, Width: sign.NaturalWidth(), Gap: 8},
		prose.Cell{Block: prose.NewIcon("arrow-elbow-up-left", look.ColorTextMuted, iconSize, line), Width: iconSize, Gap: 4},
	)
}

// background lists the facts that were known when the article was written and that
// it does not state.
func background(b *Builder, _ session.Snapshot, x *annotations.Entity) {
	facts := b.e.FactsOf(x.ID, annotations.Background)
	if len(facts) == 0 {
		return
	}
	b.section(locale.X("background", "Background"), len(facts), locale.X("not-in-article", "not in the article"))
	b.leads(locale.X("background", "Background"))
	gap := float32(8)
	for _, f := range facts {
		b.at("fact:" + string(f.ID))
		b.about(command.Target{On: command.OnFact, Fact: f.ID, Entity: x.ID})
		b.add(gap, prose.NewText(b.roles.Body, look.ColorText, f.Text))
		asOf := unbroken(locale.X("panel.as-of", "as of {{.Date}}", map[string]any{"Date": locale.Date(f.AsOf)}))
		b.add(3, b.sources(f.Sources, false, asOf, f.Unverified))
		gap = 13
	}
}

// since lists the facts that are later than the article, by date, and says how far
// the edition's facts go. Where there is none, or none as late as that, it says that
// nothing later was found.
func since(b *Builder, _ session.Snapshot, x *annotations.Entity) {
	facts := b.e.FactsOf(x.ID, annotations.Since)
	slices.SortStableFunc(facts, func(a, b *annotations.Fact) int { return begins(a.Date).Compare(begins(b.Date)) })
	ends := b.ends(x, facts)
	if len(facts) == 0 && ends == "" {
		return
	}
	to := ""
	if newest := b.e.FactsAsOf(); !newest.IsZero() {
		to = locale.X("panel.since.to", "to {{.Date}}", map[string]any{"Date": locale.Date(newest)})
	}
	count := len(facts)
	if count == 0 {
		count = -1
	}
	b.section(locale.X("panel.since", "Since then"), count, to)
	b.leads(locale.X("panel.since", "Since then"))
	gap := float32(8)
	for _, f := range facts {
		b.at("fact:" + string(f.ID))
		b.about(command.Target{On: command.OnFact, Fact: f.ID, Entity: x.ID})
		b.add(gap, b.dated(f.Date, f.Text, f.Sources, f.Unverified))
		gap = 13
	}
	if ends != "" {
		b.at("nothing-later")
		b.add(gap, prose.NewText(b.roles.Meta, look.ColorTextMuted, ends))
	}
}

// ends says that nothing later was found about an entity than the facts since the
// article, which are sorted by date. It is empty where a fact is as late as the
// edition goes, and where an editor's note on the card has something later instead.
func (b *Builder) ends(x *annotations.Entity, facts []*annotations.Fact) string {
	if len(facts) == 0 {
		for _, n := range b.e.RemarksOf(x.ID) {
			if len(n.Since) > 0 {
				return ""
			}
		}
		return locale.NothingLater(b.e)
	}
	newest := b.e.FactsAsOf()
	if slices.ContainsFunc(facts, func(f *annotations.Fact) bool { return !f.Date.Before(newest) }) {
		return ""
	}
	return locale.NothingLater(b.e)
}

// dated makes a block of something that happened later: its date in a column, and
// beside it what happened and where that is published.
func (b *Builder) dated(d annotations.Date, words string, ids []annotations.SourceID, unverified bool) prose.Block {
	date := prose.NewText(b.roles.UI, look.ColorTextMuted, shortDate(d, b.roles.UI, dateWidth))
	text := prose.NewStack(
		prose.Item{Block: prose.NewText(b.roles.UI, look.ColorText, words)},
		prose.Item{Block: b.sources(ids, true, "", unverified), Top: 2},
	)
	return prose.NewColumns(prose.Cell{Block: date, Width: dateWidth}, prose.Cell{Block: text, Gap: 8})
}

// begins returns the first day of a date or, if the date has no beginning, its last.
func begins(d annotations.Date) time.Time {
	if first := d.Earliest(); !first.IsZero() {
		return first
	}
	return d.Latest()
}

// evidence is a block of words of the article, with a line of a colour at
// the left.
type evidence struct {
	widget.BaseWidget
	text *prose.Text
	ink  fyne.ThemeColorName
}

var _ prose.Block = (*evidence)(nil)

const (
	evidenceIndent = 15 // of the words: a line of 2 pixels and 13 pixels of space
	evidencePad    = 1  // pixels by which the line is longer than the words, at both ends
)

func newEvidence(role look.Role, kind annotations.Kind, words string) *evidence {
	return evidenceOf(prose.NewText(role, look.ColorText, words), look.Ink(kind))
}

// evidenceOf sets a text beside a line of a colour.
func evidenceOf(text *prose.Text, ink fyne.ThemeColorName) *evidence {
	e := &evidence{text: text, ink: ink}
	e.ExtendBaseWidget(e)
	return e
}

// HeightFor returns the height of the line at a width, in pixels.
func (e *evidence) HeightFor(width float32) float32 {
	return e.text.HeightFor(width-evidenceIndent) + 2*evidencePad
}

// MinSize returns the height of the line at the present width, and no width.
func (e *evidence) MinSize() fyne.Size {
	e.ExtendBaseWidget(e)
	return fyne.NewSize(0, e.HeightFor(e.Size().Width))
}

// setInk gives the line another colour.
func (e *evidence) setInk(ink fyne.ThemeColorName) {
	if e.ink != ink {
		e.ink = ink
		e.Refresh()
	}
}

// Nested returns the words.
func (e *evidence) Nested() []fyne.CanvasObject { return []fyne.CanvasObject{e.text} }

// CreateRenderer draws the line and the words.
func (e *evidence) CreateRenderer() fyne.WidgetRenderer {
	line := shape.NewBox(nil)
	paint := func() { line.FillColor = look.Of(e.ink) }
	arrange := func(size fyne.Size) {
		control.Place(line, 0, 0, 2, size.Height)
		control.Place(e.text, evidenceIndent, evidencePad, size.Width-evidenceIndent, size.Height-2*evidencePad)
	}
	return control.Render(e, paint, arrange, line, e.text)
}
