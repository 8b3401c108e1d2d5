package ui

import (
	"fyne.io/fyne/v2"

	"sidelight/ui/float"
)

// toggleCard opens a card over the window in place of another, or takes it away.
func (r *Reader) toggleCard(p float.Popover) {
	if r.layer == nil {
		return
	}
	if r.shows(p.Content) {
		r.dismiss()
		return
	}
	r.layer.Open(p)
}

// shows reports whether the card with this content is open.
func (r *Reader) shows(content fyne.CanvasObject) bool {
	return r.layer != nil && r.layer.Shows(content)
}

// dismiss takes away the card that floats over the window, if there is one.
func (r *Reader) dismiss() {
	if r.layer != nil {
		r.layer.Dismiss()
	}
}

// cardKeys is the keyboard of the card that floats over the window: what scrolls
// the card and closes it, and the characters of commands that float.
type cardKeys struct{ *Reader }

func (r cardKeys) takeKey(e *fyne.KeyEvent) bool {
	if r.layer == nil || !r.layer.Shown() {
		return false
	}
	page := r.canvas.Size().Height - 2*overlap
	switch e.Name {
	case fyne.KeyEscape:
		r.dismiss()
	case fyne.KeyUp:
		r.layer.ScrollBy(-overlap)
	case fyne.KeyDown:
		r.layer.ScrollBy(overlap)
	case fyne.KeyPageUp:
		r.layer.ScrollBy(-page)
	case fyne.KeyPageDown, fyne.KeySpace:
		r.layer.ScrollBy(page)
	}
	return true
}

func (r cardKeys) takeRune(c rune) bool {
	if r.layer == nil || !r.layer.Shown() {
		return false
	}
	if cmd := r.commands.ForRune(c); cmd != nil && cmd.Floats {
		r.commands.Run(cmd.ID)
	}
	return true
}

func (r cardKeys) takeShortcut(fyne.Shortcut) bool { return false }
