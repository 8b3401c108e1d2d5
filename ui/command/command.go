// Package command has one record for each thing that a reader can do, and the
// table of them. Menus, shortcuts, toolbar buttons, the rows of the palette and
// the sheet of keys all read the same record. A record is declared beside the
// function that it runs.
package command

import "slices"

// Command is one thing that a reader can do. The functions that return words are
// called each time the words are shown, so that a table made before the language
// is known shows the right ones.
type Command struct {
	ID    ID
	Group Group
	Keys  []Key // the first one is shown where there is room for one

	Icon   string        // of look.Icon; empty for that of a key
	Label  func() string // what the command does
	Detail func() string // where the command leads; nil for the name of the group
	Words  func() string // other words that people search for the command with; nil for none

	Run     func()
	Enabled func() bool // whether the command can be given now; nil for always

	// Floats says that the command opens a card over the window or changes how the
	// article looks: it can be given by a character while a card is open.
	Floats bool
	// Here says that the command works on what has the keyboard's focus, which a
	// search takes away: the search does not find it.
	Here bool
}

// Key is the command's first key as it is printed on a key cap, or "".
func (c *Command) Key() string {
	if len(c.Keys) == 0 {
		return ""
	}
	return c.Keys[0].String()
}

// Caps are the keys to print where there is room for several: the first, and all
// that are no shortcuts. Further shortcuts are for keyboards that have the first
// one in another place.
func (c *Command) Caps() []Key {
	return slices.DeleteFunc(slices.Clone(c.Keys), func(k Key) bool {
		return k != c.Keys[0] && k.IsShortcut()
	})
}

// give runs the command if it can be given now, and reports whether it could.
func (c *Command) give() bool {
	if !c.Enabled() {
		return false
	}
	c.Run()
	return true
}

// fill puts the defaults in place of what a record leaves out.
func (c *Command) fill() {
	if c.Icon == "" {
		c.Icon = "keyboard"
	}
	if c.Detail == nil {
		c.Detail = c.Group.Label
	}
	if c.Words == nil {
		c.Words = func() string { return "" }
	}
	if c.Enabled == nil {
		c.Enabled = func() bool { return true }
	}
}
