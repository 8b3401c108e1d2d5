package ui

import (
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

// leave goes back one level: from a search to the text, from a card to the
// overview, from the focus on a mark to none, from the open panel to the text
// alone.
func (r *Reader) leave() {
	s := r.session.State()
	switch {
	case r.page.DismissCard():
	case r.index.drawer():
		r.index.close()
	case s.Query != "":
		r.search.field.SetQuery("")
		r.focusPage()
	case !r.page.Selection().Empty():
		r.page.Select(annotations.Span{})
	case r.find.shown:
		r.find.close()
	case s.Panel.Face != session.Card:
		r.session.Update(func(s *session.State) { s.Panel.Face, s.Panel.Source = session.Card, "" })
	case s.Selected != "":
		r.nav.Visit()
		r.session.Update(func(s *session.State) {
			s.Select("", "")
			if r.frame.narrow {
				s.Panel.Open = false // what it would show now is not worth the text
			}
		})
	case s.Focused != "":
		r.session.Update(func(s *session.State) { s.Focused = "" })
	default:
		r.setPanel(false)
	}
}

// leaveDrawer closes what lies over the page in a narrow window.
func (r *Reader) leaveDrawer() {
	if r.index.drawer() {
		r.index.close()
		return
	}
	r.search.field.SetQuery("")
	r.setPanel(false)
	r.focusPage()
}

// nextPane moves the keyboard from the page to the panel, to the search field,
// to the index and back to the page.
func (r *Reader) nextPane() {
	if r.canvas == nil {
		return
	}
	switch focused := r.canvas.Focused(); {
	case focused == fyne.Focusable(r.page) && r.session.State().Query != "":
		r.focus(r.Field())
	case focused == fyne.Focusable(r.page) && r.session.State().Panel.Open:
		r.canvas.FocusNext() // the panel comes next in the frame
	case focused == r.Field() && r.index.shown():
		r.focus(r.index.rail)
	case focused == fyne.Focusable(r.index.rail) || focused == r.Field() || focused == nil:
		r.focusPage()
		if s := r.session.State(); s.Focused == "" && s.Selected == "" {
			r.nav.StepFocus(1, r.page.FirstInView()) // or nothing would show where the keyboard is
		}
	default:
		r.focus(r.Field())
	}
}
