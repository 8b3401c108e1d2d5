package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/annotations/notes"
	"sidelight/ui/look"
	"sidelight/ui/shape"
)

// dots are the dots of the reader's notes on the scroll rail: one for each row of pixels
// on which a note begins.
type dots struct {
	all   []tick
	shown []fyne.CanvasObject

	notes   *notes.Set // for which they were made, with the column and the height below
	version int
	top     float32
	high    float32
}

// dot makes the dots anew where notes or lines are others.
func (r *rail) dot() {
	d, c := &r.dots, r.reading.column
	now := dots{notes: r.now.Notes, version: c.Version(), top: c.Height(), high: r.Size().Height}
	if d.notes != now.notes || d.version != now.version || d.top != now.top || d.high != now.high {
		*d = now
		if c.Len() > 0 && now.high > 0 {
			r.placeDots()
		}
		canvas.Refresh(r)
	}
	for _, o := range d.shown { // the colours may be others
		o.(*shape.Box).FillColor = look.Of(look.ColorLamp)
	}
}

func (r *rail) placeDots() {
	d := &r.dots
	for i := range d.notes.Standing() {
		n := &d.notes.Standing()[i]
		y := r.row(n.Span)
		if last := len(d.all) - 1; last >= 0 && d.all[last].y == y {
			continue
		}
		d.all = append(d.all, tick{note: n.ID, y: y})
		o := shape.NewDisc(nil)
		o.Move(fyne.NewPos(railWidth-thumbRight-(thumbWidth+noteDot)/2.0, y+(tickHeight-noteDot)/2))
		o.Resize(fyne.NewSquareSize(noteDot))
		d.shown = append(d.shown, o)
	}
}
