// Package ui is the shell of the reader: it makes the views, tells the session
// what the reader does and the views what the session says. It is the only
// place where views meet.
package ui

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/finder"
	"sidelight/ui/float"
	"sidelight/ui/help"
	"sidelight/ui/index"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/page"
	"sidelight/ui/panel"
	"sidelight/ui/prefs"
	"sidelight/ui/session"
	"sidelight/ui/settings"
)

// Reader shows one edition.
type Reader struct {
	// OnTheme is called when the reader asks for another colour scheme.
	OnTheme func(look.Scheme)
	// OnLink is called with an address that the reader wants to see in the
	// browser, after it was shown; it is of the web.
	OnLink func(address string)
	// OnQuit is called when the reader asks to leave.
	OnQuit func()
	// OnOpenFile and OnStartPage are called when the reader asks for another
	// article; nil where there is no other.
	OnOpenFile, OnStartPage func()

	session  *session.Session
	nav      *session.Navigator
	commands *command.Table
	keys     *router
	canvas   fyne.Canvas

	page   *page.Page
	index  *index.Rail
	strip  *index.Strip
	layers *index.Layers
	panel  *panel.Panel
	finder *finder.Finder // its field stands above the panel
	find   finding

	palette *finder.Palette
	preview preview
	recent  recent
	tools   *toolbar
	frame   *frame
	theme   *look.Theme

	layer    *float.Layer // over the window; nil before there is a canvas
	settings *settings.View
	sheet    *help.Sheet  // of keys, that was shown last
	still    bool         // nothing moves
	prefs    *prefs.Prefs // nil where nothing is kept
	keeper   keeper
	tucked   bool // the panel was closed because it would have covered the text
}

// New makes a reader of the edition, with the panel open and nothing selected.
func New(e *annotations.Edition, theme *look.Theme) (*Reader, error) {
	roles := theme.Roles()
	r := &Reader{
		session: session.New(session.Document{Edition: e}),
		index:   index.New(roles),
		strip:   index.NewStrip(roles),
		panel:   panel.New(e, roles),
		theme:   theme,
		keys:    &router{},
		keeper:  keeper{delay: keepDelay},
	}
	r.nav = session.NewNavigator(r.session, func() session.Stage { return r.page })
	r.page = page.New(roles, asks{r.nav, r})
	r.page.Follow(session.Snapshot{}, r.session.Snapshot())
	var err error
	if r.commands, err = r.newTable(); err != nil {
		return nil, err
	}
	r.newFinders()
	r.tools = newToolbar(r.commands, r.showMenu)
	r.frame = newFrame(r.tools, r.finder.Field(), r.page, roles)
	r.frame.scrim.OnTapped = r.leaveDrawer
	r.frame.onNarrow = r.narrowed
	r.joinIndex()
	r.joinSettings()

	r.newFinding()
	r.offerActions()
	r.listen()
	r.nav.OnTravel, r.nav.OnReturn = r.commands.Sync, r.panel.Resume
	r.session.OnChange(r.changed)
	r.session.OnChange(func(_, _ session.Snapshot) { r.keeper.soon() })
	r.page.OnScrolled = r.keeper.soon
	r.setPanel(true)
	r.setIndex(true, false)
	r.commands.Sync()
	return r, nil
}

// Content is everything in the window.
func (r *Reader) Content() fyne.CanvasObject { return r.frame }

// Session is what the reader shows as selected, open and searched for.
func (r *Reader) Session() *session.Session { return r.session }

// Page is the article.
func (r *Reader) Page() *page.Page { return r.page }

// listen connects what the views say to what the session does.
func (r *Reader) listen() {
	r.page.OnLeave = r.nav.Visit
	r.page.OnBack = r.nav.Back
	r.page.SetBackKey(r.commands.Command(command.Back).Key())
	r.page.OnBlank = func() { r.session.Update(func(s *session.State) { s.Focused = "" }) }
	r.page.OnKey = func(e *fyne.KeyEvent) { r.keys.typedKey(e) }
	r.page.OnRune = func(c rune) { r.keys.typedRune(c) }

	r.panel.OnClose = func() { r.setPanel(false) }
	r.panel.OnEntity = r.nav.OpenEntity
	r.panel.OnMention = func(id annotations.EntityID, n int) {
		if m, ok := r.session.Edition().Nth(id, n); ok {
			r.nav.OpenMention(m.ID)
		}
	}
	r.panel.OnPassage = r.nav.OpenPassage
	r.panel.OnSource = r.nav.OpenSource
	r.panel.OnLink = r.openLink

	r.joinFinders()
}

// changed repaints the views that a change concerns.
func (r *Reader) changed(old, now session.Snapshot) {
	r.page.Follow(old, now)
	r.turnPanel(old, now)
	r.changedIndex(old, now)
	if old.Panel.Open != now.Panel.Open {
		r.tucked = false // from now on it is as it was asked for
	}
	if old.Panel.Open != now.Panel.Open || (old.Query == "") != (now.Query == "") {
		r.frame.setSide(r.side(now.State))
	}
	if old.Panel.Open && !now.Panel.Open {
		r.focusPage() // what had the focus may be gone
	}
	r.commands.Sync()
}

