package start

import (
	"strings"

	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
)

// Trouble says of a file that could not be opened what the reader is told.
type Trouble struct {
	Name     string   // of the file, without its folder
	Happened string   // a sentence that follows the name
	Path     string   // path and size, or the path alone where the size is unknown
	Faults   []string // of an edition: "file:line:column: the fault"
	Way      string   // the words of the second button
	Title    string   // "" if the file could not be opened
	Choices  []Choice // ways to read the file, the likeliest first, or articles in it
}

// Choice is a way to read a file that can be read in several.
type Choice struct {
	Name   string // of the way, on its button
	Words  string // the first words of the file, read so, or what else is known of it
	Choose func()
}

// NewTrouble makes the page of a file that could not be opened: what happened, what
// Sidelight reads, that nothing was changed, the choices, and two buttons. Choose is called by
// the first button, to choose another file, back by the second.
func NewTrouble(roles look.Roles, t Trouble, choose, back func()) *Page {
	name, title, first := t.Name, t.Title, control.Primary
	if title == "" {
		title = locale.X("start.not-opened", "This file could not be opened")
	}
	words := name + " " + t.Happened
	if len(t.Choices) == 0 {
		words += " " + locale.X("start.reads", "Sidelight reads web pages, EPUB, Word, OpenDocument and PDF files, Markdown and plain text, up to 64 MB. Nothing was changed.")
	}
	items := []prose.Item{
		{Block: prose.NewIcon("warning-circle", look.ColorDanger, 28, 28)},
		{Top: 16, Block: prose.NewText(roles.CardName, look.ColorText, title)},
		{Top: 8, Block: prose.NewText(roles.Body, look.ColorTextMuted, words,
			prose.Stretch{Start: 0, End: len(name), Colour: look.ColorText})},
	}
	for _, c := range t.Choices {
		items = append(items, prose.Item{Top: 18, Block: prose.NewFlow(10, control.NewLargeText(first, c.Name, nil, roles, c.Choose))})
		if c.Words != "" {
			items = append(items, prose.Item{Top: 6, Block: prose.NewText(roles.Body, look.ColorText, c.Words)})
		}
		first = control.Plain
	}
	items = append(items, []prose.Item{
		{Top: 22, Block: prose.NewFlow(10,
			control.NewLargeText(first, locale.X("start.another", "Choose another file"), nil, roles, choose),
			control.NewLargeText(control.Plain, t.Way, nil, roles, back))},
		{Top: 26, Block: prose.NewRule(look.ColorRule, 1)},
		{Top: 14, Block: prose.NewText(roles.Meta, look.ColorTextMuted, t.Path)},
	}...)
	for _, f := range t.Faults {
		items = append(items, prose.Item{Top: 6, Block: prose.NewText(roles.Meta, look.ColorText, strings.TrimSpace(f))})
	}
	return newPage(items...)
}

// NewReading makes the page that names a file while the file is being read. Cancel
// is called by the one button.
func NewReading(roles look.Roles, name string, cancel func()) *Page {
	return newPage(
		prose.Item{Block: prose.NewText(roles.Body, look.ColorTextMuted,
			locale.X("start.reading", "Reading {{.Name}}", map[string]any{"Name": name}))},
		prose.Item{Top: 22, Block: prose.NewFlow(10,
			control.NewLargeText(control.Plain, locale.X("start.cancel", "Cancel"), nil, roles, cancel))})
}
