package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/ui/look"
	"sidelight/ui/prose"
)

// ChipHeight is the height of a [Chip], pixels.
const ChipHeight = 26

const (
	chipPad   = 11 // at both ends of a chip, pixels
	chipCross = 11 // pixels
	chipPlus  = 14
)

var _ prose.Inline = (*Chip)(nil)

// Chip is a button in the form of a pill: a word to filter by, one that can be taken
// away, or one that adds another.
type Chip struct {
	Target
	words  *prose.Text
	role   look.Role
	box    *Box
	image  *canvas.Raster // of the icon, behind the words for a cross, else before them; nil for none
	icon   string
	sample fyne.CanvasObject // before the words, or nil
	chosen bool
	framed bool
}

// NewChip makes a chip of words. Act is what it does.
func NewChip(words string, roles look.Roles, act func()) *Chip { return newChip(words, "", roles, act) }

// NewCrossChip makes a chip with a cross behind its words, after a sample of a line
// unless that is nil. Name tells screen readers what act does: it takes the chip away.
func NewCrossChip(words, name string, sample fyne.CanvasObject, roles look.Roles, act func()) *Chip {
	c := newChip(words, "x", roles, act)
	c.sample = sample
	c.words.SetColour(look.ColorText)
	c.SetName(name)
	return c
}

// NewPlusChip makes a chip without a frame, with a plus before its words, that adds
// something.
func NewPlusChip(words, name string, roles look.Roles, act func()) *Chip {
	c := newChip(words, "plus", roles, act)
	c.framed = false
	c.SetName(name)
	return c
}

func newChip(words, icon string, roles look.Roles, act func()) *Chip {
	c := &Chip{
		words: prose.NewText(roles.Meta, look.ColorTextMuted, words), role: roles.Meta,
		box: NewBox(ChipHeight / 2), icon: icon, framed: true,
	}
	c.words.SetMaxLines(1)
	if icon != "" {
		c.image = look.NewSign()
	}
	c.Init(c, words, act)
	return c
}

// Words returns the words of the chip.
func (c *Chip) Words() string { return c.words.Content() }

// SetWords shows other words, which screen readers say too.
func (c *Chip) SetWords(words string) {
	if c.words.Content() != words {
		c.words.SetContent(words)
		c.SetName(words)
		c.Refresh()
	}
}

// SetSample shows a sample of a line before the words.
func (c *Chip) SetSample(sample fyne.CanvasObject) { c.sample = sample }

// SetChosen shows whether the chip is the one that is chosen.
func (c *Chip) SetChosen(on bool) {
	if c.chosen != on {
		c.chosen = on
		c.Refresh()
	}
}

// Chosen reports whether the chip is shown as chosen.
func (c *Chip) Chosen() bool { return c.chosen }

// before is where the words begin, in pixels from the left.
func (c *Chip) before() float32 {
	switch {
	case c.sample != nil:
		return chipPad + c.sample.MinSize().Width + 8
	case c.icon == "plus":
		return chipPlus + 4
	}
	return chipPad
}

// NaturalWidth returns the width in pixels that the chip takes.
func (c *Chip) NaturalWidth() float32 {
	w := c.before() + c.words.NaturalWidth()
	switch c.icon {
	case "x":
		return w + 7 + chipCross + chipPad
	case "plus":
		return w + 4
	}
	return w + chipPad
}

// HeightFor returns the height of a chip in pixels, the same at any width.
func (c *Chip) HeightFor(float32) float32 { return ChipHeight }

// MinSize returns the size of the chip.
func (c *Chip) MinSize() fyne.Size { return fyne.NewSize(c.NaturalWidth(), ChipHeight) }

// CreateRenderer draws the frame, the sample, the words and the icon.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	c.Ground.CornerRadius, c.Ring.CornerRadius = ChipHeight/2, ChipHeight/2
	objects := append(c.box.Objects(), c.Ground, c.words)
	if c.sample != nil {
		objects = append(objects, c.sample)
	}
	if c.image != nil {
		objects = append(objects, c.image)
	}
	return c.Render(c.paint, c.arrange, append(objects, c.Ring)...)
}

func (c *Chip) arrange(size fyne.Size) {
	c.box.Resize(size)
	left := c.before()
	room := size.Width - left - chipPad
	if c.sample != nil {
		s := c.sample.MinSize()
		Place(c.sample, chipPad, float32(int((size.Height-s.Height)/2)), s.Width, s.Height)
	}
	switch c.icon {
	case "x":
		room -= 7 + chipCross
		Place(c.image, size.Width-chipPad-chipCross, (size.Height-chipCross)/2, chipCross, chipCross)
	case "plus":
		room = size.Width - left
		Place(c.image, 0, (size.Height-chipPlus)/2, chipPlus, chipPlus)
	}
	Place(c.words, left, (size.Height-c.role.Leading)/2, room+1, c.role.Leading)
}

func (c *Chip) paint() {
	ink := look.ColorTextMuted
	switch {
	case c.chosen:
		c.box.Paint(look.ColorAccent, look.ColorAccent, 1)
		c.Ground.Hidden = true // the light of hovering would hide the fill
		ink = look.ColorOnAccent
	case c.framed:
		c.box.Paint(look.ColorPanel, look.ColorRuleStrong, 1)
		if c.icon != "" {
			ink = look.ColorText
		}
	default:
		c.box.Hide()
		if c.Hovered() {
			ink = look.ColorText
		}
	}
	c.words.SetColour(ink)
	if c.image != nil {
		icon := look.ColorTextMuted
		if c.icon == "plus" {
			icon = ink
		}
		look.ShowIcon(c.image, c.icon, icon)
	}
}
