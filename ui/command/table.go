package command

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"unicode"

	"fyne.io/fyne/v2"
)

// Table holds the commands of a window. It belongs to one goroutine.
type Table struct {
	commands []*Command
	byID     map[ID]*Command
	byKey    map[Key]*Command
	controls []control
	menu     *fyne.MainMenu // nil until a menu bar is asked for
	items    map[*fyne.MenuItem]*Command
}

// control is a button of a command.
type control struct {
	command *Command
	to      interface{ SetEnabled(on bool) }
}

// New makes a table of commands, ordered by group; within a group they stay in
// the order given. It fails, naming all faults, if a command lacks an id, a label
// or something to run, or if two commands share an id, a label or a key.
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

// addKeys has the keys of a command give it. It fails if a key is no key or gives
// another command already.
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

// Commands are all commands, group by group.
func (t *Table) Commands() []*Command { return slices.Clone(t.commands) }

// Command returns the command with the id, or nil.
func (t *Table) Command(id ID) *Command { return t.byID[id] }

// Run gives the command with the id and reports whether it could be given.
func (t *Table) Run(id ID) bool { return give(t.byID[id]) }

// Key gives the command that hangs on a key by name, and reports whether there
// is one that could be given. Call it from TypedKey where no field has focus;
// Fyne asks for modifiers separately, see desktop.Driver.CurrentKeyModifiers.
func (t *Table) Key(name fyne.KeyName, mod fyne.KeyModifier) bool {
	if name == fyne.KeyEnter { // on the number pad
		name = fyne.KeyReturn
	}
	return give(t.byKey[Key{Name: name, Mod: mod}])
}

// Rune gives the command that hangs on a typed character, in either case, and
// reports whether there is one that could be given. Call it from TypedRune
// where no field has focus.
func (t *Table) Rune(r rune) bool { return give(t.ForRune(r)) }

// ForRune returns the command that hangs on a typed character, in either case,
// or nil.
func (t *Table) ForRune(r rune) *Command { return t.byKey[Key{Rune: unicode.ToLower(r)}] }

// Shortcut gives the command that hangs on a shortcut, and reports whether
// there is one that could be given. Menu items have their shortcuts already;
// this is for a widget that has the focus and would swallow it.
func (t *Table) Shortcut(s fyne.Shortcut) bool {
	k, ok := s.(fyne.KeyboardShortcut)
	return ok && t.Key(k.Key(), k.Mod())
}

// Shortcuts are the keys that Fyne makes shortcuts of, of all commands.
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

// Bind has [Table.Sync] enable and disable a button together with its command.
func (t *Table) Bind(id ID, to interface{ SetEnabled(on bool) }) {
	t.controls = append(t.controls, control{t.byID[id], to})
}

// Sync brings buttons and menu bar up to date with what can be done now.
func (t *Table) Sync() {
	for _, c := range t.controls {
		c.to.SetEnabled(c.command.Enabled())
	}
	t.syncMenu()
}

// give runs a command, if there is one that can be given now.
func give(c *Command) bool { return c != nil && c.give() }
