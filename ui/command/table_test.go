package command_test

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/command"
)

const main = fyne.KeyModifierShortcutDefault

// newTable notes the commands that are given, and lets those in off be disabled.
func newTable(t *testing.T, off map[command.ID]bool) (*command.Table, *[]command.ID) {
	t.Helper()
	given := &[]command.ID{}
	actions := make(map[command.ID]command.Action)
	for _, id := range []command.ID{
		command.NextMark, command.PreviousMark, command.OuterMark, command.NextPane, command.Open, command.Leave, command.NextMention,
		command.PreviousMention, command.NextParagraph, command.PreviousParagraph, command.NextPage, command.PreviousPage, command.Top, command.End,
		command.Fade, command.Peek, command.ToggleIndex, command.ShowLayers, command.PlainText,
		command.Settings, command.Larger, command.Smaller, command.DesignSize, command.Keys,
		command.OpenFile, command.StartPage,
		command.Search, command.Find, command.SelectAll, command.Copy, command.CopyWithSource,
		command.SelectNext, command.SelectPrevious, command.SelectNextWord, command.SelectPrevWord, command.SelectNextLine, command.SelectPrevLine, command.SelectLineEnd, command.SelectLineStart,
		command.FindNext, command.FindPrevious, command.ShowSources, command.ShowAbout, command.TogglePanel, command.NextTheme, command.Back, command.Forward, command.Quit,
	} {
		actions[id] = command.Action{
			Run:     func() { *given = append(*given, id) },
			Enabled: func() bool { return !off[id] },
		}
	}
	table, err := command.New(actions)
	if err != nil {
		t.Fatal(err)
	}
	return table, given
}

func TestNewWantsEveryCommandAndNoOther(t *testing.T) {
	_, err := command.New(map[command.ID]command.Action{"fly": {Run: func() {}}, command.Quit: {Run: func() {}}})
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{`"next-mark" has nothing to run`, `there is no command "fly"`} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("error does not say %q: %v", want, err)
		}
	}
	if strings.Contains(err.Error(), string(command.Quit)) {
		t.Errorf("error names a command that is well: %v", err)
	}
}

func TestEveryCommandHasALabelAndAKeyOfItsOwn(t *testing.T) {
	table, _ := newTable(t, nil)
	keys, ids, labels := map[command.Key]command.ID{}, map[command.ID]bool{}, map[string]bool{}
	for _, c := range table.Commands() {
		if c.ID == "" || c.Label() == "" || len(c.Keys) == 0 {
			t.Errorf("command %q, label %q has %d keys", c.ID, c.Label(), len(c.Keys))
		}
		if ids[c.ID] || labels[c.Label()] {
			t.Errorf("command %q, label %q is there twice", c.ID, c.Label())
		}
		ids[c.ID], labels[c.Label()] = true, true
		for _, k := range c.Keys {
			if other, ok := keys[k]; ok {
				t.Errorf("%s gives both %s and %s", k, other, c.ID)
			}
			keys[k] = c.ID
			if (k.Rune == 0) == (k.Name == "") {
				t.Errorf("%s: the key %+v is not either a character or a name", c.ID, k)
			}
		}
	}
}

func TestKeysGiveCommands(t *testing.T) {
	name := func(n fyne.KeyName, m fyne.KeyModifier) command.Key { return command.Key{Name: n, Mod: m} }
	typed := func(r rune) command.Key { return command.Key{Rune: r} }
	for _, c := range []struct {
		key  command.Key
		cap  string
		want command.ID // empty: the key gives nothing
	}{
		{name(fyne.KeyTab, 0), "Tab", command.NextMark},
		{name(fyne.KeyTab, fyne.KeyModifierShift), "Shift Tab", command.PreviousMark},
		{name(fyne.KeyReturn, 0), "Enter", command.Open},
		{name(fyne.KeyEnter, 0), "Enter", command.Open},
		{name(fyne.KeyEscape, 0), "Esc", command.Leave},
		{typed('['), "[", command.PreviousMention},
		{typed(']'), "]", command.NextMention},
		{typed('j'), "J", command.NextParagraph},
		{typed('J'), "J", command.NextParagraph},
		{typed('k'), "K", command.PreviousParagraph},
		{name(fyne.KeySpace, 0), "Space", command.Peek},
		{typed('/'), "/", command.Search},
		{name(fyne.KeyK, main), modifier() + " K", command.Search},
		{typed('p'), "P", command.TogglePanel},
		{typed('t'), "T", command.NextTheme},
		{name(fyne.KeyQ, main), modifier() + " Q", command.Quit},
		{name(fyne.KeyF6, 0), "F6", command.NextPane},
		{name(fyne.KeyUp, 0), "↑", command.OuterMark},
		{typed('q'), "Q", ""},
		{typed('x'), "X", command.PlainText},
		{typed('i'), "I", command.ToggleIndex},
		{name(fyne.KeyJ, 0), "J", ""}, // comes with the character j and must not count twice
		{name(fyne.KeyReturn, fyne.KeyModifierShift), "Shift Enter", ""},
	} {
		table, given := newTable(t, nil)
		if got := c.key.String(); got != c.cap {
			t.Errorf("%+v is shown as %q, want %q", c.key, got, c.cap)
		}
		ran := false
		if c.key.Rune != 0 {
			ran = table.Rune(c.key.Rune)
		} else {
			ran = table.Key(c.key.Name, c.key.Mod)
		}
		var want []command.ID
		if c.want != "" {
			want = append(want, c.want)
		}
		if !slices.Equal(*given, want) || ran != (c.want != "") {
			t.Errorf("%s gives %v and reports %v, want %v", c.cap, *given, ran, want)
		}
	}
}

