package panel

import (
	"cmp"
	"image/color"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/annotations/coverage"
	"sidelight/ui/command"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/prose"
	"sidelight/ui/session"
	"sidelight/ui/shape"
)

// glance is the article at a glance, which stands in the place of a card while
// nothing is selected.
var glance = face{
	heading: func(session.Snapshot, *annotations.Entity) heading {
		return heading{title: locale.X("panel.glance", "At a glance")}
	},
	sections: []Section{howTo, speaking, mostOften, datesGiven},
	reads: func(e *annotations.Edition, _ *annotations.Entity) any {
		return []any{len(e.Mentions()) == 0, e.Notice(), e.Marked(), e.Language(), e.Passages(), mostMentioned(e), mostNamed(e), dates(e)}
	},
}

// howTo says how to open a card or, in an article without marks, that there is none
// to open.
func howTo(b *Builder, now session.Snapshot, _ *annotations.Entity) {
	b.at("how-to")
	if b.e.Marked() {
		markedHere(b)
		return
	}
	if len(b.e.Mentions()) == 0 {
		words := locale.X("panel.unmarked", "Nothing is marked in this file. Its passages can be searched, and its words found.")
		if now.Finding {
			words = locale.Finding()
		}
		b.add(2, prose.NewText(b.roles.Body, look.ColorTextMuted, words))
		return
	}
	const room = "\u00a0\u00a0" // for the frame, at both sides of the key, on one line with it
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
	unit := locale.X("panel.speaking.unit", "share of words")
	if b.e.Marked() {
		unit = locale.X("panel.speaking.unit.found", "share of words, found by rule")
	}
	b.section(locale.X("speaking", "Who is speaking"), -1, unit)
	labels := make([]*prose.Text, len(all))
	width := float32(0)
	for i, s := range all {
		labels[i] = prose.NewText(b.roles.UI, look.ColorText, locale.Voice(s.Voice))
		width = max(width, labels[i].NaturalWidth())
	}
	gap := float32(11)
	for i, s := range all {
		number := prose.NewText(b.roles.UI, look.ColorTextMuted, strconv.Itoa(s.Percent)+"%")
		w := number.NaturalWidth()
		name := locale.Voice(s.Voice)
		b.at("voice:" + s.Voice.String())
		b.about(command.Target{On: command.OnVoice, Voice: s.Voice})
		b.row(gap, 3, name+", "+number.Content(), prose.NewColumns(
			prose.Cell{Block: pattern.VoiceInLine(s.Voice, b.roles.UI.Leading), Width: 22},
			prose.Cell{Block: labels[i], Width: width, Gap: 8},
			prose.Cell{Block: b.shareBar(s), Gap: 16},
			prose.Cell{Block: number, Width: w, Gap: max(8, 42-w)},
		), func() { b.asks.OpenVoice(s.Voice, annotations.Span{}) })
		b.lightsVoice(s.Voice)
		gap = 6
	}
}

