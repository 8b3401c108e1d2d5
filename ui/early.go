package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/keyboard"
)

// early has the keyboard while the window has no room yet: it opens before there is one.
// What is typed meanwhile waits for the room.
type early struct {
	widget.BaseWidget
	typed []func(fyne.Focusable, *keyboard.Router) // in order; the first has the focus, or is nil
}

var (
	_ fyne.Focusable    = (*early)(nil)
	_ fyne.Shortcutable = (*early)(nil)
	_ fyne.Tabbable     = (*early)(nil)
)

func newEarly() *early {
	e := &early{}
	e.ExtendBaseWidget(e)
	return e
}

// CreateRenderer shows nothing.
func (e *early) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{Layout: layout.NewStackLayout()})
}

// FocusGained and FocusLost say nothing: there is nothing to show.
func (e *early) FocusGained() {}
func (e *early) FocusLost()   {}

// AcceptsTab has the toolkit bring Tab here as well.
func (e *early) AcceptsTab() bool { return true }

// TypedKey keeps a named key.
func (e *early) TypedKey(k *fyne.KeyEvent) {
	e.typed = append(e.typed, func(f fyne.Focusable, r *keyboard.Router) {
		if f != nil {
			f.TypedKey(k)
		} else {
			r.TypedKey(k)
		}
	})
}

// TypedRune keeps a character.
func (e *early) TypedRune(c rune) {
	e.typed = append(e.typed, func(f fyne.Focusable, r *keyboard.Router) {
		if f != nil {
			f.TypedRune(c)
		} else {
			r.TypedRune(c)
		}
	})
}

// TypedShortcut keeps a shortcut.
func (e *early) TypedShortcut(s fyne.Shortcut) {
	e.typed = append(e.typed, func(f fyne.Focusable, r *keyboard.Router) {
		if f, ok := f.(fyne.Shortcutable); ok {
			f.TypedShortcut(s)
		} else {
			r.Shortcut(s)
		}
	})
}

// typedEarly gives the room what was typed before there was one, in order. What has the
// focus after each key gets the next.
func (w *Workspace) typedEarly() {
	typed := w.early.typed
	w.early.typed = nil
	for _, give := range typed {
		give(w.w.Canvas().Focused(), w.keys)
	}
}
