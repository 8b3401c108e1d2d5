package command

import "fyne.io/fyne/v2"

// MainMenu is the menu bar, which [Table.Sync] keeps up to date. Keys with a
// modifier hang on its items, because Fyne asks the menu before the widget that
// has the focus.
func (t *Table) MainMenu() *fyne.MainMenu {
	if t.menu == nil {
		t.items = make(map[*fyne.MenuItem]*Command)
		t.menu = fyne.NewMainMenu(t.menus(func(i *fyne.MenuItem, c *Command) { t.items[i] = c })...)
	}
	return t.menu
}

// Menus are the menus of the bar, made for what can be done now.
func (t *Table) Menus() []*fyne.Menu { return t.menus(func(*fyne.MenuItem, *Command) {}) }

// menus makes one menu for each group that has commands, and tells of each item.
func (t *Table) menus(made func(*fyne.MenuItem, *Command)) []*fyne.Menu {
	var out []*fyne.Menu
	for _, g := range menuOrder {
		menu := fyne.NewMenu(g.Label())
		for _, c := range t.commands {
			if c.Group == g {
				i := item(c)
				made(i, c)
				menu.Items = append(menu.Items, i)
			}
		}
		if len(menu.Items) > 0 {
			out = append(out, menu)
		}
	}
	return out
}

func item(c *Command) *fyne.MenuItem {
	// Fyne runs the action of a disabled item when its shortcut is typed, so
	// the command has to ask again.
	i := fyne.NewMenuItem(c.Label(), func() { c.give() })
	i.Disabled = !c.Enabled()
	i.IsQuit = c.ID == Quit
	for _, k := range c.Keys {
		if s := k.Shortcut(); s != nil {
			i.Shortcut = s
			break
		}
	}
	return i
}

// syncMenu brings the menu bar up to date with what can be done now and with the
// reader's language.
func (t *Table) syncMenu() {
	changed := false
	for i, c := range t.items {
		label, disabled := c.Label(), !c.Enabled()
		if i.Label != label || i.Disabled != disabled {
			i.Label, i.Disabled = label, disabled
			changed = true
		}
	}
	if changed {
		t.menu.Refresh()
	}
}
