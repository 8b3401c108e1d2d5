package ui

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/prefs"
	"sidelight/ui/session"
)

var _ room = (*Reader)(nil)

func (r *Reader) objects() []fyne.CanvasObject { return []fyne.CanvasObject{newStatus(r), r.frame} }
func (r *Reader) table() *command.Table        { return r.commands }
func (r *Reader) takers() []keyTaker           { return []keyTaker{&r.cards, fieldKeys{r.keys, r.search.typed}} }

// entered brings the article back as it was left, the first time from what was
// kept: whether the panel is open, the place in the text and what was selected.
// They are kept again soon after they change.
func (r *Reader) entered(w fyne.Window) {
	first := r.canvas == nil
	r.canvas = w.Canvas()
	r.cards.attach(r.canvas)
	r.commands.Sync()
	if first && r.prefs != nil {
		r.restore(r.prefs)
		r.keeper.keep = func() {
			r.prefs.SetWindow(w.Canvas().Size())
			r.keep(r.prefs)
		}
	}
	// Focus finds only what has been drawn.
	fyne.CurrentApp().Lifecycle().SetOnStarted(r.focusView)
	r.focusView()
}

// left keeps where the reader was.
func (r *Reader) left() {
	r.cards.dismiss() // a card would stay over what comes
	if r.prefs != nil {
		r.keep(r.prefs)
	}
}

// AttachCanvas lets the reader move the keyboard's focus on a canvas and hear
// the keys that no widget takes.
func (r *Reader) AttachCanvas(c fyne.Canvas) {
	r.canvas = c
	r.keys.listen(c)
	r.keys.show(r.commands, r.takers()...)
	r.cards.attach(c)
	r.commands.Sync()
}

func (r *Reader) restore(p *prefs.Prefs) {
	was := p.Reading(prefs.ArticleKey(r.edition().Article().Text))
	r.search.recent = p.Opened(prefs.ArticleKey(r.edition().Article().Text))
	r.aside.restore(p.PanelOpen())
	r.index.restore(p)
	r.looks.restore(p)
	if was.Selected != "" {
		m, ok := r.edition().Nth(was.Selected, was.Mention)
		if !ok {
			m = &annotations.Mention{}
		}
		r.session.Update(func(s *session.State) { s.Select(was.Selected, m.ID) })
	}
	if was.Offset > 0 && was.Offset < len(r.edition().Article().Text) {
		r.page.Restore(session.Place{Offset: was.Offset})
	}
}

func (r *Reader) keep(p *prefs.Prefs) {
	r.keeper.stop()
	s := r.session.State()
	p.SetPanelOpen(r.aside.kept())
	r.index.keep(p)
	p.SetReading(prefs.ArticleKey(r.edition().Article().Text), prefs.Reading{
		Selected: s.Selected, Mention: r.edition().Ordinal(s.Mention), Offset: max(r.nav.Place().Offset, 0),
	})
	p.SetOpened(prefs.ArticleKey(r.edition().Article().Text), r.search.recent)
}
