package reading_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"sidelight/annotations"
	"sidelight/annotations/search"
	"sidelight/ui/command"
	"sidelight/ui/help"
	"sidelight/ui/look"
	"sidelight/ui/reading"
)

// Every surface reads the same record: what the search knows of a command is what
// the table has.
func TestRecordsAreCommandsOfTheTable(t *testing.T) {
	r, _, _ := reader(t, look.Light)
	table := make(map[string]*command.Command)
	for _, c := range r.Commands() {
		table[string(c.ID)] = c
		if len(c.Keys) == 0 && !c.Here {
			t.Errorf("%s has no key", c.ID)
		}
	}
	found := make(map[string]bool)
	for _, x := range records(t) {
		c := table[x.ID]
		if c == nil || c.Label() != x.Title || x.Type != search.Command || x.Detail == "" {
			t.Errorf("the record %+v is not that of the command %+v", x, c)
		}
		found[x.ID] = true
	}
	if !found["quit"] || !found["next-theme"] || found["search"] || found["select-next-line"] || found["open"] {
		t.Errorf("the commands to be found are %v", found)
	}
}

// Every command stands in a menu, and in the palette unless it works on what has the
// keyboard's focus. The menus name no command that is not there, and none twice.
func TestEveryCommandStandsInAMenu(t *testing.T) {
	r, _, _ := readerWith(t, look.Light, &fakeVoice{})
	menu := reading.TheMenu().IDs()
	in := map[command.ID]bool{command.TheMenu: true} // opens it
	for i, id := range menu {
		if in[id] = true; slices.Contains(menu[:i], id) {
			t.Errorf("%s stands in the menu twice", id)
		}
	}
	for on := command.On(1); ; on++ {
		m := reading.ContextMenu(command.Target{On: on})
		if m == nil {
			break
		}
		for _, id := range m.IDs() {
			in[id] = true
		}
	}
	found := map[command.ID]bool{}
	for _, x := range r.Records() {
		found[command.ID(x.ID)] = true
	}
	there := map[command.ID]bool{}
	for _, c := range r.Commands() {
		there[c.ID] = true
		if !in[c.ID] {
			t.Errorf("%s stands in no menu", c.ID)
		}
		if found[c.ID] == c.Here {
			t.Errorf("%s is in the palette: %v, and works on what has the focus: %v", c.ID, found[c.ID], c.Here)
		}
	}
	for id := range in {
		if !there[id] {
			t.Errorf("a menu names %s, which is no command", id)
		}
	}
	for _, b := range reading.TheBar() {
		for _, id := range b.Menu.IDs() {
			if !in[id] {
				t.Errorf("the menu bar has %s, which no menu has", id)
			}
		}
	}
	if len(longest(reading.TheMenu())) > 0 {
		t.Errorf("more than 15 rows stand in one list: %v", longest(reading.TheMenu()))
	}
}

// longest returns the rows of the first list of a menu that has more than 15.
func longest(m command.Menu) []command.Row {
	var all []command.Row
	for _, s := range m {
		for _, r := range s.Rows {
			if far := longest(r.Sub); len(far) > 0 {
				return far
			}
		}
		all = append(all, s.Rows...)
	}
	if len(all) > 15 {
		return all
	}
	return nil
}

// A key is the same wherever it is named: in the menu, on the sheet of keys, in the
// palette.
func TestKeysAreNamedAlike(t *testing.T) {
	r, _, w := reader(t, look.Light)
	sheet := help.New(r.Commands(), look.Current().Roles()).Lines()
	details := map[string]string{}
	for _, x := range records(t) {
		details[x.ID] = x.Detail
	}
	r.RunCommand(command.TheMenu)
	menu := rows(named(w))
	for _, c := range r.Commands() {
		key := c.Key()
		if key == "" {
			continue
		}
		if !slices.ContainsFunc(sheet, func(l string) bool { return strings.HasPrefix(l, c.Label()+" | "+key) }) {
			t.Errorf("the sheet does not name %s of %s", key, c.ID)
		}
		if !c.Here && !strings.HasSuffix(details[string(c.ID)], " "+key) {
			t.Errorf("the palette does not name %s of %s: %q", key, c.ID, details[string(c.ID)])
		}
		if c.ID == command.Quit && !slices.Contains(menu, c.Label()+", "+key) {
			t.Errorf("the menu does not name %s of %s: %q", key, c.ID, menu)
		}
	}
}

func records(t *testing.T) []search.Record {
	t.Helper()
	all, err := reading.CommandRecords()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// People look for commands with words of their own.
func TestCommandsAreFoundByOtherWords(t *testing.T) {
	article, err := annotations.NewArticle("a.txt", "Some words.")
	if err != nil {
		t.Fatal(err)
	}
	e, err := annotations.New(annotations.Content{Article: article})
	if err != nil {
		t.Fatal(err)
	}
	x := search.New(e, records(t)...)
	for query, want := range map[string]command.ID{
		">dark": command.NextTheme, ">zoom in": command.Larger, ">shortcuts": command.Keys, ">exit": command.Quit,
		">quit": command.Quit, ">preferences": command.Settings,
	} {
		a, err := x.Find(context.Background(), query, 0)
		all := a.All()
		if err != nil || len(all) == 0 || all[0].ID != string(want) {
			t.Errorf("%s finds %+v, %v, want %s", query, all, err, want)
		}
	}
}
