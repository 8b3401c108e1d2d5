package reading

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/async"
	"sidelight/ui/carry"
	"sidelight/ui/command"
	"sidelight/ui/float"
	"sidelight/ui/keyboard"
	"sidelight/ui/page"
	"sidelight/ui/session"
)

// parts is what the parts of a reader share: what is shown, and the ways to the
// text, the keyboard and the cards. A part owns one thing that the reader can do
// and declares the commands for it.
type parts struct {
	session   *session.Session
	nav       *session.Navigator
	commands  *command.Table
	keys      *keyboard.Router
	canvas    fyne.Canvas              // nil before the reader is in a window
	do        func(func())             // runs a function on the UI goroutine; nil means fyne.Do
	line      *async.Line              // where what nobody waits for stands; nil where nothing waits
	say       func(icon, words string) // tells what the reader has just done
	acted     func() bool              // is called when the reader does something, and reports whether that took something away
	primary   Primary                  // nil where programs share no selection
	cards     cards
	tray      *carry.Tray    // what the reader has collected, of any article
	menuLayer *float.Menus   // nil before there is a canvas
	about     command.Target // what a command is given for from a menu about that
	inPanel   func() (t command.Target, at fyne.Position, size fyne.Size)
	onPanel   func() command.Target // the words that are selected on the panel
	found     func() command.Target // the result that is chosen where the keyboard searches

	views []slot // what can stand in the middle of the window, in the order of the tabs
	page  *page.Page
	frame *frame
}

// onUI runs a function on the UI goroutine. It may be called on any.
func (p *parts) onUI(f func()) {
	if p.do == nil {
		fyne.Do(f)
		return
	}
	p.do(f)
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

// FocusView gives the keyboard to what stands in the middle of the window.
func (p *parts) FocusView() { p.focus(p.view().Focus()) }

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
