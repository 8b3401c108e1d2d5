package reading

import (
	"slices"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/locale"
	"sidelight/ui/session"
)

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

// paneCommands move the keyboard between the parts of the window.
func (r *Reader) paneCommands() []command.Command {
	return []command.Command{{
		ID: command.NextPane, Group: command.View,
		Keys:  []command.Key{command.Named(fyne.KeyF6)},
		Label: func() string { return locale.X("command.next-pane", "Next part of the window") },
		Run:   func() { r.nextPane() },
	}}
}

// leave goes back one level: from a search to the text, from a card or a voice to the
// overview, from the focus on a mark to none, from the open panel to the text
// alone.
func (r *Reader) leave() {
	s := r.session.State()
	switch {
	case r.page.DismissCard():
	case r.aloud.stop():
	case r.index.drawer():
		r.index.close()
	case s.Query != "":
		r.search.field.SetQuery("")
		r.FocusView()
	case !r.selection().Empty():
		r.page.Select(annotations.Span{})
	case r.onPanel().On != command.OnNothing:
		r.aside.panel.Unselect()
	case r.find.shown:
		r.find.end()
	case s.Panel.Face != session.Card && s.Panel.Face != session.Voice:
		r.session.Update(func(s *session.State) { s.Panel.Face, s.Panel.Source = session.Card, "" })
	case s.Selected != "" || s.Panel.Face == session.Voice:
		r.nav.Visit()
		r.session.Update(func(s *session.State) {
			s.Select("", "")
			if r.frame.narrow {
				s.Panel.Open = false // what it would show now is not worth the text
			}
		})
	case r.unfocus():
	default:
		r.setPanel(false)
	}
}

// unfocus takes the focus from a mark, a note or a link, and reports whether one had it.
func (r *Reader) unfocus() bool {
	s := r.session.State()
	if !r.reads() || s.Focused == "" && s.FocusedNote == "" && s.Link.Empty() {
		return false
	}
	r.session.Update(func(s *session.State) { s.Focused, s.FocusedNote, s.Link = "", "", annotations.Span{} })
	return true
}

// leaveDrawer closes what lies over the page in a narrow window.
func (r *Reader) leaveDrawer() {
	if r.index.drawer() {
		r.index.close()
		return
	}
	r.search.field.SetQuery("")
	r.setPanel(false)
	r.FocusView()
}

// pane is a part of the window to which the keyboard goes by one key.
type pane struct {
	shown bool
	holds func(fyne.Focusable) bool
	enter func()
}

// panes are the parts of the window in the order of the keyboard's round.
func (r *Reader) panes() []pane {
	s := r.session.State()
	is := func(o fyne.Focusable) func(fyne.Focusable) bool {
		return func(focused fyne.Focusable) bool { return focused == o }
	}
	middle := pane{true, r.frame.inMiddle, r.enterView}
	field := pane{r.frame.field.Visible(), is(r.Field()), func() { r.focus(r.Field()) }}
	rail := pane{r.index.shown(), is(r.index.rail), func() { r.focus(r.index.rail) }}
	// The panel comes after the view in the tree, and after all in it at which the
	// keyboard stops. What has the keyboard and is no other pane is in the panel.
	aside := pane{s.Panel.Open && s.Query == "", func(o fyne.Focusable) bool {
		return o != nil && !middle.holds(o) && !field.holds(o) && !rail.holds(o)
	}, func() {
		from := r.canvas.Focused()
		for r.canvas.FocusNext(); middle.holds(r.canvas.Focused()) && r.canvas.Focused() != from; {
			r.canvas.FocusNext()
		}
	}}
	return []pane{middle, aside, field, rail}
}

// enterView brings the keyboard to the view, at a mark: else nothing would show
// where the keyboard is.
func (r *Reader) enterView() {
	r.FocusView()
	if s := r.session.State(); r.reads() && s.Focused == "" && s.Selected == "" {
		r.nav.StepFocus(1, r.page.FirstInView())
	}
}

// nextPane moves the keyboard from the view to the panel, to the search field, to
// the index and back to the view.
func (r *Reader) nextPane() {
	if r.canvas == nil {
		return
	}
	panes, focused := r.panes(), r.canvas.Focused()
	at := slices.IndexFunc(panes, func(p pane) bool { return p.holds(focused) })
	for i := range panes {
		if p := panes[(at+1+i)%len(panes)]; p.shown {
			p.enter()
			return
		}
	}
}
