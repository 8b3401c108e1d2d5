package command

import (
	"runtime"

	"fyne.io/fyne/v2"

	"sidelight/ui/locale"
)

// Primary is the modifier of the program's shortcuts: Ctrl, on macOS Cmd.
const Primary = fyne.KeyModifierShortcutDefault

// NewOpenFile makes the command that lets the reader choose a file to open. A window has
// it, and those below, with and without an article.
func NewOpenFile(run func()) Command {
	return Command{
		ID: OpenFile, Group: Program, Icon: "folder-open", Run: run,
		Keys:   []Key{Named(fyne.KeyO, Primary)},
		Label:  func() string { return locale.X("command.open-file", "Open a file") },
		Detail: func() string { return locale.X("finder.go.file", "Another text, from this computer") },
		Words:  func() string { return locale.X("command.words.open", "load import article text") },
	}
}

// NewStartPage makes the command that shows the start page.
func NewStartPage(run func()) Command {
	return Command{
		ID: StartPage, Group: Program, Icon: "file-text", Run: run,
		Keys:   []Key{Named(fyne.KeyHome, fyne.KeyModifierAlt)},
		Label:  func() string { return locale.X("command.start-page", "Start page") },
		Detail: func() string { return locale.X("finder.go.start", "The sample, and what was opened before") },
	}
}

// NewLibrary makes the command that shows the page of the reader's library.
func NewLibrary(run func()) Command {
	return Command{
		ID: Library, Group: Program, Icon: "books", Run: run,
		Keys:   []Key{Named(fyne.KeyL, Primary)},
		Label:  func() string { return locale.X("command.library", "Your library") },
		Detail: func() string { return locale.X("finder.go.library", "Everything that you opened, to be searched") },
		Words:  func() string { return locale.X("command.words.library", "history articles full text search forget") },
	}
}

// NewEncyclopaedia makes the command that leads to the choice of an offline encyclopaedia.
func NewEncyclopaedia(run func()) Command {
	return Command{
		ID: Encyclopaedia, Group: Program, Icon: "book-open", Run: run,
		Keys:  []Key{Named(fyne.KeyL, Primary, fyne.KeyModifierShift)},
		Label: func() string { return locale.X("command.encyclopaedia", "Offline encyclopaedia…") },
		Detail: func() string {
			return locale.X("finder.go.encyclopaedia", "A ZIM file that says who and what a name is")
		},
		Words: func() string { return locale.X("command.words.encyclopaedia", "zim kiwix wikipedia archive") },
	}
}

// NewNextTheme makes the command that steps through the colour schemes.
func NewNextTheme(run func()) Command {
	return Command{
		ID: NextTheme, Group: View, Icon: "circle-half", Run: run, Floats: true,
		Keys:  []Key{Typed('t')},
		Label: func() string { return locale.X("command.next-theme", "Next theme") },
		Words: func() string {
			return locale.X("command.words.theme", "dark mode light sepia high contrast colours night")
		},
	}
}

// NewFullScreen makes the command that has the window fill the screen, or not any more;
// on reports whether it does.
func NewFullScreen(run func(), on func() bool) Command {
	return Command{
		ID: FullScreen, Group: View, Run: run, Floats: true, Checked: on,
		Keys:  append([]Key{Named(fyne.KeyF11)}, macFullScreen()...),
		Label: func() string { return locale.X("command.full-screen", "Full screen") },
		Words: func() string { return locale.X("command.words.full-screen", "maximise whole window") },
	}
}

// macFullScreen returns the key by which macOS has a window fill the screen.
func macFullScreen() []Key {
	if runtime.GOOS != "darwin" {
		return nil
	}
	return []Key{Named(fyne.KeyF, fyne.KeyModifierControl, fyne.KeyModifierSuper)}
}

// NewLeave makes the command that goes back one level.
func NewLeave(run func()) Command {
	return Command{
		ID: Leave, Group: Marks, Run: run, Here: true,
		Keys:  []Key{Named(fyne.KeyEscape)},
		Label: func() string { return locale.X("command.leave", "Back one level") },
	}
}

// NewQuit makes the command that closes the window.
func NewQuit(run func()) Command {
	return Command{
		ID: Quit, Group: Program, Run: run,
		Keys:  []Key{Named(fyne.KeyQ, Primary)},
		Label: func() string { return locale.X("command.quit", "Quit") },
		Words: func() string { return locale.X("command.words.quit", "exit close leave") },
	}
}
