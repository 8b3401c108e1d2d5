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

	edition  *annotations.Edition
	session  *session.Session
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
		edition: e,
		session: session.New(e),
		page:    page.New(e, roles),
		index:   index.New(e, roles),
		strip:   index.NewStrip(e, roles),
		panel:   panel.New(e, roles),
		theme:   theme,
		keys:    &router{},
	}
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
	r.session.OnChange(r.changed)
	r.session.OnChange(func(_, _ session.State) { r.keeper.soon() })
	r.page.OnScrolled = r.keeper.soon
	r.session.SetPanel(true)
	r.session.SetIndex(true, false)
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
	r.page.OnHover = r.session.Hover
	r.page.OnMention = r.tapMention
	r.page.OnNote = r.openNote
	r.page.OnAbout = func() { r.show(session.About, "") }
	r.page.OnJump = r.jumpTo
	r.page.OnLeave = r.visit
	r.page.OnBack = r.back
	r.page.SetBackKey(r.commands.Command(command.Back).Key())
	r.page.OnBlank = func() { r.session.Focus(session.None) }
	r.page.OnKey = func(e *fyne.KeyEvent) { r.keys.typedKey(e) }
	r.page.OnRune = func(c rune) { r.keys.typedRune(c) }

	r.panel.OnClose = func() { r.session.SetPanel(false) }
	r.panel.OnEntity = r.openEntity
	r.panel.OnMention = r.openMention
	r.panel.OnPassage = r.openPassage
	r.panel.OnSource = func(id annotations.SourceID) { r.show(session.Sources, id) }
	r.panel.OnLink = r.openLink

	r.joinFinders()
}

// changed repaints the views that a change concerns.
func (r *Reader) changed(old, now session.State) {
	r.page.SetFade(now.Fade)
	r.page.SetSelected(now.Selected, r.edition.Nth(now.Selected, now.Mention))
	r.turnPanel(old, now)
	r.changedIndex(old, now)
	r.page.SetHovered(now.HoveredMention)
	r.page.SetFocused(now.Focused)
	if old.PanelOpen != now.PanelOpen {
		r.tucked = false // from now on it is as it was asked for
	}
	if old.PanelOpen != now.PanelOpen || (old.Query == "") != (now.Query == "") {
		r.frame.setSide(r.side(now))
	}
	r.page.SetBeam(now.PanelOpen && now.Query == "")
	if old.PanelOpen && !now.PanelOpen {
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
		Run:   func() { r.session.SetPanel(!r.session.State().PanelOpen) },
	}}
}

// faceCommands turn the panel to a face.
func (r *Reader) faceCommands() []command.Command {
	return []command.Command{{
		ID: command.ShowSources, Group: command.View, Icon: "book-open",
		Keys:   []command.Key{command.Typed('s')},
		Label:  func() string { return locale.X("command.show-sources", "Sources") },
		Detail: func() string { return locale.X("finder.go.sources", "What the facts beside the article rest on") },
		Run:    func() { r.show(session.Sources, "") },
	}, {
		ID: command.ShowAbout, Group: command.View, Icon: "info",
		Keys:   []command.Key{command.Typed('a')},
		Label:  func() string { return locale.X("command.show-about", "About this edition") },
		Detail: func() string { return locale.X("finder.go.about", "What was checked, and what is not known") },
		Run:    func() { r.show(session.About, "") },
	}}
}

// travelCommands go back to where the reader was, and forward again.
func (r *Reader) travelCommands() []command.Command {
	return []command.Command{{
		ID: command.Back, Group: command.Go, Icon: "arrow-left",
		Enabled: func() bool { return r.session.CanBack() },
		Keys:    []command.Key{command.Named(fyne.KeyLeft, fyne.KeyModifierAlt)},
		Label:   func() string { return locale.X("command.back", "Back to where you were") },
		Run:     func() { r.back() },
	}, {
		ID: command.Forward, Group: command.Go, Icon: "arrow-right",
		Enabled: func() bool { return r.session.CanForward() },
		Keys:    []command.Key{command.Named(fyne.KeyRight, fyne.KeyModifierAlt)},
		Label:   func() string { return locale.X("command.forward", "Forward again") },
		Run:     func() { r.forward() },
	}}
}

// turnPanel shows the face of the panel that the state asks for.
func (r *Reader) turnPanel(old, now session.State) {
	sameFace := old.Face == now.Face && old.Source == now.Source
	switch {
	case now.Face == session.About && !sameFace:
		r.panel.ShowAbout()
	case now.Face == session.Sources && !sameFace:
		r.panel.ShowSources(now.Source)
	case now.Face != session.Card:
	case sameFace && old.Selected == now.Selected && old.Mention == now.Mention:
	case sameFace && old.Selected == now.Selected:
		r.panel.SetMention(now.Mention)
	default:
		r.panel.ShowEntity(now.Selected, now.Mention)
	}
}

// side is what stands at the right: the results while something is searched
// for, else the panel if it is open.
func (r *Reader) side(s session.State) fyne.CanvasObject {
	switch {
	case s.Query != "":
		return r.finder.Results()
	case s.PanelOpen:
		return r.panel
	}
	return nil
}

