package page

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/typeset"
)

// underlay holds what lies beneath the marks: the beam, and the light on a
// passage that was jumped to.
type underlay struct {
	beam     *canvas.LinearGradient
	bar      *canvas.Rectangle // its end
	line     *canvas.Rectangle // in its place in high contrast
	strength float32           // of the beam, 0 to 1, while it fades in

	passage annotations.Span
	light   float32 // of the passage, 0 to 1, while it fades out
	outline bool    // of the passage, instead of the light
	boxes   []*canvas.Rectangle
}

func newUnderlay() *underlay {
	return &underlay{
		beam: canvas.NewHorizontalGradient(color.Transparent, color.Transparent),
		bar:  canvas.NewRectangle(color.Transparent),
		line: canvas.NewRectangle(color.Transparent), strength: 1,
	}
}

// list appends the objects that are in use.
func (u *underlay) list(to []fyne.CanvasObject, p *Page) []fyne.CanvasObject {
	if p.current >= 0 && p.beam {
		u.placeBeam(p)
		if look.Contrast() {
			to = append(to, u.line, u.bar)
		} else {
			to = append(to, u.beam, u.bar)
		}
	}
	if u.light > 0 || u.outline {
		u.placeBoxes(p)
		for _, b := range u.boxes {
			to = append(to, b)
		}
	}
	return to
}

// placeBeam stretches the beam from just left of the column to the page's right
// edge, behind the first line of the selected mention.
func (u *underlay) placeBeam(p *Page) {
	m := p.edition.Mentions()[p.current]
	line := p.column.Line(p.column.LineOf(m.Start))
	top, right := line.Y, p.Size().Width-p.covered
	left := p.format.Left - 12

	lamp := look.Of(look.ColorLamp)
	u.beam.StartColor = color.NRGBA{lamp.R, lamp.G, lamp.B, 0}
	u.beam.EndColor = look.Faded(look.ColorLamp, look.BeamAlpha()*u.strength)
	u.beam.Move(fyne.NewPos(left, top))
	u.beam.Resize(fyne.NewSize(max(right-left, 0), line.Leading()))

	u.bar.FillColor = look.Faded(look.ColorLamp, u.strength)
	u.bar.Move(fyne.NewPos(right-3, top))
	u.bar.Resize(fyne.NewSize(3, line.Leading()))
	if box, ok := line.Box(m.Span); ok && look.Contrast() {
		// Instead of the band a line of 2 px, from behind the mark on and below
		// all underlines, up to the bar.
		left = box.X + box.W + 6
		u.line.FillColor = u.bar.FillColor
		u.line.Move(fyne.NewPos(left, top+line.Leading()))
		u.line.Resize(fyne.NewSize(max(right-left, 0), 2))
	}
}

// placeBoxes puts one box behind each line of the passage.
func (u *underlay) placeBoxes(p *Page) {
	rects := p.column.Rects(u.passage)
	for len(u.boxes) < len(rects) {
		u.boxes = append(u.boxes, canvas.NewRectangle(color.Transparent))
	}
	u.boxes = u.boxes[:len(rects)]
	for i, r := range rects {
		u.placeBox(u.boxes[i], r)
	}
}

func (u *underlay) placeBox(box *canvas.Rectangle, r typeset.Rect) {
	box.FillColor, box.StrokeWidth = look.Faded(look.ColorMarker, u.light), 0
	box.CornerRadius = 3
	if u.outline {
		box.FillColor = color.Transparent
		box.StrokeColor, box.StrokeWidth = look.Of(look.ColorFocusRing), 2
	}
	box.Move(fyne.NewPos(r.X-3, r.Y))
	box.Resize(fyne.NewSize(r.W+6, r.H))
}
