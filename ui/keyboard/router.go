// Package keyboard brings the keys of a window, which no widget with the focus has
// taken, to what is on top in it.
package keyboard

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"sidelight/ui/command"
)

// Taker takes keys that no widget with the keyboard's focus has taken. Each
// method reports whether the key is dealt with. If not, the router asks the taker
// below.
type Taker interface {
	TakeKey(*fyne.KeyEvent) bool
	TakeRune(rune) bool
	TakeShortcut(fyne.Shortcut) bool
}

// Router brings the keys of a window to what is on top: a dialog, else the palette
// or the card that floats over the window, else the commands of the room that is
// shown.
type Router struct {
	OnKey func() // is called with each key; nil where nobody wants to know

	canvas fyne.Canvas // nil before Listen
	bottom []Taker     // of the room that is shown, the topmost last
	over   []Taker     // dialogs over whatever room is shown, the topmost last
}

// Listen makes the router hear the keys of a canvas.
func (k *Router) Listen(c fyne.Canvas) {
	k.canvas = c
	c.SetOnTypedKey(k.TypedKey)
	c.SetOnTypedRune(k.TypedRune)
}

// Show replaces the takers of the room that was shown by those of another: the
// commands of its table at the bottom, then the takers in more, the topmost last.
// A dialog over the room stays on top.
func (k *Router) Show(t *command.Table, more ...Taker) {
	k.bottom = append([]Taker{tableKeys{t}}, more...)
	for _, s := range t.Shortcuts() {
		k.canvas.AddShortcut(s, func(s fyne.Shortcut) { k.Shortcut(s) })
	}
}

// Push puts a taker on top. The function pop takes it away, wherever it lies then.
func (k *Router) Push(t Taker) (pop func()) {
	k.over = append(k.over, t)
	return func() {
		if i := slices.Index(k.over, t); i >= 0 {
			k.over = slices.Delete(k.over, i, i+1)
		}
	}
}

// TypedKey brings a named key to what is on top.
func (k *Router) TypedKey(e *fyne.KeyEvent) {
	k.ask(func(t Taker) bool { return t.TakeKey(e) })
}

// TypedRune brings a typed character to what is on top.
func (k *Router) TypedRune(c rune) {
	k.ask(func(t Taker) bool { return t.TakeRune(c) })
}

// Shortcut brings a shortcut to what is on top, and reports whether it is dealt with.
func (k *Router) Shortcut(s fyne.Shortcut) bool {
	return k.ask(func(t Taker) bool { return t.TakeShortcut(s) })
}

// ask calls take with each taker from the top down until one reports true, and
// reports whether one has.
func (k *Router) ask(take func(Taker) bool) bool {
	if k.OnKey != nil {
		k.OnKey()
	}
	for _, takers := range [][]Taker{k.over, k.bottom} {
		for _, t := range slices.Backward(takers) {
			if take(t) {
				return true
			}
		}
	}
	return false
}

// tableKeys takes the keys of a table's commands.
type tableKeys struct{ *command.Table }

func (t tableKeys) TakeKey(e *fyne.KeyEvent) bool     { return t.Key(e.Name, Modifiers()) }
func (t tableKeys) TakeRune(c rune) bool              { return t.Rune(c) }
func (t tableKeys) TakeShortcut(s fyne.Shortcut) bool { return t.Shortcut(s) }

// Modifiers returns the modifier keys that are held down now, such as Shift.
func Modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// Dialog takes all keys while a dialog is open: Esc closes the dialog, and none
// reaches what lies behind it.
type Dialog struct {
	Hide func() // closes the dialog
}

// TakeKey closes the dialog with Esc, and keeps any other key from what lies behind.
func (d *Dialog) TakeKey(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		d.Hide()
	}
	return true
}

// TakeRune keeps the character from what lies behind.
func (d *Dialog) TakeRune(rune) bool { return true }

// TakeShortcut keeps the shortcut from what lies behind.
func (d *Dialog) TakeShortcut(fyne.Shortcut) bool { return true }

// Field takes all keys for a field that is on top but does not have the
// keyboard's focus. Fyne may refuse the focus to a field before it is drawn, and keys
// come before that.
type Field struct {
	Router *Router
	To     func() fyne.Focusable // returns the field, or nil while it is not on top
}

// TakeKey gives the field the focus and the key, if it has no focus yet.
func (f Field) TakeKey(e *fyne.KeyEvent) bool {
	return f.with(func(to fyne.Focusable) { to.TypedKey(e) })
}

// TakeRune does the same with a character.
func (f Field) TakeRune(c rune) bool {
	return f.with(func(to fyne.Focusable) { to.TypedRune(c) })
}

// TakeShortcut does the same with a shortcut.
func (f Field) TakeShortcut(s fyne.Shortcut) bool {
	return f.with(func(to fyne.Focusable) {
		if to, ok := to.(fyne.Shortcutable); ok {
			to.TypedShortcut(s)
		}
	})
}

// with calls give with the field, which it asks for the focus before, and reports
// whether it did. A field that has the focus already did not want the key.
func (f Field) with(give func(fyne.Focusable)) bool {
	to := f.To()
	if to == nil || f.Router.canvas.Focused() == to {
		return false
	}
	f.Router.canvas.Focus(to)
	give(to)
	return true
}
