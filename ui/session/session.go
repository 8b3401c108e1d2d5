// Package session is the one owner of what the interface shows as selected,
// hovered, focused, open and searched for, and of the way back.
//
// Views never speak to each other: they report what the reader did, the shell
// tells the session, and the session tells every listener what has changed.
// Setting what is already set does nothing, so listeners cannot loop by
// repainting one another. A session belongs to one goroutine.
package session

import (
	"sidelight/annotations"
	"sidelight/ui/layer"
)

// None stands for no mention.
const None = -1

// Face is what the side panel shows.
type Face uint8

// The faces of the panel.
const (
	Card    Face = iota // of what is selected, or the article at a glance
	About               // what the edition says of itself
	Sources             // the list of sources
)

// State is what the interface shows.
type State struct {
	Selected annotations.EntityID // whose card is open; empty if none is
	Mention  int                  // index in MentionsOf(Selected), or None

	Hovered        annotations.EntityID // empty if none is
	HoveredMention int                  // index in Edition.Mentions, or None
	Focused        int                  // index in Edition.Mentions, or None

	Fade      bool // only sentences that mention what is selected keep their ink
	Layers    layer.Set
	IndexOpen bool // the rail beside the page
	IndexOver bool // the rail over the page, where it has no room beside it
	PanelOpen bool
	Face      Face
	Source    annotations.SourceID // Sources: the one that was asked for, or empty
	Query     string               // what is searched for
}

// Session owns the state.
type Session struct {
	edition   *annotations.Edition
	state     State
	listeners []func(old, new State)

	// What is still to be told, oldest first. A listener that changes the state
	// adds to it, so that all listeners hear of all changes in their order.
	pending []change
	telling bool

	history history
}

type change struct{ old, new State }

// New begins a session on an edition with nothing selected and the panel closed.
func New(e *annotations.Edition) *Session {
	return &Session{edition: e, state: State{Mention: None, HoveredMention: None, Focused: None}}
}

// State is the state after all changes so far, also those that listeners are
// still to be told of.
func (s *Session) State() State { return s.state }

// OnChange calls f after each change from now on, on the goroutine that made
// it and before the call that made it returns, unless a listener made it.
func (s *Session) OnChange(f func(old, new State)) {
	if f != nil {
		s.listeners = append(s.listeners, f)
	}
}

// Select opens an entity at one of its mentions: an index in MentionsOf, or
// None. An id that is not in the edition changes nothing, the empty id clears;
// a mention that the entity does not have counts as None.
func (s *Session) Select(id annotations.EntityID, mention int) {
	if id == "" {
		s.Clear()
		return
	}
	if _, ok := s.edition.Entity(id); !ok {
		return
	}
	if s.edition.Nth(id, mention) < 0 {
		mention = None
	}
	next := s.state
	next.Selected, next.Mention = id, mention
	next.Face, next.Source = Card, ""
	s.set(next)
}

// Clear selects nothing.
func (s *Session) Clear() {
	next := s.state
	next.Selected, next.Mention = "", None
	next.Face, next.Source = Card, ""
	s.set(next)
}

// Hover puts the pointer on a mention: an index in Edition.Mentions; any other
// number takes it off.
func (s *Session) Hover(mention int) {
	next := s.state
	next.Hovered, next.HoveredMention = "", None
	if s.isMention(mention) {
		next.Hovered, next.HoveredMention = s.edition.Mentions()[mention].Entity, mention
	}
	s.set(next)
}

// Focus puts the keyboard on a mention: an index in Edition.Mentions; any other
// number takes it off.
func (s *Session) Focus(mention int) {
	next := s.state
	next.Focused = None
	if s.isMention(mention) {
		next.Focused = mention
	}
	s.set(next)
}

// StepMention goes delta mentions of the selected entity on, or back if delta
// is negative, round the ends. From no mention it comes in at the near end.
func (s *Session) StepMention(delta int) {
	if s.state.Selected == "" {
		return
	}
	n := len(s.edition.MentionsOf(s.state.Selected))
	s.Select(s.state.Selected, step(s.state.Mention, delta, n))
}

// StepFocus goes delta mentions on in reading order, or back if delta is
// negative, round the ends. It sets out from the focused mention, else from the
// selected one, else from outside the text.
func (s *Session) StepFocus(delta int) {
	from := s.state.Focused
	if from == None && s.state.Selected != "" {
		from = s.edition.Nth(s.state.Selected, s.state.Mention)
	}
	s.Focus(step(from, delta, len(s.edition.Mentions())))
}

// SetFade says whether only the sentences that mention what is selected keep
// their full ink.
func (s *Session) SetFade(on bool) {
	next := s.state
	next.Fade = on
	s.set(next)
}

// SetPanel opens or closes the side panel.
func (s *Session) SetPanel(open bool) {
	next := s.state
	next.PanelOpen = open
	s.set(next)
}

// Show turns the panel to a face and opens it. The source is the one to show
// among the sources; one that is not in the edition counts as none.
func (s *Session) Show(f Face, source annotations.SourceID) {
	if _, ok := s.edition.Source(source); !ok || f != Sources {
		source = ""
	}
	next := s.state
	next.PanelOpen, next.Face, next.Source = true, f, source
	s.set(next)
}

// SetLayers changes which marks and voices are shown.
func (s *Session) SetLayers(l layer.Set) {
	next := s.state
	next.Layers = l
	s.set(next)
}

// SetIndex opens or closes the rail beside the page, or the one over it.
func (s *Session) SetIndex(beside, over bool) {
	next := s.state
	next.IndexOpen, next.IndexOver = beside, over
	s.set(next)
}

// SetQuery changes what is searched for.
func (s *Session) SetQuery(q string) {
	next := s.state
	next.Query = q
	s.set(next)
}

func (s *Session) isMention(i int) bool { return i >= 0 && i < len(s.edition.Mentions()) }

// set makes next the state and tells the listeners, unless nothing changes.
func (s *Session) set(next State) {
	if next == s.state {
		return
	}
	s.pending = append(s.pending, change{s.state, next})
	s.state = next
	if s.telling {
		return
	}
	s.telling = true
	defer func() { s.telling, s.pending = false, nil }()
	for i := 0; i < len(s.pending); i++ {
		c := s.pending[i]
		for _, f := range s.listeners {
			f(c.old, c.new)
		}
	}
}

// step is the index delta places after i in a ring of n, or None if the ring is
// empty. None itself lies before the first and after the last.
func step(i, delta, n int) int {
	if n == 0 || delta == 0 {
		return i
	}
	if i < 0 && delta > 0 {
		i, delta = 0, delta-1
	} else if i < 0 {
		i, delta = n-1, delta+1
	}
	return ((i+delta%n)%n + n) % n
}
