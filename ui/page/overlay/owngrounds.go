package overlay

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations/notes"
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
	"sidelight/ui/session"
	"sidelight/ui/shape"
	"sidelight/ui/typeset"
)

// Measures of the reader's highlights in the design, in pixels.
const (
	bandAbove = 3 // from the top of a half band to the baseline
	overGap   = 1 // of the page around a highlight that lies on another of its style
)

// OwnGrounds are the highlights of the reader that are a ground behind words: the
// marker and the half band, and the ground of the note that is being written. They lie
// above what marks have at rest, which would hide them, and below the light on marks.
type OwnGrounds struct {
	None
	*Own
}

// Under draws the grounds on a line, the longer ones first.
func (g OwnGrounds) Under(l *flow.Line, now session.Snapshot) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, p := range g.on(l, now) {
		for _, words := range l.Boxes(p.span) {
			switch {
			case p.written:
				out = append(out, g.box(l, words, look.Of(look.ColorSelected)))
			case p.note.Style == notes.Marker:
				out = append(out, g.apart(p, g.box(l, words, look.Of(look.ColorMarker)))...)
			case p.note.Style == notes.Band:
				out = append(out, g.apart(p, g.band(l, words))...)
			}
		}
	}
	return out
}

// band is the lower half of the box behind words.
func (g OwnGrounds) band(l *flow.Line, words typeset.Rect) *shape.Box {
	r := g.box(l, words, look.Of(look.ColorSelected))
	bottom := r.Position().Y + r.Size().Height
	r.CornerRadius = 0
	r.Move(fyne.NewPos(r.Position().X, l.Baseline-bandAbove))
	r.Resize(fyne.NewSize(r.Size().Width, bottom-l.Baseline+bandAbove))
	return r
}

// apart is a ground, with a line of the page's colour around one that lies on another of
// its style: both ends of both are seen.
func (g OwnGrounds) apart(p ownPiece, ground *shape.Box) []fyne.CanvasObject {
	if p.over == 0 {
		return []fyne.CanvasObject{ground}
	}
	gap := shape.NewBox(look.Of(look.ColorPage))
	gap.CornerRadius = ground.CornerRadius
	gap.Move(ground.Position().SubtractXY(overGap, overGap))
	gap.Resize(ground.Size().AddWidthHeight(2*overGap, 2*overGap))
	return []fyne.CanvasObject{gap, ground}
}

// Changed reports whether a note on the line changes.
func (g OwnGrounds) Changed(l *flow.Line, old, now session.Snapshot) bool {
	return g.changed(l, old, now)
}
