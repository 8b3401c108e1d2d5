package reading

import (
	"time"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/locale"
	"sidelight/ui/session"
	"sidelight/ui/view"
)

// overlap is how much of a page stays in view when one turns it, in pixels: two
// lines.
const overlap = 60

// marks is the keyboard's way through the article: from mark to mark, into a mark
// and out of it, and over the page.
type marks struct {
	*parts
	asks  view.Asks
	leave func() // goes back one level

	clock   func() time.Time // nil means time.Now
	reached time.Time        // when Tab reached a mark last
}

// glance is how long after Tab has reached a mark Space shows what the mark is about.
// Later the reader has read on, and Space turns the page.
const glance = 2 * time.Second

func (r *marks) time() time.Time {
	if r.clock == nil {
		return time.Now()
	}
	return r.clock()
}

// declare are the commands that go from mark to mark.
func (r *marks) declare() []command.Command {
	selected := func() bool { return r.session.State().Selected != "" || r.named() != "" }
	steps := func() bool { return selected() || r.session.State().Panel.Face == session.Voice }
	return []command.Command{{
		ID: command.Fade, Group: command.View, Enabled: func() bool { return selected() && (r.reads() || r.named() != "") },
		Keys:    []command.Key{command.Typed('d')},
		Label:   func() string { return locale.X("command.fade", "Fade all but one") },
		Words:   func() string { return locale.X("command.words.fade", "focus dim") },
		Checked: func() bool { return r.session.State().Fade && r.named() == "" },
		Run:     func() { r.fade() },
	}, {
		ID: command.NextMark, Group: command.Marks, Enabled: r.reads,
		Keys:  []command.Key{command.Named(fyne.KeyTab)},
		Label: func() string { return locale.X("command.next-mark", "Next mark") },
		Run:   func() { r.stepFocus(1) },
	}, {
		ID: command.PreviousMark, Group: command.Marks, Enabled: r.reads,
		Keys:  []command.Key{command.Named(fyne.KeyTab, fyne.KeyModifierShift)},
		Label: func() string { return locale.X("command.previous-mark", "Previous mark") },
		Run:   func() { r.stepFocus(-1) },
	}, {
		ID: command.Peek, Group: command.Marks, Here: true, Enabled: r.scrolls,
		Keys:  []command.Key{command.Named(fyne.KeySpace)},
		Label: func() string { return locale.X("command.peek", "A glance at the mark, or one page on") },
		Run:   func() { r.peek() },
	}, {
		ID: command.OuterMark, Group: command.Marks, Here: true, Enabled: func() bool { return selected() && r.reads() },
		Keys:  []command.Key{command.Named(fyne.KeyUp)},
		Label: func() string { return locale.X("command.outer-mark", "The mark around it") },
		Run:   func() { r.outerMark() },
	}, {
		ID: command.Open, Group: command.Marks, Here: true, Icon: "identification-card",
		Enabled: func() bool {
			return r.pointed() != "" || r.named() != "" || r.asked().On == command.OnVoice || r.reads() && !r.session.State().Link.Empty()
		},
		Keys:  []command.Key{command.Named(fyne.KeyReturn)},
		Label: func() string { return locale.X("command.open", "Open its card") },
		Run:   func() { r.openFocused() },
	}, command.NewLeave(func() { r.leave() }), {
		ID: command.NextMention, Group: command.Marks, Enabled: func() bool { return r.mentionedAgain(steps) },
		Keys:  []command.Key{command.Typed(']')},
		Label: func() string { return locale.X("command.next-mention", "Next mention") },
		Run:   func() { r.nextMention() },
	}, {
		ID: command.PreviousMention, Group: command.Marks, Enabled: steps,
		Keys:  []command.Key{command.Typed('[')},
		Label: func() string { return locale.X("command.previous-mention", "Previous mention") },
		Run:   func() { r.nav.StepMention(-1) },
	}}
}

