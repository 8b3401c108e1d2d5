package reading

import (
	"time"

	"fyne.io/fyne/v2"

	"sidelight/annotations/document"
	"sidelight/ui/async"
	"sidelight/ui/carry"
	"sidelight/ui/command"
	"sidelight/ui/float"
	"sidelight/ui/keyboard"
	"sidelight/ui/panel"
	"sidelight/ui/prefs"
	"sidelight/ui/session"
	"sidelight/ui/view"
)

// Surroundings is what a reader shares with the window that it lies in.
type Surroundings struct {
	Do      func(func())             // runs a function on the UI goroutine; nil means fyne.Do
	Line    *async.Line              // where what nobody waits for stands; nil where nothing waits
	Keys    *keyboard.Router         // of the window
	Prefs   *prefs.Prefs             // nil where nothing is kept
	Say     func(icon, words string) // tells what the reader has just done
	Primary Primary                  // nil where programs share no selection
	Tray    *carry.Tray              // what the reader has collected, of any article
	Program panel.Program            // that the page about the edition tells of
	Path    string                   // of what is shown, or prefs.Sample; empty where nothing is kept
	Way     document.Options         // in which the reader chose to read the file
	Notes   Notebook                 // where notes are kept; the zero Notebook keeps none
	Outside view.Outside             // tells what is known beside the article; nil where nothing is
}

// Join makes the reader a part of a window, before it shows anything.
func (r *Reader) Join(to Surroundings) {
	r.do, r.keys, r.prefs, r.say, r.primary = to.Do, to.Keys, to.Prefs, to.Say, to.Primary
	r.path, r.way = to.Path, to.Way
	r.line, r.page.Line = to.Line, to.Line
	r.aside.panel.Program, r.aside.panel.Outside = to.Program, to.Outside
	r.carrying.use(to.Tray)
	r.notebook = to.Notes
}

// Path returns the path of what is shown, or prefs.Sample; empty where nothing is kept.
func (r *Reader) Path() string { return r.path }

// Objects are drawn back to front, each as large as the window.
func (r *Reader) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{newStatus(r), r.frame} }

// Table are the commands that can be given while the article is shown.
func (r *Reader) Table() *command.Table { return r.commands }

// Takers are what takes keys before the table does, the topmost last.
func (r *Reader) Takers() []keyboard.Taker {
	return []keyboard.Taker{&r.cards, keyboard.Field{Router: r.keys, To: r.search.typed}}
}

// Entered brings the article back as it was left, the first time from what was
// kept: whether the panel is open, the place in the text and what was selected.
// They are kept again soon after they change.
func (r *Reader) Entered(w fyne.Window) {
	first := r.canvas == nil
	r.canvas = w.Canvas()
	r.cards.attach(r.canvas)
	r.menuLayer = float.NewMenus(r.canvas)
	r.commands.Sync()
	if r.prefs != nil {
		if first {
			r.restore(r.prefs)
			r.OpenNotes(r.notebook, r.prefs)
		}
		r.frame.attend()
		r.keeper.keep = func() {
			r.prefs.KeepWindow(w)
			r.Keep(r.prefs)
		}
	}
	// Focus finds only what has been drawn.
	fyne.CurrentApp().Lifecycle().SetOnStarted(r.FocusView)
	r.FocusView()
}

// OpenNotes shows the notes of the article from a notebook, and keeps there what is added.
// The first time that the reader is in a window it does so with that of its surroundings.
func (r *Reader) OpenNotes(in Notebook, p *prefs.Prefs) { r.margin.open(in, p, r.path) }

// Left keeps where the reader was. Nothing is kept any more until the article is
// entered again: what still moves in it would be kept over what another room keeps.
func (r *Reader) Left() {
	r.closeMenu()
	r.aloud.stop()
	r.cards.dismiss() // a card would stay over what comes
	r.frame.column.waiting.Stop()
	if r.canvas != nil {
		r.canvas.Unfocus() // what blinks while it has the keyboard stops
	}
	r.margin.keep()
	if r.prefs != nil {
		r.Keep(r.prefs)
		r.keeper.keep = nil
	}
}

// AttachCanvas lets the reader move the keyboard's focus on a canvas and hear
// the keys that no widget takes.
func (r *Reader) AttachCanvas(c fyne.Canvas) {
	r.canvas = c
	r.keys.Listen(c)
	r.keys.Show(r.commands, r.Takers()...)
	r.cards.attach(c)
	r.menuLayer = float.NewMenus(c)
	r.commands.Sync()
}

func (r *Reader) restore(p *prefs.Prefs) {
	left := p.Left(r.edition())
	r.search.recent = left.Opened
	r.frame.useSides(p.Sides())
	r.aside.restore(p.PanelOpen())
	r.index.restore(p)
	r.looks.restore(p)
	r.session.Update(func(s *session.State) { s.Select(left.Place.Selected, left.Place.Mention) })
	r.page.Restore(left.Place)
	r.viewing.restore(left.Views)
}

// place is where the reader is in the article, whatever stands in the middle of the
// window, and what is selected.
func (r *Reader) place() session.Place {
	at := r.nav.Place()
	if at.View != session.Article {
		in := r.page.Place()
		at.View, at.Offset, at.Past = in.View, in.Offset, in.Past
	}
	return at
}

// Keep writes down where the reader is, at once.
func (r *Reader) Keep(p *prefs.Prefs) {
	r.keeper.stop()
	p.SetPanelOpen(r.aside.kept())
	p.SetSides(r.frame.sides)
	r.index.keep(p)
	p.SetLeft(r.edition(), prefs.Left{Place: r.place(), Opened: r.search.recent, Views: r.viewing.kept()})
	if r.path != "" {
		p.SetSeen(r.path, prefs.Seen{
			Title: r.edition().Title(), Edition: r.index.marked() && !r.edition().Marked(), Share: float64(r.page.Share()), When: time.Now(),
			Encoding: r.way.Encoding, Whole: r.way.Whole,
		})
	}
}
