package page

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/prose"
	"sidelight/ui/session"
	"sidelight/ui/typeset"
)

// The hover card's measures in pixels, and its times.
const (
	cardWidth   = 300
	cardPadding = 16
	cardRadius  = 10
	cardGap     = 8 // from the line it is about
	cardEdge    = 8 // from the page's edges
	sampleWidth = 22

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
	stage   *stage
	roles   look.Roles
	now     session.Snapshot
	mention annotations.MentionID // that it is about, empty while it is hidden
	pointed annotations.MentionID // under the pointer, or empty
	y       float32               // of the pointer on the page
	peeked  bool                  // asked for by key: the pointer does not close it

	wait func(time.Duration, func()) (stop func())
	stop func() // ends the waiting; nil if nothing is waited for

	rects func(annotations.Span) []typeset.Rect // of a span, on the page
	open  func(annotations.MentionID)           // called with the mention of a card that was clicked

	box    *control.Box
	sample fyne.CanvasObject
	kind   *prose.Text
	count  *prose.Text
	name   *prose.Text
	line   *prose.Text
	key    *control.Key
	verb   *prose.Text
}

func newHoverCard(s *stage, roles look.Roles) *hoverCard {
	c := &hoverCard{stage: s, roles: roles, wait: wait, box: control.NewBox(cardRadius)}
	c.Hide()
	c.ExtendBaseWidget(c)
	return c
}

// follow takes the card away if it would lie over what was selected, or is about
// another mark than the keyboard or about one that is gone.
func (c *hoverCard) follow(old, now session.Snapshot) {
	c.now = now
	if old.Selected != now.Selected || old.Mention != now.Mention || old.Focused != now.Focused {
		c.dismiss()
	}
	if old.Edition == now.Edition || c.mention == "" {
		return
	}
	m, ok := now.Edition.Mention(c.mention)
	if !ok {
		c.dismiss()
		return
	}
	c.draw(m) // and go on waiting for what the pointer asked for
}

// wait calls f on the UI goroutine after d, unless stop is called before.
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

// after calls f after d, in place of what was waited for.
func (c *hoverCard) after(d time.Duration, f func()) {
	c.rest()
	c.stop = c.wait(d, f)
}

// rest ends the waiting: what was waited for does not happen.
func (c *hoverCard) rest() {
	if c.stop != nil {
		c.stop()
		c.stop = nil
	}
}

// point follows the pointer to a mention, or with an empty id to none, y pixels
// below the page's top. The selected mention has its card at the side already.
func (c *hoverCard) point(id annotations.MentionID, y float32) {
	c.y = y
	if id == c.pointed {
		return
	}
	c.pointed = id
	switch {
	case c.peeked:
	case id != "" && id == c.mention:
		c.rest()
	case id != "" && id != c.now.Mention:
		c.after(cardDelay, func() { c.show(id, false) })
	case c.mention != "":
		c.after(cardGrace, func() { c.dismiss() })
	default:
		c.rest()
	}
}

// pass lets the pointer rest on a mention without a card until it comes to it again: it
// came there while it dragged, and what was dragged is to be seen.
func (c *hoverCard) pass(id annotations.MentionID) {
	c.rest()
	c.pointed = id
}

// dismiss takes the card away and reports whether there was one.
func (c *hoverCard) dismiss() bool {
	c.rest()
	if c.mention == "" {
		return false
	}
	c.mention, c.peeked = "", false
	c.Hide()
	return true
}

// show puts the card at a mention that is in view.
func (c *hoverCard) show(id annotations.MentionID, peeked bool) {
	c.rest()
	m, ok := c.now.Edition.Mention(id)
	if !ok {
		return
	}
	c.mention, c.peeked = id, peeked
	c.draw(m)
}

// draw shows what the edition says now of a mention that is in view.
func (c *hoverCard) draw(m *annotations.Mention) {
	c.fill(m)
	c.place(c.rects(m.Span))
	c.stage.raise(c)
}

// peek shows the card of a mention at once, or takes the card away if it is
// shown. It reports whether the mention is in view.
func (c *hoverCard) peek(m *annotations.Mention) bool {
	rects := c.rects(m.Span)
	switch {
	case len(rects) == 0 || rects[0].Y < 0 || rects[0].Y+rects[0].H > c.stage.size.Height:
		return false
	case c.mention == m.ID():
		c.dismiss()
	default:
		c.show(m.ID(), true)
	}
	return true
}

