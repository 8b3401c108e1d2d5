package page

import (
	"strings"
	"time"
	"unicode"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/annotations/notes"
	"sidelight/ui/page/overlay"
	"sidelight/ui/session"
	"sidelight/ui/typeset"
)

// stretch makes a note of the reader longer and shorter: by the handles at its ends, or
// from the keyboard. While a handle is dragged the page shows the note where it would
// be; what the drag led to is asked for once, when it ends, and shown on until it is seen
// in the notes, or for a moment.
type stretch struct {
	page  *Page
	lines overlay.OwnLines
	rest  func() // ends the waiting for that; nil while nothing is waited for

	on     bool           // a handle is dragged
	over   bool           // the drag goes on, but the reader has given it up
	handle overlay.Handle // that is dragged

	// What has been asked for by key and is not seen yet: the next key goes on from there.
	asked   notes.ID
	askedTo annotations.Span
	waiting int // snapshots with notes that may still be older
}

// grips reports whether a handle lies at a point of the sheet.
func (s *stretch) grips(at fyne.Position) bool {
	_, ok := s.lines.HandleAt(at, s.page.now)
	return ok && s.page.Margin != nil
}

// begin takes the handle at a point of the sheet, if there is one.
func (s *stretch) begin(at fyne.Position) bool {
	h, ok := s.lines.HandleAt(at, s.page.now)
	if !ok || s.page.Margin == nil {
		return false
	}
	n, _ := s.page.now.Notes.Get(h.Note)
	s.on, s.handle = true, h
	s.page.own.Moved, s.page.own.MovedTo = h.Note, n.Span
	return true
}

// to brings the end that is dragged to the character at a point of the sheet.
func (s *stretch) to(at fyne.Position) {
	p := s.page
	n, ok := p.now.Notes.Get(s.handle.Note)
	if !ok {
		return
	}
	to := p.moveEnd(n.Span, !s.handle.Last, p.selection.caretAt(at))
	if to != p.own.MovedTo {
		p.own.MovedTo = to
		s.redraw()
	}
}

// end asks for what the drag has led to, and reports whether a handle was dragged.
func (s *stretch) end() bool {
	if s.over {
		s.over = false
		return true
	}
	if !s.on {
		return false
	}
	p, id := s.page, s.handle.Note
	s.on = false
	n, ok := p.now.Notes.Get(id)
	if !ok || n.Span == p.own.MovedTo {
		s.show()
		return true
	}
	before := p.now.Notes
	p.Margin.Stretch(id, p.own.MovedTo)
	if p.now.Notes == before {
		s.rest = p.card.wait(settleTime, s.show)
	}
	return true
}

// settleTime is how long the page shows a note where a drag has left it before that is
// seen in the notes: keeping it may fail.
const settleTime = 500 * time.Millisecond

// giveUp leaves the note as it is, and reports whether a handle was dragged.
func (s *stretch) giveUp() bool {
	if !s.on {
		return false
	}
	s.stop()
	s.over = true
	return true
}

// stop ends a drag and what has been asked for by key.
func (s *stretch) stop() {
	s.on = false
	s.asked, s.waiting = "", 0
	s.show()
}

// show shows the note where it stands.
func (s *stretch) show() {
	if s.rest != nil {
		s.rest()
		s.rest = nil
	}
	if s.page.own.Moved != "" {
		s.page.own.Moved = ""
		s.redraw()
	}
}

func (s *stretch) redraw() {
	s.page.sheet.redraw(overlay.OwnGrounds{Own: s.page.own}, s.lines)
}

// follow forgets what was asked for once it is seen, and a drag of a note that is gone.
func (s *stretch) follow(old, now session.Snapshot) {
	if _, ok := now.Notes.Get(s.page.own.Moved); !ok && s.on {
		s.giveUp()
	}
	if old.Notes == now.Notes {
		return
	}
	if !s.on {
		s.show()
	}
	if s.asked == "" {
		return
	}
	s.waiting--
	if n, ok := now.Notes.Get(s.asked); !ok || n.Span == s.askedTo || s.waiting <= 0 {
		s.asked = ""
	}
}

// moveEnd returns a span of the article with its beginning or its end somewhere else. One
// character is left of it.
func (p *Page) moveEnd(s annotations.Span, start bool, to int) annotations.Span {
	src := p.now.Edition.Article().Text
	if start {
		s.Start = max(0, min(to, typeset.PreviousCluster(src, s.End)))
		return s
	}
	s.End = min(max(to, typeset.NextCluster(src, s.Start)), len(src))
	return s
}

// GrowNote returns the note that the reader is at and the span that it would have with
// its end, or with fromStart its beginning, one unit further on, or back if delta is
// negative; that end is brought into view. Calls in quick succession go on from each other,
// before the first is seen. It reports whether there is such a note and its end can be moved so.
func (p *Page) GrowNote(u Unit, delta int, fromStart bool) (id notes.ID, to annotations.Span, ok bool) {
	id, ok = p.CurrentNote()
	if !ok {
		return id, to, false
	}
	n, _ := p.now.Notes.Get(id)
	s := n.Span
	if p.ends.asked == id {
		s = p.ends.askedTo
	} else {
		p.ends.waiting = 0
	}
	at := s.End
	if fromStart {
		at = s.Start
	}
	if to = p.moveEnd(s, fromStart, p.column.Step(at, u, delta)); u == Word {
		to = p.trimmed(to, fromStart)
	}
	if to == s {
		return id, to, false
	}
	p.ends.asked, p.ends.askedTo = id, to
	p.ends.waiting++
	moved := to.End
	if fromStart {
		moved = to.Start
	}
	if y := p.column.Follow(moved, p.reading.now()); y != p.reading.pane.y {
		p.ScrollToY(y)
	}
	return id, to, true
}

// trimmed returns a span without the blanks at its beginning or at its end.
func (p *Page) trimmed(s annotations.Span, start bool) annotations.Span {
	words := p.now.Edition.Article().Slice(s)
	if start {
		s.Start += len(words) - len(strings.TrimLeftFunc(words, unicode.IsSpace))
	} else {
		s.End -= len(words) - len(strings.TrimRightFunc(words, unicode.IsSpace))
	}
	return s
}

// CurrentNote returns the note of the reader that commands are for: the one that has the
// keyboard's focus, else the one that the panel is at.
func (p *Page) CurrentNote() (notes.ID, bool) {
	if n, ok := p.now.Notes.Get(p.now.FocusedNote); ok {
		return n.ID, true
	}
	if n, ok := overlay.Chosen(p.now); ok {
		if _, ok := p.now.Notes.Get(n.ID); ok { // it may be a draft of a new one
			return n.ID, true
		}
	}
	return "", false
}

// StepNote opens the note that is delta notes on in the text, or back if delta is
// negative, round the ends, and leads there. It sets out from the note that the reader
// is at, else from the first line in view. It reports whether there is a note.
func (p *Page) StepNote(delta int) bool {
	all := p.now.Notes.Standing()
	if len(all) == 0 {
		return false
	}
	at, found := 0, false
	if id, ok := p.CurrentNote(); ok {
		for at < len(all) && all[at].ID != id {
			at++
		}
		found = at < len(all)
	}
	if !found {
		from := p.FirstInView()
		for at = 0; at < len(all) && all[at].Span.Start < from; at++ {
		}
		if delta > 0 {
			at--
		}
	}
	n := len(all)
	p.asks.OpenNote(all[((at+delta)%n+n)%n].ID)
	return true
}
