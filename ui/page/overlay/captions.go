package overlay

import (
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/annotations"
	"sidelight/ui/layer"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
	"sidelight/ui/prose"
	"sidelight/ui/session"
	"sidelight/ui/typeset"
)

const (
	nameGap     = 14  // px from a name to the voice bar
	nameWidth   = 150 // px, the widest name
	nameLeading = 15  // px
	nameSize    = 11  // px
	nameTop     = 4   // px from the top of the bar to the name
)

// Captions are the names of the speakers in the margin of a wide page, beside
// the beginning of their bars, none over another.
type Captions struct {
	None
	*Sheet

	names   []caption // ascending by top
	version int       // of the column in which they stand
	edition *annotations.Edition
	layers  layer.Set
}

// caption is one speaker's name and voice, in one line each.
type caption struct {
	top   float32          // on the sheet, pixels
	said  annotations.Span // the passage that is spoken
	lines []string
}

// Beside draws the names whose top lies on a line or in the gap above it.
func (c *Captions) Beside(l *flow.Line, now session.Snapshot) []fyne.CanvasObject {
	if !c.Names {
		return nil
	}
	c.arrange(now)
	i := sort.Search(len(c.names), func(i int) bool { return c.names[i].top >= l.Above })
	var out []fyne.CanvasObject
	for ; i < len(c.names) && c.names[i].top < l.Y+l.Leading(); i++ {
		for n, words := range c.names[i].lines {
			name := n == 0 && len(c.names[i].lines) > 1
			out = append(out, c.text(words, name, c.names[i].top+float32(n)*nameLeading))
		}
	}
	return out
}

// Changed reports whether other voices are shown anywhere: a name may push those
// below it down.
func (c *Captions) Changed(_ *flow.Line, old, now session.Snapshot) bool {
	all := annotations.Span{End: len(now.Edition.Article().Text)}
	return c.Names && passagesChanged(all, old, now)
}

// Hit is the passage whose speaker's name lies at a point; a click opens the voice.
func (c *Captions) Hit(pos fyne.Position, now session.Snapshot) (Ask, bool) {
	right := c.Column.Left - voiceX - nameGap
	if !c.Names || pos.X > right || pos.X < right-nameWidth {
		return Ask{}, false
	}
	c.arrange(now)
	i := sort.Search(len(c.names), func(i int) bool { return c.names[i].top > pos.Y }) - 1
	if i < 0 || pos.Y >= c.names[i].top+float32(len(c.names[i].lines))*nameLeading {
		return Ask{}, false
	}
	return Ask{Said: c.names[i].said}, true
}

// arrange works out where the names stand, unless it is known.
func (c *Captions) arrange(now session.Snapshot) {
	if c.version == c.Column.Version() && c.edition == now.Edition && c.layers == now.Layers {
		return
	}
	c.version, c.edition, c.layers = c.Column.Version(), now.Edition, now.Layers
	c.names = c.names[:0]
	end := float32(0)
	for _, x := range voicesIn(c.Column.Span(), now) {
		if x.Start < c.Column.Span().Start {
			continue // it begins above the lines that are set
		}
		t := said(x, now.Edition)
		name := caption{lines: []string{t.Lead}, said: x.Span, top: max(c.barTop(x, now)+nameTop, end)}
		if t.Rest != "" {
			name.lines = append(name.lines, locale.Standing(x))
		}
		end = name.top + float32(len(name.lines))*nameLeading
		c.names = append(c.names, name)
	}
}

// barTop is the top on the sheet of a passage's bar.
func (c *Captions) barTop(x annotations.Passage, now session.Snapshot) float32 {
	l := c.Column.Line(c.Column.LineOf(x.Start))
	for _, b := range barsOn(l, now) {
		if b.passage.Span == x.Span {
			return b.y0
		}
	}
	return l.Y
}

// text is one line of a name, at its right beside the bar.
func (c *Captions) text(words string, name bool, top float32) fyne.CanvasObject {
	font, ink := c.Roles.Meta.Font, look.ColorTextMuted
	if name {
		font, ink = c.Roles.Section.Font, look.ColorText
	}
	role := look.Role{Font: font, Size: nameSize, Leading: nameLeading}
	words = typeset.Drawn(words)
	if role.Face.Width(words, role.Size) > nameWidth {
		words = prose.FirstWords(role, words, nameWidth-role.Face.Width("…", role.Size)) + "…"
	}
	t := canvas.NewText(words, look.Of(ink))
	t.FontSource, t.TextSize = role.Resource, role.Size
	t.Move(fyne.NewPos(c.Column.Left-voiceX-nameGap-role.Face.Width(words, role.Size), top+prose.Rise(role)))
	t.Resize(t.MinSize())
	return t
}
