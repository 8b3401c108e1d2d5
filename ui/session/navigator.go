package session

import (
	"cmp"
	"sidelight/annotations"
	"sidelight/annotations/quiet"
)

// Stage is what the [Navigator] asks of the view in the middle of the window.
type Stage interface {
	// Place is where the view stands: View, Offset and Past.
	Place() Place
	// Restore brings back View, Offset and Past of a place at once.
	Restore(Place)
	// Reveal leads to a span and lights it; a span in view stays where it is. It
	// reports whether the view shows text at all.
	Reveal(annotations.Span) bool
}

// Navigator answers what the views ask for. Every jump leaves a stop on the way
// back.
type Navigator struct {
	// OnReturn is called after the reader went back or forward to a place.
	OnReturn func()
	// OnTravel is called after the ways back and forward have changed.
	OnTravel func()

	s     *Session
	stage func() Stage
	held  *Place // where the reader counts as being while the stage shows something else
	quiet quiet.Memory
}

// NewNavigator makes a navigator of a session. stage returns the view in the
// middle of the window at the time of the call.
func NewNavigator(s *Session, stage func() Stage) *Navigator { return &Navigator{s: s, stage: stage} }

// Place is where the reader is now.
func (n *Navigator) Place() Place {
	s, at := n.s.State(), n.stage().Place()
	if n.held != nil {
		at = *n.held
	}
	at.Selected, at.Mention, at.Face, at.Source = s.Selected, s.Mention, s.Panel.Face, s.Panel.Source
	at.Voice, at.Said = s.Panel.Voice, s.Panel.Said
	if at.View != Article {
		at.Ways = s.Views
	}
	return at
}

// Hold makes the reader count as being where the stage stands now, whatever it
// shows until [Navigator.Release].
func (n *Navigator) Hold() {
	p := n.stage().Place()
	n.held = &p
}

// Held returns the place that was held, if one is.
func (n *Navigator) Held() (Place, bool) {
	if n.held == nil {
		return Place{}, false
	}
	return *n.held, true
}

// Release ends [Navigator.Hold].
func (n *Navigator) Release() { n.held = nil }

// Visit notes the present place before a jump away from it.
func (n *Navigator) Visit() {
	n.VisitFrom(n.Place())
}

// VisitFrom notes a place where the reader was before a jump that has been made.
func (n *Navigator) VisitFrom(p Place) {
	n.s.Visit(p)
	n.traveled()
}

func (n *Navigator) traveled() {
	if f := n.OnTravel; f != nil {
		f()
	}
}

// reveal leads to a span, in the article where the view in the middle shows no
// text.
func (n *Navigator) reveal(span annotations.Span) {
	if n.stage().Reveal(span) {
		return
	}
	n.s.Update(func(s *State) { s.View = Article })
	n.stage().Reveal(span)
}

// Hover puts the pointer on a mention; an empty id takes it off.
func (n *Navigator) Hover(id annotations.MentionID) {
	n.s.Update(func(s *State) { s.Hovered = id })
}

// Light lights all mentions of an entity to whose name the reader points outside of
// the text; an empty id lights none.
func (n *Navigator) Light(id annotations.EntityID) {
	n.s.Update(func(s *State) { s.Lit = id })
}

// SetViews changes how the views beside the article are shown.
func (n *Navigator) SetViews(change func(*Views)) {
	n.s.Update(func(s *State) { change(&s.Views) })
}

// SelectMention opens the card of a mention to which the reader points in the
// text: nothing scrolls. The mention that is the current one already gives way to
// the mention around it.
func (n *Navigator) SelectMention(id annotations.MentionID) {
	e, again := n.s.Edition(), id == n.s.State().Mention
	if around, ok := e.Parent(id); ok && again {
		id = around.ID()
	}
	m, ok := e.Mention(id)
	if !ok {
		return
	}
	n.Visit()
	n.s.Update(func(s *State) {
		s.Select(m.Entity, m.ID())
		s.Focused, s.Panel.Open = m.ID(), true
		if again {
			s.Hovered = "" // the inner mark would light over the outer one
		}
	})
}

