package control

import "sidelight/ui/command"

// BarHeight is the height of the bar at the top of the window, pixels.
const BarHeight = 48

// NewButton makes a button that gives a command of the table, with the command's
// icon and label. The button is enabled while the command can be given.
func NewButton(t *command.Table, id command.ID) *Icon {
	c := t.Command(id)
	b := NewIcon(c.Icon, c.Label(), func() { t.Run(id) })
	b.SetKey(c.Key())
	t.Bind(id, b)
	return b
}
