package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"sidelight/annotations"
	"sidelight/ui/command"
	"sidelight/ui/look"
	"sidelight/ui/page"
	"sidelight/ui/session"
)

// overlap is how much of a page stays in view when one turns it, in pixels: two
// lines.
const overlap = 60

// actions are what the commands do.
func (r *Reader) actions() map[command.ID]command.Action {
	selected := func() bool { return r.session.State().Selected != "" }
	words := func() bool { return !r.page.Selection().Empty() }
	finding := func() bool { return r.find.open }
	return map[command.ID]command.Action{
		command.NextMark:          {Run: func() { r.stepFocus(1) }},
		command.PreviousMark:      {Run: func() { r.stepFocus(-1) }},
		command.OuterMark:         {Run: r.outerMark, Enabled: selected},
		command.Open:              {Run: r.openFocused, Enabled: func() bool { return r.pointed() >= 0 }},
		command.Leave:             {Run: r.leave},
		command.NextMention:       {Run: func() { r.stepMention(1) }, Enabled: selected},
		command.PreviousMention:   {Run: func() { r.stepMention(-1) }, Enabled: selected},
		command.NextParagraph:     {Run: func() { r.stepParagraph(1) }},
		command.PreviousParagraph: {Run: func() { r.stepParagraph(-1) }},
		command.Peek:              {Run: r.peek},
		command.NextPage:          {Run: func() { r.page.ScrollBy(r.page.ViewHeight() - overlap) }},
		command.PreviousPage:      {Run: func() { r.page.ScrollBy(overlap - r.page.ViewHeight()) }},
		command.Top:               {Run: r.page.ScrollToTop},
		command.End:               {Run: r.page.ScrollToEnd},
		command.SelectAll:         {Run: r.selectAll},
		command.Copy:              {Run: r.copyWords, Enabled: words},
		command.CopyWithSource:    {Run: r.copyWithSource, Enabled: words},
		command.SelectNext:        {Run: r.grow(page.Character, 1)},
		command.SelectPrevious:    {Run: r.grow(page.Character, -1)},
		command.SelectNextWord:    {Run: r.grow(page.Word, 1)},
		command.SelectPrevWord:    {Run: r.grow(page.Word, -1)},
		command.SelectNextLine:    {Run: r.grow(page.Line, 1)},
		command.SelectPrevLine:    {Run: r.grow(page.Line, -1)},
		command.SelectLineEnd:     {Run: r.grow(page.LineEnd, 1)},
		command.SelectLineStart:   {Run: r.grow(page.LineEnd, -1)},
		command.Find:              {Run: r.openFind},
		command.FindNext:          {Run: func() { r.stepHit(1) }, Enabled: finding},
		command.FindPrevious:      {Run: func() { r.stepHit(-1) }, Enabled: finding},
		command.TogglePanel:       {Run: func() { r.session.SetPanel(!r.session.State().PanelOpen) }},
		command.ToggleIndex:       {Run: r.toggleIndex, Enabled: r.marked},
		command.NextPane:          {Run: r.nextPane},
		command.ShowSources:       {Run: func() { r.show(session.Sources, "") }},
		command.ShowAbout:         {Run: func() { r.show(session.About, "") }},
		command.Fade:              {Run: func() { r.session.SetFade(!r.session.State().Fade) }, Enabled: selected},
		command.Back:              {Run: r.back, Enabled: r.session.CanBack},
		command.Forward:           {Run: r.forward, Enabled: r.session.CanForward},
		command.OpenFile:          {Run: func() { r.ask(r.OnOpenFile) }, Enabled: func() bool { return r.OnOpenFile != nil }},
		command.StartPage:         {Run: func() { r.ask(r.OnStartPage) }, Enabled: func() bool { return r.OnStartPage != nil }},
		command.Quit:              {Run: r.quit},
	}
}

