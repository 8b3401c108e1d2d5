package command

import "sidelight/ui/locale"

// Group is the part of the sheet of keys that a command stands in.
type Group uint8

// The groups, in the order in which a table lists its commands.
const (
	View Group = iota
	Go
	Marks
	Notes
	Program
	Words
)

// Label returns the name of the group in the reader's language.
func (g Group) Label() string {
	switch g {
	case Program:
		return locale.X("menu.program", "Sidelight")
	case View:
		return locale.X("menu.view", "View")
	case Go:
		return locale.X("menu.go", "Go")
	case Notes:
		return locale.X("menu.notes", "Highlights and notes")
	case Words:
		return locale.X("menu.words", "Words")
	}
	return locale.X("menu.marks", "Marks")
}