// fill makes the words of the card.
func (c *hoverCard) fill(m *annotations.Mention) {
	roles, e := c.roles, c.now.Edition
	x, _ := e.Entity(m.Entity)
	c.sample = pattern.NewSample(x.Kind, sampleWidth)
	c.kind = prose.NewText(roles.Meta, look.Ink(x.Kind), locale.Kind(x.Kind))
	c.count = prose.NewText(roles.Meta, look.ColorTextMuted, locale.Mentions(len(e.TimesOf(x.ID))))
	c.name = prose.NewText(roles.HoverName, look.ColorText, locale.Name(x))
	c.line = prose.NewText(roles.UI, look.ColorTextMuted, sentenceOf(x))
	c.key = control.NewKey(locale.X("page.card.enter", "Enter"), roles)
	c.verb = prose.NewText(roles.Meta, look.ColorTextMuted, locale.X("page.card.open", "open"))
	c.name.SetMaxLines(3)
	c.line.SetMaxLines(4)
}

// sentenceOf returns the one sentence that says who or what an entity is.
func sentenceOf(x *annotations.Entity) string {
	if x.Identity != "" {
		return x.Identity
	}
	return x.Summary
}

// arrange puts the words one below the other and returns the card's height.
func (c *hoverCard) arrange(width float32) float32 {
	inner, y := width-2*cardPadding, float32(cardPadding)
	put := func(o fyne.CanvasObject, x, dy, w, h float32) { control.Place(o, x, y+dy, w, h) }
	leading := c.roles.Meta.Leading
	count := c.count.NaturalWidth() + 1
	put(c.sample, cardPadding, (leading-pattern.Height)/2, sampleWidth, pattern.Height)
	put(c.kind, cardPadding+sampleWidth+8, 0, inner-sampleWidth-16-count, leading)
	put(c.count, width-cardPadding-count, 0, count, leading)
	y += leading + 6
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
	put(c.verb, cardPadding+key.Width+6, (key.Height-leading)/2, inner-key.Width-6, leading)
	return y + key.Height + cardPadding
}

// place stands the card under the line that is pointed at, or under the first of
// the mention's; above them all where there is no room.
func (c *hoverCard) place(lines []typeset.Rect) {
	if len(lines) == 0 {
		return
	}
	at := lines[0]
	for _, r := range lines {
		if !c.peeked && c.y >= r.Y && c.y < r.Y+r.H {
			at = r
		}
	}
	room := c.stage.width() - railWidth
	width := min(cardWidth, room-2*cardEdge)
	height := c.arrange(width)
	x := max(cardEdge, min(at.X-2, room-width-cardEdge))
	y := at.Y + at.H + cardGap
	if above := lines[0].Y - cardGap - height; y+height > c.stage.size.Height-cardEdge && above >= cardEdge {
		y = above
	}
	control.Place(c, float32(int(x)), float32(int(y)), width, height)
}

// MouseIn keeps the card.
func (c *hoverCard) MouseIn(*desktop.MouseEvent) { c.rest() }

// MouseMoved is part of desktop.Hoverable.
func (c *hoverCard) MouseMoved(*desktop.MouseEvent) {}

// MouseOut lets the card go after the grace, unless the pointer goes back to its
// mark.
func (c *hoverCard) MouseOut() {
	if !c.peeked {
		c.after(cardGrace, func() { c.dismiss() })
	}
}

// Cursor is a hand: a click opens the card at the side.
func (c *hoverCard) Cursor() desktop.Cursor { return desktop.PointerCursor }

// Tapped opens the card at the side.
func (c *hoverCard) Tapped(*fyne.PointEvent) {
	if id := c.mention; c.dismiss() {
		c.open(id)
	}
}

// MinSize is nothing: the card is laid out where it floats.
func (c *hoverCard) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer draws the card.
func (c *hoverCard) CreateRenderer() fyne.WidgetRenderer {
	return control.RenderFunc(c, c.paint, c.box.Resize, func() []fyne.CanvasObject {
		if c.mention == "" {
			return nil
		}
		return append(c.box.Objects(), c.sample, c.kind, c.count, c.name, c.line, c.key, c.verb)
	})
}

func (c *hoverCard) paint() {
	c.box.Paint(look.ColorRaised, look.ColorRule, 1)
	c.box.Cast(look.PopoverShadow())
}
