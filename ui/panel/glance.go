package panel

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/annotations"
	"sidelight/annotations/coverage"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/prose"
)

// mostNamed is how many entities the list of the most named holds.
const mostNamed = 6

// glance is what there is to say when nothing is selected.
func (c *card) glance() {
	if len(c.e.Mentions()) == 0 {
		c.add(2, prose.NewText(c.roles.Body, look.ColorTextMuted, locale.X("panel.unmarked",
			"Nothing is marked in this file. Its passages can be searched, and its words found.")))
		return
	}
	c.howTo()
	c.speaking()
	c.namedMostOften()
	c.datesGiven()
}

// howTo says how to open a card, with the key in a frame.
func (c *card) howTo() {
	const room = "\u2002" // for the frame, at both sides of the key
	key := locale.X("panel.how-to.key", "Tab")
	words := locale.X("panel.how-to", "Select any marked word to open its card, or press {{.Key}} to step through them.",
		map[string]any{"Key": room + key + room})
	at := strings.Index(words, room+key) + len(room)
	c.add(2, prose.NewText(c.roles.Body, look.ColorTextMuted, words,
		prose.Stretch{Start: at, End: at + len(key), Font: c.roles.Key.Font, Cap: true}))
}

// shares are the voices that words of the article rest on.
func shares(e *annotations.Edition) []coverage.Share {
	return slices.DeleteFunc(coverage.Voices(e), func(s coverage.Share) bool { return s.Words == 0 })
}

// speaking shows how the words of the article are shared among the voices.
func (c *card) speaking() {
	all := shares(c.e)
	if len(all) == 0 {
		return
	}
	c.section(locale.X("panel.speaking", "Who is speaking"), -1, locale.X("panel.speaking.unit", "share of words"))
	labels := make([]*prose.Text, len(all))
	width := float32(0)
	for i, s := range all {
		labels[i] = prose.NewText(c.roles.UI, look.ColorText, locale.Voices(s.Voice))
		width = max(width, labels[i].NaturalWidth())
	}
	gap := float32(11)
	for i, s := range all {
		number := prose.NewText(c.roles.UI, look.ColorTextMuted, strconv.Itoa(s.Percent)+"%")
		w := number.NaturalWidth()
		c.add(gap, prose.NewColumns(
			prose.Cell{Block: pattern.VoiceInLine(s.Voice, c.roles.UI.Leading), Width: 22},
			prose.Cell{Block: labels[i], Width: width, Gap: 8},
			prose.Cell{Block: c.shareBar(s), Gap: 16},
			prose.Cell{Block: number, Width: w, Gap: max(8, 42-w)},
		))
		gap = 6
	}
}

// shareBar is the percentage as a part of a track; the article's own account is
// paler, as it is no one's word.
func (c *card) shareBar(s coverage.Share) prose.Block {
	const thick, least = 6, 40 // a shorter track would not show the proportion
	track, part := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	track.CornerRadius, part.CornerRadius = thick/2, thick/2
	h := c.roles.UI.Leading
	arrange := func(size fyne.Size) {
		for _, r := range []*canvas.Rectangle{track, part} {
			r.Move(fyne.NewPos(0, (h-thick)/2))
			r.Hidden = size.Width < least
		}
		track.Resize(fyne.NewSize(size.Width, thick))
		part.Resize(fyne.NewSize(max(thick, size.Width*float32(s.Percent)/100), thick))
	}
	paint := func() {
		track.FillColor, part.FillColor = look.Of(look.ColorRule), look.Of(look.ColorVoice)
		if look.Contrast() { // where a rule is as dark as a bar
			track.FillColor = look.Of(look.ColorHoverFill)
		}
		if s.Voice == annotations.OwnAccount {
			part.FillColor = look.Faded(look.ColorVoice, 0.45)
		}
	}
	return prose.NewDrawing(h, arrange, paint, track, part)
}

// namedMostOften lists the entities with the most mentions, most first.
func (c *card) namedMostOften() {
	var all []*annotations.Entity
	for i := range c.e.Entities() {
		x := &c.e.Entities()[i]
		if len(c.e.MentionsOf(x.ID)) > 0 {
			all = append(all, x)
		}
	}
	slices.SortStableFunc(all, func(a, b *annotations.Entity) int {
		return cmp.Compare(len(c.e.MentionsOf(b.ID)), len(c.e.MentionsOf(a.ID)))
	})
	if len(all) == 0 {
		return
	}
	c.section(locale.X("panel.most", "Named most often"), -1, "")
	gap := float32(12)
	for _, x := range all[:min(mostNamed, len(all))] {
		const width = 18
		n := len(c.e.MentionsOf(x.ID))
		number := prose.NewText(c.roles.UI, look.ColorTextMuted, strconv.Itoa(n))
		ticks, room := c.ticks(x.Kind, n)
		c.row(gap, 4, locale.Name(x), prose.NewColumns(
			prose.Cell{Block: pattern.InLine(x.Kind, width, c.roles.UI.Leading), Width: width},
			prose.Cell{Block: prose.NewText(c.roles.UI, look.ColorText, locale.Name(x)), Gap: 10},
			prose.Cell{Block: ticks, Width: room, Gap: 10},
			prose.Cell{Block: number, Width: number.NaturalWidth(), Gap: max(8, 30-number.NaturalWidth())},
		), func() { c.p.toEntity(x.ID) })
		gap = 8
	}
}

// ticks is one stroke for each mention, and the width they take; many strokes
// stand closer.
func (c *card) ticks(k annotations.Kind, n int) (prose.Block, float32) {
	const high, most = 12, 114
	pitch := min(6, float32(most)/float32(n))
	h := c.roles.UI.Leading
	var objects []fyne.CanvasObject
	for range n {
		objects = append(objects, canvas.NewRectangle(nil))
	}
	arrange := func(fyne.Size) {
		for i, o := range objects {
			o.Move(fyne.NewPos(float32(i)*pitch, (h-high)/2))
			o.Resize(fyne.NewSize(pitch/2, high))
		}
	}
	paint := func() {
		for _, o := range objects {
			o.(*canvas.Rectangle).FillColor = look.Of(look.Ink(k))
		}
	}
	return prose.NewDrawing(h, arrange, paint, objects...), float32(n)*pitch - pitch/2
}

// datesGiven lists the dates of the article in its order.
func (c *card) datesGiven() {
	var all []*annotations.Entity
	seen := map[annotations.EntityID]bool{}
	for _, m := range c.e.Mentions() {
		if x, ok := c.e.Entity(m.Entity); ok && x.Kind == annotations.Time && !seen[x.ID] {
			seen[x.ID] = true
			all = append(all, x)
		}
	}
	if len(all) == 0 {
		return
	}
	c.section(locale.X("panel.dates", "Dates given"), len(all), "")
	gap := float32(9)
	for _, x := range all {
		c.row(gap, 3, x.Name, prose.NewColumns(
			prose.Cell{Block: prose.NewText(c.roles.UI, look.ColorTextMuted, x.Name), Width: 108},
			prose.Cell{Block: prose.NewText(c.roles.UI, look.ColorText, x.Identity), Gap: 12},
		), func() { c.p.toEntity(x.ID) })
		gap = 7
	}
}
