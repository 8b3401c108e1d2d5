package command

import "fyne.io/fyne/v2"

// MainMenu is the menu bar. Keys with a modifier hang on its items, because
// Fyne asks the menu before the widget that has the focus. [Table.Sync] keeps
// it up to date.
func (t *Table) MainMenu() *fyne.MainMenu { return t.menu }

// AddShortcuts hangs the keys with a modifier on a canvas, for a window that
// shows no menu bar. A focused widget that takes shortcuts, as a text field
// does, must pass on to [Table.Shortcut] those that it does not know.
func (t *Table) AddShortcuts(c fyne.Canvas) {
	for _, cmd := range t.commands {
		for _, k := range cmd.Keys {
			if s := k.Shortcut(); s != nil {
				c.AddShortcut(s, func(fyne.Shortcut) {
					if !t.paused {
						cmd.Run()
					}
				})
			}
		}
	}
}

// Sync brings the menu up to date with what can be done now and with the
// reader's language.
func (t *Table) Sync() {
	changed := false
	for item, c := range t.items {
		label, disabled := c.Label(), !c.Enabled()
		if item.Label != label || item.Disabled != disabled {
			item.Label, item.Disabled = label, disabled
			changed = true
		}
	}
	if changed {
		t.menu.Refresh()
	}
}

// buildMenu makes one menu for each group, in the groups' order.
func (t *Table) buildMenu() {
	t.items = make(map[*fyne.MenuItem]*Command)
	var menus []*fyne.Menu
	for g := Program; g <= Words; g++ {
		menu := fyne.NewMenu(g.Label())
		for _, c := range t.commands {
			if c.Group == g {
				menu.Items = append(menu.Items, t.item(c))
			}
		}
		menus = append(menus, menu)
	}
	t.menu = fyne.NewMainMenu(menus...)
}

func (t *Table) item(c *Command) *fyne.MenuItem {
	// Fyne runs the action of a disabled item when its shortcut is typed, so
	// the command has to ask again.
	item := fyne.NewMenuItem(c.Label(), func() { c.Run() })
	item.Disabled = !c.Enabled()
	item.IsQuit = c.ID == Quit
	for _, k := range c.Keys {
		if s := k.Shortcut(); s != nil {
			item.Shortcut = s
			break
		}
	}
	t.items[item] = c
	return item
}
