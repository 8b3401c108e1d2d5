package ui

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/page"
	"sidelight/ui/session"
)

// parts is what the parts of a reader share: what is shown, and the ways to the
// text, the keyboard and the cards. A part owns one thing that the reader can do
// and declares the commands for it.
type parts struct {
	session  *session.Session
	nav      *session.Navigator
	commands *command.Table
	keys     *router
	canvas   fyne.Canvas // nil before the reader is in a window
	cards    cards

	page  *page.Page
	frame *frame
}

// edition is the edition of the document that is shown.
func (p *parts) edition() *annotations.Edition { return p.session.Edition() }

// setPanel opens or closes the side panel.
func (p *parts) setPanel(open bool) {
	p.session.Update(func(s *session.State) { s.Panel.Open = open })
}

// focus gives the keyboard to a part of the window.
func (p *parts) focus(o fyne.Focusable) {
	if p.canvas != nil {
		p.canvas.Focus(o)
	}
}

func (p *parts) focusPage() { p.focus(p.page) }

// asks answers the views: a mention that is clicked ends the search for words.
type asks struct {
	*session.Navigator
	find *finding
}

// SelectMention opens the card of a mention in the text, see
// [session.Navigator.SelectMention].
func (a asks) SelectMention(id annotations.MentionID) {
	a.find.end()
	a.Navigator.SelectMention(id)
}