// OpenMention makes a mention the current one and leads to it.
func (n *Navigator) OpenMention(id annotations.MentionID) {
	m, ok := n.s.Edition().Mention(id)
	if !ok {
		return
	}
	n.Visit()
	n.s.Update(func(s *State) {
		s.Select(m.Entity, m.ID())
		s.Focused = m.ID()
	})
	n.reveal(m.Span)
}

// OpenEntity opens the card of an entity and, in the article, leads to its next mention
// from the top of the view on. Every other view stays, and shows what is selected.
func (n *Navigator) OpenEntity(id annotations.EntityID) {
	e := n.s.Edition()
	if _, ok := e.Entity(id); !ok {
		return
	}
	n.Visit()
	m := nearest(e, id, n.Place().Offset)
	n.s.Update(func(s *State) {
		s.Select(id, m.ID())
		s.Panel.Open = true
		if m.ID() != "" {
			s.Focused = m.ID()
		}
	})
	if m.ID() != "" && n.s.State().View == Article {
		n.reveal(m.Span)
	}
}

// nearest is the first mention of an entity at offset or after it, else its first
// mention, else the zero mention.
func nearest(e *annotations.Edition, id annotations.EntityID, offset int) annotations.Mention {
	all := e.MentionsOf(id)
	for _, m := range all {
		if m.Start >= offset {
			return *m
		}
	}
	if len(all) == 0 {
		return annotations.Mention{}
	}
	return *all[0]
}

// OpenPassage leads to a stretch of the article.
func (n *Navigator) OpenPassage(span annotations.Span) {
	n.Visit()
	n.reveal(span)
}

// SelectRemark opens the card of the first entity that an editor's note is about, at
// the note. Nothing scrolls in the text, where the reader points to the note's sign.
func (n *Navigator) SelectRemark(id string) {
	note, ok := n.s.Edition().Remark(id)
	if !ok {
		return
	}
	n.Visit()
	if len(note.About) > 0 {
		m, ok := n.s.Edition().Nth(note.About[0], 0)
		if !ok {
			m = &annotations.Mention{}
		}
		n.TurnToRemark(id, note.About[0], m.ID())
	}
}

// TurnToRemark opens the card of an entity at an editor's note about it, with the given
// mention of the entity as the current one or none. A card that is at the note
// already is told of it again: the reader may have scrolled on.
func (n *Navigator) TurnToRemark(id string, about annotations.EntityID, m annotations.MentionID) {
	if n.s.State().Panel.Remark == id {
		n.s.Update(func(s *State) { s.Panel.Remark = "" })
	}
	n.s.Update(func(s *State) {
		s.Select(about, m)
		s.Panel.Open, s.Panel.Remark = true, id
	})
}

// OpenSource turns the panel to the sources, at the given one if it is not empty.
func (n *Navigator) OpenSource(id annotations.SourceID) {
	n.Visit()
	n.s.Update(func(s *State) { s.Turn(Sources, id) })
}

// OpenAbout turns the panel to what the edition says of itself.
func (n *Navigator) OpenAbout() {
	n.Visit()
	n.s.Update(func(s *State) { s.Turn(About, "") })
}

// StepMention goes delta mentions of the selected entity on, or back if delta
// is negative, round the ends, and leads there. While a voice is open it goes from
// passage to passage of the voice.
func (n *Navigator) StepMention(delta int) {
	s := n.s.State()
	if s.Panel.Face == Voice {
		if x, ok := n.s.Edition().StepSaid(s.Panel.Voice, s.Panel.Said, delta); ok {
			n.OpenVoice(s.Panel.Voice, x.Span)
		}
		return
	}
	if m, ok := n.s.Edition().StepOf(s.Selected, s.Mention, delta); ok {
		n.OpenMention(m.ID())
	}
}

// StepFocus moves the keyboard delta marks on in reading order, or back if delta
// is negative, round the ends, past those that the layers hide and those that do
// not show at rest; a link counts as a mark. It sets out from
// the focused mention, link or note, else from the selected mention, else from the byte at
// offset from. The span of what has the keyboard is returned; ok is false if nothing has.
func (n *Navigator) StepFocus(delta, from int) (reached annotations.Span, ok bool) {
	m, ok := n.nextMark(delta, from)
	link, linked := n.nextLink(delta, from)
	if linked && ok {
		linked = n.ahead(link.Span, true, delta, from) < n.ahead(m.Span, false, delta, from)
	}
	n.s.Update(func(s *State) {
		s.Focused, s.Link = "", annotations.Span{}
		switch {
		case linked:
			s.Link, reached = link.Span, link.Span
		case ok:
			s.Focused, reached = m.ID(), m.Span
		}
	})
	return reached, ok || linked
}

