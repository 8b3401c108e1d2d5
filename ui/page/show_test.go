package page_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"sidelight/annotations"
	"sidelight/annotations/notes"
	"sidelight/ui/layer"
	"sidelight/ui/look"
	"sidelight/ui/page"
	"sidelight/ui/session"
	"sidelight/ui/uitest"
	"sidelight/ui/view"
)

// asked is what a page has asked for, each sort in its order. With a page in
// follow, that page is told of what is hovered, as the shell would.
type asked struct {
	view.Asks // the rest: a call fails
	clicked   []annotations.MentionID
	hovered   []annotations.MentionID
	opened    []annotations.MentionID
	notes     []string
	abouts    int
	voices    []annotations.Span
	passages  []annotations.Span
	own       []notes.ID // selected in the text
	ledTo     []notes.ID
	follow    *page.Page
}

func (a *asked) SelectMention(id annotations.MentionID) { a.clicked = append(a.clicked, id) }
func (a *asked) OpenMention(id annotations.MentionID)   { a.opened = append(a.opened, id) }
func (a *asked) SelectRemark(id string)                 { a.notes = append(a.notes, id) }
func (a *asked) SelectVoice(said annotations.Span)      { a.voices = append(a.voices, said) }
func (a *asked) OpenPassage(s annotations.Span)         { a.passages = append(a.passages, s) }
func (a *asked) OpenNote(id notes.ID)                   { a.ledTo = append(a.ledTo, id) }
func (a *asked) OpenAbout()                             { a.abouts++ }

func (a *asked) SelectNote(id notes.ID) {
	a.own = append(a.own, id)
	tell(a.follow, func(s *session.State) { s.Note = id; s.Turn(session.Notes, "") })
}

func (a *asked) Hover(id annotations.MentionID) {
	a.hovered = append(a.hovered, id)
	if a.follow != nil {
		tell(a.follow, func(s *session.State) { s.Hovered = id })
	}
}

// tell changes the state of the session that a page follows.
func tell(p *page.Page, change func(*session.State)) {
	now := p.Shown()
	change(&now.State)
	p.Follow(p.Shown(), now)
}

// selects selects a mention of an entity, or none.
func selects(p *page.Page, id annotations.EntityID, m annotations.MentionID) {
	tell(p, func(s *session.State) { s.Selected, s.Mention = id, m })
}

func layers(p *page.Page, l layer.Set) { tell(p, func(s *session.State) { s.Layers = l }) }

// show opens a page in a window of the size that it has beside the panel.
func show(t testing.TB, scheme look.Scheme) (*page.Page, *annotations.Edition, fyne.Window, *asked) {
	t.Helper()
	e := uitest.Edition(t)
	p, w, a := open(t, scheme, e)
	return p, e, w, a
}

func open(t testing.TB, scheme look.Scheme, e *annotations.Edition) (*page.Page, fyne.Window, *asked) {
	t.Helper()
	_, roles := uitest.App(t, scheme)
	a := &asked{}
	p := page.New(roles, a)
	a.follow = p
	p.Follow(session.Snapshot{}, snapshot(e))
	w := test.NewWindow(p)
	t.Cleanup(w.Close)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(904, 772))
	return p, w, a
}

// snapshot is an edition with the panel open and nothing selected.
func snapshot(e *annotations.Edition) session.Snapshot {
	return session.Snapshot{
		Document: session.Document{Edition: e},
		State:    session.State{Panel: session.Panel{Open: true}},
	}
}

// middle is the point in the middle of a mention's first rectangle.
func middle(p *page.Page, id annotations.MentionID) fyne.Position {
	r := p.MentionRects(id)[0]
	return fyne.NewPos(r.X+r.W/2, r.Y+r.H/2)
}

// mention is the first mention that is printed so.
func mention(t testing.TB, e *annotations.Edition, words string) *annotations.Mention {
	t.Helper()
	all := e.Mentions()
	for i := range all {
		if e.Article().Slice(all[i].Span) == words {
			return &all[i]
		}
	}
	t.Fatalf("nothing is marked %q", words)
	return nil
}

// nth is the n-th mention of an entity, counted from 0.
func nth(t testing.TB, e *annotations.Edition, id annotations.EntityID, n int) *annotations.Mention {
	t.Helper()
	m, ok := e.Nth(id, n)
	if !ok {
		t.Fatalf("%s has no mention %d", id, n)
	}
	return m
}
