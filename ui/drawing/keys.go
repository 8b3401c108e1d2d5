package drawing

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations/figure"
)

// step is how far an arrow key scrolls, pixels.
const step = 60

// takeKeyboard asks for the keyboard.
func (b *Board) takeKeyboard() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil && !b.focused {
		c.Focus(b)
	}
}

// FocusGained shows what the keyboard is at.
func (b *Board) FocusGained() { b.keyboard(true) }

// FocusLost takes the ring away.
func (b *Board) FocusLost() { b.keyboard(false) }

func (b *Board) keyboard(on bool) {
	if b.focused == on {
		return
	}
	b.focused, b.keyed, b.spaced = on, false, false
	b.mark()
	b.explain()
	if f := b.OnFocus; f != nil {
		f(on)
	}
}

// TypedKey scrolls, if nobody else has a use for the key, and hands others on to the
// window.
func (b *Board) TypedKey(e *fyne.KeyEvent) {
	b.keyed, b.spaced = true, false
	if f := b.OnKey; f != nil && f(e) {
		b.spaced = e.Name == fyne.KeySpace
		return
	}
	if b.scrolls(e.Name) {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(e)
	}
}

// scrolls scrolls by a key, and reports whether it is one that scrolls what there is.
func (b *Board) scrolls(key fyne.KeyName) bool {
	view, page := b.scroll.Size(), max(b.ViewHeight()-overlap, step)
	by, across := figure.Point{}, false
	switch key {
	case fyne.KeyUp:
		by.Y = -step
	case fyne.KeyDown:
		by.Y = step
	case fyne.KeyPageUp:
		by.Y = -page
	case fyne.KeyPageDown:
		by.Y = page
	case fyne.KeyHome:
		by.Y = -b.sheet.size.Y
	case fyne.KeyEnd:
		by.Y = b.sheet.size.Y
	case fyne.KeyLeft:
		by.X, across = -step, true
	case fyne.KeyRight:
		by.X, across = step, true
	default:
		return false
	}
	if across && b.sheet.size.X <= view.Width || !across && b.sheet.size.Y <= view.Height {
		return false
	}
	b.by(by.X, by.Y)
	return true
}

// TypedRune hands a character on to the window, but for a space that has been taken as a
// key.
func (b *Board) TypedRune(r rune) {
	if taken := b.spaced && r == ' '; taken {
		b.spaced = false
		return
	}
	if f := b.OnRune; f != nil && f(r) {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(b); c != nil && c.OnTypedRune() != nil {
		c.OnTypedRune()(r)
	}
}
