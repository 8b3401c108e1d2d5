package float

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// TakeKey moves in the menu that is shown, chooses or leaves it. It reports whether
// a menu is shown: no key reaches what lies beneath.
func (m *Menus) TakeKey(name fyne.KeyName) bool {
	if !m.Shown() {
		return false
	}
	m.rest()
	l := m.lists[m.active]
	switch name {
	case fyne.KeyDown, fyne.KeyTab:
		m.keyTo(l, l.chosen+1, 1)
	case fyne.KeyUp:
		m.keyTo(l, max(l.chosen, 0)-1, -1)
	case fyne.KeyHome, fyne.KeyPageUp:
		m.keyTo(l, 0, 1)
	case fyne.KeyEnd, fyne.KeyPageDown:
		m.keyTo(l, len(l.rows)-1, -1)
	case fyne.KeyRight:
		if i := l.chosen; i >= 0 && len(l.rows[i].item.Sub) > 0 {
			m.act(l, i)
		}
	case fyne.KeyLeft:
		m.leave()
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if l.chosen >= 0 {
			m.act(l, l.chosen)
		}
	case fyne.KeyEscape:
		if !m.leave() {
			m.Close()
		}
	case desktop.KeyMenu, fyne.KeyF10:
		m.Close()
	}
	return true
}

// keyTo chooses the first row from i on that can be used, in the direction of delta
// and round the ends. What opens at its side waits for Right.
func (m *Menus) keyTo(l *menuList, i, delta int) {
	m.lists = m.lists[:m.active+1]
	l.step(i, delta)
	m.Refresh()
}

// TakeRune goes to the next row that begins with a letter, and reports whether a
// menu is shown.
func (m *Menus) TakeRune(c rune) bool {
	if !m.Shown() {
		return false
	}
	l := m.lists[m.active]
	for n := range l.rows {
		i := (l.chosen + 1 + n) % len(l.rows)
		if x := l.rows[i].item; !x.Off && strings.HasPrefix(strings.ToLower(x.Label), strings.ToLower(string(c))) {
			m.keyTo(l, i, 1)
			break
		}
	}
	return true
}
