package finder

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// pageStep is how many rows Page Up and Page Down move.
const pageStep = 5

// key does what a key means for the list, and reports whether the field shall leave
// the key alone.
func (f *Finder) key(k fyne.KeyName) bool {
	switch k {
	case fyne.KeyDown:
		f.move(1)
	case fyne.KeyUp:
		f.move(-1)
	case fyne.KeyPageDown:
		f.move(pageStep)
	case fyne.KeyPageUp:
		f.move(-pageStep)
	case fyne.KeyReturn, fyne.KeyEnter:
		f.enter(false)
	case fyne.KeyEscape:
		f.leave()
	case fyne.KeyTab:
		f.nextGroup(shifted())
	default:
		return passOn(f.OnKey, k)
	}
	return true
}

// shortcut opens the chosen result on Ctrl Enter, on macOS on Cmd Enter, and hands
// other shortcuts to OnShortcut. It reports whether the shortcut is dealt with.
func (f *Finder) shortcut(s fyne.Shortcut) bool {
	if c, ok := s.(*desktop.CustomShortcut); ok && c.Modifier == fyne.KeyModifierShortcutDefault &&
		(c.KeyName == fyne.KeyReturn || c.KeyName == fyne.KeyEnter) {
		f.enter(true)
		return true
	}
	return f.OnShortcut != nil && f.OnShortcut(s)
}

// passOn calls to with one of the keys F1 to F12, and reports whether k is one and
// to is not nil.
func passOn(to func(*fyne.KeyEvent), k fyne.KeyName) bool {
	if to == nil || len(k) < 2 || k[0] != 'F' { // F1 to F12; the letter F is shorter
		return false
	}
	to(&fyne.KeyEvent{Name: k})
	return true
}

// move chooses the result delta rows further down, or at an end of the list.
func (f *Finder) move(delta int) {
	l := f.results.list
	from := l.Current()
	if l.Step(delta); l.Current() != from {
		f.point()
	}
}

// enter opens the chosen result. While the answer to what is typed is still to
// come, it has the first result of the answer opened then.
func (f *Finder) enter(stay bool) {
	if f.asking.Running() {
		f.hasty = hasty{true, stay}
		return
	}
	f.open(f.results.list.Current(), stay)
}

// nextGroup searches the group after the present one, or with back the one before
// it.
func (f *Finder) nextGroup(back bool) {
	all, step := groups(), 1
	if f.chips == nil {
		return
	}
	if back {
		step = len(all) - 1
	}
	for i, g := range all {
		if g == f.only {
			f.setOnly(all[(i+step)%len(all)])
			return
		}
	}
}

// leave clears the field of the side panel. In a palette, and if the field is
// empty, it calls OnCancel.
func (f *Finder) leave() {
	if f.Query() != "" && f.chips == nil {
		f.SetQuery("")
	} else if h := f.OnCancel; h != nil {
		h()
	}
}

// shifted reports whether a Shift key is held down.
func shifted() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0
}
