package ui

import (
	"sidelight/ui/command"
	"sidelight/ui/session"
)

// skipHidden moves the keyboard on past marks whose layer is off, the way it
// went; if no mark is on, nowhere.
func (r *Reader) skipHidden(delta int) {
	for range r.edition.Mentions() {
		if i := r.session.State().Focused; i < 0 || r.page.Marked(i) {
			return
		}
		r.session.StepFocus(delta)
	}
	r.session.Focus(session.None)
}

// jumpTo selects a mention and goes to it.
func (r *Reader) jumpTo(i int) { r.openMention(r.edition.Mentions()[i].Entity, r.edition.Ordinal(i)) }

// peek shows in a few words what the focused mark stands for; where none in view
// has the focus it goes a page on.
func (r *Reader) peek() {
	if i := r.session.State().Focused; i < 0 || !r.page.Peek(i) {
		r.commands.Run(command.NextPage)
	}
}

// pointed is the mention that Enter opens: the one on the hover card, else the
// focused one, or [session.None].
func (r *Reader) pointed() int {
	if i := r.page.CardMention(); i >= 0 {
		return i
	}
	return r.session.State().Focused
}
