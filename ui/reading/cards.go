package reading

import (
	"fyne.io/fyne/v2"

	"sidelight/ui/command"
	"sidelight/ui/float"
)

// cards is the layer over the window in which one card at a time floats, or the
// palette. It takes all keys while a card is open: some scroll or close the card, and
// the characters of commands that float give these.
type cards struct {
	commands *command.Table
	canvas   fyne.Canvas
	layer    *float.Layer // nil before there is a canvas
}

func (c *cards) attach(to fyne.Canvas) { c.canvas, c.layer = to, float.NewLayer(to) }

// toggle opens a card in place of any other, or closes it if it is open already.
func (c *cards) toggle(p float.Popover) {
	switch {
	case c.layer == nil:
	case c.shows(p.Content):
		c.dismiss()
	default:
		c.layer.Open(p)
	}
}

// shows reports whether the card with this content is open.
func (c *cards) shows(content fyne.CanvasObject) bool {
	return c.layer != nil && c.layer.Shows(content)
}

// open reports whether a card is open.
func (c *cards) open() bool { return c.layer != nil && c.layer.Shown() }

// dismiss closes the card that is open, if there is one.
func (c *cards) dismiss() {
	if c.layer != nil {
		c.layer.Dismiss()
	}
}

func (c *cards) TakeKey(e *fyne.KeyEvent) bool {
	if !c.open() {
		return false
	}
	page := c.canvas.Size().Height - 2*overlap
	switch e.Name {
	case fyne.KeyEscape:
		c.dismiss()
	case fyne.KeyUp:
		c.layer.ScrollBy(-overlap)
	case fyne.KeyDown:
		c.layer.ScrollBy(overlap)
	case fyne.KeyPageUp:
		c.layer.ScrollBy(-page)
	case fyne.KeyPageDown, fyne.KeySpace:
		c.layer.ScrollBy(page)
	}
	return true
}

func (c *cards) TakeRune(r rune) bool {
	if !c.open() {
		return false
	}
	if cmd := c.commands.ForRune(r); cmd != nil && cmd.Floats {
		c.commands.Run(cmd.ID)
	}
	return true
}

func (c *cards) TakeShortcut(fyne.Shortcut) bool { return false }
