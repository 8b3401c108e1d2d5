package page

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/ui/look"
	"sidelight/ui/page/flow"
)

const (
	noteX    = 14 // px from the column to the sign of an editor's note, where there is room
	noteSize = 9  // px across
	noteHit  = 24 // px across, of what can be clicked
)

// noteSign is the ring beside a line on which an editor's note begins, or nil.
// The reader's own notes have a disc of the lamp's colour in the same place, so
// an editor's is a ring and grey.
func noteSign(p *Page, line *flow.Line) fyne.CanvasObject {
	if p.fragment || len(p.notesOn(line)) == 0 {
		return nil
	}
	ring := canvas.NewCircle(color.Transparent)
	ring.StrokeColor, ring.StrokeWidth = look.Of(look.ColorVoice), 1
	ring.Move(fyne.NewPos(p.format.Left+p.format.Column+p.noteX(), line.Y+(line.Leading()-noteSize)/2))
	ring.Resize(fyne.NewSquareSize(noteSize))
	return ring
}

// noteX is how far from the column the signs stand: clear of the scroll rail.
func (p *Page) noteX() float32 {
	return max(2, min(noteX, p.format.Right-railWidth-noteSize-1))
}

// notesOn are the notes that begin on the line, by their index.
func (p *Page) notesOn(line *flow.Line) []int {
	var out []int
	for i, n := range p.edition.Notes() {
		if n.Start >= line.Start && n.Start < line.End {
			out = append(out, i)
		}
	}
	return out
}

// noteAt is a note whose sign lies under a point of the sheet, or -1. Where
// several begin on one line, each click gives the next of them.
func (p *Page) noteAt(pos fyne.Position) int {
	x := pos.X - p.format.Left - p.format.Column - p.noteX() - noteSize/2
	if pos.Y < p.column.Top || x < -noteHit/2 || x > noteHit/2 {
		return -1
	}
	notes := p.notesOn(p.column.Line(p.column.LineAt(pos.Y)))
	if len(notes) == 0 {
		return -1
	}
	for k, n := range notes {
		if n == p.note {
			return notes[(k+1)%len(notes)]
		}
	}
	return notes[0]
}

// acts reports whether a click at a point of the sheet does something else than
// to open a mark.
func (p *Page) acts(pos fyne.Position) bool {
	return p.noteAt(pos) >= 0 || p.head.onNotice(pos)
}

// act does it, and reports whether there was something to do.
func (p *Page) act(pos fyne.Position) bool {
	if i := p.noteAt(pos); i >= 0 {
		p.note = i
		if f := p.OnNote; f != nil {
			f(i)
		}
		return true
	}
	if !p.head.onNotice(pos) {
		return false
	}
	if f := p.OnAbout; f != nil {
		f()
	}
	return true
}