// stepFocus moves the keyboard to the next or the previous mark, in view.
func (r *Reader) stepFocus(delta int) {
	if r.session.State().Focused < 0 && r.session.State().Selected == "" {
		r.focusFromView(delta)
	} else {
		r.session.StepFocus(delta)
	}
	r.skipHidden(delta)
	if i := r.session.State().Focused; i >= 0 {
		r.page.Reveal(r.edition.Mentions()[i].Span)
	}
	r.focusPage()
}

// focusFromView begins at the marks in view rather than at those of the first
// paragraph.
func (r *Reader) focusFromView(delta int) {
	first := r.edition.FirstMentionFrom(r.page.FirstInView())
	if delta < 0 {
		first--
	}
	if n := len(r.edition.Mentions()); n > 0 {
		r.session.Focus((first + n) % n)
	}
}

func (r *Reader) openFocused() { r.open(r.pointed()) }

// outerMark selects the mark around the selected one.
func (r *Reader) outerMark() {
	s := r.session.State()
	if i := r.edition.Nth(s.Selected, s.Mention); i >= 0 && r.edition.Parent(i) >= 0 {
		r.open(r.edition.Parent(i))
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
	case s.Face != session.Card:
		r.session.Show(session.Card, "")
	case s.Selected != "":
		r.visit()
		r.session.Clear()
		if r.frame.narrow {
			r.session.SetPanel(false) // what it would show now is not worth the text
		}
	case s.Focused >= 0:
		r.session.Focus(session.None)
	default:
		r.session.SetPanel(false)
	}
}

func (r *Reader) stepParagraph(delta int) { r.page.RevealParagraph(r.page.Paragraph() + delta) }

// nextTheme steps through the colour schemes, dark after light. Coming back to
// what the desktop shows means to follow it again.
func (r *Reader) nextTheme() {
	r.setScheme(followingScheme(r.theme))
}

// setScheme asks for a colour scheme.
func (r *Reader) setScheme(s look.Scheme) {
	if f := r.OnTheme; f != nil {
		f(s)
	}
}

// ask calls a wish of the reader's, if there is someone to hear it.
func (r *Reader) ask(wish func()) {
	if wish != nil {
		wish()
	}
}

func (r *Reader) quit() {
	if f := r.OnQuit; f != nil {
		f()
	}
}

// nextPane moves the keyboard from the page to the panel, to the search field,
// to the index and back to the page.
func (r *Reader) nextPane() {
	if r.canvas == nil {
		return
	}
	switch focused := r.canvas.Focused(); {
	case focused == fyne.Focusable(r.page) && r.session.State().Query != "":
		r.focusField()
	case focused == fyne.Focusable(r.page) && r.session.State().PanelOpen:
		r.canvas.FocusNext() // the panel comes next in the frame
	case focused == r.finder.FocusTarget() && r.indexShown():
		r.canvas.Focus(r.index)
	case focused == fyne.Focusable(r.index) || focused == r.finder.FocusTarget() || focused == nil:
		r.focusPage()
		if r.session.State().Focused < 0 && r.session.State().Selected == "" {
			r.focusFromView(1) // or nothing would show where the keyboard is
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

// typedKey and typedRune give the commands of keys typed where no field has
// the focus.
func (r *Reader) typedKey(e *fyne.KeyEvent) {
	if !r.cardKey(e) {
		r.windowKey(e)
	}
}

// windowKey gives the command of a key, whether a card is open or not.
func (r *Reader) windowKey(e *fyne.KeyEvent) {
	var mod fyne.KeyModifier
	if d, ok := fyne.CurrentApp().Driver().(desktop.Driver); ok {
		mod = d.CurrentKeyModifiers()
	}
	r.commands.Key(e.Name, mod)
}

func (r *Reader) typedRune(c rune) {
	if !r.cardRune(c) {
		r.commands.Rune(c)
	}
}

// Commands are all that can be done by keyboard and menu.
func (r *Reader) Commands() []*command.Command { return r.commands.Commands() }

// RunCommand gives a command by its id and reports whether it could be given.
func (r *Reader) RunCommand(id command.ID) bool { return r.commands.Run(id) }
