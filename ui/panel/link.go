package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/ui/look"
	"sidelight/ui/prose"
)

// link is a target as large as its words or its sign, within a line of text.
type link struct {
	target
	content prose.Block
	width   float32 // that the content takes on one line
}

var (
	_ prose.Inline    = (*link)(nil)
	_ fyne.Focusable  = (*link)(nil)
	_ fyne.Accessible = (*link)(nil)
)

// link makes a link that keeps itself in view; label is for screen readers.
func (c *card) link(label string, content prose.Block, width float32, tap func()) *link {
	l := &link{content: content, width: width}
	l.init(label, tap, c.p.keys())
	l.onFocus = func() { c.p.reveal(l) }
	l.ExtendBaseWidget(l)
	return l
}

// textLink is a link of words of which the first n bytes are underlined.
func (c *card) textLink(label, words string, n int, tap func()) *link {
	t := prose.NewText(c.roles.Meta, look.ColorTextMuted, words,
		prose.Stretch{End: n, Link: look.ColorRuleStrong})
	return c.link(label, t, t.NaturalWidth(), tap)
}

// AccessibilityRole is a link.
func (l *link) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleLink }

// NaturalWidth is the width of the content on one line.
func (l *link) NaturalWidth() float32 { return l.width }

// HeightFor is the height of the content.
func (l *link) HeightFor(width float32) float32 { return l.content.HeightFor(width) }

// MinSize is the height at the present width.
func (l *link) MinSize() fyne.Size {
	l.ExtendBaseWidget(l)
	return fyne.NewSize(0, l.HeightFor(l.Size().Width))
}

// CreateRenderer shows ground, content and ring.
func (l *link) CreateRenderer() fyne.WidgetRenderer {
	l.ground.CornerRadius, l.ring.CornerRadius = 4, 4
	l.paint()
	return &linkRenderer{l, []fyne.CanvasObject{l.ground, l.content, l.ring}}
}

type linkRenderer struct {
	l       *link
	objects []fyne.CanvasObject
}

func (r *linkRenderer) Destroy()                     {}
func (r *linkRenderer) MinSize() fyne.Size           { return r.l.MinSize() }
func (r *linkRenderer) Objects() []fyne.CanvasObject { return r.objects }

// Layout lets ground and ring stand out a little, so that the words keep their
// distance from their neighbours.
func (r *linkRenderer) Layout(size fyne.Size) {
	for _, o := range []fyne.CanvasObject{r.l.ground, r.l.ring} {
		o.Move(fyne.NewPos(-4, -1))
		o.Resize(size.AddWidthHeight(8, 2))
	}
	r.l.content.Resize(size)
}

func (r *linkRenderer) Refresh() {
	r.l.paint()
	for _, o := range r.objects {
		o.Refresh()
	}
	canvas.Refresh(r.l)
}