// shareBar draws a share as a part of a track. The bar of the article's own account,
// which is no one's word, is paler.
func (b *Builder) shareBar(s coverage.Share) prose.Block {
	const thick, least = 6, 40 // a shorter track would not show the proportion
	track, part := shape.NewBox(nil), shape.NewBox(nil)
	track.CornerRadius, part.CornerRadius = thick/2, thick/2
	h := b.roles.UI.Leading
	arrange := func(size fyne.Size) {
		for _, r := range []*shape.Box{track, part} {
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

// mentioned is an entity and how often the article mentions it.
type mentioned struct {
	*annotations.Entity
	named, others int // times by a name, and by a description or a pronoun
}

// mostMentioned returns the six entities that the article mentions most often, in
// descending order, and among those that it mentions as often the one first that it
// names more often.
func mostMentioned(e *annotations.Edition) []mentioned {
	var all []mentioned
	for i := range e.Entities() {
		x := &e.Entities()[i]
		if named, others := e.Times(x.ID); named+others > 0 {
			all = append(all, mentioned{x, named, others})
		}
	}
	slices.SortStableFunc(all, func(a, b mentioned) int {
		return cmp.Or(cmp.Compare(b.named+b.others, a.named+a.others), cmp.Compare(b.named, a.named))
	})
	return all[:min(6, len(all))]
}

// mostOften lists the entities that the article mentions most often. Times by a name
// are counted apart from the others.
func mostOften(b *Builder, _ session.Snapshot, _ *annotations.Entity) {
	all, label, unit := mostMentioned(b.e), locale.X("panel.most", "Mentioned most often"), locale.X("panel.most.unit", "names + others")
	if b.e.Marked() {
		all, label, unit = mostNamed(b.e), locale.X("panel.most.named", "Named most often"), ""
	}
	if len(all) == 0 {
		return
	}
	b.section(label, -1, unit)
	numbers := make([]*prose.Text, len(all))
	width := float32(0)
	for i, x := range all {
		numbers[i] = prose.NewText(b.roles.UI, look.ColorTextMuted, timesWords(x))
		width = max(width, numbers[i].NaturalWidth())
	}
	gap := float32(12)
	for i, x := range all {
		const sample = 18
		ticks, room := b.ticks(x)
		b.at("most:" + string(x.ID))
		b.about(command.Target{On: command.OnEntity, Entity: x.ID, Kind: x.Kind})
		b.row(gap, 4, locale.Name(x.Entity), prose.NewColumns(
			prose.Cell{Block: pattern.InLine(x.Kind, sample, b.roles.UI.Leading), Width: sample},
			prose.Cell{Block: prose.NewText(b.roles.UI, look.ColorText, locale.ShortName(x.Entity)), Gap: 10},
			prose.Cell{Block: ticks, Width: room, Gap: 10},
			prose.Cell{Block: numbers[i], Width: numbers[i].NaturalWidth(), Gap: 10 + width - numbers[i].NaturalWidth()},
		), func() { b.asks.OpenEntity(x.ID) })
		b.lights(x.ID)
		gap = 8
	}
}

// timesWords is how often the article mentions an entity, by a name and otherwise:
// "6 + 5".
func timesWords(x mentioned) string {
	if x.others == 0 {
		return strconv.Itoa(x.named)
	}
	return strconv.Itoa(x.named) + " + " + strconv.Itoa(x.others)
}

// ticks draws one stroke for each time an entity is mentioned, and returns the width
// in pixels that the strokes take. Those by a name come first; the others are low.
// Many strokes stand closer, as far as they can be told apart.
func (b *Builder) ticks(x mentioned) (prose.Block, float32) {
	const high, low, most = 12, 4, 96
	n := min(x.named+x.others, most)
	t := pattern.Ticks{N: n, Tall: x.named, Pitch: min(6, float32(most)/float32(n)), High: high, Low: low}
	h := b.roles.UI.Leading
	strokes := t.Raster(func() color.NRGBA { return look.Of(look.Ink(x.Kind)) })
	strokes.Move(fyne.NewPos(0, (h-high)/2))
	return prose.NewDrawing(h, func(fyne.Size) {}, func() {}, strokes), t.Width()
}

// dates returns the dates and times that the article names, in its order. How long
// something takes and how often it happens is none.
func dates(e *annotations.Edition) []*annotations.Entity {
	var all []*annotations.Entity
	seen := map[annotations.EntityID]bool{}
	for _, m := range e.Mentions() {
		if x, ok := e.Entity(m.Entity); ok && x.Kind == annotations.Time && !x.Length && !seen[x.ID] {
			seen[x.ID] = true
			all = append(all, x)
		}
	}
	return all
}

// datesGiven lists the dates and times that the article names.
func datesGiven(b *Builder, _ session.Snapshot, _ *annotations.Entity) {
	all := dates(b.e)
	if len(all) == 0 {
		return
	}
	b.section(locale.X("panel.dates", "Dates given"), len(all), "")
	gap := float32(9)
	for _, x := range all {
		b.at("date:" + string(x.ID))
		if b.e.Marked() {
			b.date(gap, x, b.e.MentionsOf(x.ID)[0])
			gap = 7
			continue
		}
		b.about(command.Target{On: command.OnEntity, Entity: x.ID, Kind: x.Kind})
		b.row(gap, 3, x.Name, prose.NewColumns(
			prose.Cell{Block: prose.NewText(b.roles.UI, look.ColorTextMuted, x.Name), Width: 108},
			prose.Cell{Block: prose.NewText(b.roles.UI, look.ColorText, x.Identity), Gap: 12},
		), func() { b.asks.OpenEntity(x.ID) })
		b.lights(x.ID)
		gap = 7
	}
}
