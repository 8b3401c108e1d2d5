package page

import (
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/annotations"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
	"sidelight/ui/prose"
	"sidelight/ui/typeset"
)

// Who is speaking, in words: beside the bar under the pointer, and on a wide page
// in the margin.
const (
	barReach  = 8   // px beside a voice bar that still count as on it
	namesLeft = 200 // px at the left of the text that names need
	numberGap = 198 // px from the text to a paragraph's number beyond the names
	nameGap   = 14  // px from a name to the bar
	nameWidth = 150 // px, the widest name
)

// hasBar reports whether a passage has a bar in the gutter.
func (p *Page) hasBar(x annotations.Passage) bool {
	return x.Voice != annotations.OwnAccount && p.layers.ShowsVoice(x.Voice)
}

// passageAt is the passage whose bar lies under a point of the sheet.
func (p *Page) passageAt(pos fyne.Position) (annotations.Passage, bool) {
	x := pos.X - (p.format.Left - voiceX)
	if pos.Y < p.column.Top || x < -barReach || x > barReach+5 {
		return annotations.Passage{}, false
	}
	for _, b := range p.barsOn(p.column.Line(p.column.LineAt(pos.Y))) {
		if pos.Y >= b.y0 && pos.Y < b.y1 {
			return b.passage, true
		}
	}
	return annotations.Passage{}, false
}

// nameSpeaker shows who speaks where the pointer is on a bar, and what an editor's
// note is about where it is on its sign. Where the margin names the speakers
// there is nothing to add of them.
func (p *Page) nameSpeaker(pos fyne.Position) {
	if n := p.noteAt(pos); n >= 0 {
		p.tip.note(p.edition.Notes()[n], pos.Subtract(p.scroll.Offset))
		return
	}
	x, ok := p.passageAt(pos)
	if !ok || p.format.Names {
		p.tip.hide()
		return
	}
	p.tip.speaker(x, pos.Subtract(p.scroll.Offset))
}

// speaker shows who speaks a passage, above a point of the page.
func (t *tip) speaker(x annotations.Passage, at fyne.Position) {
	if t.about == x {
		return
	}
	t.about = x
	words, name := locale.ShortVoice(x.Voice), locale.Speaker(t.p.edition, x)
	if name != "" && x.Voice != annotations.Inference {
		words = name + " · " + words
	} else {
		name = words
	}
	t.text = prose.NewText(t.p.roles.Meta, look.ColorTextMuted, words,
		prose.Stretch{Start: 0, End: len(name), Colour: look.ColorText, Font: t.p.roles.Section.Font})
	size := t.fit()
	t.put(fyne.NewPos(t.p.format.Left-voiceX-4, at.Y-size.Height-12))
}

// note shows what an editor's note is about, left of its sign.
func (t *tip) note(n annotations.Note, at fyne.Position) {
	about := annotations.Passage{Span: n.Span}
	if t.about == about {
		return
	}
	t.about = about
	kind := locale.X("page.note", "Editor’s note")
	t.text = prose.NewText(t.p.roles.Meta, look.ColorTextMuted, kind+" · "+n.Title,
		prose.Stretch{Start: 0, End: len(kind), Colour: look.ColorText, Font: t.p.roles.Section.Font})
	size := t.fit()
	t.put(fyne.NewPos(at.X-size.Width-16, at.Y-size.Height-12))
}

// caption is the name of a speaker in the margin.
type caption struct {
	passage annotations.Passage
	top     float32 // on the sheet, pixels
	lines   []string
}

// captions works out where in the margin the names stand: beside the beginning
// of their bars, none over another.
func (p *Page) captions() []caption {
	if !p.format.Names {
		return nil
	}
	var out []caption
	end := float32(0)
	for _, x := range p.edition.Passages() {
		if !p.hasBar(x) {
			continue
		}
		line := p.column.Line(p.column.LineOf(x.Start))
		c := caption{passage: x, top: line.Y}
		for _, b := range p.barsOn(line) {
			if b.passage.Span == x.Span {
				c.top = b.y0
			}
		}
		if name := locale.Speaker(p.edition, x); name != "" && x.Voice != annotations.Inference {
			c.lines = append(c.lines, name)
		}
		c.lines = append(c.lines, locale.ShortVoice(x.Voice))
		c.top = max(c.top+4, end)
		end = c.top + float32(len(c.lines))*captionLeading
		out = append(out, c)
	}
	return out
}

const captionLeading = 15 // pixels

// captionsOn draws the names whose top lies on a line or in the gap above it.
func (p *Page) captionsOn(line *flow.Line) []fyne.CanvasObject {
	from, to := line.Above, line.Y+line.Leading()
	i := sort.Search(len(p.names), func(i int) bool { return p.names[i].top >= from })
	var out []fyne.CanvasObject
	for ; i < len(p.names) && p.names[i].top < to; i++ {
		for n, words := range p.names[i].lines {
			name := n == 0 && len(p.names[i].lines) > 1
			out = append(out, p.captionText(words, name, p.names[i].top+float32(n)*captionLeading))
		}
	}
	return out
}

// captionText is one line of a name, at its right beside the bar.
func (p *Page) captionText(words string, name bool, top float32) fyne.CanvasObject {
	font, ink := p.roles.Meta.Font, look.ColorTextMuted
	if name {
		font, ink = p.roles.Section.Font, look.ColorText
	}
	role := look.Role{Font: font, Size: 11, Leading: captionLeading}
	words = typeset.Curly(words)
	if role.Face.Width(words, role.Size) > nameWidth {
		words = prose.FirstWords(role, words, nameWidth-role.Face.Width("…", role.Size)) + "…"
	}
	t := canvas.NewText(words, look.Of(ink))
	t.FontSource, t.TextSize = role.Resource, role.Size
	w := role.Face.Width(words, role.Size)
	t.Move(fyne.NewPos(p.format.Left-voiceX-nameGap-w, top+prose.Rise(role)))
	t.Resize(t.MinSize())
	return t
}
