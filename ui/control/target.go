// Package control holds the program's own controls: things that are tapped, or
// stepped through with the keyboard. What they share, light under the pointer,
// focus ring, hand and keys, is [Target].
package control

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/look"
)

// Size is the least side of anything that is tapped, in pixels.
const Size = 32

const (
	radius    = 6 // of a control's corners, pixels
	ringWidth = 2 // of the focus ring, pixels
)

// Target is the part of a control that is the same in all of them: it lights
// under the pointer, takes the keyboard's focus and shows it, acts on a tap, on
// Enter and on Space, and has a name for screen readers. A control embeds it,
// calls Init, and shows [Target.Ground] under and [Target.Ring] over what it is.
type Target struct {
	widget.DisableableWidget

	// OnFocus is called when the control gets the keyboard's focus; a list
	// brings it into view.
	OnFocus func()

	Ground *canvas.Rectangle // lit under the pointer
	Ring   *canvas.Rectangle // shown with the keyboard's focus

	self             fyne.Widget
	name             string
	act              func()
	hovered, focused bool
}

var (
	_ fyne.Tappable      = (*Target)(nil)
	_ fyne.Focusable     = (*Target)(nil)
	_ fyne.Accessible    = (*Target)(nil)
	_ desktop.Hoverable  = (*Target)(nil)
	_ desktop.Cursorable = (*Target)(nil)
)

// Init makes self a control with a name that does act. It extends self.
func (t *Target) Init(self fyne.Widget, name string, act func()) {
	t.self, t.name, t.act = self, name, act
	t.Ground, t.Ring = canvas.NewRectangle(nil), canvas.NewRectangle(color.Transparent)
	t.Ground.CornerRadius, t.Ring.CornerRadius, t.Ring.StrokeWidth = radius, radius, ringWidth
	t.ExtendBaseWidget(self)
	t.Paint()
}

// SetName changes what screen readers say.
func (t *Target) SetName(name string) { t.name = name }

// SetAct changes what the control does.
func (t *Target) SetAct(act func()) { t.act = act }

// SetEnabled lets the control be used or not.
func (t *Target) SetEnabled(on bool) {
	switch {
	case on && t.Disabled():
		t.Enable()
	case !on && !t.Disabled():
		t.Disable()
	}
}

// Hovered reports whether the pointer is over a control that can be used.
func (t *Target) Hovered() bool { return t.hovered && !t.Disabled() }

// Focused reports whether the control has the keyboard's focus.
func (t *Target) Focused() bool { return t.focused }

// Paint gives ground and ring the colours and the visibility of the present
// state. A renderer calls it in Refresh.
func (t *Target) Paint() {
	t.Ground.FillColor, t.Ring.StrokeColor = look.Of(look.ColorHoverFill), look.Of(look.ColorFocusRing)
	t.Ground.Hidden, t.Ring.Hidden = !t.Hovered(), !t.focused
}

// Fit lays ground and ring out in the control's size.
func (t *Target) Fit(size fyne.Size) {
	t.Ground.Resize(size)
	// Fyne's renderers disagree on which side of an edge a stroke lies.
	t.Ring.Move(fyne.NewSquareOffsetPos(ringWidth / 2))
	t.Ring.Resize(size.SubtractWidthHeight(ringWidth, ringWidth))
}

// AccessibilityLabel is the name.
func (t *Target) AccessibilityLabel() string { return t.name }

// AccessibilityRole is a button.
func (t *Target) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// Act does what the control is for, if it can be used.
func (t *Target) Act() {
	if t.act != nil && !t.Disabled() {
		t.act()
	}
}

// Tapped acts.
func (t *Target) Tapped(*fyne.PointEvent) { t.Act() }

// Cursor is a hand while the control can be used.
func (t *Target) Cursor() desktop.Cursor {
	if t.Disabled() {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// MouseIn lights the control.
func (t *Target) MouseIn(*desktop.MouseEvent) { t.setState(true, t.focused) }

// MouseMoved is part of desktop.Hoverable.
func (t *Target) MouseMoved(*desktop.MouseEvent) {}

// MouseOut puts the light out.
func (t *Target) MouseOut() { t.setState(false, t.focused) }

// FocusGained shows the focus ring.
func (t *Target) FocusGained() {
	t.setState(t.hovered, true)
	if t.OnFocus != nil {
		t.OnFocus()
	}
}

// FocusLost hides the focus ring.
func (t *Target) FocusLost() { t.setState(t.hovered, false) }

func (t *Target) setState(hovered, focused bool) {
	if t.hovered != hovered || t.focused != focused {
		t.hovered, t.focused = hovered, focused
		t.self.Refresh()
	}
}

// TypedKey acts on Enter and Space.
func (t *Target) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		t.Act()
	default:
		t.PassKey(e)
	}
}

// PassKey hands on a key that the control has no use for: it goes where it
// would go if nothing had the focus.
func (t *Target) PassKey(e *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(t.self); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(e)
	}
}

// TypedRune hands the character on.
func (t *Target) TypedRune(r rune) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(t.self); c != nil && c.OnTypedRune() != nil {
		c.OnTypedRune()(r)
	}
}
