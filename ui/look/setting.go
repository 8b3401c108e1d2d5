package look

// Setting is how a reader wants the article set. Its zero value is what the
// design has for each width of the window.
type Setting struct {
	Size    float32 // of the text, pixels; 0 for the design's
	Measure int     // characters in a line, one of [Measures]; 0 for the design's
	Leading float32 // between lines, in sizes, one of [Leadings]; 0 for the design's
}

// Bounds of the text's size in pixels.
const MinSize, MaxSize = 16, 24

// What the design sets its own text with: at 18, 19 and 20 px, in whole pixels,
// and with 66 characters in a line but where the window asks for others.
const (
	DesignMeasure = 66
	DesignLeading = 1.58
)

// Measures are the lengths of a line to choose from, in characters.
func Measures() []int { return []int{62, DesignMeasure, 72} }

// Leadings are the distances between lines to choose from, in sizes of the text.
func Leadings() []float32 { return []float32{1.5, DesignLeading, 1.7} }

// charWidth is the width of an average character of the reading face in sizes:
// 66 of 19 px take 580 px.
const charWidth = 580.0 / (66 * 19)

// Reading is a role set to the reader's wish.
func (s Setting) Reading(r Role) Role {
	if s.Size != 0 {
		r.Size = s.Size
	}
	if s.Size != 0 || s.Leading != 0 {
		r.Leading = round(r.Size * or(s.Leading, DesignLeading))
	}
	return r
}

// Column is the width of a column in pixels at the size of r, for a design that
// has width pixels at designSize.
func (s Setting) Column(r Role, width, designSize float32) float32 {
	if s.Measure == 0 || s.Measure == DesignMeasure {
		return round(width * r.Size / designSize)
	}
	return round(float32(s.Measure) * charWidth * r.Size)
}

func round(x float32) float32 { return float32(int(x + 0.5)) }

func or(x, fallback float32) float32 {
	if x == 0 {
		return fallback
	}
	return x
}
