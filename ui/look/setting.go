package look

// Setting is how the reader wants the article typeset. The zero Setting leaves it to
// the design, which depends on the width of the window.
type Setting struct {
	Size    float32 // of the text, in pixels; 0 for the design's
	Measure int     // characters in a line, one of Measures; 0 for the design's
	Leading float32 // distance between baselines in sizes of the text, one of Leadings; 0 for the design's
}

// The least and the largest size of the article's text, in pixels.
const MinSize, MaxSize = 16, 24

// The design's own measure, in characters in a line, and leading, in sizes of the
// text.
const (
	DesignMeasure = 66
	DesignLeading = 1.58
)

// Measures returns the lengths of a line to choose from, in characters, ascending.
func Measures() []int { return []int{62, DesignMeasure, 72} }

// Leadings returns the distances between baselines to choose from, in sizes of the
// text, ascending.
func Leadings() []float32 { return []float32{1.5, DesignLeading, 1.7} }

// charWidth is the width of an average character of the reading face, in sizes of
// the text: 66 characters at 19 pixels take 580 pixels.
const charWidth = 580.0 / (66 * 19)

// Reading returns a role with the size and the leading of the setting.
func (s Setting) Reading(r Role) Role {
	if s.Size != 0 {
		r.Size = s.Size
	}
	if s.Size != 0 || s.Leading != 0 {
		r.Leading = round(r.Size * or(s.Leading, DesignLeading))
	}
	return r
}

// Column returns the width in pixels of a column of text in role r, where the design
// has a column of width pixels for text of designSize pixels.
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
