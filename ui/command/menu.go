package command

import "fyne.io/fyne/v2"

// Menu is the design of a menu: its sections from top to bottom.
type Menu []Section

// Section is a part of a menu, apart from the others by a rule.
type Section struct {
	Title func() string // above the rows; nil for none
	Rows  []Row
}

// Row is a row of a menu: a command, or a menu that opens at the side. A command that
// a table does not have has no row in that table's menus.
type Row struct {
	ID    ID            // of the command; empty for a menu at the side
	Label func() string // of the menu at the side, or in place of the command's label
	Icon  bool          // the command's icon is shown
	Sub   Menu
}

// Rows makes rows of commands, without icons.
func Rows(ids ...ID) []Row {
	var out []Row
	for _, id := range ids {
		out = append(out, Row{ID: id})
	}
	return out
}

// Iconed makes rows of commands with their icons.
func Iconed(ids ...ID) []Row {
	out := Rows(ids...)
	for i := range out {
		out[i].Icon = true
	}
	return out
}

// IDs returns the commands of a menu and of the menus at its side.
func (m Menu) IDs() []ID {
	var out []ID
	for _, s := range m {
		for _, r := range s.Rows {
			if r.ID != "" {
				out = append(out, r.ID)
			}
			out = append(out, r.Sub.IDs()...)
		}
	}
	return out
}

// Words returns what a row shows for its command: the row's own words, else the
// command's label.
func (r Row) Words(c *Command) string {
	if r.Label != nil {
		return r.Label()
	}
	return c.Label()
}

// Titled is a menu of a menu bar.
type Titled struct {
	Title func() string
	Menu  Menu
}

// MainMenu returns a menu bar, which [Table.Sync] keeps up to date. Its items have
// the commands' shortcuts, because Fyne asks the menu bar before the widget that has
// the keyboard's focus.
func (t *Table) MainMenu(bar []Titled) *fyne.MainMenu {
	if t.menu == nil {
		t.items = make(map[*fyne.MenuItem]Row)
		t.menu = fyne.NewMainMenu()
		for _, b := range bar {
			if items := t.barItems(b.Menu); len(items) > 0 {
				t.menu.Items = append(t.menu.Items, fyne.NewMenu(b.Title(), items...))
			}
		}
	}
	return t.menu
}

func (t *Table) barItems(m Menu) []*fyne.MenuItem {
	var out []*fyne.MenuItem
	for _, s := range m {
		var part []*fyne.MenuItem
		for _, r := range s.Rows {
			if c := t.byID[r.ID]; c != nil {
				part = append(part, t.barItem(r, c))
			} else if sub := t.barItems(r.Sub); len(sub) > 0 {
				i := fyne.NewMenuItem(r.Label(), nil)
				i.ChildMenu = fyne.NewMenu("", sub...)
				part = append(part, i)
			}
		}
		if len(out) > 0 && len(part) > 0 {
			out = append(out, fyne.NewMenuItemSeparator())
		}
		out = append(out, part...)
	}
	return out
}

func (t *Table) barItem(r Row, c *Command) *fyne.MenuItem {
	// Fyne calls the action of a disabled item too, when its shortcut is typed: so
	// give asks Enabled once more.
	i := fyne.NewMenuItem(r.Words(c), func() { c.give() })
	i.Disabled, i.Checked = !c.Enabled(), c.Checked()
	i.IsQuit = c.ID == Quit
	for _, k := range c.Keys {
		if s := k.Shortcut(); s != nil {
			i.Shortcut = s
			break
		}
	}
	t.items[i] = r
	return i
}

// syncMenu gives the items of the menu bar, if there is one, the state and the label
// that their commands have now.
func (t *Table) syncMenu() {
	changed := false
	for i, r := range t.items {
		c := t.byID[r.ID]
		label, disabled, checked := r.Words(c), !c.Enabled(), c.Checked()
		if i.Label != label || i.Disabled != disabled || i.Checked != checked {
			i.Label, i.Disabled, i.Checked = label, disabled, checked
			changed = true
		}
	}
	if changed {
		t.menu.Refresh()
	}
}
