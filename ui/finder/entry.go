package finder

import (
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// entry is a text entry that offers keys, shortcuts and clicks to its owner first.
type entry struct {
	widget.Entry
	onKey      func(fyne.KeyName) bool
	onShortcut func(fyne.Shortcut) bool
	onFocus    func()
	onTyped    func() // called before a key is dealt with
	onTapped   func() bool
	focused    bool
	tabs       bool // it takes the Tab key
}

func newEntry(placeholder string) *entry {
	e := &entry{}
	e.ExtendBaseWidget(e)
	e.SetPlaceHolder(placeholder)
	return e
}

// AcceptsTab reports whether the entry takes the Tab key, which else moves the focus
// to the next control.
func (e *entry) AcceptsTab() bool { return e.tabs }

// Tapped places the caret, unless onTapped has dealt with the click.
func (e *entry) Tapped(p *fyne.PointEvent) {
	if !e.onTapped() {
		e.Entry.Tapped(p)
	}
}

// TypedKey edits the text, unless onKey has dealt with the key.
func (e *entry) TypedKey(k *fyne.KeyEvent) {
	e.onTyped()
	if e.onKey == nil || !e.onKey(k.Name) {
		e.Entry.TypedKey(k)
	}
}

// Refresh draws the entry anew.
func (e *entry) Refresh() {
	e.Entry.Refresh()
	e.stopBlinking()
}

// stopBlinking stops the blinking of Fyne's own caret. The entry's theme makes that
// caret too narrow to be seen, but it fades, and each step of fading draws the whole
// window: a fifth of a core where there is no graphics card. Fyne can stop it only
// together with all that moves, so the animation is looked up by the names of its
// fields; a test fails when a newer Fyne names them otherwise.
func (e *entry) stopBlinking() {
	caret := reflect.ValueOf(&e.Entry).Elem().FieldByName("cursorAnim")
	if !caret.IsValid() || caret.IsNil() {
		return // nothing is drawn yet
	}
	if a := caret.Elem().FieldByName("anim"); a.IsValid() && !a.IsNil() {
		(*fyne.Animation)(a.UnsafePointer()).Stop()
	}
}

// TypedShortcut edits the text, unless the shortcut is one of the program's and
// onShortcut has dealt with it.
func (e *entry) TypedShortcut(s fyne.Shortcut) {
	if _, ours := s.(*desktop.CustomShortcut); ours && e.onShortcut != nil && e.onShortcut(s) {
		return
	}
	e.Entry.TypedShortcut(s)
}

// FocusGained shows the keyboard's focus on the field.
func (e *entry) FocusGained() {
	e.focused = true
	e.Entry.FocusGained()
	e.onFocus()
}

// FocusLost stops showing the keyboard's focus.
func (e *entry) FocusLost() {
	e.focused = false
	e.Entry.FocusLost()
	e.onFocus()
}
