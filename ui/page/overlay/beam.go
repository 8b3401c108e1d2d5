package overlay

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
	"sidelight/ui/session"
	"sidelight/ui/shape"
)

const (
	beamBefore = 12 // px from the beam's left end to the column
	beamEnd    = 3  // px, the width of the bar at the beam's right end
	beamAfter  = 6  // px from the selected words to the line in high contrast
	beamLine   = 2  // px, the height of that line
)

// Beam leads from the line of the selected mention, of the passage or of the reader's
// note to what is open of it at the side.
type Beam struct {
	None
	*Sheet
	strength float32 // 0 to 1, while the beam fades in

	band *canvas.LinearGradient
	line *shape.Box // in place of the band in high contrast
	bar  *shape.Box // at the right end
}

// NewBeam makes the beam of a sheet, at full strength.
func NewBeam(s *Sheet) *Beam {
	return &Beam{
		Sheet: s, strength: 1,
		band: canvas.NewHorizontalGradient(color.Transparent, color.Transparent),
		line: shape.NewBox(nil), bar: shape.NewBox(nil),
	}
}

// lit returns the span of the selected mention, of the current passage of a voice or of
// the current note of the reader, if it is open in the panel and begins on a line.
func (b *Beam) lit(l *flow.Line, now session.Snapshot) (annotations.Span, bool) {
	if now.Edition == nil || !now.Panel.Open || now.Query != "" {
		return annotations.Span{}, false
	}
	if n, ok := Chosen(now); ok {
		return n.Span, l.Span().Contains(n.Span.Start)
	}
	if f := now.Panel.Face; f == session.Notes || f == session.Writing {
		return annotations.Span{}, false
	}
	if said := now.Panel.Said; !said.Empty() {
		return said, l.Span().Contains(said.Start)
	}
	m, ok := now.Edition.Mention(now.Mention)
	if !ok {
		return annotations.Span{}, false
	}
	return m.Span, l.Span().Contains(m.Start)
}

// Under draws the beam behind the line on which the selected mention begins.
func (b *Beam) Under(l *flow.Line, now session.Snapshot) []fyne.CanvasObject {
	span, ok := b.lit(l, now)
	if !ok {
		return nil
	}
	left, right := l.Margin-beamBefore, b.Width
	b.band.Move(fyne.NewPos(left, l.Y))
	b.band.Resize(fyne.NewSize(max(right-left, 0), l.Leading()))
	b.bar.Move(fyne.NewPos(right-beamEnd, l.Y))
	b.bar.Resize(fyne.NewSize(beamEnd, l.Leading()))
	b.paint()
	if !look.Contrast() {
		return []fyne.CanvasObject{b.band, b.bar}
	}
	// The line begins behind the mark and stands below all underlines.
	if words, ok := l.Box(span); ok {
		left = words.X + words.W + beamAfter
	}
	b.line.Move(fyne.NewPos(left, l.Y+l.Leading()))
	b.line.Resize(fyne.NewSize(max(right-left, 0), beamLine))
	return []fyne.CanvasObject{b.line, b.bar}
}

// Changed reports whether the beam comes to the line or leaves it.
func (b *Beam) Changed(l *flow.Line, old, now session.Snapshot) bool {
	was, ok := b.lit(l, old)
	is, still := b.lit(l, now)
	return ok != still || ok && was != is
}

// Fade gives the beam a strength between 0 and 1.
func (b *Beam) Fade(strength float32) {
	b.strength = strength
	b.paint()
	canvas.Refresh(b.band)
	canvas.Refresh(b.bar)
}

func (b *Beam) paint() {
	lamp := look.Of(look.ColorLamp)
	b.band.StartColor = color.NRGBA{lamp.R, lamp.G, lamp.B, 0}
	b.band.EndColor = look.Faded(look.ColorLamp, look.BeamAlpha()*b.strength)
	b.bar.FillColor = look.Faded(look.ColorLamp, b.strength)
	b.line.FillColor = b.bar.FillColor
}
