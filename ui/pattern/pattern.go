package pattern

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	"sidelight/ui/look"
	"sidelight/ui/shape"
)

// Height is the height of a sample of a kind in pixels. The line runs through the
// middle of the sample.
const Height = 12

// The size of a sample of a voice, in pixels.
const (
	VoiceWidth  = 6
	VoiceHeight = 15
)

// NewSample makes a sample of a kind's line, width pixels wide and [Height] high, in
// the kind's ink.
func NewSample(kind annotations.Kind, width float32) fyne.CanvasObject {
	s := newSample(fyne.NewSize(width, Height))
	ink := look.Ink(kind)
	switch kind {
	case annotations.Organisation:
		s.bar(ink, 0, 4, width, 1)
		s.bar(ink, 0, 7, width, 1)
	case annotations.Place:
		for x := float32(0); x+2 <= width; x += 5 {
			s.dot(ink, x, 5, 2)
		}
	case annotations.Event:
		s.dashes(ink, 9, 3, 2, 3)
	case annotations.Time:
		s.dashes(ink, 5, 3)
	case annotations.Number:
		s.bar(ink, 0, 6, width, 1)
		s.bar(ink, 0, 4, 1, 5)
		s.bar(ink, width-1, 4, 1, 5)
	case annotations.Quote:
		s.round(look.TintStrong(kind), 0, 0, width, Height, 3)
		s.glyph(ink, "“", width)
	case annotations.Term:
		s.bar(ink, 0, 4, width, 3)
	default:
		s.bar(ink, 0, 5, width, 2)
	}
	return s
}

// NewVoice makes a sample of a voice's bar, [VoiceWidth] by [VoiceHeight] pixels.
// The article's own account has no bar, and an empty sample.
func NewVoice(v annotations.Voice) fyne.CanvasObject {
	s := newSample(fyne.NewSize(VoiceWidth, VoiceHeight))
	const ink = look.ColorVoice
	switch v {
	case annotations.OnRecord:
		s.bar(ink, 1.5, 0, 3, VoiceHeight)
	case annotations.Official:
		s.bar(ink, 0.5, 0, 1.5, VoiceHeight)
		s.bar(ink, 4, 0, 1.5, VoiceHeight)
	case annotations.Unnamed:
		for _, y := range []float32{0, 6, 12} {
			s.dot(ink, 1.5, y, 3)
		}
	case annotations.Inference:
		s.bar(ink, 1, 0, 4, 1)
		s.bar(ink, 1, VoiceHeight-1, 4, 1)
		s.bar(ink, 1, 0, 1, VoiceHeight)
		s.bar(ink, 4, 0, 1, VoiceHeight)
	}
	return s
}

// sample is a widget of strokes in colours of the theme. All of them are one picture.
type sample struct {
	widget.BaseWidget
	size    fyne.Size
	strokes []func() shape.Stroke
	picture *canvas.Raster
	above   []fyne.CanvasObject // lie over the strokes
	recolor []func()            // of those
}

func newSample(size fyne.Size) *sample {
	s := &sample{size: size}
	s.picture = shape.NewStrokes(func(fyne.Size) []shape.Stroke {
		var out []shape.Stroke
		for _, f := range s.strokes {
			out = append(out, f())
		}
		return out
	})
	s.picture.Resize(size)
	s.ExtendBaseWidget(s)
	return s
}

func (s *sample) bar(name fyne.ThemeColorName, x, y, w, h float32) {
	s.round(name, x, y, w, h, 0)
}

func (s *sample) dot(name fyne.ThemeColorName, x, y, d float32) {
	s.round(name, x, y, d, d, d/2)
}

func (s *sample) round(name fyne.ThemeColorName, x, y, w, h, radius float32) {
	s.strokes = append(s.strokes, func() shape.Stroke {
		return shape.Stroke{X: x, Y: y, W: w, H: h, Radius: radius, Ink: look.Of(name)}
	})
}

// glyph adds a character of the reading face in the middle of the sample.
func (s *sample) glyph(name fyne.ThemeColorName, mark string, width float32) {
	t := canvas.NewText(mark, nil)
	t.TextSize = 15
	if th := look.Current(); th != nil {
		t.FontSource = th.Roles().CardName.Resource
	}
	size := t.MinSize()
	s.add(t, float32(int((width-size.Width)/2+0.5)), -2, size.Width, size.Height, func() { t.Color = look.Of(name) })
}

// dashes adds a line, 2 pixels thick, in which strokes and gaps of the given lengths
// in pixels alternate; the last stroke is cut at the sample's edge.
func (s *sample) dashes(name fyne.ThemeColorName, lengths ...float32) {
	x := float32(0)
	for i := 0; x < s.size.Width; i++ {
		n := lengths[i%len(lengths)]
		if i%2 == 0 {
			s.bar(name, x, 5, min(n, s.size.Width-x), 2)
		}
		x += n
	}
}

func (s *sample) add(o fyne.CanvasObject, x, y, w, h float32, recolor func()) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(w, h))
	s.above = append(s.above, o)
	s.recolor = append(s.recolor, recolor)
}

// MinSize returns the size of the sample.
func (s *sample) MinSize() fyne.Size {
	s.ExtendBaseWidget(s)
	return s.size
}

// CreateRenderer draws the sample.
func (s *sample) CreateRenderer() fyne.WidgetRenderer {
	s.paint()
	return &sampleRenderer{s}
}

// paint gives what lies over the strokes the colours of the present theme.
func (s *sample) paint() {
	for _, f := range s.recolor {
		f()
	}
}

type sampleRenderer struct{ s *sample }

func (r *sampleRenderer) Destroy()           {}
func (r *sampleRenderer) Layout(fyne.Size)   {}
func (r *sampleRenderer) MinSize() fyne.Size { return r.s.size }

func (r *sampleRenderer) Objects() []fyne.CanvasObject {
	if len(r.s.strokes) == 0 {
		return r.s.above
	}
	return append([]fyne.CanvasObject{r.s.picture}, r.s.above...)
}

func (r *sampleRenderer) Refresh() {
	r.s.paint()
	canvas.Refresh(r.s)
}
