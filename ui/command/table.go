package command

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"unicode"

	"fyne.io/fyne/v2"
)

// Table holds the commands of a window. It belongs to the UI goroutine.
type Table struct {
	commands []*Command
	byID     map[ID]*Command
	byKey    map[Key]*Command
	controls []control
	menu     *fyne.MainMenu // nil before the first call of MainMenu
	items    map[*fyne.MenuItem]Row
}

// control is a button that is enabled together with a command.
type control struct {
	command *Command
	to      interface{ SetEnabled(on bool) }
}

// New makes a table of commands, ordered by group and inside a group as they are
// given. The error names each command that lacks an id, a label or a Run, and each
// that shares its id, its label or a key with another.
func New(commands ...Command) (*Table, error) {
	t := &Table{byID: make(map[ID]*Command), byKey: make(map[Key]*Command)}
	labels := make(map[string]bool)
	var faults []error
	for _, c := range commands {
		if c.ID == "" || c.Label == nil || c.Run == nil {
			faults = append(faults, fmt.Errorf("the command %q lacks an id, a label or something to run", c.ID))
			continue
		}
		c.fill()
		if t.byID[c.ID] != nil {
			faults = append(faults, fmt.Errorf("there are two commands %q", c.ID))
		}
		if label := c.Label(); labels[label] {
			faults = append(faults, fmt.Errorf("the label %q of the command %q is taken", label, c.ID))
		}
		t.byID[c.ID], labels[c.Label()] = &c, true
		t.commands = append(t.commands, &c)
		faults = append(faults, t.addKeys(&c))
	}
	slices.SortStableFunc(t.commands, func(a, b *Command) int { return cmp.Compare(a.Group, b.Group) })
	if err := errors.Join(faults...); err != nil {
		return nil, err
	}
	return t, nil
}

// addKeys enters the keys of a command. The error names each key that is neither a
// character nor a name, or gives another command already.
func (t *Table) addKeys(c *Command) error {
	var faults []error
	for _, k := range c.Keys {
		if (k.Rune == 0) == (k.Name == "") {
			faults = append(faults, fmt.Errorf("the command %q has a key that is not either a character or a name", c.ID))
		}
		if other := t.byKey[k]; other != nil {
			faults = append(faults, fmt.Errorf("the key %s gives both %q and %q", k, other.ID, c.ID))
		}
		t.byKey[k] = c
	}
	return errors.Join(faults...)
}

// Commands returns all commands, group by group.
func (t *Table) Commands() []*Command { return slices.Clone(t.commands) }

// Command returns the command with the id, or nil.
func (t *Table) Command(id ID) *Command { return t.byID[id] }

// Run runs the command with the id and reports whether there is one that is enabled.
func (t *Table) Run(id ID) bool { return give(t.byID[id]) }

// Key runs the command of a named key and reports whether there is one that is
// enabled. Fyne tells a key without the modifiers that are held down: they come from
// desktop.Driver.CurrentKeyModifiers.
func (t *Table) Key(name fyne.KeyName, mod fyne.KeyModifier) bool {
	if name == fyne.KeyEnter { // on the number pad
		name = fyne.KeyReturn
	}
	return give(t.byKey[Key{Name: name, Mod: mod}])
}

// Rune runs the command of a typed character, in either case, and reports whether
// there is one that is enabled.
func (t *Table) Rune(r rune) bool { return give(t.ForRune(r)) }

// ForRune returns the command of a typed character, in either case, or nil.
func (t *Table) ForRune(r rune) *Command { return t.byKey[Key{Rune: unicode.ToLower(r)}] }

// Shortcut runs the command of a shortcut and reports whether there is one that is
// enabled. A widget with the keyboard's focus that takes shortcuts, as a text field
// does, calls it with those that it does not know, which reach nobody else.
func (t *Table) Shortcut(s fyne.Shortcut) bool {
	k, ok := s.(fyne.KeyboardShortcut)
	return ok && t.Key(k.Key(), k.Mod())
}

// Shortcuts returns the shortcuts of all commands.
func (t *Table) Shortcuts() []fyne.Shortcut {
	var out []fyne.Shortcut
	for _, c := range t.commands {
		for _, k := range c.Keys {
			if s := k.Shortcut(); s != nil {
				out = append(out, s)
			}
		}
	}
	return out
}

// Bind makes to a button of the command with the id: [Table.Sync] enables and
// disables the button together with the command.
func (t *Table) Bind(id ID, to interface{ SetEnabled(on bool) }) {
	t.controls = append(t.controls, control{t.byID[id], to})
}

// Sync enables and disables buttons and menu items as their commands are now.
func (t *Table) Sync() {
	for _, c := range t.controls {
		c.to.SetEnabled(c.command.Enabled())
	}
	t.syncMenu()
}

// give runs c and reports whether c is a command that is enabled.
func give(c *Command) bool { return c != nil && c.give() }
