package ui

import (
	"sidelight/annotations"
	"sidelight/ui/command"
)

// peek shows in a few words what the focused mark stands for; where no mark in
// view has the focus it goes a page on.
func (r *Reader) peek() {
	if !r.page.Peek(r.session.State().Focused) {
		r.commands.Run(command.NextPage)
	}
}

// pointed is the mention that Enter opens: the one on the hover card, else the
// focused one, or none.
func (r *Reader) pointed() annotations.MentionID {
	if id := r.page.CardMention(); id != "" {
		return id
	}
	return r.session.State().Focused
}
