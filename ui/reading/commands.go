package reading

import (
	"slices"

	"fyne.io/fyne/v2"

	"sidelight/annotations/document"
	"sidelight/annotations/search"
	"sidelight/ui/command"
	"sidelight/ui/locale"
)

// declared returns the commands of a window with an article. Their order here is
// their order inside each menu.
func (r *Reader) declared() []command.Command {
	return slices.Concat(
		r.viewing.declare(), r.viewing.proving(), r.search.declare(), r.find.declare(),
		r.aside.toggling(), r.index.declare(), r.paneCommands(),
		r.looks.declare(), r.marks.declare(), r.aside.turning(),
		r.travelCommands(), r.marks.moving(), r.aloud.declare(),
		r.fileCommands(), r.printCommands(), r.portraitCommands(), r.words.declare(), r.margin.declare(), r.carrying.declare(), r.on.declare(), r.menus.declare(), r.helpCommands(),
	)
}

// newTable makes the table of the reader's commands. A command that does not float
// closes the card that is open, under which nobody would see what the command does.
func (r *Reader) newTable() (*command.Table, error) {
	all := r.declared()
	for i, c := range all {
		all[i].Run = func() {
			r.closeMenu() // it lies over the card
			if r.acted() && c.ID == command.Leave {
				return // to close what has gone is all that was asked for
			}
			if !c.Floats {
				r.cards.dismiss()
			}
			c.Run()
		}
	}
	return command.New(all...)
}

// CommandRecords returns the commands of a window with an article as records of a
// search, in the reader's language: those that every window has. It needs no window.
func CommandRecords() ([]search.Record, error) {
	t, err := command.New(unjoined(nil, slots()).declared()...)
	if err != nil {
		return nil, err
	}
	return t.Records(), nil
}

// Commands returns all commands, group by group.
func (r *Reader) Commands() []*command.Command { return r.commands.Commands() }

// RunCommand runs the command with the id and reports whether it is enabled.
func (r *Reader) RunCommand(id command.ID) bool { return r.commands.Run(id) }

// fileCommands returns the commands that lead to another article, and what else is
// the window's own.
func (r *Reader) fileCommands() []command.Command {
	file := command.NewOpenFile(func() { ask(r.OnOpenFile) })
	file.Enabled = func() bool { return r.OnOpenFile != nil }
	start := command.NewStartPage(func() { ask(r.OnStartPage) })
	start.Enabled = func() bool { return r.OnStartPage != nil }
	library := command.NewLibrary(func() { ask(r.OnLibrary) })
	library.Enabled = func() bool { return r.OnLibrary != nil }
	encyclopaedia := command.NewEncyclopaedia(func() { ask(r.OnEncyclopaedia) })
	encyclopaedia.Enabled = func() bool { return r.OnEncyclopaedia != nil }
	full := command.NewFullScreen(func() { ask(r.OnFullScreen) }, func() bool { return r.IsFullScreen != nil && r.IsFullScreen() })
	full.Enabled = func() bool { return r.OnFullScreen != nil }
	again := reloadCommand(func() { ask(r.OnReload) })
	again.Enabled = func() bool { return r.OnReload != nil }
	whole := wholePageCommand(func() { ask(r.OnWholePage) })
	whole.Enabled = func() bool { return r.OnWholePage != nil && document.IsWebPage(r.edition().Article()) }
	whole.Checked = func() bool { return r.way.Whole }
	return []command.Command{file, again, whole, start, library, encyclopaedia, full}
}

// reloadCommand reads again what is in view.
func reloadCommand(run func()) command.Command {
	return command.Command{
		ID: command.Reload, Group: command.Program, Run: run, Icon: "file-text",
		Keys:  []command.Key{command.Named(fyne.KeyF5)},
		Label: func() string { return locale.X("command.reload", "Read the file again") },
		Words: func() string { return locale.X("command.words.reload", "reload refresh changed") },
	}
}

// wholePageCommand shows all of a saved web page, or again its main text alone.
func wholePageCommand(run func()) command.Command {
	return command.Command{
		ID: command.WholePage, Group: command.View, Run: run, Icon: "file-text",
		Keys:   []command.Key{command.Typed('w')},
		Label:  func() string { return locale.X("command.whole-page", "Whole page") },
		Detail: func() string { return locale.X("command.whole-page.detail", "Also what stands around the article") },
		Words: func() string {
			return locale.X("command.words.whole-page", "web main text everything navigation comments")
		},
	}
}

// ask calls what hears a wish of the reader's, if anything does.
func ask(wish func()) {
	if wish != nil {
		wish()
	}
}
