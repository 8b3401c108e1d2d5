package overlay

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/annotations"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
	"sidelight/ui/session"
)

const (
	numberX      = 52  // px from the text to the left edge of a paragraph's number
	numberXNames = 198 // px, beyond the speakers' names
	remarkX      = 14  // px from the column to the sign of an editor's note, where there is room
	remarkSize   = 9   // px across
	remarkHit    = 24  // px across, of what can be clicked
)

// Numbers are the numbers of paragraphs in the left gutter.
type Numbers struct {
	None
	*Sheet
}

// Beside draws the number of the paragraph that begins on a line.
func (n Numbers) Beside(l *flow.Line, _ session.Snapshot) []fyne.CanvasObject {
	if !l.Opens || !n.Numbers {
		return nil
	}
	t := canvas.NewText(strconv.Itoa(l.Block+1), look.Of(look.ColorTextFaint))
	t.FontSource, t.TextSize = n.Roles.Meta.Resource, n.Roles.Key.Size
	ascent, _ := n.Roles.Meta.Face.Metrics(n.Roles.Key.Size)
	gap := float32(numberX)
	if n.Names {
		gap = numberXNames
	}
	t.Move(fyne.NewPos(l.Left-gap, l.Baseline-ascent))
	t.Resize(t.MinSize())
	return []fyne.CanvasObject{t}
}

// Remarks are the signs of the editor's notes in the right gutter: a grey ring
// beside each line on which one begins. The reader's own notes have a disc of
// the lamp's colour in the same place.
type Remarks struct {
	None
	*Sheet
	Opened string // the id of the editor's note that was opened last
}

// Beside draws the sign of the editor's notes that begin on a line.
func (r *Remarks) Beside(l *flow.Line, now session.Snapshot) []fyne.CanvasObject {
	if len(remarksOn(l, now)) == 0 {
		return nil
	}
	ring := canvas.NewCircle(color.Transparent)
	ring.StrokeColor, ring.StrokeWidth = look.Of(look.ColorVoice), 1
	ring.Move(fyne.NewPos(r.left(), l.Y+(l.Leading()-remarkSize)/2))
	ring.Resize(fyne.NewSquareSize(remarkSize))
	return []fyne.CanvasObject{ring}
}

// Changed reports whether the line gets a sign or loses it.
func (r *Remarks) Changed(l *flow.Line, old, now session.Snapshot) bool {
	return old.Edition != now.Edition && (len(remarksOn(l, old)) == 0) != (len(remarksOn(l, now)) == 0)
}

// left is the left edge of the signs on the sheet: clear of the scroll rail.
func (r *Remarks) left() float32 {
	aside := max(2, min(remarkX, r.Gutter-r.Rail-remarkSize-1))
	return r.Column.Left + r.Column.Format().Width + aside
}

// Hit is the editor's note whose sign lies at a point. Where several begin on
// one line, it is the one after the one that was opened last.
func (r *Remarks) Hit(pos fyne.Position, now session.Snapshot) (Ask, bool) {
	middle := r.left() + remarkSize/2
	l := r.lineAt(pos, middle-remarkHit/2, middle+remarkHit/2)
	if l == nil {
		return Ask{}, false
	}
	all := remarksOn(l, now)
	if len(all) == 0 {
		return Ask{}, false
	}
	next := all[0]
	for i, n := range all {
		if n.ID == r.Opened {
			next = all[(i+1)%len(all)]
		}
	}
	return Ask{Note: next.ID, Tip: Tip{
		Lead: locale.X("note", "Editor’s note"), Rest: " · " + next.Title,
	}}, true
}

// remarksOn are the editor's notes that begin on a line, by position.
func remarksOn(l *flow.Line, now session.Snapshot) []*annotations.Note {
	var out []*annotations.Note
	for n := range now.Edition.NotesIn(l.Span()) {
		if n.Start >= l.Start {
			out = append(out, n)
		}
	}
	return out
}