func modifier() string {
	if main == fyne.KeyModifierSuper {
		return "Cmd"
	}
	return "Ctrl"
}

func TestDisabledCommandsAreNotGiven(t *testing.T) {
	table, given := newTable(t, map[command.ID]bool{command.Back: true})
	if table.Key(fyne.KeyLeft, fyne.KeyModifierAlt) || table.Run(command.Back) || len(*given) > 0 {
		t.Errorf("a disabled command was given: %v", *given)
	}
	for _, i := range table.MainMenu().Items[command.Go].Items {
		i.Action() // what Fyne does for a shortcut, disabled or not
	}
	if slices.Contains(*given, command.Back) || !slices.Contains(*given, command.Forward) {
		t.Errorf("the menu gave %v", *given)
	}
}

func TestMenuDerivesFromTheTable(t *testing.T) {
	table, given := newTable(t, nil)
	menu := table.MainMenu()
	n := 0
	for g, m := range menu.Items {
		if m.Label != command.Group(g).Label() || len(m.Items) == 0 {
			t.Errorf("menu %d is %q with %d items", g, m.Label, len(m.Items))
		}
		for _, i := range m.Items {
			*given = nil
			i.Action()
			if len(*given) != 1 {
				t.Fatalf("%q gave %v", i.Label, *given)
			}
			checkItem(t, i, table.Command((*given)[0]), command.Group(g))
			n++
		}
	}
	if want := len(table.Commands()); n != want {
		t.Errorf("%d items for %d commands", n, want)
	}
}

func checkItem(t *testing.T, i *fyne.MenuItem, c *command.Command, g command.Group) {
	t.Helper()
	if c.Label() != i.Label || c.Group != g || i.IsQuit != (c.ID == command.Quit) {
		t.Errorf("the item %q of menu %d gives %q of group %d", i.Label, g, c.Label(), c.Group)
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

func TestSyncFollowsWhatCanBeDone(t *testing.T) {
	test.NewTempApp(t)
	off := map[command.ID]bool{command.Back: true}
	table, _ := newTable(t, off)
	back := table.MainMenu().Items[command.Go].Items[0]
	if !back.Disabled {
		t.Fatal("the item is enabled at first")
	}
	delete(off, command.Back)
	table.Sync()
	if back.Disabled {
		t.Error("the item is still disabled")
	}
}

func TestShortcutsOnACanvas(t *testing.T) {
	test.NewTempApp(t)
	table, given := newTable(t, nil)
	c := canvas{Canvas: test.NewTempWindow(t, widget.NewLabel("")).Canvas()}
	table.AddShortcuts(&c)
	c.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyRight, Modifier: fyne.KeyModifierAlt})
	if !table.Shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyK, Modifier: main}) {
		t.Error("Ctrl K gives nothing")
	}
	c.TypedShortcut(&fyne.ShortcutCopy{}) // Fyne has a type of its own for it
	if table.Shortcut(&fyne.ShortcutUndo{}) {
		t.Error("Ctrl Z gives something")
	}
	if want := []command.ID{command.Forward, command.Search, command.Copy}; !slices.Equal(*given, want) {
		t.Errorf("gave %v, want %v", *given, want)
	}
}

// canvas handles shortcuts as a window's canvas does; the test driver's cannot
// be sent any.
type canvas struct {
	fyne.Canvas
	fyne.ShortcutHandler
}

func (c *canvas) AddShortcut(s fyne.Shortcut, f func(fyne.Shortcut)) {
	c.ShortcutHandler.AddShortcut(s, f)
}
func (c *canvas) RemoveShortcut(s fyne.Shortcut) { c.ShortcutHandler.RemoveShortcut(s) }

func TestKeysAsTheyArePrinted(t *testing.T) {
	table, _ := newTable(t, nil)
	var caps []string
	for _, k := range table.Command(command.Search).Keys {
		caps = append(caps, k.String())
	}
	if !slices.Equal(caps, []string{modifier() + " K", "/"}) {
		t.Errorf("search hangs on %q", caps)
	}
}
