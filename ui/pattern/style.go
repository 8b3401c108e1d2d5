package pattern

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/annotations/notes"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/shape"
)

// The size of a sample of a style beside the words of a note, in pixels.
const (
	StyleWidth  = 26
	StyleHeight = 16
)

// NewStyle makes a sample of a style of highlight in a size in pixels: the style, on a
// stroke that stands for the words.
func NewStyle(style notes.Style, width, height float32) fyne.CanvasObject {
	s := newSample(fyne.NewSize(width, height))
	word := float32(int(0.62*width + 0.5))
	left, middle := float32(int((width-word)/2)), height/2
	switch style {
	case notes.Marker:
		s.round(look.ColorMarker, 1, 1, width-2, height-2, 3)
	case notes.Band:
		s.bar(look.ColorSelected, 1, middle, width-2, middle-1)
	case notes.Wave:
		middle = float32(int(height * 0.3))
		s.wave(look.ColorFocusRing, 2, height-6, width-4)
	case notes.Brackets:
		for _, x := range []float32{0, width - 1.75} {
			s.bar(look.ColorFocusRing, x, 1, 1.75, height-2)
		}
		for _, y := range []float32{1, height - 2.75} {
			s.bar(look.ColorFocusRing, 0, y, 4, 1.75)
			s.bar(look.ColorFocusRing, width-4, y, 4, 1.75)
		}
	case notes.Side:
		left = 1
		s.round(look.ColorFocusRing, width-4, 1, 3, height-2, 1.5)
	}
	s.stroke(left, middle-1, word)
	return s
}

// StyleInLine makes a block of a sample of a style, width by height pixels, for a line
// that is leading pixels high. The sample stands at the left of the block, half way up.
func StyleInLine(style notes.Style, width, height, leading float32) prose.Block {
	s := NewStyle(style, width, height)
	return prose.NewDrawing(leading, func(fyne.Size) {
		s.Move(fyne.NewPos(0, float32(int((leading-height)/2))))
		s.Resize(s.MinSize())
	}, func() {}, s)
}

// stroke adds what stands for words, 2 pixels thick.
func (s *sample) stroke(x, y, width float32) {
	s.strokes = append(s.strokes, func() shape.Stroke {
		return shape.Stroke{X: x, Y: y, W: width, H: 2, Ink: look.Faded(look.ColorText, 0.5)}
	})
}

// wave adds a wave of a pitch of 8 pixels, 4 pixels high and 1.6 thick.
func (s *sample) wave(name fyne.ThemeColorName, x, y, width float32) {
	draw := func() *canvas.Raster { return Wave(x, y, width, look.Of(name)) }
	r := draw()
	s.add(r, x, y, width, WaveHeight, func() { r.Generator = draw().Generator })
}
