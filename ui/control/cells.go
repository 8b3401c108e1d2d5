package control

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/shape"
)

// cells is a row of equal parts in one frame. The keyboard stops once, at all parts
// together; Left and Right go from part to part.
type cells struct {
	Target
	words  []*prose.Text
	strong []*prose.Text // the words of each part while it is the chosen one
	roles  []look.Role
	chosen int // -1 for none
	under  int // the part under the pointer, or the last that was
	off    func(i int) bool
	tapped func(i int)
	step   func(delta int)

	box   *Box
	fill  *shape.Box // of the chosen part
	rules []*shape.Box
}

func (c *cells) add(words string, role, strong look.Role) {
	c.words = append(c.words, prose.NewText(role, look.ColorTextMuted, words))
	c.strong = append(c.strong, prose.NewText(strong, look.ColorText, words))
	c.roles = append(c.roles, role)
}

// MinSize returns a size in which every part has the room of the widest.
func (c *cells) MinSize() fyne.Size {
	var w float32
	for _, t := range slices.Concat(c.words, c.strong) {
		w = max(w, t.NaturalWidth())
	}
	return fyne.NewSize(float32(len(c.words))*(w+2*8), Size)
}

// at returns the part at x pixels from the left.
func (c *cells) at(x float32) int {
	n := len(c.words)
	return max(0, min(int(x*float32(n)/max(c.Size().Width, 1)), n-1))
}

// Tapped acts on the part that was tapped.
func (c *cells) Tapped(e *fyne.PointEvent) {
	if i := c.at(e.Position.X); !c.off(i) {
		c.tapped(i)
	}
}

// MouseIn lights the part under the pointer.
func (c *cells) MouseIn(e *desktop.MouseEvent) {
	c.under = c.at(e.Position.X)
	c.Target.MouseIn(e)
}

// MouseMoved lights the part under the pointer.
func (c *cells) MouseMoved(e *desktop.MouseEvent) {
	if i := c.at(e.Position.X); i != c.under {
		c.under = i
		c.Refresh()
	}
}

// TypedKey goes to the next or the previous part on Right and Left.
func (c *cells) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		c.step(-1)
	case fyne.KeyRight:
		c.step(1)
	default:
		c.Target.TypedKey(e)
	}
}

// CreateRenderer draws the frame, the parts and the lines between them.
func (c *cells) CreateRenderer() fyne.WidgetRenderer {
	c.box, c.fill, c.rules = NewBox(radius), shape.NewBox(nil), nil
	objects := append(c.box.Objects(), c.Ground, c.fill)
	for range len(c.words) - 1 {
		rule := shape.NewBox(nil)
		c.rules = append(c.rules, rule)
		objects = append(objects, rule)
	}
	for _, t := range slices.Concat(c.words, c.strong) {
		objects = append(objects, t)
	}
	return c.Render(c.paint, c.arrange, append(objects, c.Ring)...)
}

func (c *cells) arrange(size fyne.Size) {
	c.box.Resize(size)
	each := size.Width / float32(len(c.words))
	for i, role := range c.roles {
		for _, t := range []*prose.Text{c.words[i], c.strong[i]} {
			w := t.NaturalWidth()
			Place(t, float32(i)*each+(each-w)/2, (size.Height-role.Leading)/2, w+1, role.Leading)
		}
	}
	for i, rule := range c.rules {
		Place(rule, float32(int(float32(i+1)*each)), 1, 1, size.Height-2)
	}
	c.cover(c.fill, c.chosen, size)
	c.cover(c.Ground, c.under, size)
}

