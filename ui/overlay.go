package ui

import "sidelight/ui/session"

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
