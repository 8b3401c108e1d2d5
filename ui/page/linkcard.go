package page

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	"sidelight/ui/control"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/typeset"
)

const (
	noteLines    = 12 // of a note on a card
	addressLines = 6
)

var (
	_ desktop.Hoverable  = (*linkCard)(nil)
	_ desktop.Cursorable = (*linkCard)(nil)
	_ fyne.Tappable      = (*linkCard)(nil)
)

// linkCard floats at a link: it shows a note at a glance, or where a link leads before
// that is opened.
type linkCard struct {
	widget.BaseWidget
	stage *stage
	roles look.Roles
	wait  func(time.Duration, func()) (stop func())
	stop  func() // ends the waiting; nil if nothing is waited for

	about   annotations.Span // the link, empty while the card is hidden
	pointed annotations.Span // the link of a note under the pointer, or empty
	kept    bool             // the pointer does not close it
	act     func()           // what a click on the card does

	box   *control.Box
	words *prose.Text
	foot  *prose.Text
}

func newLinkCard(s *stage, roles look.Roles) *linkCard {
	c := &linkCard{stage: s, roles: roles, wait: wait, box: control.NewBox(cardRadius)}
	c.Hide()
	c.ExtendBaseWidget(c)
	return c
}

// after calls f after d, in place of what was waited for.
func (c *linkCard) after(d time.Duration, f func()) {
	c.rest()
	c.stop = c.wait(d, f)
}

// rest ends the waiting: what was waited for does not happen.
func (c *linkCard) rest() {
	if c.stop != nil {
		c.stop()
		c.stop = nil
	}
}

// point follows the pointer to the sign of a note, or with an empty span to none; show
// shows the note.
func (c *linkCard) point(sign annotations.Span, show func()) {
	if sign == c.pointed {
		return
	}
	c.pointed = sign
	switch {
	case c.kept:
	case !sign.Empty() && sign == c.about:
		c.rest()
	case !sign.Empty():
		c.after(cardDelay, show)
	case !c.about.Empty():
		c.after(cardGrace, func() { c.dismiss() })
	default:
		c.rest()
	}
}

// dismiss takes the card away and reports whether there was one.
func (c *linkCard) dismiss() bool {
	c.rest()
	if c.about.Empty() {
		return false
	}
	c.about, c.kept = annotations.Span{}, false
	c.Hide()
	return true
}

// show puts the card at the link about, the lines of which are at, with words and a
// line below them that says what a click on the card does.
func (c *linkCard) show(about annotations.Span, at []typeset.Rect, words *prose.Text, foot string, act func()) bool {
	c.rest()
	if len(at) == 0 {
		return false
	}
	c.about, c.act, c.words = about, act, words
	c.foot = prose.NewText(c.roles.Section, look.ColorAccentText, foot)
	c.place(at)
	c.stage.raise(c)
	return true
}

// place stands the card under the last line of the link, or above it where there is no
// room.
func (c *linkCard) place(lines []typeset.Rect) {
	room := c.stage.width() - railWidth
	width := min(cardWidth, room-2*cardEdge)
	inner := width - 2*cardPadding
	height := c.words.HeightFor(inner)
	control.Place(c.words, cardPadding, cardPadding, inner, height)
	leading := c.roles.Section.Leading
	control.Place(c.foot, cardPadding, cardPadding+height+8, inner, leading)
	height += 2*cardPadding + 8 + leading
	at := lines[len(lines)-1]
	x := max(cardEdge, min(at.X-2, room-width-cardEdge))
	y := at.Y + at.H + cardGap
	if above := at.Y - cardGap - height; y+height > c.stage.size.Height-cardEdge && above >= cardEdge {
		y = above
	}
	control.Place(c, float32(int(x)), float32(int(y)), width, height)
}

// MouseIn keeps the card.
func (c *linkCard) MouseIn(*desktop.MouseEvent) { c.rest() }

// MouseMoved is part of desktop.Hoverable.
func (c *linkCard) MouseMoved(*desktop.MouseEvent) {}

// MouseOut lets the card go after the grace.
func (c *linkCard) MouseOut() {
	if !c.kept {
		c.after(cardGrace, func() { c.dismiss() })
	}
}

// Cursor is a hand: a click leads on.
func (c *linkCard) Cursor() desktop.Cursor { return desktop.PointerCursor }

// Tapped does what the card's last line says.
func (c *linkCard) Tapped(*fyne.PointEvent) {
	if act := c.act; c.dismiss() {
		act()
	}
}

// MinSize is nothing: the card is laid out where it floats.
func (c *linkCard) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer draws the card.
func (c *linkCard) CreateRenderer() fyne.WidgetRenderer {
	return control.RenderFunc(c, c.paint, c.box.Resize, func() []fyne.CanvasObject {
		if c.about.Empty() {
			return nil
		}
		return append(c.box.Objects(), c.words, c.foot)
	})
}

func (c *linkCard) paint() {
	c.box.Paint(look.ColorRaised, look.ColorRule, 1)
	c.box.Cast(look.PopoverShadow())
}
