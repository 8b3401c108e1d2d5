// Package reading shows one article with all that the reader can do with it: it makes
// the views, tells the session what the reader does and the views what the session
// says. It is the only place where views meet.
package reading

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/annotations/document"
	"sidelight/ui/carry"
	"sidelight/ui/command"
	"sidelight/ui/help"
	"sidelight/ui/keyboard"
	"sidelight/ui/look"
	"sidelight/ui/page"
	"sidelight/ui/prefs"
	"sidelight/ui/session"
	"sidelight/ui/speech"
)

// Reader shows one document. It puts the parts together, each of which owns one
// thing that the reader can do.
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
	// OnLibrary and OnEncyclopaedia are called when the reader asks for the page of the
	// library, and for the choice of an encyclopaedia; nil where there is none.
	OnLibrary, OnEncyclopaedia func()
	// OnPrint and OnSavePage are called when the reader asks for the article on a
	// page; nil where that cannot be.
	OnPrint, OnSavePage func(Paper)
	// OnPortrait is called when the reader asks for what a view shows in a file; nil where
	// that cannot be.
	OnPortrait func(Portrait)
	// OnReload is called when the reader wants the file read again; nil where there is
	// none.
	OnReload func()
	// OnWholePage is called when the reader wants all of a saved web page, or its main
	// text alone; nil where there is no file.
	OnWholePage func()
	// OnFound is called when the reader wants to see more or fewer of the marks that the
	// program finds, after that was kept.
	OnFound func()
	// OnFullScreen is called when the reader wants the window to fill the screen, or
	// not any more.
	OnFullScreen func()
	// IsFullScreen reports whether the window fills the screen.
	IsFullScreen func() bool
	// OnActed is called when the reader has done something, and reports whether that
	// took something away that lay over the article; nil where nothing does.
	OnActed func() bool
	// OnArranged is called with the size of the window when the parts have their places
	// in it.
	OnArranged func(window fyne.Size)

	*parts
	viewing *viewing

	find   *finding
	search *searching
	index  *indexing
	aside  *aside
	looks  *looks
	words  *words

	carrying *carrying
	aloud    *aloud
	marks    *marks
	margin   *margin
	menus    *menus
	on       *targets

	sheet  *help.Sheet      // of keys, that was shown last
	prefs  *prefs.Prefs     // nil where nothing is kept
	way    document.Options // in which the reader chose to read the file
	path   string           // of what is shown, or prefs.Sample; empty where nothing is kept
	keeper keeper

	notebook Notebook // where notes are kept
}

// unjoined is a reader whose parts exist and declare their commands, but show
// nothing yet.
func unjoined(voice speech.Voice, views []slot) *Reader {
	p := &parts{views: views, keys: &keyboard.Router{}, say: func(string, string) {}, tray: &carry.Tray{}}
	r := &Reader{parts: p, keeper: keeper{delay: keepDelay}}
	r.keeper.waiting.Do = p.onUI
	p.acted = func() bool { return r.OnActed != nil && r.OnActed() }
	r.find = &finding{parts: p, current: -1}
	r.viewing = &viewing{p, r.find}
	r.search = &searching{parts: p, find: r.find}
	r.index = &indexing{parts: p}
	r.aside = &aside{parts: p}
	r.aloud = &aloud{parts: p, reading: speech.Reading{Voice: voice, Rate: 1}}
	r.looks = &looks{parts: p, reading: &r.aloud.reading, onTheme: func(s look.Scheme) {
		if f := r.OnTheme; f != nil {
			f(s)
		}
	}, onFound: func() {
		if f := r.OnFound; f != nil {
			f()
		}
	}}
	r.margin = &margin{parts: p}
	r.words = &words{parts: p, stretch: r.margin.stretch}
	r.carrying = &carrying{parts: p}
	r.marks = &marks{parts: p, leave: r.leave}
	r.menus, r.on = &menus{p}, &targets{parts: p, link: r.openLink}
	r.find.offer, r.search.offer = r.menus.offer, r.menus.offer
	p.inPanel = func() (t command.Target, at fyne.Position, size fyne.Size) { return r.aside.panel.Target() }
	p.onPanel = func() command.Target { return r.aside.panel.Words() }
	p.found = func() command.Target { return r.search.target() }
	return r
}

// New makes a reader that shows nothing yet, with the panel and the index open.
func New(theme *look.Theme) (*Reader, error) { return NewSpeaking(theme, nil) }

// NewSpeaking makes a reader as [New] does, which can read aloud in a voice unless that
// is nil.
func NewSpeaking(theme *look.Theme, voice speech.Voice) (*Reader, error) {
	return newReader(theme, voice, slots())
}