// panelCommands show and hide the panel.
func (r *Reader) panelCommands() []command.Command {
	return []command.Command{{
		ID: command.TogglePanel, Group: command.View, Icon: "sidebar-right",
		Keys:  []command.Key{command.Typed('p')},
		Label: func() string { return locale.X("command.toggle-panel", "Show or hide the side panel") },
		Run:   func() { r.setPanel(!r.session.State().Panel.Open) },
	}}
}

// faceCommands turn the panel to a face.
func (r *Reader) faceCommands() []command.Command {
	return []command.Command{{
		ID: command.ShowSources, Group: command.View, Icon: "book-open",
		Keys:   []command.Key{command.Typed('s')},
		Label:  func() string { return locale.X("command.show-sources", "Sources") },
		Detail: func() string { return locale.X("finder.go.sources", "What the facts beside the article rest on") },
		Run:    func() { r.nav.OpenSource("") },
	}, {
		ID: command.ShowAbout, Group: command.View, Icon: "info",
		Keys:   []command.Key{command.Typed('a')},
		Label:  func() string { return locale.X("command.show-about", "About this edition") },
		Detail: func() string { return locale.X("finder.go.about", "What was checked, and what is not known") },
		Run:    func() { r.nav.OpenAbout() },
	}}
}

// travelCommands go back to where the reader was, and forward again.
func (r *Reader) travelCommands() []command.Command {
	return []command.Command{{
		ID: command.Back, Group: command.Go, Icon: "arrow-left",
		Enabled: func() bool { return r.nav.CanBack() },
		Keys:    []command.Key{command.Named(fyne.KeyLeft, fyne.KeyModifierAlt)},
		Label:   func() string { return locale.X("command.back", "Back to where you were") },
		Run:     func() { r.nav.Back() },
	}, {
		ID: command.Forward, Group: command.Go, Icon: "arrow-right",
		Enabled: func() bool { return r.nav.CanForward() },
		Keys:    []command.Key{command.Named(fyne.KeyRight, fyne.KeyModifierAlt)},
		Label:   func() string { return locale.X("command.forward", "Forward again") },
		Run:     func() { r.nav.Forward() },
	}}
}

// turnPanel shows the face of the panel that the state asks for.
func (r *Reader) turnPanel(old, now session.Snapshot) {
	sameFace := old.Panel.Face == now.Panel.Face && old.Panel.Source == now.Panel.Source
	switch {
	case now.Panel.Face == session.About && !sameFace:
		r.panel.ShowAbout()
	case now.Panel.Face == session.Sources && !sameFace:
		r.panel.ShowSources(now.Panel.Source)
	case now.Panel.Face != session.Card:
	case sameFace && old.Selected == now.Selected && old.Mention == now.Mention:
	case sameFace && old.Selected == now.Selected:
		r.panel.SetMention(now.Edition.Ordinal(now.Mention))
	default:
		r.panel.ShowEntity(now.Selected, now.Edition.Ordinal(now.Mention))
	}
	if id := now.Panel.Note; id != "" && id != old.Panel.Note {
		r.panel.RevealNote(id)
	}
}

// side is what stands at the right: the results while something is searched
// for, else the panel if it is open.
func (r *Reader) side(s session.State) fyne.CanvasObject {
	switch {
	case s.Query != "":
		return r.finder.Results()
	case s.Panel.Open:
		return r.panel
	}
	return nil
}

// asks answers what the article asks for as the navigator does, but for a click on
// a mark, which ends the search for words.
type asks struct {
	*session.Navigator
	r *Reader
}

// SelectMention opens the card of a mention in the text.
func (a asks) SelectMention(id annotations.MentionID) { a.r.selectMention(id) }

// selectMention opens the card of a mention in the text, and ends the search for
// words.
func (r *Reader) selectMention(id annotations.MentionID) {
	r.endFind()
	r.nav.SelectMention(id)
}

// setPanel opens or closes the side panel.
func (r *Reader) setPanel(open bool) {
	r.session.Update(func(s *session.State) { s.Panel.Open = open })
}

// narrowed takes a panel that has nothing to say of a selection off the text in
// a window that became too narrow for both, and brings it back beside it.
func (r *Reader) narrowed(narrow bool) {
	s := r.session.State()
	switch {
	case narrow && s.Panel.Open && s.Selected == "" && s.Panel.Face == session.Card:
		r.setPanel(false)
		r.tucked = true
	case !narrow && r.tucked:
		r.setPanel(true)
	}
}

// tuck does so if the window is too narrow already.
func (r *Reader) tuck() {
	if r.frame.narrow {
		r.narrowed(true)
	}
}

// leaveDrawer closes what lies over the page in a narrow window.
func (r *Reader) leaveDrawer() {
	if r.indexDrawer() {
		r.closeIndex()
		return
	}
	r.finder.SetQuery("")
	r.setPanel(false)
	r.focusPage()
}

// openLink hands an address to the desktop's browser.
func (r *Reader) openLink(address string) {
	if f := r.OnLink; f != nil {
		f(address)
	}
}

// Field is what takes the words to search for.
func (r *Reader) Field() fyne.Focusable { return r.finder.FocusTarget() }
