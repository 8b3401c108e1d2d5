package overlay

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/page/flow"
	"sidelight/ui/session"
	"sidelight/ui/shape"
)

const (
	voiceX    = 24 // px from the column to the left edge of the voice bars
	voiceGap  = 4  // px between two bars that meet
	leastBar  = 3  // px, the height of the lowest bar that can be seen
	barReach  = 8  // px left of a bar that still count as on it
	barBehind = 13 // px right of a bar's left edge that do
)

// Voices are the bars in the left gutter, which say who is speaking: one for
// each passage but the article's own account.
type Voices struct {
	None
	*Sheet
}

// Beside draws the bars beside a line.
func (v Voices) Beside(l *flow.Line, now session.Snapshot) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, b := range barsOn(l, now) {
		if b.y1-b.y0 >= leastBar {
			b.ink = look.Of(look.ColorVoice)
			if heard(b.passage.Voice, now) {
				b.ink = look.Of(look.ColorText)
			}
			out = append(out, b.draw(b.passage.Voice)...)
		}
	}
	return out
}

// Changed reports whether a bar beside the line changes.
func (v Voices) Changed(l *flow.Line, old, now session.Snapshot) bool {
	return passagesChanged(l.Span(), old, now) || heardChanged(l.Span(), old, now)
}

// passagesChanged reports whether other voices are shown in a span.
func passagesChanged(s annotations.Span, old, now session.Snapshot) bool {
	if old.Edition == now.Edition && old.Layers == now.Layers {
		return false
	}
	return !slices.Equal(voicesIn(s, old), voicesIn(s, now))
}

// voicesIn are the passages in a span that have a bar in the gutter.
func voicesIn(s annotations.Span, now session.Snapshot) []annotations.Passage {
	var out []annotations.Passage
	for x := range now.Edition.PassagesIn(s) {
		if x.Voice != annotations.OwnAccount && now.Layers.ShowsVoice(x.Voice) {
			out = append(out, *x)
		}
	}
	return out
}

// Hit is who speaks where the pointer is on a bar; a click opens the voice. Where the
// margin names the speakers there is nothing to say.
func (v Voices) Hit(pos fyne.Position, now session.Snapshot) (Ask, bool) {
	left := v.Column.Left - voiceX
	l := v.lineAt(pos, left-barReach, left+barBehind)
	if l == nil {
		return Ask{}, false
	}
	for _, b := range barsOn(l, now) {
		if pos.Y >= b.y0 && pos.Y < b.y1 {
			ask := Ask{Said: b.passage.Span}
			if !v.Names {
				ask.Tip = said(b.passage, now.Edition)
				ask.Tip.At = left - 4
			}
			return ask, true
		}
	}
	return Ask{}, false
}

// said is who speaks a passage and in which voice.
func said(x annotations.Passage, e *annotations.Edition) Tip {
	if name := locale.Speaker(e, x); name != "" && x.Voice != annotations.Inference {
		return Tip{Lead: name, Rest: " · " + locale.Standing(x)}
	}
	return Tip{Lead: locale.Voice(x.Voice)}
}

// voiceBar is the part of a bar that stands beside one line.
type voiceBar struct {
	passage       annotations.Passage
	x, y0, y1     float32 // on the sheet, pixels
	opens, closes bool    // the passage begins, ends on this line
	ink           color.NRGBA
}

// barsOn are the bars beside one line. Where several share it, each gets the
// part of its height that it has of their words, in their order.
func barsOn(l *flow.Line, now session.Snapshot) []voiceBar {
	var bars []voiceBar
	var widths []float32
	all := float32(0)
	for _, x := range voicesIn(l.Span(), now) {
		if x.Origin == annotations.Found && x.Start < l.Start {
			continue // the program's bar is one line high, at the start
		}
		width := float32(0)
		for _, words := range l.Boxes(x.Span) {
			width += words.W
		}
		if width > 0 {
			bars, widths, all = append(bars, voiceBar{passage: x}), append(widths, width), all+width
		}
	}
	y := l.Y
	for i := range bars {
		b := &bars[i]
		b.x, b.y0, b.y1 = l.Margin-voiceX, y, y+l.Leading()*widths[i]/all
		b.opens, b.closes = b.passage.Start >= l.Start, b.passage.End <= l.End || b.passage.Origin == annotations.Found
		y = b.y1
		if b.opens {
			b.y0 += voiceGap / 2
		}
		if b.closes {
			b.y1 -= voiceGap / 2
		}
		if b.passage.Origin == annotations.Found && len(bars) == 1 {
			b.y0, b.y1 = l.Y+voiceGap, l.Y+l.Leading()-voiceGap
		}
		b.y0, b.y1 = float32(int(b.y0)), float32(int(b.y1))
	}
	return bars
}

// draw makes the bar in the pattern of a voice.
func (b voiceBar) draw(v annotations.Voice) []fyne.CanvasObject {
	const width = 6 // of the pattern, pixels
	high := b.y1 - b.y0
	var strokes []shape.Stroke
	switch v {
	case annotations.OnRecord:
		strokes = []shape.Stroke{{W: 3, H: high}}
	case annotations.Official:
		strokes = []shape.Stroke{{W: 1.5, H: high}, {X: 3.5, W: 1.5, H: high}}
	case annotations.Unnamed:
		strokes = b.dots()
	case annotations.Inference:
		strokes = []shape.Stroke{{W: 1, H: high}, {X: 4, W: 1, H: high}}
		if b.opens {
			strokes = append(strokes, shape.Stroke{W: 5, H: 1})
		}
		if b.closes {
			strokes = append(strokes, shape.Stroke{Y: high - 1, W: 5, H: 1})
		}
	}
	if len(strokes) == 0 {
		return nil
	}
	for i, s := range strokes {
		strokes[i].Ink = b.ink
		high = max(high, s.Y+s.H) // a dot may reach into the next line
	}
	r := shape.NewStrokes(func(fyne.Size) []shape.Stroke { return strokes })
	r.Move(fyne.NewPos(b.x, b.y0))
	r.Resize(fyne.NewSize(width, high))
	return []fyne.CanvasObject{r}
}

// dots make the bar of dots. They stand on one grid down the whole page, so that
// they go on evenly from line to line.
func (b voiceBar) dots() []shape.Stroke {
	const pitch, size = 6, 3
	var out []shape.Stroke
	for y := float32(int(b.y0/pitch)) * pitch; y < b.y1; y += pitch {
		if y < b.y0 || y+size > b.y1 && b.closes {
			continue
		}
		out = append(out, shape.Stroke{X: 1, Y: y - b.y0, W: size, H: size, Radius: size / 2.0})
	}
	return out
}