// newReader makes a reader with views, of which the first is the article.
func newReader(theme *look.Theme, voice speech.Voice, views []slot) (*Reader, error) {
	r, roles := unjoined(voice, views), theme.Roles()
	r.session = session.New(session.Document{})
	r.session.Update(func(s *session.State) { s.Panel.Open, s.IndexOpen = true, true })
	r.nav = session.NewNavigator(r.session, func() session.Stage { return r.view() })
	var err error
	if r.commands, err = r.newTable(); err != nil {
		return nil, err
	}
	r.cards.commands = r.commands
	r.nav.OnTravel = r.commands.Sync

	r.joinPage(roles)
	r.joinViews(roles)
	r.find.join(roles)
	r.search.join(roles)
	r.frame = newFrame(newToolbar(r.commands, roles), r.search.field.Field(), r.page, roles)
	r.frame.column.waiting.Do = r.onUI
	r.frame.tools.tabs.onChosen = func(id command.ID) { r.commands.Run(id) }
	r.frame.tools.tabs.one.SetAct(r.menus.listViews)
	r.frame.scrim.OnTapped = r.leaveDrawer
	r.frame.onArranged = func(window fyne.Size) {
		if f := r.OnArranged; f != nil {
			f(window)
		}
	}
	r.frame.onNarrow, r.frame.onSides = func(narrow bool) {
		r.aside.narrowed(narrow)
		r.search.narrowed(narrow)
	}, r.keeper.soon
	r.index.join(roles)
	r.aside.join(r.search.field.Results(), roles)
	r.aside.panel.OnLink = r.openLink
	r.aside.panel.OnSelected, r.page.OnSelected = r.selectedOnPanel, r.selectedOnPage
	r.aside.panel.OnShortcut = r.commands.Shortcut
	r.aside.panel.OnWritten, r.aside.panel.OnCopy = r.FocusView, r.carrying.citeOf
	r.margin.index = r.index
	r.margin.side, r.margin.menu = r.aside.panel, r.menus.show
	r.page.OnMenu, r.aside.panel.OnMenu = r.menus.openAt, r.menus.openAt
	r.index.rail.OnMenu, r.index.strip.OnMenu = r.menus.openAt, r.menus.openAt
	r.aloud.join()
	r.looks.join(theme)
	r.nameKeys()
	r.menus.offer(r.search.field.FocusTarget())
	r.menus.offer(r.aside.panel.Fields()...)
	r.carrying.join(roles)
	r.aside.panel.SetCopyKey(r.commands.Command(command.CopyWithSource).Key())

	r.session.OnChange(r.changed)
	return r, nil
}

// Show shows a document, or the next revision of the one that is shown: what is
// selected, scrolled, unfolded and typed stays, as far as the document has it.
func (r *Reader) Show(d session.Document) { r.session.Show(d) }

// Content is everything in the window.
func (r *Reader) Content() fyne.CanvasObject { return r.frame }

// OpenMention opens the card of a mention, as a click on the mark does.
func (r *Reader) OpenMention(id annotations.MentionID) { r.nav.OpenMention(id) }

// Session is what the reader shows as selected, open and searched for.
func (r *Reader) Session() *session.Session { return r.session }

// Page is the article.
func (r *Reader) Page() *page.Page { return r.page }

// Field is what takes the words to search for.
func (r *Reader) Field() fyne.Focusable { return r.search.field.FocusTarget() }

// joinPage makes the page and connects what it says to what answers it.
func (r *Reader) joinPage(roles look.Roles) {
	a := asks{r.nav, r.find}
	r.marks.asks, r.page = a, page.New(roles, a)
	r.page.Do = r.onUI
	r.page.OnLeave = a.Visit
	r.page.OnBack = a.Back
	r.page.SetBackKey(r.commands.Command(command.Back).Key())
	r.page.OnBlank = func() {
		r.session.Update(func(s *session.State) { s.Focused, s.FocusedNote, s.Link = "", "", annotations.Span{} })
	}
	r.page.OnLink = r.openLink
	r.page.OnKey = func(e *fyne.KeyEvent) { r.keys.TypedKey(e) }
	r.page.OnRune = func(c rune) { r.keys.TypedRune(c) }
	r.page.OnScrolled = func() {
		r.keeper.soon()
		r.index.reading()
	}
	r.page.OnWheel = r.looks.wheel
}

// joinViews makes the views and connects what they say to what answers it.
func (r *Reader) joinViews(roles look.Roles) {
	r.viewing.makeViews(making{
		roles: roles, asks: asks{r.nav, r.find}, page: r.page, do: r.onUI, menu: r.menus.openAt, list: r.menus.show, moved: r.keeper.soon,
		keys: func(id command.ID) string { return r.commands.Command(id).Key() },
		say:  func(icon, words string) { r.say(icon, words) }, wheel: r.looks.wheel,
	}, r.keeper.soon)
}

// changed repaints what a change concerns.
func (r *Reader) changed(old, now session.Snapshot) {
	if old.Edition == nil { // nothing was shown before
		old = session.Snapshot{}
	}
	if old.Edition != nil && old.Edition.Article() != now.Edition.Article() {
		r.aloud.stop() // before its sentence is looked for in another text
	}
	r.viewing.follow(old, now)
	if acts(old.State, now.State) {
		r.acted()
	}
	r.index.follow(old, now)
	r.aside.follow(old, now)
	if r.frame.narrow && old.Mention != now.Mention {
		r.frame.arrange(r.frame.Size())
	}
	r.search.follow(old, now)
	r.commands.Sync()
	r.keeper.soon()
}

// openLink hands an address to the desktop's browser.
func (r *Reader) openLink(address string) {
	if f := r.OnLink; f != nil {
		f(address)
	}
}

// acts reports whether the reader has done something between two states: opened,
// searched, or chosen what is marked. To scroll and to point is to read.
func acts(old, now session.State) bool {
	return old.Selected != now.Selected || old.Query != now.Query || old.Panel.Face != now.Panel.Face || old.Layers != now.Layers
}
