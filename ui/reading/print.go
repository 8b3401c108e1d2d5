package reading

import (
	"fyne.io/fyne/v2"

	"sidelight/ui/command"
	"sidelight/ui/locale"
)

// printCommands returns the commands that put the article on a page.
func (r *Reader) printCommands() []command.Command {
	return []command.Command{{
		ID: command.Print, Group: command.Program, Icon: "printer", Run: func() { r.OnPrint(r.edition(), r.margin.sheet()) },
		Keys:    []command.Key{command.Named(fyne.KeyP, command.Primary)},
		Label:   func() string { return locale.X("command.print", "Print") },
		Detail:  func() string { return locale.X("command.print.detail", "The article and its cards, in the browser") },
		Words:   func() string { return locale.X("command.words.print", "paper printer pdf browser page") },
		Enabled: func() bool { return r.OnPrint != nil },
	}, {
		ID: command.SavePage, Group: command.Program, Icon: "export", Run: func() { r.OnSavePage(r.edition(), r.margin.sheet()) },
		Keys:  []command.Key{command.Named(fyne.KeyS, command.Primary)},
		Label: func() string { return locale.X("command.save-page", "Save as page…") },
		Detail: func() string {
			return locale.X("command.save-page.detail", "The article and its cards, in one file for a browser")
		},
		Words:   func() string { return locale.X("command.words.save-page", "export html web file share") },
		Enabled: func() bool { return r.OnSavePage != nil },
	}}
}
