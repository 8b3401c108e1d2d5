package page

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
)

const (
	voiceX   = 24 // px from the column to the left edge of the voice bars
	voiceGap = 4  // px between two bars that meet
)

// barsOn are the bars in the gutter beside one line, which say who is speaking:
// one for each passage but the article's own account. Where several share a line,
// each gets the part of its height that it has of their words, in their order.
func (p *Page) barsOn(line *flow.Line) []voiceBar {
	var bars []voiceBar
	var widths []float32
	all := float32(0)
	for x := range p.edition.PassagesIn(line.Span()) {
		if rect, ok := line.Rect(x.Start, x.End); ok && p.hasBar(*x) {
			bars, widths, all = append(bars, voiceBar{passage: *x}), append(widths, rect.W), all+rect.W
		}
	}
	y := line.Y
	for i := range bars {
		b := &bars[i]
		b.x, b.y0, b.y1 = p.format.Left-voiceX, y, y+line.Leading()*widths[i]/all
		b.opens, b.closes = b.passage.Start >= line.Start, b.passage.End <= line.End
		y = b.y1
		if b.opens {
			b.y0 += voiceGap / 2
		}
		if b.closes {
			b.y1 -= voiceGap / 2
		}
		b.y0, b.y1 = float32(int(b.y0)), float32(int(b.y1))
	}
	return bars
}

// voiceBars draws the bars beside one line.
func voiceBars(p *Page, line *flow.Line) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, b := range p.barsOn(line) {
		if b.y1-b.y0 >= 3 { // less cannot be seen
			b.ink = look.Of(look.ColorVoice)
			out = append(out, b.draw(b.passage.Voice)...)
		}
	}
	return out
}

// voiceBar is the part of a bar that stands beside one line.
type voiceBar struct {
	passage       annotations.Passage
	x, y0, y1     float32
	opens, closes bool // the passage begins, ends on this line
	ink           color.NRGBA
}

// draw makes the bar in the pattern of a voice.
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
