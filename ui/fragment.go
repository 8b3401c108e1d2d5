package ui

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/keyboard"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/page"
	"sidelight/ui/pattern"
	"sidelight/ui/prose"
	"sidelight/ui/session"
	"sidelight/ui/start"
)

// fragmentColumn is the width of the text in the piece of the sample that the
// start page shows, pixels.
const fragmentColumn = 326

// fragment is that piece: a page whose marks answer, and the card of the one
// that is selected. It has a session of its own.
type fragment struct {
	*session.Navigator // answers what the page asks for
	edition            *annotations.Edition
	session            *session.Session
	roles              look.Roles
	keys               *keyboard.Router // takes the keys that the piece has no use for
	page               *page.Page
	card               *prose.Stack
	moved              func()
	open               func(annotations.MentionID) // reads the sample at a mark
}

// newFragment shows the passage around the first person whose name the article
// prints in another way than it is usual: there is something to be explained.
func newFragment(e *annotations.Edition, roles look.Roles, keys *keyboard.Router, open func(annotations.MentionID)) start.Fragment {
	f := &fragment{edition: e, session: session.New(session.Document{Edition: e}), keys: keys, roles: roles, open: open, card: prose.NewStack()}
	f.Navigator = session.NewNavigator(f.session, func() session.Stage { return f.page })
	f.page = page.NewFragment(roles, f, fragmentColumn)
	f.page.SetStill(true)
	f.page.Follow(session.Snapshot{}, f.session.Snapshot())
	f.session.OnChange(f.page.Follow)
	f.page.OnScrolled = func() { f.tell() }
	f.page.OnBlank = func() { f.open(f.session.State().Mention) }
	f.page.OnKey = f.key
	f.page.OnRune = keys.TypedRune
	if m, ok := f.first(); ok {
		f.show(m.ID())
		at := e.Article().ParagraphAt(m.Start)
		f.page.Restore(session.Place{Offset: e.Article().Paragraph(at).Start, Past: -16})
	}
	return start.Fragment{
		Text: f.page, Card: f.card, Line: f.line,
		OnMoved: func(moved func()) { f.moved = moved },
	}
}

// first is the mention to begin with.
func (f *fragment) first() (first *annotations.Mention, ok bool) {
	all := f.edition.Mentions()
	for i := range all {
		x, _ := f.edition.Entity(all[i].Entity)
		if x.Kind != annotations.Person {
			continue
		}
		if x.Printed != "" {
			return &all[i], true
		}
		if first == nil {
			first = &all[i]
		}
	}
	return first, first != nil
}

// Hover shows the card of a mention under the pointer, which stays when the pointer
// leaves.
func (f *fragment) Hover(id annotations.MentionID) {
	if id != "" {
		f.show(id)
	}
}

// SelectMention reads the sample at a mention.
func (f *fragment) SelectMention(id annotations.MentionID) { f.open(id) }

// show selects a mention and shows its card.
func (f *fragment) show(id annotations.MentionID) {
	m, ok := f.edition.Mention(id)
	if !ok {
		return
	}
	f.session.Update(func(s *session.State) {
		s.Select(m.Entity, id)
		s.Focused, s.Panel.Open = id, true
	})
	x, _ := f.edition.Entity(m.Entity)
	f.card.SetItems(
		prose.Item{Block: prose.NewColumns(
			prose.Cell{Block: pattern.InLine(x.Kind, 22, f.roles.Meta.Leading), Width: 22},
			prose.Cell{Block: prose.NewText(f.roles.Meta, look.Ink(x.Kind), locale.Kind(x.Kind)), Gap: 8})},
		prose.Item{Top: 6, Block: prose.NewText(f.roles.HoverName, look.ColorText, x.Name)},
		prose.Item{Top: 2, Block: prose.NewText(f.roles.Meta, look.ColorTextMuted, f.words(x))},
	)
	f.tell()
}

// words say how the article prints the name, where it is another one, and who
// or what it is.
func (f *fragment) words(x *annotations.Entity) string {
	if x.Printed == "" || x.Printed == x.Name {
		return x.Identity
	}
	return locale.X("start.printed", "Printed as “{{.Name}}”.", map[string]any{"Name": x.Printed}) + " " + x.Identity
}

func (f *fragment) tell() {
	if f.moved != nil {
		f.moved()
	}
}

// line is how far below the top of the text the selected words stand, pixels.
func (f *fragment) line() float32 {
	if lines := f.page.MentionRects(f.session.State().Mention); len(lines) > 0 {
		return lines[0].Y
	}
	return 0
}

// key goes from mark to mark with the arrows, and on Enter reads on there; the other keys are those of the
// start page.
func (f *fragment) key(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter {
		f.open(f.session.State().Mention)
		return
	}
	step := map[fyne.KeyName]int{fyne.KeyRight: 1, fyne.KeyDown: 1, fyne.KeyLeft: -1, fyne.KeyUp: -1}[e.Name]
	if step == 0 {
		f.keys.TypedKey(e)
		return
	}
	at, all := f.session.State().Mention, f.edition.Mentions()
	next, ok := f.edition.Step(at, step)
	if !ok || step > 0 && at == all[len(all)-1].ID() || step < 0 && at == all[0].ID() {
		return
	}
	f.show(next.ID())
	f.page.ScrollToSpan(next.Span)
	f.tell()
}
