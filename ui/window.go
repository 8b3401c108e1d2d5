package ui

import (
	"time"

	"fyne.io/fyne/v2"

	"sidelight/ui/command"
	"sidelight/ui/float"
	"sidelight/ui/keyboard"
	"sidelight/ui/prefs"
	"sidelight/ui/session"
)

var _ room = (*Reader)(nil)

func (r *Reader) objects() []fyne.CanvasObject { return []fyne.CanvasObject{newStatus(r), r.frame} }
func (r *Reader) table() *command.Table        { return r.commands }
func (r *Reader) takers() []keyboard.Taker {
	return []keyboard.Taker{&r.cards, keyboard.Field{Router: r.keys, To: r.search.typed}}
}

// entered brings the article back as it was left, the first time from what was
// kept: whether the panel is open, the place in the text and what was selected.
// They are kept again soon after they change.
func (r *Reader) entered(w fyne.Window) {
	first := r.canvas == nil
	r.canvas = w.Canvas()
	r.cards.attach(r.canvas)
	r.menuLayer = float.NewMenus(r.canvas)
	r.commands.Sync()
	if r.prefs != nil {
		if first {
			r.restore(r.prefs)
		}
		r.frame.attend()
		r.keeper.keep = func() {
			r.prefs.KeepWindow(w)
			r.keep(r.prefs)
		}
	}
	// Focus finds only what has been drawn.
	fyne.CurrentApp().Lifecycle().SetOnStarted(r.focusView)
	r.focusView()
}

// left keeps where the reader was. Nothing is kept any more until the article is
// entered again: what still moves in it would be kept over what another room keeps.
func (r *Reader) left() {
	r.closeMenu()
	r.aloud.stop()
	r.cards.dismiss() // a card would stay over what comes
	r.frame.column.waiting.Stop()
	if r.canvas != nil {
		r.canvas.Unfocus() // what blinks while it has the keyboard stops
	}
	if r.prefs != nil {
		r.keep(r.prefs)
		r.keeper.keep = nil
	}
}

// AttachCanvas lets the reader move the keyboard's focus on a canvas and hear
// the keys that no widget takes.
func (r *Reader) AttachCanvas(c fyne.Canvas) {
	r.canvas = c
	r.keys.Listen(c)
	r.keys.Show(r.commands, r.takers()...)
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
}

func (r *Reader) keep(p *prefs.Prefs) {
	r.keeper.stop()
	p.SetPanelOpen(r.aside.kept())
	p.SetSides(r.frame.sides)
	r.index.keep(p)
	p.SetLeft(r.edition(), prefs.Left{Place: r.nav.Place(), Opened: r.search.recent})
	if r.path != "" {
		p.SetSeen(r.path, prefs.Seen{
			Title: r.edition().Title(), Edition: r.index.marked(), Share: float64(r.page.Share()), When: time.Now(),
			Encoding: r.way.Encoding, Whole: r.way.Whole,
		})
	}
}
