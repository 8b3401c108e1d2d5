package ui

import (
	"sidelight/ui/float"
	"sidelight/ui/help"
)

// toggleKeys opens the sheet of all keys over the window, or takes it away.
func (r *Reader) toggleKeys() {
	if r.keys == nil || !r.shows(r.keys) {
		r.keys = help.New(r.commands.Commands(), r.theme.Roles()) // in the language of today
	}
	r.toggleCard(float.Popover{Content: r.keys, Width: help.Width, Padding: help.Padding})
}
