package ui

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/locale"
	"sidelight/ui/session"
)

// overlap is how much of a page stays in view when one turns it, in pixels: two
// lines.
const overlap = 60

// markCommands go from mark to mark, and into a mark and out of it.
func (r *Reader) markCommands() []command.Command {
	selected := func() bool { return r.session.State().Selected != "" }
	return []command.Command{{
		ID: command.Fade, Group: command.View, Enabled: selected,
		Keys:  []command.Key{command.Typed('d')},
		Label: func() string { return locale.X("command.fade", "Fade all but one") },
		Words: func() string { return locale.X("command.words.fade", "focus dim") },
		Run:   func() { r.session.Update(func(s *session.State) { s.Fade = !s.Fade }) },
	}, {
		ID: command.NextMark, Group: command.Marks,
		Keys:  []command.Key{command.Named(fyne.KeyTab)},
		Label: func() string { return locale.X("command.next-mark", "Next mark") },
		Run:   func() { r.stepFocus(1) },
	}, {
		ID: command.PreviousMark, Group: command.Marks,
		Keys:  []command.Key{command.Named(fyne.KeyTab, fyne.KeyModifierShift)},
		Label: func() string { return locale.X("command.previous-mark", "Previous mark") },
		Run:   func() { r.stepFocus(-1) },
	}, {
		ID: command.Peek, Group: command.Marks, Here: true,
		Keys:  []command.Key{command.Named(fyne.KeySpace)},
		Label: func() string { return locale.X("command.peek", "A glance at the mark, or one page on") },
		Run:   func() { r.peek() },
	}, {
		ID: command.OuterMark, Group: command.Marks, Here: true, Enabled: selected,
		Keys:  []command.Key{command.Named(fyne.KeyUp)},
		Label: func() string { return locale.X("command.outer-mark", "The mark around it") },
		Run:   func() { r.outerMark() },
	}, {
		ID: command.Open, Group: command.Marks, Here: true,
		Enabled: func() bool { return r.pointed() != "" },
		Keys:    []command.Key{command.Named(fyne.KeyReturn)},
		Label:   func() string { return locale.X("command.open", "Open its card") },
		Run:     func() { r.openFocused() },
	}, leaveCommand(func() { r.leave() }), {
		ID: command.NextMention, Group: command.Marks, Enabled: selected,
		Keys:  []command.Key{command.Typed(']')},
		Label: func() string { return locale.X("command.next-mention", "Next mention") },
		Run:   func() { r.nav.StepMention(1) },
	}, {
		ID: command.PreviousMention, Group: command.Marks, Enabled: selected,
		Keys:  []command.Key{command.Typed('[')},
		Label: func() string { return locale.X("command.previous-mention", "Previous mention") },
		Run:   func() { r.nav.StepMention(-1) },
	}}
}

// moveCommands scroll the page.
func (r *Reader) moveCommands() []command.Command {
	return []command.Command{{
		ID: command.NextParagraph, Group: command.Go,
		Keys:  []command.Key{command.Typed('j')},
		Label: func() string { return locale.X("command.next-paragraph", "Next paragraph") },
		Run:   func() { r.stepParagraph(1) },
	}, {
		ID: command.PreviousParagraph, Group: command.Go,
		Keys:  []command.Key{command.Typed('k')},
		Label: func() string { return locale.X("command.previous-paragraph", "Previous paragraph") },
		Run:   func() { r.stepParagraph(-1) },
	}, {
		ID: command.NextPage, Group: command.Go,
		Keys:  []command.Key{command.Named(fyne.KeyPageDown)},
		Label: func() string { return locale.X("command.next-page", "One page on") },
		Run:   func() { r.page.ScrollBy(r.page.ViewHeight() - overlap) },
	}, {
		ID: command.PreviousPage, Group: command.Go,
		Keys:  []command.Key{command.Named(fyne.KeySpace, fyne.KeyModifierShift), command.Named(fyne.KeyPageUp)},
		Label: func() string { return locale.X("command.previous-page", "One page back") },
		Run:   func() { r.page.ScrollBy(overlap - r.page.ViewHeight()) },
	}, {
		ID: command.Top, Group: command.Go,
		Keys:  []command.Key{command.Named(fyne.KeyHome)},
		Label: func() string { return locale.X("command.top", "To the beginning") },
		Run:   func() { r.page.ScrollToTop() },
	}, {
		ID: command.End, Group: command.Go,
		Keys:  []command.Key{command.Named(fyne.KeyEnd)},
		Label: func() string { return locale.X("command.end", "To the end") },
		Run:   func() { r.page.ScrollToEnd() },
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

// stepFocus moves the keyboard to the next or the previous mark, in view.
func (r *Reader) stepFocus(delta int) {
	if m, ok := r.nav.StepFocus(delta, r.page.FirstInView()); ok {
		r.page.ScrollToSpan(m.Span)
	}
	r.focusPage()
}

// openFocused opens the card of the mark that has the pointer's card or the focus.
func (r *Reader) openFocused() {
	if id := r.pointed(); id != r.session.State().Mention {
		r.selectMention(id)
	}
}

// outerMark selects the mark around the selected one.
func (r *Reader) outerMark() {
	if m, ok := r.session.Edition().Parent(r.session.State().Mention); ok {
		r.selectMention(m.ID)
	}
}

// leave goes back one level: from a search to the text, from a card to the
// overview, from the focus on a mark to none, from the open panel to the text
// alone.
func (r *Reader) leave() {
	s := r.session.State()
	switch {
	case r.page.DismissCard():
	case r.indexDrawer():
		r.closeIndex()
	case s.Query != "":
		r.finder.SetQuery("")
		r.focusPage()
	case !r.page.Selection().Empty():
		r.page.Select(annotations.Span{})
	case r.find.open:
		r.closeFind()
	case s.Panel.Face != session.Card:
		r.session.Update(func(s *session.State) { s.Panel.Face, s.Panel.Source = session.Card, "" })
	case s.Selected != "":
		r.nav.Visit()
		r.session.Update(func(s *session.State) { s.Select("", "") })
		if r.frame.narrow {
			r.setPanel(false) // what it would show now is not worth the text
		}
	case s.Focused != "":
		r.session.Update(func(s *session.State) { s.Focused = "" })
	default:
		r.setPanel(false)
	}
}

func (r *Reader) stepParagraph(delta int) { r.page.RevealParagraph(r.page.Paragraph() + delta) }

// nextPane moves the keyboard from the page to the panel, to the search field,
// to the index and back to the page.
func (r *Reader) nextPane() {
	if r.canvas == nil {
		return
	}
	switch focused := r.canvas.Focused(); {
	case focused == fyne.Focusable(r.page) && r.session.State().Query != "":
		r.focusField()
	case focused == fyne.Focusable(r.page) && r.session.State().Panel.Open:
		r.canvas.FocusNext() // the panel comes next in the frame
	case focused == r.finder.FocusTarget() && r.indexShown():
		r.canvas.Focus(r.index)
	case focused == fyne.Focusable(r.index) || focused == r.finder.FocusTarget() || focused == nil:
		r.focusPage()
		if s := r.session.State(); s.Focused == "" && s.Selected == "" {
			r.nav.StepFocus(1, r.page.FirstInView()) // or nothing would show where the keyboard is
		}
	default:
		r.focusField()
	}
}

func (r *Reader) focusPage() {
	if r.canvas != nil {
		r.canvas.Focus(r.page)
	}
}

func (r *Reader) focusField() {
	if r.canvas != nil {
		r.canvas.Focus(r.finder.FocusTarget())
	}
}
