// Package ui is the shell: the window and what lies in it. Whatever is opened is read
// behind the window and shown by the reader of package reading; without an article
// there is a page, such as the start page.
package ui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"github.com/go-text/typesetting/fontscan"

	"sidelight/annotations"
	"sidelight/annotations/document"
	"sidelight/annotations/export/margin"
	"sidelight/annotations/notes"
	"sidelight/ui/async"
	"sidelight/ui/carry"
	"sidelight/ui/command"
	"sidelight/ui/float"
	"sidelight/ui/keyboard"
	"sidelight/ui/look"
	"sidelight/ui/panel"
	"sidelight/ui/prefs"
	"sidelight/ui/reading"
	"sidelight/ui/session"
	"sidelight/ui/settings"
	"sidelight/ui/speech"
)

// room is what fills the window: an article with its parts, or a page without
// one. The workspace shows one room at a time.
type room interface {
	// Objects are drawn back to front, each as large as the window.
	Objects() []fyne.CanvasObject
	// Table are the commands that can be given here, and Takers what takes keys
	// before the table does, the topmost last.
	Table() *command.Table
	Takers() []keyboard.Taker
	// Entered is called when the room is in the window, and Left before another
	// takes its place or the window closes.
	Entered(fyne.Window)
	Left()
}

// Workspace owns the window and what lies in it. Whatever is opened goes one
// way: [Workspace.Open] reads it behind the window, and a room shows what came of
// it.
type Workspace struct {
	// OnLink is called with an address to be shown in the browser.
	OnLink func(address string)
	// Program is what the page about the edition says of the program.
	Program panel.Program
	// LoadEdition reads the edition in a folder, on any goroutine, and returns as
	// soon as the context is done.
	LoadEdition func(ctx context.Context, folder string) (*annotations.Edition, error)
	// Ahead reads already what [Workspace.Start] will be asked to show; nil where nothing does.
	Ahead *Ahead
	// Marker finds marks in what nobody has marked; nil where nothing does.
	Marker Marker
	// ChooseFile lets the reader choose a file in the system's dialog, which begins in
	// a folder, and returns its path, or "" if the reader chooses none. It may be called
	// on any goroutine and closes the dialog when the context ends. The error is
	// [ErrNoDialog] where there is none. Nil means the toolkit's dialog.
	ChooseFile func(ctx context.Context, folder string) (path string, err error)
	// SaveFile is the same for a file to be written, for which it offers a name. Nil
	// means the toolkit's dialog.
	SaveFile func(ctx context.Context, name string) (path string, err error)
	// Known is where what is known beside an article is looked for.
	Known Known
	// Primary is the selection that the desktop's programs share; nil where there is none.
	Primary reading.Primary
	// Voice reads aloud; nil where there is none.
	Voice speech.Voice
	// OnOpening is called with the path of what is about to be opened, and with ""
	// after that has been in view for a while or was given up. Nil means that nobody
	// wants to know.
	OnOpening func(path string)
	// Notes is where the reader's notes are kept; nil where none are.
	Notes *notes.Store
	// OnFolder is called with a folder that the reader wants to see; nil where nothing can
	// show it.
	OnFolder func(folder string)
	// Do runs a function on the UI goroutine and may be called on any other: nil
	// means fyne.Do. The toolkit's test driver calls a function where it is, so a
	// test brings its own.
	Do func(func())

	w      fyne.Window
	root   *fyne.Container // what the window shows, for as long as there is the window
	prefs  *prefs.Prefs
	theme  *look.Theme
	sample *annotations.Edition
	keys   *keyboard.Router
	early  *early // in the window until there is a room

	room      room
	reader    *reading.Reader // the article that was read last, or nil
	bar       *progress
	tips      *float.Tips
	notice    *notice                // what the reader is told, or nil
	saying    async.Latest[struct{}] // until a notice goes
	printing  printing
	importing async.Latest[*margin.Import]
	tray      carry.Tray                  // what the reader has collected, of any article
	lacking   async.Latest[[]string]      // looks for fonts that would be needed
	fonts     func() []fontscan.Footprint // those that are there
	opening   async.Latest[read]
	marking   marking
	line      async.Line             // where what nobody waits for stands, behind the next picture
	picture   async.Latest[struct{}] // until that is drawn
	waiting   async.Latest[struct{}] // until the window says what is being opened
	sized     bool                   // the window has the size in which it was left
	again     string                 // the path that the start page offers to open again, or empty
	settled   settled
	newcomer  bool   // nothing was read with the program before
	hints     *hints // what there is to begin with, or nil
	files     files
	way       document.Options // in which the reader chose to read the file in view
	known     state            // of the file in view when it was read, or since
	watching  async.Latest[state]
	shelving  shelving
}

