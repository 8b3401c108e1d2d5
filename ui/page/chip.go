package page

import (
	"fyne.io/fyne/v2"

	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
)

// The measures in pixels of the chip that leads back.
const (
	chipHeight = 28
	chipPad    = 10 // from its ends to its words
	chipGap    = 8  // between the words and the key
)

// chip leads back to where the reader was before a jump. It stands in the running
// head until it is used, or until the reader has gone on from there.
type chip struct {
	control.Tap
	stage *stage
	roles look.Roles
	led   float32 // where the jump led, pixels on the sheet
	shown func()  // called after the chip has come or gone
	box   *control.Box
	text  *prose.Text
	key   *control.Key
}

func newChip(s *stage, roles look.Roles, back func()) *chip {
	c := &chip{
		stage: s, roles: roles, box: control.NewBox(6),
		text: prose.NewText(roles.Tab, look.ColorText, locale.X("page.back", "Back to reading")),
		key:  control.NewKey("", roles),
	}
	c.Init(c, c.text.Content(), func() {
		c.Hide()
		back()
	})
	c.Hide()
	return c
}

// setKey says by which key, in its printed form, the reader goes back.
func (c *chip) setKey(key string) { c.key = control.NewKey(key, c.roles) }

// offer shows the chip after a jump that leads to y on the sheet.
func (c *chip) offer(y float32) {
	c.led = y
	c.stage.raise(c)
	call(c.shown)
}

// Hide takes the chip away.
func (c *chip) Hide() {
	if c.Visible() {
		c.Tap.Hide()
		call(c.shown)
	}
}

// follow takes the chip away once the reader has scrolled on to y by more than
// the height of a view.
func (c *chip) follow(y, height float32) {
	if abs(y-c.led) > height {
		c.Hide()
	}
}

// place puts the chip into the running head, at the left of the column.
func (c *chip) place(f Format) {
	c.Move(fyne.NewPos(f.Left, (runningHeight-2-chipHeight)/2))
	c.Resize(c.MinSize())
}

// MinSize is the size of the words and the key.
func (c *chip) MinSize() fyne.Size {
	return fyne.NewSize(2*chipPad+c.wordsWidth()+chipGap+c.key.MinSize().Width, chipHeight)
}

func (c *chip) wordsWidth() float32 { return c.text.NaturalWidth() + 1 }

// CreateRenderer draws the words and the key on raised ground.
func (c *chip) CreateRenderer() fyne.WidgetRenderer {
	return control.RenderFunc(c, c.paint, c.arrange, func() []fyne.CanvasObject {
		return append(c.box.Objects(), c.text, c.key)
	})
}

func (c *chip) arrange(size fyne.Size) {
	c.box.Resize(size)
	leading, w := c.roles.Tab.Leading, c.wordsWidth()
	control.Place(c.text, chipPad, (size.Height-leading)/2, w, leading)
	key := c.key.MinSize()
	control.Place(c.key, chipPad+w+chipGap, (size.Height-key.Height)/2, key.Width, key.Height)
}

func (c *chip) paint() {
	ground := look.ColorRaised
	if c.Hovered() {
		ground = look.ColorHoverFill
	}
	c.box.Paint(ground, look.ColorRuleStrong, 1)
}
