package page

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/prose"
)

// The hover card's measures in pixels, and its times.
const (
	cardWidth   = 300
	cardPadding = 16
	cardRadius  = 10
	cardGap     = 8 // from the line it is about
	cardEdge    = 8 // from the page's edges

	cardDelay = 350 * time.Millisecond // until it comes
	cardGrace = 150 * time.Millisecond // until it goes, unless the pointer enters it
)

var (
	_ desktop.Hoverable  = (*hoverCard)(nil)
	_ desktop.Cursorable = (*hoverCard)(nil)
	_ fyne.Tappable      = (*hoverCard)(nil)
)

// hoverCard says in a few words who or what a mark stands for. It floats in the
// page's own stack: a pop-up would take the pointer from the text.
type hoverCard struct {
	widget.BaseWidget
	p       *Page
	mention int  // that it is about, -1 while it is hidden
	pointed int  // the mention under the pointer, -1 none
	peeked  bool // asked for by key: the pointer does not close it
	wait    func(time.Duration, func()) (stop func())
	stop    func() // ends the waiting; nil if nothing is waited for

	box    *control.Box
	sample fyne.CanvasObject
	kind   *prose.Text
	count  *prose.Text
	name   *prose.Text
	line   *prose.Text
	key    *control.Key
	open   *prose.Text
}

func newHoverCard(p *Page) *hoverCard {
	c := &hoverCard{p: p, mention: -1, pointed: -1, wait: wait, box: control.NewBox(cardRadius)}
	c.Hide()
	c.ExtendBaseWidget(c)
	return c
}

// wait calls f on the main goroutine after d, unless it is stopped before.
func wait(d time.Duration, f func()) (stop func()) {
	stopped := false
	timer := time.AfterFunc(d, func() {
		fyne.Do(func() {
			if !stopped {
				f()
			}
		})
	})
	return func() {
		stopped = true
		timer.Stop()
	}
}

// after does f in a while, instead of what was waiting.
func (c *hoverCard) after(d time.Duration, f func()) {
	c.rest()
	c.stop = c.wait(d, f)
}

// rest waits for nothing any more.
func (c *hoverCard) rest() {
	if c.stop != nil {
		c.stop()
		c.stop = nil
	}
}

// point follows the pointer to a mention, or to none with -1. The selected one
// has its card at the side already.
func (c *hoverCard) point(mention int) {
	if mention == c.pointed {
		return
	}
	c.pointed = mention
	switch {
	case c.peeked:
	case mention >= 0 && mention == c.mention:
		c.rest()
	case mention >= 0 && mention != c.p.current:
		c.after(cardDelay, func() { c.show(mention, false) })
	case c.mention >= 0:
		c.after(cardGrace, c.dismiss)
	default:
		c.rest()
	}
}

// dismiss takes the card away.
func (c *hoverCard) dismiss() {
	c.rest()
	if c.mention >= 0 {
		c.mention, c.peeked = -1, false
		c.Hide()
	}
}

// show puts the card at a mention that is in view.
func (c *hoverCard) show(mention int, peeked bool) {
	c.rest()
	c.mention, c.peeked = mention, peeked
	c.fill()
	c.place()
	c.p.raise(c)
}

// fill makes the words of the card.
func (c *hoverCard) fill() {
	roles, e := c.p.roles, c.p.edition
	x, _ := e.Entity(e.Mentions()[c.mention].Entity)
	count := locale.Mentions(len(e.MentionsOf(x.ID)))
	c.sample = pattern.NewSample(x.Kind, 22)
	c.kind = prose.NewText(roles.Meta, look.Ink(x.Kind), locale.Kind(x.Kind))
	c.count = prose.NewText(roles.Meta, look.ColorTextMuted, count)
	c.name = prose.NewText(roles.HoverName, look.ColorText, locale.Name(x))
	c.line = prose.NewText(roles.UI, look.ColorTextMuted, sentenceOf(x))
	c.key = control.NewKey(locale.X("page.card.enter", "Enter"), roles)
	c.open = prose.NewText(roles.Meta, look.ColorTextMuted, locale.X("page.card.open", "open"))
	c.name.SetMaxLines(3)
	c.line.SetMaxLines(4)
}

// sentenceOf is the one sentence that says what an entity is.
func sentenceOf(x *annotations.Entity) string {
	if x.Identity != "" {
		return x.Identity
	}
	return x.Summary
}