// NewWorkspace makes the workspace of a window. The sample is the edition that
// comes with the program.
func NewWorkspace(win fyne.Window, p *prefs.Prefs, theme *look.Theme, sample *annotations.Edition) *Workspace {
	w := &Workspace{w: win, root: container.NewStack(), early: newEarly(), prefs: p, theme: theme, sample: sample, keys: &keyboard.Router{}, bar: newProgress(), tips: float.NewTips(), settled: settled{time: settleTime, giveBack: async.GiveBack}, fonts: allFonts}
	w.newcomer = !p.Acquainted()
	w.keys.OnKey = w.tips.Clear // what a tip is about may be gone after the key
	w.keys.Listen(win.Canvas())
	win.SetPadded(false)
	win.SetContent(w.root)
	win.SetCloseIntercept(w.Leave)
	win.SetOnDropped(func(_ fyne.Position, dropped []fyne.URI) {
		w.drop(dropped)
	})
	return w
}

// Appear opens the window, in the size that it was left in, with no room in it yet: what
// is shown first is made while the system opens it, and drawn once. Keys wait for it.
func (w *Workspace) Appear() {
	w.size()
	w.root.Add(w.early)
	w.w.Canvas().Focus(w.early)
	w.w.Show()
}

// Start shows what the path names, an edition's folder or a file; without a
// path what was read last, and the first time the start page.
func (w *Workspace) Start(path string) {
	w.size()
	if path == "" {
		path = w.prefs.Last()
	}
	switch path {
	case "":
		w.ShowStart()
	case prefs.Sample:
		w.ReadSample()
	default:
		w.Open(path)
	}
}

// ReadSample shows the edition that comes with the program.
func (w *Workspace) ReadSample() {
	w.stopOpening()
	w.begin(prefs.Sample)
	w.read(w.sample, prefs.Sample, false)
}

// readSampleAt shows the edition that comes with the program, with the card of a
// mention open.
func (w *Workspace) readSampleAt(id annotations.MentionID) {
	w.ReadSample()
	if w.current() == prefs.Sample {
		w.reader.OpenMention(id)
	}
}

// ShowStart shows the start page.
func (w *Workspace) ShowStart() {
	w.stopOpening()
	leave := command.NewLeave(w.goOn)
	leave.Enabled = func() bool { return w.reader != nil || w.again == "" && w.prefs.Last() != "" }
	w.enter(newLobbyLeft(w, w.welcome(), leave))
	w.typedEarly()
	w.settle()
}

// goBack shows the article that was read before, or else the sample.
func (w *Workspace) goBack() {
	w.stopOpening()
	if w.reader == nil {
		w.ReadSample()
		return
	}
	w.enter(w.reader)
}

