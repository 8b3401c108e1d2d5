package session

import "sidelight/annotations"

// LightVoice lights all passages of a voice to whose name the reader points outside
// of the text; 0 lights none.
func (n *Navigator) LightVoice(v annotations.Voice) {
	n.s.Update(func(s *State) { s.Heard = v })
}

// OpenVoice turns the panel to a voice and leads to the given passage of it, or with
// an empty span to the next one from the top of the article's view on. Every other view
// stays where no passage is given, and the view of the voices, which shows the passage
// itself, stays always.
func (n *Navigator) OpenVoice(v annotations.Voice, said annotations.Span) {
	e := n.s.Edition()
	if !e.Speaks(v) {
		return
	}
	n.Visit()
	at := n.s.State().View
	stays := at == Voices || said.Empty() && at != Article
	if said.Empty() {
		said = nextSaid(e, v, n.Place().Offset)
	}
	n.s.Update(func(s *State) { s.Hear(v, said) })
	if !stays {
		n.reveal(said)
	}
}

// nextSaid is the first passage of a voice that ends behind offset, else its first.
func nextSaid(e *annotations.Edition, v annotations.Voice, offset int) annotations.Span {
	all := e.Said(v)
	for _, p := range all {
		if p.End > offset {
			return p.Span
		}
	}
	return all[0].Span
}

// SelectVoice turns the panel to the voice of a passage to whose bar the reader
// points beside the text: nothing scrolls.
func (n *Navigator) SelectVoice(said annotations.Span) {
	p, ok := n.s.Edition().PassageAt(said.Start)
	if !ok {
		return
	}
	n.Visit()
	n.s.Update(func(s *State) { s.Hear(p.Voice, p.Span) })
}
