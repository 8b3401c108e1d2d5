package command_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/ui/command"
)

const primary = fyne.KeyModifierShortcutDefault

// given are the commands that were run.
type given []command.ID

// some makes a table of one command of each sort, which tells what is run. Back
// can be given while *back is true.
func some(t *testing.T, back *bool) (*command.Table, *given) {
	t.Helper()
	ran := &given{}
	record := func(id command.ID, g command.Group, keys ...command.Key) command.Command {
		return command.Command{
			ID: id, Group: g, Keys: keys, Label: func() string { return "do " + string(id) },
			Run: func() { *ran = append(*ran, id) },
		}
	}
	goBack := record(command.Back, command.Go, command.Named(fyne.KeyLeft, fyne.KeyModifierAlt))
	goBack.Enabled = func() bool { return *back }
	table, err := command.New(
		record(command.Quit, command.Program, command.Named(fyne.KeyQ, primary)),
		record(command.Copy, command.Words, command.Named(fyne.KeyC, primary)),
		goBack,
		record(command.Search, command.View, command.Named(fyne.KeyK, primary), command.Typed('/')),
		record(command.Open, command.Marks, command.Named(fyne.KeyReturn)),
		record(command.PreviousMark, command.Marks, command.Named(fyne.KeyTab, fyne.KeyModifierShift)),
		record(command.NextParagraph, command.Go, command.Typed('j')),
		record("silent", command.View),
	)
	if err != nil {
		t.Fatal(err)
	}
	return table, ran
}

func TestNewNamesAllFaults(t *testing.T) {
	label := func(s string) func() string { return func() string { return s } }
	run := func() {}
	_, err := command.New(
		command.Command{ID: "fly", Label: label("Fly")},
		command.Command{ID: "swim", Run: run},
		command.Command{ID: "walk", Label: label("Walk"), Run: run, Keys: []command.Key{command.Typed('w')}},
		command.Command{ID: "walk", Label: label("Stroll"), Run: run},
		command.Command{ID: "go", Label: label("Walk"), Run: run, Keys: []command.Key{command.Typed('w'), {}}},
		command.Command{ID: "well", Label: label("Well"), Run: run},
	)
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{
		`"fly" lacks`, `"swim" lacks`, `two commands "walk"`, `label "Walk" of the command "go" is taken`,
		`W gives both "walk" and "go"`, `"go" has a key that is not`,
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("the error does not say %q: %v", want, err)
		}
	}
	if strings.Contains(err.Error(), "well") {
		t.Errorf("the error names a command that is sound: %v", err)
	}
}

func TestCommandsStandGroupByGroup(t *testing.T) {
	table, _ := some(t, new(bool))
	var got []command.ID
	for _, c := range table.Commands() {
		got = append(got, c.ID)
	}
	want := []command.ID{
		command.Search, "silent", command.Back, command.NextParagraph, command.Open, command.PreviousMark, command.Quit, command.Copy,
	}
	if !slices.Equal(got, want) {
		t.Errorf("the commands are %v, want %v", got, want)
	}
}

func TestKeysGiveCommands(t *testing.T) {
	for _, c := range []struct {
		key  command.Key
		cap  string
		want command.ID // empty: the key gives nothing
	}{
		{command.Named(fyne.KeyTab, fyne.KeyModifierShift), "Shift Tab", command.PreviousMark},
		{command.Named(fyne.KeyReturn), "Enter", command.Open},
		{command.Named(fyne.KeyEnter), "Enter", command.Open},
		{command.Typed('j'), "J", command.NextParagraph},
		{command.Typed('J'), "J", command.NextParagraph},
		{command.Typed('/'), "/", command.Search},
		{command.Named(fyne.KeyK, primary), modifier() + " K", command.Search},
		{command.Named(fyne.KeyUp), "↑", ""},
		{command.Typed('q'), "Q", ""},
		{command.Named(fyne.KeyJ), "J", ""}, // comes with the character j and must not count twice
		{command.Named(fyne.KeyReturn, fyne.KeyModifierShift), "Shift Enter", ""},
		{command.Named(fyne.KeyLeft, fyne.KeyModifierAlt), altName() + " ←", ""}, // cannot be given
	} {
		table, ran := some(t, new(bool))
		if got := c.key.String(); got != c.cap {
			t.Errorf("%+v is shown as %q, want %q", c.key, got, c.cap)
		}
		ok := false
		if c.key.Rune != 0 {
			ok = table.Rune(c.key.Rune)
		} else {
			ok = table.Key(c.key.Name, c.key.Mod)
		}
		var want given
		if c.want != "" {
			want = given{c.want}
		}
		if !slices.Equal(*ran, want) || ok != (c.want != "") {
			t.Errorf("%s gives %v and reports %v, want %v", c.cap, *ran, ok, want)
		}
	}
}

func modifier() string {
	if primary == fyne.KeyModifierSuper {
		return "Cmd"
	}
	return "Ctrl"
}

func altName() string {
	if primary == fyne.KeyModifierSuper {
		return "Option"
	}
	return "Alt"
}

func TestWhatARecordLeavesOut(t *testing.T) {
	table, _ := some(t, new(bool))
	c := table.Command("silent")
	if c.Key() != "" || len(c.Caps()) != 0 || c.Icon == "" || c.Detail() != command.View.Label() || !c.Enabled() {
		t.Errorf("a command without keys, icon, detail and condition is %+v", c)
	}
	if table.Command("none") != nil || table.Run("none") {
		t.Error("there is a command that nobody declared")
	}
}