// arrange puts the words one below the other and returns the card's height.
func (c *hoverCard) arrange(width float32) float32 {
	inner, y := width-2*cardPadding, float32(cardPadding)
	put := func(o fyne.CanvasObject, x, dy, w, h float32) {
		o.Move(fyne.NewPos(x, y+dy))
		o.Resize(fyne.NewSize(w, h))
	}
	roles := c.p.roles
	count := c.count.NaturalWidth() + 1
	put(c.sample, cardPadding, (roles.Meta.Leading-pattern.Height)/2, 22, pattern.Height)
	put(c.kind, cardPadding+30, 0, inner-38-count, roles.Meta.Leading)
	put(c.count, width-cardPadding-count, 0, count, roles.Meta.Leading)
	y += roles.Meta.Leading + 6
	h := c.name.HeightFor(inner)
	put(c.name, cardPadding, 0, inner, h)
	y += h
	if c.line.Content() != "" {
		y += 2
		h = c.line.HeightFor(inner)
		put(c.line, cardPadding, 0, inner, h)
		y += h
	}
	y += 10
	key := c.key.MinSize()
	put(c.key, cardPadding, 0, key.Width, key.Height)
	put(c.open, cardPadding+key.Width+6, (key.Height-roles.Meta.Leading)/2, inner-key.Width-6, roles.Meta.Leading)
	return y + key.Height + cardPadding
}

// place stands the card under the line that is pointed at, or under the first of
// the mention; above them all where there is no room.
func (c *hoverCard) place() {
	rects := c.p.MentionRects(c.mention)
	at := rects[0]
	for _, r := range rects {
		if y := c.p.sheet.pointer.Y; !c.peeked && y >= r.Y && y < r.Y+r.H {
			at = r
		}
	}
	page := c.p.Size().SubtractWidthHeight(c.p.covered+railWidth, 0)
	width := min(cardWidth, page.Width-2*cardEdge)
	height := c.arrange(width)
	x := max(cardEdge, min(at.X-2, page.Width-width-cardEdge))
	y := at.Y + at.H + cardGap
	if above := rects[0].Y - cardGap - height; y+height > page.Height-cardEdge && above >= cardEdge {
		y = above
	}
	c.Move(fyne.NewPos(float32(int(x)), float32(int(y))))
	c.Resize(fyne.NewSize(width, height))
}

// Peek shows the card of a mention at once, or takes it away if it is shown. It
// reports whether the mention is in view.
func (p *Page) Peek(mention int) bool {
	r := p.MentionRects(mention)[0]
	switch {
	case r.Y < 0 || r.Y+r.H > p.Size().Height:
		return false
	case p.card.mention == mention:
		p.card.dismiss()
	default:
		p.card.show(mention, true)
	}
	return true
}

// CardMention is the mention that the hover card is about, or -1.
func (p *Page) CardMention() int { return p.card.mention }

// DismissCard takes the hover card away and reports whether there was one.
func (p *Page) DismissCard() bool {
	shown := p.card.mention >= 0
	p.card.dismiss()
	return shown
}

// MouseIn keeps the card.
func (c *hoverCard) MouseIn(*desktop.MouseEvent) { c.rest() }

// MouseMoved is part of desktop.Hoverable.
func (c *hoverCard) MouseMoved(*desktop.MouseEvent) {}

// MouseOut lets it go after the grace, unless the pointer goes back to its mark.
func (c *hoverCard) MouseOut() {
	if !c.peeked {
		c.after(cardGrace, c.dismiss)
	}
}

// Cursor is a hand: a click opens the card at the side.
func (c *hoverCard) Cursor() desktop.Cursor { return desktop.PointerCursor }

// Tapped opens it.
func (c *hoverCard) Tapped(*fyne.PointEvent) {
	i := c.mention
	c.dismiss()
	if f := c.p.OnMention; f != nil && i >= 0 {
		f(i)
	}
}

// CreateRenderer draws the card.
func (c *hoverCard) CreateRenderer() fyne.WidgetRenderer {
	r := cardRenderer{c}
	r.paint()
	return r
}

type cardRenderer struct{ c *hoverCard }

func (r cardRenderer) Destroy()           { r.c.rest() }
func (r cardRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r cardRenderer) Objects() []fyne.CanvasObject {
	c := r.c
	if c.mention < 0 {
		return nil
	}
	return append(c.box.Objects(), c.sample, c.kind, c.count, c.name, c.line, c.key, c.open)
}

func (r cardRenderer) Layout(size fyne.Size) { r.c.box.Resize(size) }

func (r cardRenderer) paint() {
	r.c.box.Paint(look.ColorRaised, look.ColorRule, 1)
	r.c.box.Outer().Shadow = look.PopoverShadow()
}

func (r cardRenderer) Refresh() {
	r.paint()
	for _, o := range r.Objects() {
		o.Refresh()
	}
	canvas.Refresh(r.c)
}
