package session

import "sidelight/annotations"

// Place is where the reader is or was: the view, the text in it and what was
// selected. It holds for later revisions of the document too.
type Place struct {
	View     ViewID
	Ways     Views   // how the views are shown; as at first while View is the article
	Offset   int     // byte of the article at which the first line in view begins; -1: the header is in view
	Past     float32 // pixels of that line, or of the header, above the view
	Selected annotations.EntityID
	Mention  annotations.MentionID // the current mention of Selected, or empty
	Face     Face                  // of the panel
	Source   annotations.SourceID  // Sources: the one that was shown
	Voice    annotations.Voice     // Voice: the one that was shown
	Said     annotations.Span      // Voice: the current passage of it, or empty
}

const (
	// nearby is how many bytes apart two places may lie and still be one stop:
	// about three lines, less than the eye needs to look for.
	nearby = 200
	// level is how many pixels apart two places in a view without text may lie and
	// still be one stop.
	level = 100
	// maxStops bounds how far back a reader can go.
	maxStops = 200
)

// history is the way back and the way forward again, nearest stop last.
type history struct {
	back, forward []Place
}

// Visit notes a place before a jump away from it, and forgets the way forward.
func (s *Session) Visit(p Place) {
	s.history.back = push(s.history.back, p)
	s.history.forward = nil
}

// Back returns the place before the last jump and keeps the current one for
// [Session.Forward]; ok is false if there is none.
func (s *Session) Back(current Place) (p Place, ok bool) {
	return move(&s.history.back, &s.history.forward, current)
}

// Forward undoes a [Session.Back]; ok is false if there is none to undo.
func (s *Session) Forward(current Place) (p Place, ok bool) {
	return move(&s.history.forward, &s.history.back, current)
}

// CanBack reports whether there is a place to go back to.
func (s *Session) CanBack() bool { return len(s.history.back) > 0 }

// CanForward reports whether there is a place to go forward to.
func (s *Session) CanForward() bool { return len(s.history.forward) > 0 }

func move(from, to *[]Place, current Place) (Place, bool) {
	n := len(*from)
	if n == 0 {
		return Place{}, false
	}
	p := (*from)[n-1]
	*from = (*from)[:n-1]
	*to = push(*to, current)
	return p, true
}

// push puts p on top of the stops; one on top that is hardly elsewhere gives
// way to it, and the oldest gives way when there are too many.
func push(stops []Place, p Place) []Place {
	if n := len(stops); n > 0 && stops[n-1].Near(p) {
		stops[n-1] = p
		return stops
	}
	if len(stops) == maxStops {
		stops = append(stops[:0], stops[1:]...)
	}
	return append(stops, p)
}

// Near reports whether two places are one stop to a reader: view and panel show
// the same, and what is in view begins within three lines or so of each other.
func (p Place) Near(o Place) bool {
	apart := max(p.Offset-o.Offset, o.Offset-p.Offset)
	near := p.View == Article || max(p.Past-o.Past, o.Past-p.Past) <= level
	o.Offset, o.Past = p.Offset, p.Past
	return p == o && apart <= nearby && near
}
