// Package control holds the program's own controls: things that are tapped, lit
// under the pointer, and stepped through with the keyboard. Each is written once.
//
// [Icon], [Toggle], [Text], [Row], [Link], [Segmented] and [Stepper] are ready to
// use; [Key] and [Box] are what others draw with. A control of another shape
// embeds one of two types:
//
//   - [Target], at which the keyboard stops: a button, a row that Tab reaches.
//   - [Tap], which only the pointer reaches: a row of a list that has the
//     keyboard's focus itself, a sign beside a field.
//
// Such a control calls Init in its constructor, has a MinSize method, and makes
// its renderer with the Render method of the type it embeds:
//
//	type chip struct {
//		control.Target
//		box   *control.Box
//		words *prose.Text
//	}
//
//	func newChip(words string, roles look.Roles, act func()) *chip {
//		c := &chip{box: control.NewBox(13), words: prose.NewText(roles.Meta, look.ColorText, words)}
//		c.Init(c, words, act)
//		return c
//	}
//
//	func (c *chip) CreateRenderer() fyne.WidgetRenderer {
//		return c.Render(c.paint, c.arrange, append(c.box.Objects(), c.Ground, c.words, c.Ring)...)
//	}
//
// Its paint and arrange come after those of the embedded type, so they may change
// what Ground and Ring look like or where they lie. A widget that is no control
// uses [Render] in the same way.
package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/look"
	"sidelight/ui/shape"
)

// Size is the least side of a button, in pixels.
const Size = 32

const radius = 6 // of a control's corners, pixels

var (
	_ fyne.Tappable    = (*Tap)(nil)
	_ fyne.Disableable = (*Tap)(nil)

	_ fyne.SecondaryTappable = (*Tap)(nil)
	_ fyne.Accessible        = (*Tap)(nil)
	_ desktop.Hoverable      = (*Tap)(nil)
	_ desktop.Cursorable     = (*Tap)(nil)
)

// Tap is a control for the pointer alone: it lights under the pointer, shows the
// hand, acts when it is tapped, and has a name and a role for screen readers.
// A disabled Tap keeps its name and its role and does nothing else.
type Tap struct {
	widget.DisableableWidget

	Ground *shape.Box // lit under the pointer
	Raised bool       // the control lies on [look.ColorRaised], as on a card

	// OnMenu is called after a right click, with its place in the window in pixels;
	// nil where there is no menu.
	OnMenu func(at fyne.Position)
	// OnTapped is called after a click, before the control acts; nil where nobody wants
	// to know.
	OnTapped func()

	self    fyne.Widget
	changed func() // shows the present state of pointer and keyboard
	name    string
	role    fyne.AccessibleRole
	act     func()
	hovered bool
	keyed   bool                // the keyboard's focus is on it
	tip     func() Tip          // what its tip says; nil for words of its own that are cut
	key     string              // that does the same, as it is printed
	shown   []fyne.CanvasObject // what it draws
}

// Init makes self, which embeds the Tap, a control with a name for screen readers
// and the role of a button. Act is what a tap does; nil does nothing. Init
// extends self: call no ExtendBaseWidget.
func (t *Tap) Init(self fyne.Widget, name string, act func()) {
	t.self, t.name, t.act, t.role = self, name, act, fyne.AccessibleRoleButton
	t.changed = self.Refresh
	t.Ground = shape.NewBox(nil)
	t.Ground.CornerRadius, t.Ground.Hidden = radius, true
	t.ExtendBaseWidget(self)
}

// SetName sets what screen readers call the control.
func (t *Tap) SetName(name string) { t.name = name }

// SetRole sets what screen readers say the control is.
func (t *Tap) SetRole(role fyne.AccessibleRole) { t.role = role }

// SetAct sets what a tap does; nil does nothing.
func (t *Tap) SetAct(act func()) { t.act = act }

// SetEnabled enables or disables the control.
func (t *Tap) SetEnabled(on bool) {
	if on {
		t.Enable()
	} else {
		t.Disable()
	}
}

// Hovered reports whether the pointer is over the control and the control is
// enabled.
func (t *Tap) Hovered() bool { return t.hovered && !t.Disabled() }

// Paint gives Ground the colour and the visibility of the present state.
func (t *Tap) Paint() {
	fill := look.ColorHoverFill
	if t.Raised {
		fill = look.ColorHoverRaised
	}
	t.Ground.FillColor, t.Ground.Hidden = look.Of(fill), !t.Hovered()
}

// Fit gives Ground the control's size.
func (t *Tap) Fit(size fyne.Size) { t.Ground.Resize(size) }

// Render makes the control's renderer, as the function [Render] does, with Paint
// before paint and Fit before arrange. Ground is among the objects where the
// control wants it.
func (t *Tap) Render(paint func(), arrange func(fyne.Size), objects ...fyne.CanvasObject) fyne.WidgetRenderer {
	t.shown = objects
	return Render(t.self,
		func() { t.Paint(); paint() },
		func(size fyne.Size) { t.Fit(size); arrange(size) }, objects...)
}

// AccessibilityLabel returns the control's name.
func (t *Tap) AccessibilityLabel() string { return t.name }

// AccessibilityRole returns the control's role: a button, unless
// [Tap.SetRole] has set another.
func (t *Tap) AccessibilityRole() fyne.AccessibleRole { return t.role }

// Act does what a tap does, if the control is enabled.
func (t *Tap) Act() {
	t.hush()
	if t.act != nil && !t.Disabled() {
		t.act()
	}
}

// Tapped acts.
func (t *Tap) Tapped(*fyne.PointEvent) {
	if f := t.OnTapped; f != nil {
		f()
	}
	t.Act()
}

// TappedSecondary asks for the menu.
func (t *Tap) TappedSecondary(e *fyne.PointEvent) {
	t.hush()
	if t.OnMenu != nil {
		t.OnMenu(e.AbsolutePosition)
	}
}

// Cursor returns the hand while the control is enabled.
func (t *Tap) Cursor() desktop.Cursor {
	if t.Disabled() {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// MouseIn lights the control.
func (t *Tap) MouseIn(*desktop.MouseEvent) { t.hover(true) }

// MouseMoved does nothing: the control is lit as a whole.
func (t *Tap) MouseMoved(*desktop.MouseEvent) {}

// MouseOut puts the light out.
func (t *Tap) MouseOut() { t.hover(false) }

func (t *Tap) hover(on bool) {
	if t.hovered != on {
		t.hovered = on
		t.changed()
		t.Explain()
	}
}
