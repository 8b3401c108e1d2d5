package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"sidelight/ui/command"
)

// keyTaker takes keys that no widget with the keyboard's focus has taken. Each
// method reports whether the key is dealt with; if not, what lies below is asked.
type keyTaker interface {
	takeKey(*fyne.KeyEvent) bool
	takeRune(rune) bool
	takeShortcut(fyne.Shortcut) bool
}

// router brings keys to what is on top in a window: a dialog, a card or the
// palette, what has been given the focus but is not drawn yet, and at the bottom
// the commands of the page.
type router struct {
	canvas fyne.Canvas // nil before it listens
	bottom []keyTaker  // of the page that is shown, the topmost last
	over   []keyTaker  // over any page, the topmost last
}

// listen has the router hear the keys of a canvas.
func (k *router) listen(c fyne.Canvas) {
	k.canvas = c
	c.SetOnTypedKey(k.typedKey)
	c.SetOnTypedRune(k.typedRune)
}

// show puts the commands of a page at the bottom, below what else the page has
// that takes keys. What lies over the page before stays over it.
func (k *router) show(t *command.Table, more ...keyTaker) {
	k.bottom = append([]keyTaker{tableKeys{t}}, more...)
	for _, s := range t.Shortcuts() {
		k.canvas.AddShortcut(s, func(s fyne.Shortcut) { k.shortcut(s) })
	}
}

// push puts a taker of keys on top, until pop is called.
func (k *router) push(t keyTaker) (pop func()) {
	k.over = append(k.over, t)
	return func() {
		if i := slices.Index(k.over, t); i >= 0 {
			k.over = slices.Delete(k.over, i, i+1)
		}
	}
}

// typedKey, typedRune and shortcut ask from the top down until one has dealt
// with the key, and report whether one has.
func (k *router) typedKey(e *fyne.KeyEvent) {
	k.ask(func(t keyTaker) bool { return t.takeKey(e) })
}

func (k *router) typedRune(c rune) {
	k.ask(func(t keyTaker) bool { return t.takeRune(c) })
}

func (k *router) shortcut(s fyne.Shortcut) bool {
	return k.ask(func(t keyTaker) bool { return t.takeShortcut(s) })
}

func (k *router) ask(take func(keyTaker) bool) bool {
	for _, takers := range [][]keyTaker{k.over, k.bottom} {
		for _, t := range slices.Backward(takers) {
			if take(t) {
				return true
			}
		}
	}
	return false
}

// tableKeys gives the commands of a table.
type tableKeys struct{ *command.Table }

func (t tableKeys) takeKey(e *fyne.KeyEvent) bool     { return t.Key(e.Name, modifiers()) }
func (t tableKeys) takeRune(c rune) bool              { return t.Rune(c) }
func (t tableKeys) takeShortcut(s fyne.Shortcut) bool { return t.Shortcut(s) }

// modifiers are the keys that are held down now, as Shift.
func modifiers() fyne.KeyModifier {
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		return d.CurrentKeyModifiers()
	}
	return 0
}

// dialogKeys has Esc close a dialog, and keeps every other key from what lies
// behind it.
type dialogKeys struct{ hide func() }

func (d *dialogKeys) takeKey(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		d.hide()
	}
	return true
}

func (d *dialogKeys) takeRune(rune) bool              { return true }
func (d *dialogKeys) takeShortcut(fyne.Shortcut) bool { return true }

// fieldKeys brings keys to a field that is shown but does not have the focus
// although it should: Fyne gives it to what has been drawn, and keys may come
// before that.
type fieldKeys struct {
	router *router
	field  func() fyne.Focusable // nil while no field should have the focus
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

// with gives the field the focus, if it can have it yet, and what was typed.
func (f fieldKeys) with(give func(fyne.Focusable)) bool {
	to := f.field()
	if to == nil || f.router.canvas.Focused() == to {
		return false
	}
	f.router.canvas.Focus(to)
	give(to)
	return true
}
