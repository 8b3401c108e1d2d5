package start

import (
	"strings"

	"fyne.io/fyne/v2"

	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
)

// Trouble is a file that could not be opened, told to the reader.
type Trouble struct {
	Name     string   // of the file, without its folder
	Happened string   // a sentence that follows the name
	Path     string   // and size, where it is known
	Faults   []string // of an edition: file:line:column and what is wrong
	Way      string   // words of the second button
}

// NewTrouble is the page that says what happened, what can be read, that
// nothing was changed, and two ways on.
func NewTrouble(roles look.Roles, t Trouble, choose, back func()) *Page {
	name := t.Name
	words := name + " " + t.Happened + " " + locale.X("start.reads",
		"Sidelight reads plain text and Markdown, up to 64 MB. Nothing was changed.")
	items := []prose.Item{
		{Block: prose.NewIcon("warning-circle", look.ColorDanger, 28, 28)},
		{Top: 16, Block: prose.NewText(roles.CardName, look.ColorText,
			locale.X("start.not-opened", "This file could not be opened"))},
		{Top: 8, Block: prose.NewText(roles.Body, look.ColorTextMuted, words,
			prose.Stretch{Start: 0, End: len(name), Colour: look.ColorText})},
		{Top: 22, Block: prose.NewFlow(10,
			control.NewLargeText(control.Primary, locale.X("start.another", "Choose another file"), nil, roles, choose),
			control.NewLargeText(control.Plain, t.Way, nil, roles, back))},
		{Top: 26, Block: prose.NewRule(look.ColorRule, 1)},
		{Top: 14, Block: prose.NewText(roles.Meta, look.ColorTextMuted, t.Path)},
	}
	for _, f := range t.Faults {
		items = append(items, prose.Item{Top: 6, Block: prose.NewText(roles.Meta, look.ColorText, strings.TrimSpace(f))})
	}
	return newPage(items...)
}

// NewReading is the page of a file that takes a while to read, before anything
// of it can be shown.
func NewReading(roles look.Roles, name string) fyne.CanvasObject {
	return newPage(prose.Item{Block: prose.NewText(roles.Body, look.ColorTextMuted,
		locale.X("start.reading", "Reading {{.Name}}", map[string]any{"Name": name}))})
}
