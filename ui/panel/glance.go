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
	"sidelight/ui/session"
)

// mostNamed is how many of the entities that are named most often are listed.
const mostNamed = 6

// glance is the article at a glance, which stands in the place of a card while
// nothing is selected.
var glance = face{
	heading: func(session.Snapshot, *annotations.Entity) heading {
		return heading{title: locale.X("panel.glance", "At a glance")}
	},
	sections: []Section{howTo, speaking, namedMostOften, datesGiven},
}

// howTo says how to open a card or, in an article without marks, that there is none
// to open.
func howTo(b *Builder, _ session.Snapshot, _ *annotations.Entity) {
	b.at("how-to")
	if len(b.e.Mentions()) == 0 {
		b.add(2, prose.NewText(b.roles.Body, look.ColorTextMuted, locale.X("panel.unmarked",
			"Nothing is marked in this file. Its passages can be searched, and its words found.")))
		return
	}
	const room = "\u2002" // for the frame, at both sides of the key
	key := locale.X("panel.how-to.key", "Tab")
	words := locale.X("panel.how-to", "Select any marked word to open its card, or press {{.Key}} to step through them.",
		map[string]any{"Key": room + key + room})
	at := strings.Index(words, room+key) + len(room)
	b.add(2, prose.NewText(b.roles.Body, look.ColorTextMuted, words,
		prose.Stretch{Start: at, End: at + len(key), Font: b.roles.Key.Font, Cap: true}))
}

// shares returns the shares of the voices that any words of the article rest on.
func shares(e *annotations.Edition) []coverage.Share {
	return slices.DeleteFunc(coverage.Voices(e), func(s coverage.Share) bool { return s.Words == 0 })
}

// speaking shows how the words of the article are shared among the voices.
func speaking(b *Builder, _ session.Snapshot, _ *annotations.Entity) {
	all := shares(b.e)
	if len(all) == 0 || len(b.e.Mentions()) == 0 {
		return
	}
	b.section(locale.X("panel.speaking", "Who is speaking"), -1, locale.X("panel.speaking.unit", "share of words"))
	labels := make([]*prose.Text, len(all))
	width := float32(0)
	for i, s := range all {
		labels[i] = prose.NewText(b.roles.UI, look.ColorText, locale.Voices(s.Voice))
		width = max(width, labels[i].NaturalWidth())
	}
	gap := float32(11)
	for i, s := range all {
		number := prose.NewText(b.roles.UI, look.ColorTextMuted, strconv.Itoa(s.Percent)+"%")
		w := number.NaturalWidth()
		b.add(gap, prose.NewColumns(
			prose.Cell{Block: pattern.VoiceInLine(s.Voice, b.roles.UI.Leading), Width: 22},
			prose.Cell{Block: labels[i], Width: width, Gap: 8},
			prose.Cell{Block: b.shareBar(s), Gap: 16},
			prose.Cell{Block: number, Width: w, Gap: max(8, 42-w)},
		))
		gap = 6
	}
}

// shareBar draws a share as a part of a track. The bar of the article's own account,
// which is no one's word, is paler.
func (b *Builder) shareBar(s coverage.Share) prose.Block {
	const thick, least = 6, 40 // a shorter track would not show the proportion
	track, part := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
	track.CornerRadius, part.CornerRadius = thick/2, thick/2
	h := b.roles.UI.Leading
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

// namedMostOften lists the entities with the most mentions, in descending order.
func namedMostOften(b *Builder, _ session.Snapshot, _ *annotations.Entity) {
	var all []*annotations.Entity
	for i := range b.e.Entities() {
		x := &b.e.Entities()[i]
		if len(b.e.MentionsOf(x.ID)) > 0 {
			all = append(all, x)
		}
	}
	slices.SortStableFunc(all, func(x, y *annotations.Entity) int {
		return cmp.Compare(len(b.e.MentionsOf(y.ID)), len(b.e.MentionsOf(x.ID)))
	})
	if len(all) == 0 {
		return
	}
	b.section(locale.X("panel.most", "Named most often"), -1, "")
	gap := float32(12)
	for _, x := range all[:min(mostNamed, len(all))] {
		const width = 18
		n := len(b.e.MentionsOf(x.ID))
		number := prose.NewText(b.roles.UI, look.ColorTextMuted, strconv.Itoa(n))
		ticks, room := b.ticks(x.Kind, n)
		b.at("most:" + string(x.ID))
		b.row(gap, 4, locale.Name(x), prose.NewColumns(
			prose.Cell{Block: pattern.InLine(x.Kind, width, b.roles.UI.Leading), Width: width},
			prose.Cell{Block: prose.NewText(b.roles.UI, look.ColorText, locale.Name(x)), Gap: 10},
			prose.Cell{Block: ticks, Width: room, Gap: 10},
			prose.Cell{Block: number, Width: number.NaturalWidth(), Gap: max(8, 30-number.NaturalWidth())},
		), func() { b.asks.OpenEntity(x.ID) })
		gap = 8
	}
}

// ticks draws one stroke for each of n mentions, and returns the width in pixels
// that the strokes take. Many strokes stand closer, as far as they can be told
// apart.
func (b *Builder) ticks(k annotations.Kind, n int) (prose.Block, float32) {
	const high, most = 12, 114
	n = min(n, most)
	pitch := min(6, float32(most)/float32(n))
	h := b.roles.UI.Leading
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

// datesGiven lists the dates and times that the article names, in its order.
func datesGiven(b *Builder, _ session.Snapshot, _ *annotations.Entity) {
	var all []*annotations.Entity
	seen := map[annotations.EntityID]bool{}
	for _, m := range b.e.Mentions() {
		if x, ok := b.e.Entity(m.Entity); ok && x.Kind == annotations.Time && !seen[x.ID] {
			seen[x.ID] = true
			all = append(all, x)
		}
	}
	if len(all) == 0 {
		return
	}
	b.section(locale.X("panel.dates", "Dates given"), len(all), "")
	gap := float32(9)
	for _, x := range all {
		b.at("date:" + string(x.ID))
		b.row(gap, 3, x.Name, prose.NewColumns(
			prose.Cell{Block: prose.NewText(b.roles.UI, look.ColorTextMuted, x.Name), Width: 108},
			prose.Cell{Block: prose.NewText(b.roles.UI, look.ColorText, x.Identity), Gap: 12},
		), func() { b.asks.OpenEntity(x.ID) })
		gap = 7
	}
}
