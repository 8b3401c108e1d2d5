package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"sidelight/ui/command"
)

// keyTaker takes keys that no widget with the keyboard's focus has taken. Each
// method reports whether the key is dealt with. If not, the router asks the taker
// below.
type keyTaker interface {
	takeKey(*fyne.KeyEvent) bool
	takeRune(rune) bool
	takeShortcut(fyne.Shortcut) bool
}

// router brings the keys of a window to what is on top: a dialog, else the palette
// or the card that floats over the window, else the commands of the room that is
// shown.
type router struct {
	canvas fyne.Canvas // nil before listen
	bottom []keyTaker  // of the room that is shown, the topmost last
	over   []keyTaker  // dialogs over whatever room is shown, the topmost last
	heard  func()      // is called with each key; nil where nobody wants to know
}

// listen makes the router hear the keys of a canvas.
func (k *router) listen(c fyne.Canvas) {
	k.canvas = c
	c.SetOnTypedKey(k.typedKey)
	c.SetOnTypedRune(k.typedRune)
}

// show replaces the takers of the room that was shown by those of another: the
// commands of its table at the bottom, then the takers in more, the topmost last.
// A dialog over the room stays on top.
func (k *router) show(t *command.Table, more ...keyTaker) {
	k.bottom = append([]keyTaker{tableKeys{t}}, more...)
	for _, s := range t.Shortcuts() {
		k.canvas.AddShortcut(s, func(s fyne.Shortcut) { k.shortcut(s) })
	}
}

// push puts a taker on top. The function pop takes it away, wherever it lies then.
func (k *router) push(t keyTaker) (pop func()) {
	k.over = append(k.over, t)
	return func() {
		if i := slices.Index(k.over, t); i >= 0 {
			k.over = slices.Delete(k.over, i, i+1)
		}
	}
}

// typedKey brings a named key to what is on top.
func (k *router) typedKey(e *fyne.KeyEvent) {
	k.ask(func(t keyTaker) bool { return t.takeKey(e) })
}

// typedRune brings a typed character to what is on top.
func (k *router) typedRune(c rune) {
	k.ask(func(t keyTaker) bool { return t.takeRune(c) })
}

// shortcut brings a shortcut to what is on top, and reports whether it is dealt with.
func (k *router) shortcut(s fyne.Shortcut) bool {
	return k.ask(func(t keyTaker) bool { return t.takeShortcut(s) })
}

// ask calls take with each taker from the top down until one reports true, and
// reports whether one has.
func (k *router) ask(take func(keyTaker) bool) bool {
	ask(k.heard)
	for _, takers := range [][]keyTaker{k.over, k.bottom} {
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

func (t tableKeys) takeKey(e *fyne.KeyEvent) bool     { return t.Key(e.Name, modifiers()) }
func (t tableKeys) takeRune(c rune) bool              { return t.Rune(c) }
func (t tableKeys) takeShortcut(s fyne.Shortcut) bool { return t.Shortcut(s) }

// modifiers returns the modifier keys that are held down now, such as Shift.
func modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// dialogKeys takes all keys while a dialog is open: Esc closes the dialog, and none
// reaches what lies behind it.
type dialogKeys struct {
	hide func() // closes the dialog
}

func (d *dialogKeys) takeKey(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		d.hide()
	}
	return true
}

func (d *dialogKeys) takeRune(rune) bool              { return true }
func (d *dialogKeys) takeShortcut(fyne.Shortcut) bool { return true }

// fieldKeys takes all keys for a field that is on top but does not have the
// keyboard's focus. Fyne may refuse the focus to a field before it is drawn, and keys
// come before that.
type fieldKeys struct {
	router *router
	field  func() fyne.Focusable // returns the field, or nil while it is not on top
}

func (f fieldKeys) takeKey(e *fyne.KeyEvent) bool {
	return f.with(func(to fyne.Focusable) { to.TypedKey(e) })
}

func (f fieldKeys) takeRune(c rune) bool {
	return f.with(func(to fyne.Focusable) { to.TypedRune(c) })
}

func (f fieldKeys) takeShortcut(s fyne.Shortcut) bool {
	return f.with(func(to fyne.Focusable) {
		if to, ok := to.(fyne.Shortcutable); ok {
			to.TypedShortcut(s)
		}
	})
}

// with calls give with the field, which it asks for the focus before, and reports
// whether it did. A field that has the focus already did not want the key.
func (f fieldKeys) with(give func(fyne.Focusable)) bool {
	to := f.field()
	if to == nil || f.router.canvas.Focused() == to {
		return false
	}
	f.router.canvas.Focus(to)
	give(to)
	return true
}
