package figure

import "math"

// Face is how the letters of a font look.
type Face struct {
	Serif  bool // Source Serif 4; else Inter
	Italic bool
	Weight int     // 400, 500 or 600
	Size   float32 // pixels to the em
}

// Face returns the face of a font; an unknown font is that of the interface.
func (f Font) Face() Face {
	if f >= fonts {
		f = UI
	}
	return [fonts]Face{
		UI: {Weight: 400, Size: 13}, Tab: {Weight: 500, Size: 13}, Strong: {Weight: 600, Size: 13},
		Body: {Weight: 400, Size: 14}, Meta: {Weight: 400, Size: 12}, Label: {Weight: 600, Size: 12},
		Small:   {Weight: 500, Size: 11},
		Reading: {Serif: true, Weight: 400, Size: 15}, ReadingBold: {Serif: true, Weight: 600, Size: 15},
		When: {Serif: true, Weight: 600, Size: 17}, Name: {Serif: true, Weight: 600, Size: 18},
		Sign: {Serif: true, Italic: true, Weight: 400, Size: 14},
	}[f]
}

// Baseline is the distance in pixels from the upper edge of a line to the line on which
// its letters stand, to a 64th: the line of the face is in the middle of the leading.
func (f Font) Baseline() float32 {
	ascent, descent := float32(0.96875), float32(0.24121) // of Inter, in ems
	if f.Face().Serif {
		ascent, descent = 1.036, 0.335
	}
	free := f.Leading() - float32((ascent+descent)*f.Face().Size)
	return float32(math.Round(float64(free/2+float32(ascent*f.Face().Size))*64) / 64)
}
