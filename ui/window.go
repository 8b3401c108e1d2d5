package ui

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/float"
	"sidelight/ui/page"
	"sidelight/ui/prefs"
	"sidelight/ui/session"
)

// Attach puts the reader into a window as it was left: its size if it is new, whether the
// panel is open, the place in the text and what was selected. They are kept
// again soon after they change, and when the window closes.
func (r *Reader) Attach(w fyne.Window, p *prefs.Prefs) {
	r.AttachCanvas(w.Canvas())
	w.SetPadded(false)
	if w.Canvas().Size().Width < prefs.MinWidth { // else it is in use, at the size that she gave it
		w.Resize(p.Window())
	}
	w.SetContent(r.Content())
	setMenuBar(w, r.commands)
	r.restore(p)
	// Focus finds only what has been drawn.
	fyne.CurrentApp().Lifecycle().SetOnStarted(r.focusPage)

	r.keeper = keeper{delay: keepDelay, keep: func() { r.keep(p, w.Canvas().Size()) }}
	leave := func() {
		r.keep(p, w.Canvas().Size())
		w.Close()
	}
	w.SetCloseIntercept(leave)
	r.OnQuit = leave
}

// AttachCanvas lets the reader move the keyboard's focus on a canvas and hear
// the keys that no widget takes.
func (r *Reader) AttachCanvas(c fyne.Canvas) {
	r.canvas = c
	r.keys.listen(c)
	r.keys.show(r.commands, cardKeys{r}, fieldKeys{r.keys, r.typed})
	r.layer = float.NewLayer(c)
	r.commands.Sync()
}

func (r *Reader) restore(p *prefs.Prefs) {
	was := p.Reading(prefs.ArticleKey(r.session.Edition().Article().Text))
	r.recent = p.Opened(prefs.ArticleKey(r.session.Edition().Article().Text))
	r.setPanel(p.PanelOpen())
	r.tuck()
	r.restoreIndex(p)
	r.restoreSettings(p)
	if was.Selected != "" {
		m, ok := r.session.Edition().Nth(was.Selected, was.Mention)
		if !ok {
			m = &annotations.Mention{}
		}
		r.session.Update(func(s *session.State) { s.Select(was.Selected, m.ID) })
	}
	if was.Offset > 0 && was.Offset < len(r.session.Edition().Article().Text) {
		r.page.Restore(page.Place{Offset: was.Offset})
	}
}

func (r *Reader) keep(p *prefs.Prefs, size fyne.Size) {
	r.keeper.stop()
	s := r.session.State()
	p.SetWindow(size)
	p.SetPanelOpen(s.Panel.Open || r.tucked)
	r.keepIndex(p)
	p.SetReading(prefs.ArticleKey(r.session.Edition().Article().Text), prefs.Reading{
		Selected: s.Selected, Mention: r.session.Edition().Ordinal(s.Mention), Offset: max(r.nav.Place().Offset, 0),
	})
	p.SetOpened(prefs.ArticleKey(r.session.Edition().Article().Text), r.recent)
}
