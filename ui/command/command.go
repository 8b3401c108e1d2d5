// Package command describes what the reader can do: a record for each command, a
// [Command], and a [Table] of them. Menus, shortcuts, toolbar buttons, the rows of
// the palette and the sheet of keys are all made from these records. A record is
// declared beside the function that it runs, and nowhere else.
package command

import "slices"

// Command is the record of one thing that the reader can do. Label, Detail and Words
// are called each time that their words are shown or searched, so that a record
// made before the language is known has the right words.
type Command struct {
	ID    ID
	Group Group
	Keys  []Key // the first is the one to show where there is room for one

	Icon   string        // a name for look.Icon; empty for the icon of a keyboard
	Label  func() string // what the command does, in a few words
	Detail func() string // where the command leads, in a sentence; nil for the group's label
	Words  func() string // further words by which a search finds the command; nil for none

	Run     func()      // does it
	Enabled func() bool // reports whether the command can be given now; nil for always
	Checked func() bool // reports whether what the command switches is on; nil for a command that is no switch

	// Floats says that the command makes sense while a card floats over the window,
	// because it opens another card or changes how the article looks. The command
	// leaves the card open, and its character works there.
	Floats bool
	// Here says that the command works on what has the keyboard's focus. A search,
	// which takes the focus away, does not find the command.
	Here bool
}

// Key returns the command's first key as it is printed on a key cap, or "" if it has
// no key.
func (c *Command) Key() string {
	if len(c.Keys) == 0 {
		return ""
	}
	return c.Keys[0].String()
}

// Caps returns the keys to print where there is room for several: the first, and
// all that are no shortcuts. Further shortcuts serve keyboards that have the first
// one in another place.
func (c *Command) Caps() []Key {
	return slices.DeleteFunc(slices.Clone(c.Keys), func(k Key) bool {
		return k != c.Keys[0] && k.IsShortcut()
	})
}

// give runs the command if it is enabled, and reports whether it is.
func (c *Command) give() bool {
	if !c.Enabled() {
		return false
	}
	c.Run()
	return true
}

// fill puts defaults in place of what the record leaves out.
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
	if c.Checked == nil {
		c.Checked = func() bool { return false }
	}
	if c.Enabled == nil {
		c.Enabled = func() bool { return true }
	}
}