// tapMention opens the card of the mention that was clicked. A second click on
// the selected one takes the mark around it.
func (r *Reader) tapMention(i int) {
	s := r.session.State()
	if s.Selected != "" && i == r.edition.Nth(s.Selected, s.Mention) && r.edition.Parent(i) >= 0 {
		i = r.edition.Parent(i)
		r.session.Hover(session.None) // the inner mark would light over the outer one
	}
	r.open(i)
}

// narrowed takes a panel that has nothing to say of a selection off the text in
// a window that became too narrow for both, and brings it back beside it.
func (r *Reader) narrowed(narrow bool) {
	s := r.session.State()
	switch {
	case narrow && s.PanelOpen && s.Selected == "" && s.Face == session.Card:
		r.session.SetPanel(false)
		r.tucked = true
	case !narrow && r.tucked:
		r.session.SetPanel(true)
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
	r.session.SetPanel(false)
	r.focusPage()
}

// open shows the card of the i-th mention of the article.
func (r *Reader) open(i int) {
	r.endFind()
	r.visit()
	r.session.Focus(i)
	r.session.Select(r.edition.Mentions()[i].Entity, r.edition.Ordinal(i))
	r.session.SetPanel(true)
}

// openEntity shows the card of an entity and its next mention from the top of the
// view on; one that is in view stays where it is.
func (r *Reader) openEntity(id annotations.EntityID) {
	r.visit()
	all, nearest := r.edition.MentionsOf(id), 0
	for i, m := range all {
		if m.Start >= max(r.page.Place().Offset, 0) {
			nearest = i
			break
		}
	}
	r.session.Select(id, nearest)
	r.session.SetPanel(true)
	r.revealSelected()
}

// openMention selects a mention of an entity and goes to it.
func (r *Reader) openMention(id annotations.EntityID, n int) {
	r.visit()
	r.session.Select(id, n)
	r.revealSelected()
}

// openPassage goes to a passage and lights it.
func (r *Reader) openPassage(s annotations.Span) {
	r.visit()
	r.page.Leap(s)
	r.page.Flash(s)
}

// openNote shows the card of the first entity that the note is about, at the
// note, and lights the words that it is attached to.
func (r *Reader) openNote(i int) {
	n := r.edition.Notes()[i]
	r.visit()
	if len(n.About) > 0 {
		r.session.Select(n.About[0], 0)
		r.session.SetPanel(true)
		r.panel.RevealNote(n.ID)
	}
	r.page.Flash(n.Span)
}

// show turns the panel to a face.
func (r *Reader) show(f session.Face, source annotations.SourceID) {
	r.visit()
	r.session.Show(f, source)
}

// openLink hands an address to the desktop's browser.
func (r *Reader) openLink(address string) {
	if f := r.OnLink; f != nil {
		f(address)
	}
}

// stepMention goes to the next or the previous mention of what is selected.
func (r *Reader) stepMention(delta int) {
	r.visit()
	r.session.StepMention(delta)
	r.revealSelected()
}

// revealSelected scrolls to the current mention and lights it.
func (r *Reader) revealSelected() {
	s := r.session.State()
	if i := r.edition.Nth(s.Selected, s.Mention); i >= 0 {
		r.session.Focus(i)
		span := r.edition.Mentions()[i].Span
		r.page.Leap(span)
		r.page.Flash(span)
	}
}

// place is where the eye is now.
func (r *Reader) place() session.Place {
	s := r.session.State()
	at := r.page.Place()
	if r.preview.on {
		at = r.preview.from
	}
	return session.Place{
		Offset: at.Offset, Past: at.Past, Entity: s.Selected, Mention: s.Mention, Face: s.Face, Source: s.Source,
	}
}

// visit notes the place before a jump.
func (r *Reader) visit() {
	r.session.Visit(r.place())
	r.commands.Sync()
}

func (r *Reader) back() { r.travel(r.session.Back) }

func (r *Reader) forward() { r.travel(r.session.Forward) }

// travel goes to the next stop that is somewhere else: a jump may have led
// nowhere.
func (r *Reader) travel(next func(session.Place) (session.Place, bool)) {
	from := r.place()
	for p, ok := next(from); ok; p, ok = next(from) {
		if !p.Near(from) {
			r.goTo(p)
			return
		}
	}
	r.commands.Sync()
}

// goTo brings back a place: the text in view and what was selected.
func (r *Reader) goTo(p session.Place) {
	r.session.Select(p.Entity, p.Mention)
	if p.Entity != "" {
		r.session.SetPanel(true)
	}
	r.session.Focus(r.edition.Nth(p.Entity, p.Mention))
	r.panel.Resume()
	if p.Face != session.Card {
		r.session.Show(p.Face, p.Source)
	}
	r.page.Restore(page.Place{Offset: p.Offset, Past: p.Past})
	r.commands.Sync()
}

// Field is what takes the words to search for.
func (r *Reader) Field() fyne.Focusable { return r.finder.FocusTarget() }
