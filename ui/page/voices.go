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
// passage but the article's own account. Where several share a line, each gets
// the part of its height that it has of their words, in their order.
func voiceBars(p *Page, line *typeset.Line) []fyne.CanvasObject {
	var passages []annotations.Passage
	var widths []float32
	all := float32(0)
	for _, x := range p.edition.PassagesIn(annotations.Span{Start: line.Start, End: line.End}) {
		if rect, ok := line.Rect(x.Start, x.End); ok && x.Voice != annotations.OwnAccount && p.layers.ShowsVoice(x.Voice) {
			passages, widths, all = append(passages, x), append(widths, rect.W), all+rect.W
		}
	}
	var out []fyne.CanvasObject
	y := p.textTop() + line.Top
	for i, x := range passages {
		bar := voiceBar{
			x: p.format.Left - voiceX, y0: y, y1: y + line.Leading()*widths[i]/all,
			opens: x.Start >= line.Start, closes: x.End <= line.End, ink: look.Of(look.ColorVoice),
		}
		y = bar.y1
		if bar.opens {
			bar.y0 += voiceGap / 2
		}
		if bar.closes {
			bar.y1 -= voiceGap / 2
		}
		bar.y0, bar.y1 = float32(int(bar.y0)), float32(int(bar.y1))
		if bar.y1-bar.y0 >= 3 { // less cannot be seen
			out = append(out, bar.draw(x.Voice)...)
		}
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
