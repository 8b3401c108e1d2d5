package finder

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations/search"
	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
)

// Measures of the chips in pixels.
const (
	chipHeight = 26
	chipPad    = 11 // at both sides of the words
	chipGap    = 8
)

// chips are a row of the groups of results that can be searched alone, in the order
// of their worth: those that the row has no room for are left out.
type chips struct {
	widget.BaseWidget
	all []*chip
}

func newChips(roles look.Roles, choose func(search.Group)) *chips {
	c := &chips{}
	for _, g := range groups() {
		c.all = append(c.all, newChip(g, roles, func() { choose(g) }))
	}
	c.ExtendBaseWidget(c)
	c.set(0)
	return c
}

// set shows which group is searched; 0 is all of them.
func (c *chips) set(only search.Group) {
	for _, x := range c.all {
		x.setChosen(x.group == only)
	}
	c.arrange(c.Size())
}

// arrange sets the chips side by side. Where the chosen chip would not fit, chips
// left of it give way.
func (c *chips) arrange(size fyne.Size) {
	first := 0
	for chosen := c.chosen(); first < chosen && c.end(first, chosen) > size.Width; first++ {
	}
	x := float32(0)
	for i, chip := range c.all {
		w := chip.MinSize().Width
		chip.Hidden = i < first || size.Width > 0 && x+w > size.Width
		if chip.Hidden {
			continue
		}
		chip.Move(fyne.NewPos(x, 0))
		chip.Resize(fyne.NewSize(w, chipHeight))
		x += w + chipGap
	}
}

func (c *chips) chosen() int {
	for i, x := range c.all {
		if x.chosen {
			return i
		}
	}
	return 0
}

// end returns where the chip of index last ends, in pixels from the left, in a row
// that begins with the chip of index first.
func (c *chips) end(first, last int) float32 {
	x := float32(0)
	for _, chip := range c.all[first : last+1] {
		x += chip.MinSize().Width + chipGap
	}
	return x - chipGap
}

// MinSize returns the height of a chip and no width.
func (c *chips) MinSize() fyne.Size { return fyne.NewSize(0, chipHeight) }

// CreateRenderer shows the chips.
func (c *chips) CreateRenderer() fyne.WidgetRenderer {
	all := make([]fyne.CanvasObject, len(c.all))
	for i, x := range c.all {
		all[i] = x
	}
	return control.Render(c, func() {}, c.arrange, all...)
}

// chip is the button of one group.
type chip struct {
	control.Target
	group  search.Group
	words  *prose.Text
	box    *control.Box
	chosen bool
	role   look.Role
}

func newChip(g search.Group, roles look.Roles, act func()) *chip {
	c := &chip{group: g, role: roles.Meta, box: control.NewBox(chipHeight / 2), words: prose.NewText(roles.Meta, look.ColorTextMuted, locale.Group(g))}
	c.Init(c, locale.Group(g), act)
	return c
}

func (c *chip) setChosen(on bool) {
	c.chosen = on
	name := locale.Group(c.group)
	if on {
		name = locale.X("finder.chosen-group", "{{.Group}}, chosen", map[string]any{"Group": name})
	}
	c.SetName(name)
	c.Refresh()
}

// MinSize returns the size of the chip's words and the space around them.
func (c *chip) MinSize() fyne.Size { return fyne.NewSize(c.words.NaturalWidth()+2*chipPad, chipHeight) }

// CreateRenderer draws the chip.
func (c *chip) CreateRenderer() fyne.WidgetRenderer {
	c.Ground.CornerRadius, c.Ring.CornerRadius = chipHeight/2, chipHeight/2
	return c.Render(c.paint, c.arrange, append(c.box.Objects(), c.Ground, c.words, c.Ring)...)
}

func (c *chip) arrange(size fyne.Size) {
	c.box.Resize(size)
	control.Place(c.words, chipPad, (size.Height-c.role.Leading)/2, size.Width-2*chipPad+1, c.role.Leading)
}

func (c *chip) paint() {
	if c.chosen {
		c.box.Paint(look.ColorAccent, look.ColorAccent, 1)
		c.Ground.Hidden = true // the light of hovering would hide the fill
		c.words.SetColour(look.ColorOnAccent)
		return
	}
	c.box.Paint(look.ColorPage, look.ColorRule, 1)
	c.words.SetColour(look.ColorTextMuted)
}
