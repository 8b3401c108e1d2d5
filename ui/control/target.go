package control

import (
	"image/color"

	"fyne.io/fyne/v2"

	"sidelight/ui/look"
	"sidelight/ui/shape"
)

const ringWidth = 2 // of the focus ring, pixels

var _ fyne.Focusable = (*Target)(nil)

// Target is a [Tap] at which the keyboard stops too: it takes the focus and shows
// it by a ring, acts on Enter and on Space, and hands all other keys on to the
// window.
type Target struct {
	Tap

	// OnFocus is called when the control gets the keyboard's focus. A list
	// brings the control into view then.
	OnFocus func()

	Ring *shape.Box // shown with the keyboard's focus
	// Inset is how far the ring lies inside the control's edges, in pixels. A ring
	// with a negative inset stands out.
	Inset fyne.Position

	focused bool
}

// Init makes self, which embeds the Target, a control as [Tap.Init] does.
func (t *Target) Init(self fyne.Widget, name string, act func()) {
	t.Tap.Init(self, name, act)
	t.Ring = shape.NewBox(color.Transparent)
	t.Ring.CornerRadius, t.Ring.StrokeWidth, t.Ring.Hidden = radius, ringWidth, true
	t.Inset = fyne.NewSquareOffsetPos(ringWidth / 2)
}

// Focused reports whether the control has the keyboard's focus.
func (t *Target) Focused() bool { return t.focused }

// Paint gives Ground and Ring the colours and the visibility of the present state.
func (t *Target) Paint() {
	t.Tap.Paint()
	t.Ring.StrokeColor, t.Ring.Hidden = look.Of(look.ColorFocusRing), !t.focused
}

// Fit lays out Ground and Ring in the control's size.
func (t *Target) Fit(size fyne.Size) {
	t.Tap.Fit(size)
	Place(t.Ring, t.Inset.X, t.Inset.Y, size.Width-2*t.Inset.X, size.Height-2*t.Inset.Y)
}

// Render makes the control's renderer, as the function [Render] does, with Paint
// before paint and Fit before arrange. Ground and Ring are among the objects where
// the control wants them.
func (t *Target) Render(paint func(), arrange func(fyne.Size), objects ...fyne.CanvasObject) fyne.WidgetRenderer {
	t.shown = objects
	return Render(t.self,
		func() { t.Paint(); paint() },
		func(size fyne.Size) { t.Fit(size); arrange(size) }, objects...)
}

// light shows the present state of a control whose content looks the same in all
// states, and leaves the content alone.
func (t *Target) light() {
	t.Paint()
	t.Ground.Refresh()
	t.Ring.Refresh()
}

// FocusGained shows the ring.
func (t *Target) FocusGained() {
	t.focus(true)
	if f := t.OnFocus; f != nil {
		f()
	}
}

// FocusLost hides the ring.
func (t *Target) FocusLost() { t.focus(false) }

func (t *Target) focus(on bool) {
	if t.focused != on {
		t.focused, t.keyed = on, on
		t.changed()
		t.Explain()
	}
}

// TypedKey acts on Enter and Space and hands other keys on.
func (t *Target) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		t.Act()
	default:
		t.passKey(e)
	}
}

// passKey hands a key that the control has no use for to the window: the key acts
// as it would if nothing had the focus.
func (t *Target) passKey(e *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(t.self); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(e)
	}
}

// TypedRune hands a character on to the window, but for the space, on which the
// control has acted as a key.
func (t *Target) TypedRune(r rune) {
	if r == ' ' {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(t.self); c != nil && c.OnTypedRune() != nil {
		c.OnTypedRune()(r)
	}
}
