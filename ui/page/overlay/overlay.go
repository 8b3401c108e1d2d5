// Package overlay holds what is drawn on the lines of an article beside their
// words: marks, selection, hits, light, the beam, voice bars, names, numbers and
// signs. Each sort is one [Overlay]; a page draws a slice of them in its order.
package overlay

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/annotations/notes"
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
	"sidelight/ui/session"
)

// Overlay draws one sort of thing on lines of the article. What it draws on a
// line depends on the line, the snapshot and the overlay's own fields; whoever
// changes those fields has the lines drawn again.
type Overlay interface {
	// Under draws what lies beneath the words of a line, back to front.
	Under(*flow.Line, session.Snapshot) []fyne.CanvasObject
	// Beside draws what stands in the gutters beside a line.
	Beside(*flow.Line, session.Snapshot) []fyne.CanvasObject
	// Changed reports whether a line has to be drawn again after a change from
	// one snapshot to another. A line that stays in view is drawn once.
	Changed(l *flow.Line, old, now session.Snapshot) bool
	// Hit is what the overlay has at a point of the sheet, if it has anything.
	Hit(fyne.Position, session.Snapshot) (Ask, bool)
}

// Ask is what lies under the pointer: what lights and what a click asks for.
type Ask struct {
	Mention annotations.MentionID // lights under the pointer; a click opens its card
	Outer   annotations.MentionID // around Mention; a click opens its card instead, if it is not empty
	Own     notes.ID              // of the reader; a click opens it instead of a card, if it is not empty
	Note    notes.ID              // the innermost of the reader's notes there, or empty
	Remark  string                // the id of an editor's note; a click opens it
	About   bool                  // a click opens what the edition says of itself
	Said    annotations.Span      // of a passage; a click opens its voice
	Link    annotations.Span      // of words that lead elsewhere; a click follows them
	Tip     Tip                   // said while the pointer rests
}

// Acts reports whether a click does anything.
func (a Ask) Acts() bool {
	return a.Mention != "" || a.Own != "" || a.Outer != "" || a.Remark != "" || a.About || !a.Said.Empty() || !a.Link.Empty()
}

// Tip is one line of words about what lies under the pointer. The zero Tip says
// nothing.
type Tip struct {
	Lead string // what begins the line, in a heavier face
	Rest string
	At   float32 // of the tip's left edge on the page, pixels; 0: left of the pointer
}

// Sheet is what all overlays of one page share: how the article is set, and how
// much of it is seen.
type Sheet struct {
	Column   *flow.Column
	Roles    look.Roles
	Reading  look.Role // of the article's words
	Numbers  bool      // paragraphs are numbered in the left gutter
	Names    bool      // speakers are named in the left gutter
	Wide     bool      // notes have their headings in the right gutter, if there is room
	Gutter   float32   // at the right of the column, with the scroll rail in it, pixels
	Rail     float32   // the width of the scroll rail, pixels
	Width    float32   // of the sheet, as far as it is seen, pixels
	Keyboard bool      // the page has the keyboard's focus

	margins [2]*margin
	wording map[notes.ID]*worded // what is set of notes in the margin

	last  onLine
	rests [2]*resting
}

// Open begins with another article: nothing of the one before is held.
func (s *Sheet) Open() {
	s.margins, s.wording, s.last, s.rests = [2]*margin{}, nil, onLine{}, [2]*resting{}
}

// None is an overlay that draws nothing; overlays embed it for the parts that
// they do not have.
type None struct{}

var _ Overlay = None{}

// Under draws nothing.
func (None) Under(*flow.Line, session.Snapshot) []fyne.CanvasObject { return nil }

// Beside draws nothing.
func (None) Beside(*flow.Line, session.Snapshot) []fyne.CanvasObject { return nil }

// Changed reports that nothing changes.
func (None) Changed(_ *flow.Line, _, _ session.Snapshot) bool { return false }

// Hit has nothing.
func (None) Hit(fyne.Position, session.Snapshot) (Ask, bool) { return Ask{}, false }

// lineAt is the line at a point of the sheet that lies between the left edge of
// from and the right edge of to, in pixels on the sheet; nil if there is none.
func (s *Sheet) lineAt(pos fyne.Position, from, to float32) *flow.Line {
	if pos.Y < s.Column.Top || pos.X < from || pos.X > to || s.Column.Len() == 0 {
		return nil
	}
	return s.Column.Line(s.Column.LineAt(pos.Y))
}
