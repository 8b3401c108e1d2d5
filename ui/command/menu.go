package command

import "fyne.io/fyne/v2"

// MainMenu returns the menu bar, which [Table.Sync] keeps up to date. Its items have
// the commands' shortcuts, because Fyne asks the menu bar before the widget that has
// the keyboard's focus.
func (t *Table) MainMenu() *fyne.MainMenu {
	if t.menu == nil {
		t.items = make(map[*fyne.MenuItem]*Command)
		t.menu = fyne.NewMainMenu(t.menus(func(i *fyne.MenuItem, c *Command) { t.items[i] = c })...)
	}
	return t.menu
}

// Menus returns the menus of the menu bar as they are now, for a pop-up.
func (t *Table) Menus() []*fyne.Menu { return t.menus(func(*fyne.MenuItem, *Command) {}) }

// menus makes a menu for each group that has commands. It calls made with each item
// and its command.
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
	// Fyne calls the action of a disabled item too, when its shortcut is typed: so
	// give asks Enabled once more.
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

// syncMenu gives the items of the menu bar, if there is one, the state and the label
// that their commands have now.
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
