// Package command is the one table of what a reader can do by keyboard and by
// menu. Menus and shortcuts derive from it, so that no two of
// them disagree. What a command does is the shell's business: see [Action].
package command

import (
	"errors"
	"fmt"
	"slices"
	"unicode"

	"fyne.io/fyne/v2"
)

// Action is what the shell does when a command is given.
type Action struct {
	Run     func()
	Enabled func() bool // whether the command can be given now; nil for always
}

// Command is one entry of the table.
type Command struct {
	ID    ID
	Group Group
	Keys  []Key // the first is the one to show where there is room for one

	label  func() string
	action Action
}

// Label is what the command does, in the reader's language.
func (c *Command) Label() string { return c.label() }

// Caps are the keys to print where there is room: the first, and those of
// another sort. Further keys with a modifier are for keyboards that have the
// first in another place.
func (c *Command) Caps() []Key {
	return slices.DeleteFunc(slices.Clone(c.Keys), func(k Key) bool {
		return k != c.Keys[0] && k.IsShortcut()
	})
}

// Enabled reports whether the command can be given now.
func (c *Command) Enabled() bool { return c.action.Enabled == nil || c.action.Enabled() }

// Run gives the command and reports whether it could be given.
func (c *Command) Run() bool {
	if !c.Enabled() {
		return false
	}
	c.action.Run()
	return true
}

// Table holds all commands. It belongs to one goroutine.
type Table struct {
	commands []*Command
	menu     *fyne.MainMenu
	items    map[*fyne.MenuItem]*Command
	paused   bool
}

// Pause has shortcuts do nothing, while something else has the keyboard, or has
// them work again.
func (t *Table) Pause(on bool) { t.paused = on }

// New makes the table. It fails, naming them all, if a command is left without
// something to run or if an action is for a command that there is not.
func New(actions map[ID]Action) (*Table, error) {
	t := &Table{}
	var errs []error
	known := make(map[ID]bool)
	for _, s := range specs() {
		a := actions[s.id]
		known[s.id] = true
		if a.Run == nil {
			errs = append(errs, fmt.Errorf("the command %q has nothing to run", s.id))
		}
		t.commands = append(t.commands, &Command{ID: s.id, Group: s.group, Keys: s.keys, label: s.label, action: a})
	}
	for id := range actions {
		if !known[id] {
			errs = append(errs, fmt.Errorf("there is no command %q", id))
		}
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	t.buildMenu()
	return t, nil
}

// Commands are all commands, group by group.
func (t *Table) Commands() []*Command { return slices.Clone(t.commands) }

// Command returns the command of that id, or nil.
func (t *Table) Command(id ID) *Command {
	for _, c := range t.commands {
		if c.ID == id {
			return c
		}
	}
	return nil
}

// Run gives the command of that id and reports whether it could be given.
func (t *Table) Run(id ID) bool {
	c := t.Command(id)
	return c != nil && c.Run()
}

// Key gives the command that hangs on a key by name, and reports whether there
// is one that could be given. Call it from TypedKey where no field has focus;
// Fyne asks for modifiers separately, see desktop.Driver.CurrentKeyModifiers.
func (t *Table) Key(name fyne.KeyName, mod fyne.KeyModifier) bool {
	if name == fyne.KeyEnter { // on the number pad
		name = fyne.KeyReturn
	}
	return t.give(Key{Name: name, Mod: mod})
}

// Rune gives the command that hangs on a typed character, in either case, and
// reports whether there is one that could be given. Call it from TypedRune
// where no field has focus.
func (t *Table) Rune(r rune) bool { return t.give(Key{Rune: unicode.ToLower(r)}) }

// ForRune is the command that hangs on a typed character, in either case, or
// nil.
func (t *Table) ForRune(r rune) *Command { return t.on(Key{Rune: unicode.ToLower(r)}) }

// Shortcut gives the command that hangs on a shortcut, and reports whether
// there is one that could be given. Menu items have their shortcuts already;
// this is for a widget that has the focus and would swallow it.
func (t *Table) Shortcut(s fyne.Shortcut) bool {
	k, ok := s.(fyne.KeyboardShortcut)
	return ok && t.Key(k.Key(), k.Mod())
}

func (t *Table) give(k Key) bool {
	c := t.on(k)
	return c != nil && c.Run()
}

// on is the command that hangs on a key, or nil.
func (t *Table) on(k Key) *Command {
	for _, c := range t.commands {
		if slices.Contains(c.Keys, k) {
			return c
		}
	}
	return nil
}
