package ui

import (
	"sidelight/ui/command"
	"sidelight/ui/finder"
	"sidelight/ui/locale"
)

// commandRow is what the row of a command shows beside its name.
func (r *Reader) commandRow(id string) finder.Command {
	c := r.commands.Command(command.ID(id))
	if c == nil {
		return finder.Command{}
	}
	row := finder.Command{Icon: commandIcon(c.ID), Detail: commandDetail(c), Enabled: c.Enabled()}
	if len(c.Keys) > 0 {
		row.Key = c.Keys[0].String()
	}
	return row
}

// commandDetail says where a command leads, or else in which menu it stands.
func commandDetail(c *command.Command) string {
	switch c.ID {
	case command.ShowSources:
		return locale.X("finder.go.sources", "What the facts beside the article rest on")
	case command.ShowAbout:
		return locale.X("finder.go.about", "What was checked, and what is not known")
	case command.Settings:
		return locale.X("finder.go.settings", "Size of the text, marks and colours")
	case command.OpenFile:
		return locale.X("finder.go.file", "Another text, from this computer")
	case command.StartPage:
		return locale.X("finder.go.start", "The sample, and what was opened before")
	}
	return c.Group.Label()
}

func commandIcon(id command.ID) string {
	switch id {
	case command.ShowSources:
		return "book-open"
	case command.ShowAbout:
		return "info"
	case command.Settings, command.Larger, command.Smaller, command.DesignSize:
		return "text-aa"
	case command.OpenFile:
		return "folder-open"
	case command.StartPage:
		return "file-text"
	case command.NextTheme:
		return "circle-half"
	case command.ToggleIndex:
		return "sidebar-simple"
	case command.TogglePanel:
		return "sidebar-right"
	case command.ShowLayers, command.PlainText:
		return "stack"
	case command.Back:
		return "arrow-left"
	case command.Forward:
		return "arrow-right"
	case command.Find, command.FindNext, command.FindPrevious:
		return "magnifying-glass"
	case command.Copy, command.CopyWithSource:
		return "copy"
	}
	return "keyboard"
}