// moving are the commands that scroll the page.
func (r *marks) moving() []command.Command {
	return []command.Command{{
		ID: command.NextParagraph, Group: command.Go, Enabled: r.reads,
		Keys:  []command.Key{command.Typed('j')},
		Label: func() string { return locale.X("command.next-paragraph", "Next paragraph") },
		Run:   func() { r.stepParagraph(1) },
	}, {
		ID: command.PreviousParagraph, Group: command.Go, Enabled: r.reads,
		Keys:  []command.Key{command.Typed('k')},
		Label: func() string { return locale.X("command.previous-paragraph", "Previous paragraph") },
		Run:   func() { r.stepParagraph(-1) },
	}, {
		ID: command.NextPage, Group: command.Go, Enabled: r.scrolls,
		Keys:  []command.Key{command.Named(fyne.KeyPageDown)},
		Label: func() string { return locale.X("command.next-page", "One page on") },
		Run:   func() { r.scroll(func(v view.Scroller) { v.ScrollBy(v.ViewHeight() - overlap) }) },
	}, {
		ID: command.PreviousPage, Group: command.Go, Enabled: r.scrolls,
		Keys:  []command.Key{command.Named(fyne.KeySpace, fyne.KeyModifierShift), command.Named(fyne.KeyPageUp)},
		Label: func() string { return locale.X("command.previous-page", "One page back") },
		Run:   func() { r.scroll(func(v view.Scroller) { v.ScrollBy(overlap - v.ViewHeight()) }) },
	}, {
		ID: command.Top, Group: command.Go, Enabled: r.scrolls,
		Keys:  []command.Key{command.Named(fyne.KeyHome)},
		Label: func() string { return locale.X("command.top", "To the beginning") },
		Run:   func() { r.scroll(view.Scroller.ScrollToTop) },
	}, {
		ID: command.End, Group: command.Go, Enabled: r.scrolls,
		Keys:  []command.Key{command.Named(fyne.KeyEnd)},
		Label: func() string { return locale.X("command.end", "To the end") },
		Run:   func() { r.scroll(view.Scroller.ScrollToEnd) },
	}}
}

// scroll moves over what stands in the middle of the window, if that can be
// scrolled.
func (r *marks) scroll(move func(view.Scroller)) {
	if v, ok := r.view().(view.Scroller); ok {
		move(v)
	}
}

// scrolls reports whether what stands in the middle of the window can be scrolled.
func (r *marks) scrolls() bool {
	_, ok := r.view().(view.Scroller)
	return ok
}

// stepFocus moves the keyboard to the next or the previous mark, in view.
func (r *marks) stepFocus(delta int) {
	if s, ok := r.nav.StepFocus(delta, r.page.FirstInView()); ok {
		r.page.ScrollToSpan(s)
		r.reached = r.time()
	}
	r.FocusView()
}

// openFocused opens the card of the mark that has the pointer's card or the focus.
func (r *marks) openFocused() {
	if t := r.asked(); t.Entity != "" || t.On == command.OnVoice {
		r.openTarget(t)
		return
	}
	if s := r.session.State().Link; !s.Empty() && r.page.CardMention() == "" {
		r.page.FollowLink(s)
		return
	}
	if id := r.pointed(); id != r.session.State().Mention {
		r.asks.SelectMention(id)
	}
}

// mentionedAgain reports whether there is another mention of what a menu is about, or
// what otherwise reports without a menu.
func (r *marks) mentionedAgain(otherwise func() bool) bool {
	if id := r.named(); id != "" {
		return len(r.edition().TimesOf(id)) > 1
	}
	return otherwise()
}

// nextMention leads to the next mention of what is open, or of what the menu is about.
func (r *marks) nextMention() {
	if t := r.asked(); t.Entity != "" {
		r.nextOf(t)
		return
	}
	r.nav.StepMention(1)
}

// fade fades all marks but those of what is open, or brings them back.
func (r *marks) fade() {
	if t := r.asked(); t.Entity != "" {
		r.onlyTarget(t)
		return
	}
	r.session.Update(func(s *session.State) { s.Fade = !s.Fade })
}

// outerMark selects the mark around the selected one.
func (r *marks) outerMark() {
	if m, ok := r.edition().Parent(r.session.State().Mention); ok {
		r.asks.SelectMention(m.ID())
	}
}

func (r *marks) stepParagraph(delta int) { r.page.RevealParagraph(r.page.Paragraph() + delta) }

// peek shows in a few words what the mark stands for that Tab has just reached, and
// else goes a page on.
func (r *marks) peek() {
	s := r.session.State()
	if !r.reads() || r.time().Sub(r.reached) > glance || !r.page.Peek(s.Focused) && !r.page.PeekLink(s.Link) {
		r.commands.Run(command.NextPage)
	}
}

// pointed is the mention that Enter opens: the one on the hover card, else the
// focused one, or none.
func (r *marks) pointed() annotations.MentionID {
	if !r.reads() {
		return ""
	}
	if id := r.page.CardMention(); id != "" {
		return id
	}
	return r.session.State().Focused
}