// read makes a reader of an edition and shows it where it was left. In one that is plain,
// that nobody has marked, marks are looked for.
func (w *Workspace) read(e *annotations.Edition, path string, plain bool) {
	if plain && w.Marker == nil {
		e = unmarked(e)
	}
	r, err := reading.NewSpeaking(w.theme, w.Voice)
	if err != nil {
		w.giveUp()
		w.enter(newLobby(w, w.trouble(path, err)))
		w.typedEarly()
		return
	}
	again := path != prefs.Sample && path != "" // it can be read again
	around := reading.Surroundings{
		Do: w.Do, Line: &w.line, Keys: w.keys, Prefs: w.prefs, Say: w.Say, Primary: w.Primary, Tray: &w.tray, Program: w.Program, Path: path,
		Notes: w.notebook(), Outside: w.outside(),
	}
	if again {
		around.Way = w.way
	}
	r.Join(around)
	w.marking.end(w)
	w.pictureFirst()
	left := w.prefs.Left(e).Place
	r.Show(session.Document{Edition: e, Finding: plain && w.Marker != nil})
	r.OnTheme, r.OnLink, r.OnQuit = w.setTheme, w.OnLink, w.Leave
	w.joinPrinting(r)
	r.OnArranged = w.besidePanel
	r.OnFound = func() { w.marking.choose(w) }
	r.OnOpenFile, r.OnStartPage, r.OnFullScreen = w.AskFile, w.ShowStart, w.toggleFullScreen
	r.IsFullScreen = w.w.FullScreen
	r.OnLibrary, r.OnEncyclopaedia = w.libraryWish(), w.archiveWish()
	if again {
		r.OnReload, r.OnWholePage = w.reload, w.turnWhole
	}
	if path != "" { // else it cannot be opened again
		w.prefs.SetLast(path)
	}
	before := w.reader
	w.reader, w.again = r, ""
	w.dropOfArticle()
	w.enter(r)
	w.hint(r)
	w.typedEarly()
	if before != nil {
		before.Close()
	}
	w.watchOpened()
	w.lookForFonts(e)
	w.settle()
	if r.Session().Snapshot().Finding {
		w.marking.begin(w, r, left) // shelves it with its marks
	} else {
		w.shelve(e, path)
	}
}

// enter shows a room in place of the one before.
func (w *Workspace) enter(to room) {
	if w.room != nil {
		w.room.Left()
	}
	w.w.Canvas().Unfocus() // what had the keyboard will be gone
	w.tips.Clear()
	w.dropHints()
	w.room = to
	w.keys.Show(to.Table(), to.Takers()...)
	reading.SetMenuBar(w.w, to.Table())
	w.fill()
	w.w.SetTitle(windowTitle(to))
	to.Entered(w.w)
}

// fill puts the room into the window, and over it what is told. The content of the window
// stays one and the same: the toolkit would draw all of another one anew, and take the
// keyboard's focus away.
func (w *Workspace) fill() {
	w.root.Objects = w.layers()
	w.root.Refresh()
}

// layers is all that lies in the window, back to front.
func (w *Workspace) layers() []fyne.CanvasObject {
	all := append(w.room.Objects(), w.bar)
	if w.hints != nil {
		all = append(all, &fyne.Container{Layout: hintsLayer{w.hints}, Objects: []fyne.CanvasObject{w.hints}})
	}
	if w.notice != nil {
		all = append(all, &fyne.Container{Layout: noticeLayer{w.notice}, Objects: []fyne.CanvasObject{w.notice}})
	}
	return append(all, w.tips)
}

// Keep writes down where the article in view is left.
func (w *Workspace) Keep() {
	if w.room != nil {
		w.room.Left()
	}
	w.keepSize()
}

// Leave closes the window and keeps where the reader was.
func (w *Workspace) Leave() {
	w.Keep()
	w.marking.work.Stop()
	w.w.Close()
}

func (w *Workspace) setTheme(s look.Scheme) {
	w.prefs.SetScheme(s)
	w.theme.Turn(s)
}

// nextTheme steps through the colour schemes.
func (w *Workspace) nextTheme() {
	w.setTheme(w.theme.Following())
	w.Say("circle-half", settings.SchemeName(w.theme.Scheme()))
}
