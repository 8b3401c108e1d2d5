package reading

import (
	"fyne.io/fyne/v2"

	"sidelight/ui/command"
	"sidelight/ui/float"
	"sidelight/ui/help"
	"sidelight/ui/locale"
)

// helpCommands returns the commands about the program itself: its keys and its end.
func (r *Reader) helpCommands() []command.Command {
	return []command.Command{{
		ID: command.Keys, Group: command.Program, Floats: true,
		Keys:  []command.Key{command.Typed('?'), command.Named(fyne.KeyF1)},
		Label: func() string { return locale.X("command.keys", "All keys") },
		Words: func() string { return locale.X("command.words.keys", "keyboard shortcuts help") },
		Run:   func() { r.toggleKeys() },
	}, command.NewQuit(func() { ask(r.OnQuit) })}
}

// nameKeys tells the buttons of the views which keys do the same.
func (r *Reader) nameKeys() {
	key := func(id command.ID) string { return r.commands.Command(id).Key() }
	r.aside.panel.SetKeys(key(command.PreviousMention), key(command.NextMention), key(command.TogglePanel))
}

// toggleKeys opens the sheet of all keys over the window, or closes it.
func (r *Reader) toggleKeys() {
	if r.sheet == nil || !r.cards.shows(r.sheet) {
		r.sheet = help.New(r.commands.Commands(), r.looks.theme.Roles()) // in the present language
	}
	r.cards.toggle(float.Popover{Content: r.sheet, Width: help.Width, Padding: help.Padding})
}
