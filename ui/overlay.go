package ui

import (
	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/page"
)

// peek shows in a few words what the focused mark stands for; where no mark in
// view has the focus it goes a page on.
func (r *Reader) peek() {
	if i := page.IndexOf(r.session.Edition(), r.session.State().Focused); i < 0 || !r.page.Peek(i) {
		r.commands.Run(command.NextPage)
	}
}

// pointed is the mention that Enter opens: the one on the hover card, else the
// focused one, or none.
func (r *Reader) pointed() annotations.MentionID {
	if i := r.page.CardMention(); i >= 0 {
		return r.mentionID(i)
	}
	return r.session.State().Focused
}

// mentionID is the id of the mention at a place of Edition.Mentions, or none.
func (r *Reader) mentionID(i int) annotations.MentionID {
	if i < 0 {
		return ""
	}
	return r.session.Edition().Mentions()[i].ID
}
