// Package session is the one owner of what the interface shows: the document,
// what of it is selected, hovered, focused, open and searched for, and the way
// back.
//
// Views never speak to each other: they ask the [Navigator] for what the reader
// wants, the session changes, and every listener gets the state before and after
// as two [Snapshot] values. A change that changes nothing is not told, so
// listeners cannot loop by repainting one another. A session belongs to one
// goroutine.
package session

import (
	"sidelight/annotations"
	"sidelight/annotations/notes"
)

// Document is what is read, as it is at one moment. It is immutable: what is
// marked, noted or corrected later is another Document of the next revision.
type Document struct {
	Revision int // counted from 0
	Edition  *annotations.Edition
	Finding  bool         // the program is still looking for marks
	Notes    *notes.Set   // the reader's; nil for none
	Draft    *notes.Draft // the note that is being written, or nil
}

// Snapshot is all that a view needs to draw itself. Snapshots can be compared
// with ==.
type Snapshot struct {
	Document
	State
}

// Session owns the document, the state and the history.
type Session struct {
	now       Snapshot
	listeners []func(old, now Snapshot)
	// What is still to be told, oldest first. A listener that changes the state
	// adds to it, so that all listeners hear of all changes in their order.
	pending []change
	telling bool
	history history
}

type change struct{ old, now Snapshot }

// New begins a session on a document with nothing selected and the panel closed.
func New(d Document) *Session { return &Session{now: Snapshot{Document: d}} }

// Snapshot is the document and the state after all changes so far, including
// changes that listeners are still to be told of.
func (s *Session) Snapshot() Snapshot { return s.now }

// State is the state part of [Session.Snapshot].
func (s *Session) State() State { return s.now.State }

// Edition is the edition of the document.
func (s *Session) Edition() *annotations.Edition { return s.now.Edition }

// OnChange calls f after each change from now on, on the goroutine that made
// the change and before the call that made it returns, unless a listener made it.
func (s *Session) OnChange(f func(old, now Snapshot)) {
	if f != nil {
		s.listeners = append(s.listeners, f)
	}
}

// Update makes one change of the state, however many fields it touches, and
// tells it once. Ids that are not in the document count as none afterwards.
func (s *Session) Update(change func(*State)) {
	next := s.now
	change(&next.State)
	next.State = valid(next.State, next.Document)
	s.set(next)
}

// Show puts another document in the place of the present one. What is selected,
// hovered and focused stays so by its id, as far as the document still has it.
func (s *Session) Show(d Document) {
	next := s.now
	next.Document = d
	next.State = valid(next.State, d)
	s.set(next)
}

// set makes next the snapshot and tells the listeners, unless nothing changes.
func (s *Session) set(next Snapshot) {
	if next == s.now {
		return
	}
	s.pending = append(s.pending, change{s.now, next})
	s.now = next
	if s.telling {
		return
	}
	s.telling = true
	defer func() { s.telling, s.pending = false, nil }()
	for i := 0; i < len(s.pending); i++ {
		c := s.pending[i]
		for _, f := range s.listeners {
			f(c.old, c.now)
		}
	}
}