// nextMark is the mark that StepFocus would come to if there were no links.
func (n *Navigator) nextMark(delta, from int) (m *annotations.Mention, ok bool) {
	s, e := n.s.State(), n.s.Edition()
	at, from := n.setsOut(delta, from)
	switch {
	case !s.Link.Empty(): // a mark that begins with the link stands before it
		m, ok = fromOffset(e, s.Link.Start+1, delta)
	case at == "":
		m, ok = fromOffset(e, from, delta)
	default:
		m, ok = e.Step(at, delta)
	}
	for range e.Mentions() {
		if !ok || n.shown(m) {
			break
		}
		m, ok = e.Step(m.ID(), sign(delta))
	}
	return m, ok && n.shown(m)
}

// setsOut is the mention from which StepFocus sets out, unless a link has the keyboard; or
// with an empty id the byte from which it does.
func (n *Navigator) setsOut(delta, from int) (annotations.MentionID, int) {
	now := n.s.Snapshot()
	p, ok := now.Notes.Get(now.FocusedNote)
	switch {
	case !ok:
		return cmp.Or(now.Focused, now.Mention), from
	case delta < 0:
		return "", p.Span.Start
	}
	return "", p.Span.Start + 1 // past a mark on the same words
}

// fromOffset is the first mention from offset on, or with a negative delta the
// last before it, round the ends.
func fromOffset(e *annotations.Edition, offset, delta int) (*annotations.Mention, bool) {
	all := e.MentionsFrom(offset)
	if delta < 0 {
		all = e.MentionsBefore(offset)
	}
	for m := range all {
		return m, true
	}
	return e.Step("", sign(delta))
}

func sign(delta int) int {
	if delta < 0 {
		return -1
	}
	return 1
}

// shown reports whether the keyboard stops at a mention: the layers show it, it shows at
// rest and the program, if it found it, is sure of it; or it is the current one.
func (n *Navigator) shown(m *annotations.Mention) bool {
	s, e := n.s.State(), n.s.Edition()
	x, _ := e.Entity(m.Entity)
	return m.Is(s.Mention) ||
		!m.Unsure() && s.Layers.Shows(x.Kind, m.Form) && (s.Layers.Everything || n.quiet.Why(e, m) == quiet.Shown)
}

// CanBack and CanForward report whether there is a place to go to.
func (n *Navigator) CanBack() bool { return n.s.CanBack() }

// CanForward reports whether the reader went back before and can undo it.
func (n *Navigator) CanForward() bool { return n.s.CanForward() }

// Back returns to the place before the last jump that led somewhere else.
func (n *Navigator) Back() { n.travel(n.s.Back) }

// Forward undoes a [Navigator.Back].
func (n *Navigator) Forward() { n.travel(n.s.Forward) }

// travel goes to the next stop that is somewhere else: a jump may have led
// nowhere.
func (n *Navigator) travel(next func(Place) (Place, bool)) {
	from := n.Place()
	for p, ok := next(from); ok; p, ok = next(from) {
		if !p.Near(from) {
			n.goTo(p)
			break
		}
	}
	n.traveled()
}

// goTo brings back a place: the view, the text in it and what was selected.
func (n *Navigator) goTo(p Place) {
	n.s.Update(func(s *State) {
		if s.View = p.View; p.View != Article {
			s.Views = p.Ways
		}
		s.Select(p.Selected, p.Mention)
		s.Focused = p.Mention
		if p.Selected != "" {
			s.Panel.Open = true
		}
		switch p.Face {
		case Card:
		case Voice:
			s.Hear(p.Voice, p.Said)
		default:
			s.Turn(p.Face, p.Source)
		}
	})
	if f := n.OnReturn; f != nil {
		f()
	}
	n.stage().Restore(p)
}
