package ui

import (
	"runtime"
	"slices"

	"fyne.io/fyne/v2"

	"sidelight/annotations/document"
	"sidelight/annotations/search"
	"sidelight/ui/command"
	"sidelight/ui/locale"
)

// primary is the modifier of the program's shortcuts: Ctrl, on macOS Cmd.
const primary = fyne.KeyModifierShortcutDefault

// declared returns the commands of a window with an article. Their order here is
// their order inside each menu.
func (r *Reader) declared() []command.Command {
	return slices.Concat(
		r.search.declare(), r.find.declare(),
		r.aside.toggling(), r.index.declare(), r.paneCommands(),
		r.looks.declare(), r.marks.declare(), r.aside.turning(),
		r.travelCommands(), r.marks.moving(), r.aloud.declare(),
		r.fileCommands(), r.printCommands(), r.words.declare(), r.carrying.declare(), r.on.declare(), r.menus.declare(), r.helpCommands(),
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
	t, err := command.New(unjoined(nil).declared()...)
	if err != nil {
		return nil, err
	}
	return t.Records(), nil
}

// Commands returns all commands, group by group.
func (r *Reader) Commands() []*command.Command { return r.commands.Commands() }

// RunCommand runs the command with the id and reports whether it is enabled.
func (r *Reader) RunCommand(id command.ID) bool { return r.commands.Run(id) }

// The commands that a window has with and without an article.

func openFileCommand(run func()) command.Command {
	return command.Command{
		ID: command.OpenFile, Group: command.Program, Icon: "folder-open", Run: run,
		Keys:   []command.Key{command.Named(fyne.KeyO, primary)},
		Label:  func() string { return locale.X("command.open-file", "Open a file") },
		Detail: func() string { return locale.X("finder.go.file", "Another text, from this computer") },
		Words:  func() string { return locale.X("command.words.open", "load import article text") },
	}
}

func startPageCommand(run func()) command.Command {
	return command.Command{
		ID: command.StartPage, Group: command.Program, Icon: "file-text", Run: run,
		Keys:   []command.Key{command.Named(fyne.KeyHome, fyne.KeyModifierAlt)},
		Label:  func() string { return locale.X("command.start-page", "Start page") },
		Detail: func() string { return locale.X("finder.go.start", "The sample, and what was opened before") },
	}
}

func nextThemeCommand(run func()) command.Command {
	return command.Command{
		ID: command.NextTheme, Group: command.View, Icon: "circle-half", Run: run, Floats: true,
		Keys:  []command.Key{command.Typed('t')},
		Label: func() string { return locale.X("command.next-theme", "Next theme") },
		Words: func() string {
			return locale.X("command.words.theme", "dark mode light sepia high contrast colours night")
		},
	}
}

func fullScreenCommand(run func(), on func() bool) command.Command {
	return command.Command{
		ID: command.FullScreen, Group: command.View, Run: run, Floats: true, Checked: on,
		Keys:  append([]command.Key{command.Named(fyne.KeyF11)}, macFullScreen()...),
		Label: func() string { return locale.X("command.full-screen", "Full screen") },
		Words: func() string { return locale.X("command.words.full-screen", "maximise whole window") },
	}
}

// macFullScreen returns the key by which macOS has a window fill the screen.
func macFullScreen() []command.Key {
	if runtime.GOOS != "darwin" {
		return nil
	}
	return []command.Key{command.Named(fyne.KeyF, fyne.KeyModifierControl, fyne.KeyModifierSuper)}
}

func leaveCommand(run func()) command.Command {
	return command.Command{
		ID: command.Leave, Group: command.Marks, Run: run, Here: true,
		Keys:  []command.Key{command.Named(fyne.KeyEscape)},
		Label: func() string { return locale.X("command.leave", "Back one level") },
	}
}

func quitCommand(run func()) command.Command {
	return command.Command{
		ID: command.Quit, Group: command.Program, Run: run,
		Keys:  []command.Key{command.Named(fyne.KeyQ, primary)},
		Label: func() string { return locale.X("command.quit", "Quit") },
		Words: func() string { return locale.X("command.words.quit", "exit close leave") },
	}
}

// fileCommands returns the commands that lead to another article, and what else is
// the window's own.
func (r *Reader) fileCommands() []command.Command {
	file := openFileCommand(func() { ask(r.OnOpenFile) })
	file.Enabled = func() bool { return r.OnOpenFile != nil }
	start := startPageCommand(func() { ask(r.OnStartPage) })
	start.Enabled = func() bool { return r.OnStartPage != nil }
	full := fullScreenCommand(func() { ask(r.OnFullScreen) }, func() bool { return r.IsFullScreen != nil && r.IsFullScreen() })
	full.Enabled = func() bool { return r.OnFullScreen != nil }
	again := reloadCommand(func() { ask(r.OnReload) })
	again.Enabled = func() bool { return r.OnReload != nil }
	whole := wholePageCommand(func() { ask(r.OnWholePage) })
	whole.Enabled = func() bool { return r.OnWholePage != nil && document.IsWebPage(r.edition().Article()) }
	whole.Checked = func() bool { return r.way.Whole }
	return []command.Command{file, again, whole, start, full}
}

// ask calls what hears a wish of the reader's, if anything does.
func ask(wish func()) {
	if wish != nil {
		wish()
	}
}
