package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
)

// The measures in pixels of the chip that leads back.
const (
	chipHeight = 36
	chipPad    = 14 // from its ends to its words
	chipBelow  = 20 // from the chip to the page's bottom
	chipGap    = 10 // between the words and the key
)

var (
	_ desktop.Hoverable  = (*chip)(nil)
	_ desktop.Cursorable = (*chip)(nil)
	_ fyne.Tappable      = (*chip)(nil)
	_ fyne.Accessible    = (*chip)(nil)
)

// chip leads back to where one was reading before a jump. It floats at the foot
// of the page until it is used, or until the reader has gone on from there.
type chip struct {
	widget.BaseWidget
	p    *Page
	at   float32 // where the jump led, pixels on the sheet
	over bool    // the pointer is on it
	box  *control.Box
	text *prose.Text
	key  *control.Key
}

func newChip(p *Page) *chip {
	c := &chip{
		p: p, box: control.NewBox(chipHeight / 2),
		text: prose.NewText(p.roles.Tab, look.ColorText, locale.X("page.back", "Back to reading")),
		key:  control.NewKey("", p.roles),
	}
	c.Hide()
	c.ExtendBaseWidget(c)
	return c
}

// Leap reveals a span to which the reader asked to be taken. If it lies more
// than a screen away, the way back is offered.
func (p *Page) Leap(s annotations.Span) {
	if y, moves := p.column.Target(s, p.view()); moves {
		p.leapTo(y)
	}
}

func (p *Page) leapTo(y float32) {
	y = p.limit(y)
	if abs(y-p.scroll.Offset.Y) > p.ViewHeight() {
		p.chip.offer(y)
	}
	p.motion.jump(p, y)
}

// SetBackKey says by which key, in its printed form, the reader goes back.
func (p *Page) SetBackKey(key string) { p.chip.key = control.NewKey(key, p.roles) }

// offer shows the chip after a jump to y.
func (c *chip) offer(y float32) {
	c.at = y
	c.place()
	c.p.raise(c)
}

// follow takes the chip away once the reader has scrolled on by a screen.
func (c *chip) follow() {
	if abs(c.p.scroll.Offset.Y-c.at) > c.p.ViewHeight() {
		c.Hide()
	}
}

// place puts the chip at the foot of the column, in its middle.
func (c *chip) place() {
	f, height := c.p.format, c.p.Size().Height
	w := 2*chipPad + c.text.NaturalWidth() + 1 + chipGap + c.key.MinSize().Width
	c.Move(fyne.NewPos(float32(int(f.Left+(f.Column-w)/2)), height-chipBelow-chipHeight))
	c.Resize(fyne.NewSize(w, chipHeight))
}

// AccessibilityLabel says what the chip does.
func (c *chip) AccessibilityLabel() string { return c.text.Content() }

// AccessibilityRole says that it is a button.
func (c *chip) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// Tapped leads back.
func (c *chip) Tapped(*fyne.PointEvent) {
	c.Hide()
	if f := c.p.OnBack; f != nil {
		f()
	}
}

// MouseIn lights the chip.
func (c *chip) MouseIn(*desktop.MouseEvent) { c.light(true) }

// MouseMoved is part of desktop.Hoverable.
func (c *chip) MouseMoved(*desktop.MouseEvent) {}

// MouseOut puts the light out.
func (c *chip) MouseOut() { c.light(false) }

func (c *chip) light(on bool) {
	c.over = on
	c.Refresh()
}

// Cursor is the pointing hand.
func (c *chip) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer draws the words and the key on raised ground.
func (c *chip) CreateRenderer() fyne.WidgetRenderer {
	r := chipRenderer{c}
	r.paint()
	return r
}

type chipRenderer struct{ c *chip }

func (r chipRenderer) Destroy()           {}
func (r chipRenderer) MinSize() fyne.Size { return fyne.NewSize(0, chipHeight) }

func (r chipRenderer) Objects() []fyne.CanvasObject {
	return append(r.c.box.Objects(), r.c.text, r.c.key)
}

func (r chipRenderer) Layout(size fyne.Size) {
	c := r.c
	c.box.Resize(size)
	leading, w := c.p.roles.Tab.Leading, c.text.NaturalWidth()+1
	c.text.Move(fyne.NewPos(chipPad, (size.Height-leading)/2))
	c.text.Resize(fyne.NewSize(w, leading))
	key := c.key.MinSize()
	c.key.Move(fyne.NewPos(chipPad+w+chipGap, (size.Height-key.Height)/2))
	c.key.Resize(key)
}

func (r chipRenderer) paint() {
	ground := look.ColorRaised
	if r.c.over {
		ground = look.ColorHoverFill
	}
	r.c.box.Paint(ground, look.ColorRuleStrong, 1)
	r.c.box.Outer().Shadow = look.PopoverShadow()
}

func (r chipRenderer) Refresh() {
	r.paint()
	r.Layout(r.c.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
	canvas.Refresh(r.c)
}
