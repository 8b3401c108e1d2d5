package page

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/typeset"
)

const (
	voiceX   = 24 // px from the column to the left edge of the voice bars
	voiceGap = 4  // px between two bars that meet
)

// voiceBars draws in the gutter who is speaking on one line: a bar for each
// passage but the article's own account. Where passages share a line, each gets
// the part of its height that it has of its width, so that the bars keep the
// order of the words.
func voiceBars(p *Page, line *typeset.Line) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	span := annotations.Span{Start: line.Start, End: line.End}
	top, full := p.textTop()+line.Top, line.Leading()
	for _, x := range p.edition.PassagesIn(span) {
		rect, ok := line.Rect(x.Start, x.End)
		if !ok || x.Voice == annotations.OwnAccount || line.Width == 0 {
			continue
		}
		y0, y1 := top+full*rect.X/line.Width, top+full*(rect.X+rect.W)/line.Width
		if x.Start >= line.Start {
			y0 += voiceGap / 2
		}
		if x.End <= line.End {
			y1 -= voiceGap / 2
		}
		if y1-y0 < 3 { // too little to be seen
			continue
		}
		bar := voiceBar{
			x: p.format.Left - voiceX, y0: float32(int(y0)), y1: float32(int(y1)),
			opens: x.Start >= line.Start, closes: x.End <= line.End, ink: look.Of(look.ColorVoice),
		}
		out = append(out, bar.draw(x.Voice)...)
	}
	return out
}

// voiceBar is the part of a bar that stands beside one line.
type voiceBar struct {
	x, y0, y1     float32
	opens, closes bool // the passage begins, ends on this line
	ink           color.NRGBA
}

// draw makes the bar in the pattern of a voice (design section 8).
func (b voiceBar) draw(v annotations.Voice) []fyne.CanvasObject {
	switch v {
	case annotations.OnRecord:
		return []fyne.CanvasObject{b.rect(0, b.y0, 3, b.y1-b.y0)}
	case annotations.Official:
		return []fyne.CanvasObject{b.rect(0, b.y0, 1.5, b.y1-b.y0), b.rect(3.5, b.y0, 1.5, b.y1-b.y0)}
	case annotations.Anonymous:
		var out []fyne.CanvasObject
		const pitch = 6
		// Dots stand on one grid down the whole page, so that they go on evenly
		// from line to line.
		for y := float32(int(b.y0/pitch)) * pitch; y < b.y1; y += pitch {
			if y < b.y0 || b.closes && y+3 > b.y1 {
				continue
			}
			dot := canvas.NewCircle(b.ink)
			dot.Move(fyne.NewPos(b.x+1, y))
			dot.Resize(fyne.NewSquareSize(3))
			out = append(out, dot)
		}
		return out
	case annotations.Inference:
		out := []fyne.CanvasObject{b.rect(0, b.y0, 1, b.y1-b.y0), b.rect(4, b.y0, 1, b.y1-b.y0)}
		if b.opens {
			out = append(out, b.rect(0, b.y0, 5, 1))
		}
		if b.closes {
			out = append(out, b.rect(0, b.y1-1, 5, 1))
		}
		return out
	}
	return nil
}

func (b voiceBar) rect(dx, y, w, h float32) fyne.CanvasObject {
	r := canvas.NewRectangle(b.ink)
	r.Move(fyne.NewPos(b.x+dx, y))
	r.Resize(fyne.NewSize(w, h))
	return r
}
