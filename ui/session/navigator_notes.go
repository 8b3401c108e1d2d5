package session

import (
	"sidelight/annotations/notes"
)

// SelectNote makes a note of the reader the current one, gives it the keyboard and turns
// the panel to it. Nothing scrolls in the text, where the reader points to the note.
func (n *Navigator) SelectNote(id notes.ID) {
	p, ok := n.s.Snapshot().Notes.Get(id)
	if !ok {
		return
	}
	n.Visit()
	n.s.Update(func(s *State) {
		s.Turn(Notes, "")
		s.focus(p)
	})
}

// OpenNote makes a note of the reader the current one and leads to its words, if they
// stand in the text. The panel stays as it is.
func (n *Navigator) OpenNote(id notes.ID) {
	p, ok := n.s.Snapshot().Notes.Get(id)
	if !ok {
		return
	}
	n.Visit()
	n.s.Update(func(s *State) {
		s.focus(p)
	})
	if p.Stands() {
		n.reveal(p.Span)
	}
}

// OpenNotes turns the panel to the reader's highlights and notes.
func (n *Navigator) OpenNotes() {
	n.Visit()
	n.s.Update(func(s *State) { s.Turn(Notes, "") })
}
