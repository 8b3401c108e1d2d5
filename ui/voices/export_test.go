package voices

import (
	"sidelight/ui/control"
	"sidelight/ui/drawing"
)

// Strip and List are the two drawings.
func (v *View) Strip() *drawing.Board { return v.strip }
func (v *View) List() *drawing.Board  { return v.list }

// Chips are the chips of the head.
func (v *View) Chips() []*control.Chip { return v.head.chips() }

// Counted is the number of passages as the head says it.
func (v *View) Counted() string { return v.head.words.Content() }