func TestDisabledCommandsAreNotGiven(t *testing.T) {
	table, ran := some(t, new(bool))
	if table.Run(command.Back) {
		t.Error("a disabled command was given")
	}
	for _, m := range table.MainMenu(bar()).Items {
		for _, i := range m.Items {
			if i.Action != nil {
				i.Action() // what Fyne does for a shortcut, disabled or not
			}
		}
	}
	if slices.Contains(*ran, command.Back) || !slices.Contains(*ran, command.Copy) {
		t.Errorf("the menu gave %v", *ran)
	}
}

// bar is a menu bar with the commands of some, one that no table has, and a menu at
// the side.
func bar() []command.Titled {
	title := func(s string) func() string { return func() string { return s } }
	return []command.Titled{
		{Title: title("File"), Menu: command.Menu{
			{Rows: command.Rows(command.Quit, "nowhere")}, {Rows: command.Rows("nowhere")}, {Rows: command.Rows(command.Copy)},
		}},
		{Title: title("Go"), Menu: command.Menu{
			{Rows: append(command.Rows(command.Back), command.Row{
				Label: title("More"), Sub: command.Menu{{Rows: command.Rows(command.NextParagraph, command.Search)}},
			}, command.Row{Label: title("Nothing"), Sub: command.Menu{{Rows: command.Rows("nowhere")}}})},
		}},
		{Title: title("Empty"), Menu: command.Menu{{Rows: command.Rows("nowhere")}}},
	}
}

func TestMenuDerivesFromTheTable(t *testing.T) {
	table, ran := some(t, new(bool))
	var read func(items []*fyne.MenuItem, into []string) []string
	read = func(items []*fyne.MenuItem, into []string) []string {
		for _, i := range items {
			switch {
			case i.IsSeparator:
				into = append(into, "-")
			case i.ChildMenu != nil:
				into = read(i.ChildMenu.Items, append(into, i.Label+">"))
			default:
				into = append(into, i.Label)
				for _, c := range table.Commands() {
					if c.Label() == i.Label {
						checkItem(t, i, c)
					}
				}
			}
		}
		return into
	}
	var all []string
	for _, m := range table.MainMenu(bar()).Items {
		all = read(m.Items, append(all, m.Label+":"))
	}
	want := []string{"File:", "do quit", "-", "do copy", "Go:", "do back", "More>", "do next-paragraph", "do search"}
	if !slices.Equal(all, want) {
		t.Errorf("the menu bar is %q", all)
	}
	if table.MainMenu(bar()).Items[0].Items[0].Action(); !slices.Equal(*ran, given{command.Quit}) {
		t.Errorf("the first item gave %v", *ran)
	}
}

func checkItem(t *testing.T, i *fyne.MenuItem, c *command.Command) {
	t.Helper()
	if i.IsQuit != (c.ID == command.Quit) || i.Disabled == c.Enabled() {
		t.Errorf("the item %q stands for %+v", i.Label, c)
	}
	var want string
	for _, k := range c.Keys {
		if k.IsShortcut() && want == "" {
			want = k.Shortcut().ShortcutName()
		}
	}
	got := ""
	if i.Shortcut != nil {
		got = i.Shortcut.ShortcutName()
	}
	if got != want {
		t.Errorf("%q has the shortcut %q, want %q", i.Label, got, want)
	}
}

// button is a control that tells how often it was set, and to what at last.
type button struct {
	on   bool
	sets int
}

func (b *button) SetEnabled(on bool) { b.on, b.sets = on, b.sets+1 }

func TestSyncFollowsWhatCanBeDone(t *testing.T) {
	test.NewTempApp(t)
	able, b := false, &button{on: true}
	table, _ := some(t, &able)
	table.Bind(command.Back, b)
	table.Sync()
	item := table.MainMenu(bar()).Items[1].Items[0]
	if !item.Disabled || b.on {
		t.Fatalf("at first the item is disabled: %v, the button enabled: %v", item.Disabled, b.on)
	}
	able = true
	table.Sync()
	if item.Disabled || !b.on || b.sets != 2 {
		t.Errorf("the item is disabled: %v, the button enabled: %v after %d calls", item.Disabled, b.on, b.sets)
	}
}

func TestShortcuts(t *testing.T) {
	able := true
	table, ran := some(t, &able)
	for _, s := range table.Shortcuts() {
		table.Shortcut(s)
	}
	if want := (given{command.Search, command.Back, command.Quit, command.Copy}); !slices.Equal(*ran, want) {
		t.Errorf("the shortcuts give %v, want %v", *ran, want)
	}
	if table.Shortcut(&fyne.ShortcutUndo{}) {
		t.Error("Ctrl Z gives something")
	}
	if !table.Shortcut(&fyne.ShortcutCopy{}) { // Fyne has a type of its own for it
		t.Error("Ctrl C gives nothing")
	}
}

// Fyne sends types of its own for some shortcuts, and no other reaches a command.
func TestShortcutsWithTypesOfTheirOwn(t *testing.T) {
	for name, want := range map[fyne.KeyName]fyne.Shortcut{
		fyne.KeyA: &fyne.ShortcutSelectAll{}, fyne.KeyC: &fyne.ShortcutCopy{}, fyne.KeyV: &fyne.ShortcutPaste{},
	} {
		if got := command.Named(name, primary).Shortcut(); got.ShortcutName() != want.ShortcutName() {
			t.Errorf("%s is the shortcut %q, want %q", name, got.ShortcutName(), want.ShortcutName())
		}
	}
}

func TestKeysAsTheyArePrinted(t *testing.T) {
	table, _ := some(t, new(bool))
	var caps []string
	for _, k := range table.Command(command.Search).Caps() {
		caps = append(caps, k.String())
	}
	if !slices.Equal(caps, []string{modifier() + " K", "/"}) || table.Command(command.Search).Key() != caps[0] {
		t.Errorf("search hangs on %q", caps)
	}
}
