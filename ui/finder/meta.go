package finder

import (
	"strings"

	"sidelight/annotations/search"
	"sidelight/ui/command"
	"sidelight/ui/locale"
)

// commandOf returns the command that a result stands for, or nil.
func (l rowLook) commandOf(r search.Result) *command.Command {
	if r.Type != search.Command || l.commands == nil {
		return nil
	}
	return l.commands(r.ID)
}

// meta returns the line below a title: what a result is, where it stands and, where
// the marked letters of its title do not show it, why it was found.
func (l rowLook) meta(r search.Result) string {
	if r.Type == search.Passage && r.Detail.Paragraph < manyParagraphs {
		r.Detail.Paragraph = 0 // it stands before the title
	}
	line := locale.Result(r)
	if c := l.commandOf(r); c != nil {
		line = c.Detail()
	}
	if why := locale.Reason(r); why != "" && !showsReason(r) {
		line = strings.TrimPrefix(line+" · "+why, " · ")
	}
	if len(r.Dropped) > 0 {
		return line
	}
	// A last word as short as a paragraph's number does not go on a line alone.
	if i := strings.LastIndexByte(line, ' '); i > 0 && len(line)-i <= 4 {
		line = line[:i] + "\u00a0" + line[i+1:]
	}
	return line
}

// showsReason reports whether a result shows by the marked letters of its title
// why it was found, or needs no reason.
func showsReason(r search.Result) bool {
	switch r.Reason.How {
	case search.Exact, search.Alias, search.Printed, search.Initials, search.Spelling, search.Partly:
		return false
	case search.Beginning, search.Word, search.Words, search.Listed:
		return true
	}
	return len(r.Matches) > 0
}