// cover lays a ground under part i. At the ends the ground has the round corners of
// the frame.
func (c *cells) cover(ground *shape.Box, i int, size fyne.Size) {
	n := len(c.words)
	if i < 0 || i >= n {
		return
	}
	each := size.Width / float32(n)
	left, right := float32(int(float32(i)*each))+1, float32(int(float32(i+1)*each))
	ground.CornerRadius = 0
	ground.TopLeftCornerRadius, ground.BottomLeftCornerRadius = 0, 0
	ground.TopRightCornerRadius, ground.BottomRightCornerRadius = 0, 0
	if i == 0 {
		ground.TopLeftCornerRadius, ground.BottomLeftCornerRadius = radius-1, radius-1
	}
	if i == n-1 {
		right = size.Width - 1
		ground.TopRightCornerRadius, ground.BottomRightCornerRadius = radius-1, radius-1
	}
	Place(ground, left, 1, right-left, size.Height-2)
}

func (c *cells) paint() {
	c.box.Paint(look.ColorRaised, look.ColorControl, 1)
	// In some schemes the colour of hovering is that of the frame's own ground.
	c.fill.FillColor, c.fill.Hidden = look.Faded(look.ColorText, 0.1), c.chosen < 0
	c.Ground.FillColor = look.Faded(look.ColorText, 0.05)
	c.Ground.Hidden = c.Ground.Hidden || c.off(c.under)
	for _, rule := range c.rules {
		rule.FillColor = look.Of(look.ColorRuleStrong)
	}
	for i, t := range c.words {
		t.SetColour(look.ColorTextMuted)
		if c.off(i) {
			t.SetColour(look.ColorTextFaint)
		}
		t.Hidden, c.strong[i].Hidden = i == c.chosen, i != c.chosen
	}
}

// Segmented is a row of options of which one is chosen.
type Segmented struct {
	cells
	label    string
	options  []string
	onChosen func(i int)
}

// NewSegmented makes a choice among options; chosen is the index of the chosen one, or
// -1. Name tells screen readers what is chosen. OnChosen is called with the index that
// the reader chooses, and not by [Segmented.SetChosen].
func NewSegmented(name string, options []string, chosen int, roles look.Roles, onChosen func(i int)) *Segmented {
	s := &Segmented{label: name, options: options, onChosen: onChosen}
	for _, o := range options {
		s.add(o, roles.Tab, roles.Strong)
	}
	s.off = func(int) bool { return s.Disabled() }
	s.tapped = s.choose
	s.step = func(delta int) { s.choose(max(0, min(s.chosen+delta, len(options)-1))) }
	s.Init(s, name, nil)
	s.SetChosen(chosen)
	return s
}

// SetChosen shows the option with index i as the chosen one, or none if i is -1.
func (s *Segmented) SetChosen(i int) {
	s.chosen = i
	name := s.label
	if i >= 0 {
		name += ": " + s.options[i]
	}
	s.SetName(name)
	s.Refresh()
}

// Chosen returns the index of the chosen option, or -1.
func (s *Segmented) Chosen() int { return s.chosen }

func (s *Segmented) choose(i int) {
	if i == s.chosen || s.Disabled() {
		return
	}
	s.SetChosen(i)
	s.onChosen(i)
}

// Stepper shows a value between a button for less and a button for more.
type Stepper struct {
	cells
	label      string
	less, more bool // whether the value can be made less, and more
}

// NewStepper makes a stepper whose buttons show the words less and more, each in its
// role. Name tells screen readers what the value is. Step is called with -1 or 1.
func NewStepper(name string, less, more string, lessRole, moreRole look.Role, roles look.Roles, step func(delta int)) *Stepper {
	s := &Stepper{label: name}
	s.add(less, lessRole, lessRole)
	s.add("", roles.Tab, roles.Tab)
	s.add(more, moreRole, moreRole)
	s.chosen = -1
	s.off = func(i int) bool { return s.Disabled() || i == 0 && !s.less || i == 1 || i == 2 && !s.more }
	s.step = func(delta int) {
		if !s.off(1 + delta) {
			step(delta)
		}
	}
	s.tapped = func(i int) { s.step(i - 1) }
	s.Init(s, name, nil)
	return s
}

// SetValue shows a value, and whether it can be made less and more.
func (s *Stepper) SetValue(value string, less, more bool) {
	s.words[1].SetContent(value)
	s.less, s.more = less, more
	s.SetName(s.label + ": " + value)
	s.Refresh()
}
