package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"sidelight/annotations/notes"
	"sidelight/ui/control"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/prose"
	"sidelight/ui/shape"
)

var _ prose.Inline = (*stylePicker)(nil)

// stylePicker is a row of the five styles. The keyboard stops once, at all of them
// together; Left and Right go from style to style.
type stylePicker struct {
	control.Target
	name   string
	namer  func(notes.Style) string
	chosen int // -1 for none
	at     int // where the keyboard or the pointer is
	pick   func(i int)

	joined  bool // the cells share one frame
	cell    fyne.Size
	pitch   float32
	box     *control.Box // of all cells, or of the chosen one
	fill    *shape.Box
	samples []fyne.CanvasObject
	rules   []*shape.Box
}

// newStyleFilter makes a picker with one frame, in which the chosen style can be
// dropped again. Pick is called with -1 then.
func newStyleFilter(name string, namer func(notes.Style) string, pick func(i int)) *stylePicker {
	s := &stylePicker{name: name, namer: namer, joined: true, cell: fyne.NewSize(32, 24), pitch: 32}
	s.init(func(i int) {
		if i == s.chosen {
			i = -1
		}
		pick(i)
	})
	return s
}

// newStyleChoice makes a picker of cells, of which one is always chosen.
func newStyleChoice(name string, namer func(notes.Style) string, pick func(i int)) *stylePicker {
	s := &stylePicker{name: name, namer: namer, cell: fyne.NewSize(38, 32), pitch: 40}
	s.init(pick)
	return s
}

func (s *stylePicker) init(pick func(i int)) {
	s.chosen, s.pick = -1, pick
	s.box, s.fill = control.NewBox(6), shape.NewBox(nil)
	for i, style := range notes.Styles() {
		width, height := float32(24), float32(14)
		if s.joined {
			width, height = 20, 12
		}
		s.samples = append(s.samples, pattern.NewStyle(style, width, height))
		if i > 0 {
			s.rules = append(s.rules, shape.NewBox(nil))
		}
	}
	s.Init(s, s.name, func() { s.pick(s.at) })
	s.SetTip(s.explain)
}

// set shows which style is chosen, or none if i is -1.
func (s *stylePicker) set(i int) {
	s.chosen = i
	if i >= 0 {
		s.at = i
	}
	s.nameIt()
	s.Refresh()
}

// nameIt tells screen readers at which style the keyboard is, and whether it is chosen.
func (s *stylePicker) nameIt() { s.SetName(s.name + ": " + s.namer(notes.Style(s.at))) }

func (s *stylePicker) explain() control.Tip {
	return control.Tip{Words: s.namer(notes.Style(s.at)), X: s.left(s.at)}
}

// left is where cell i begins, in pixels.
func (s *stylePicker) left(i int) float32 {
	if s.joined {
		return 1 + float32(i)*s.pitch
	}
	return float32(i) * s.pitch
}

// NaturalWidth returns the width in pixels of all cells.
func (s *stylePicker) NaturalWidth() float32 {
	n := float32(len(s.samples))
	if s.joined {
		return n*s.pitch + 1
	}
	return (n-1)*s.pitch + s.cell.Width
}

// HeightFor returns the height of the cells in pixels, the same at any width.
func (s *stylePicker) HeightFor(float32) float32 {
	if s.joined {
		return s.cell.Height + 2
	}
	return s.cell.Height
}

// MinSize returns the size of all cells.
func (s *stylePicker) MinSize() fyne.Size { return fyne.NewSize(s.NaturalWidth(), s.HeightFor(0)) }

// cellAt returns the cell at x pixels from the left.
func (s *stylePicker) cellAt(x float32) int {
	return max(0, min(int(x/s.pitch), len(s.samples)-1))
}

// Tapped picks the style that was clicked.
func (s *stylePicker) Tapped(e *fyne.PointEvent) {
	if e != nil {
		s.at = s.cellAt(e.Position.X)
	}
	s.Target.Tapped(e)
}

// MouseIn lights the style under the pointer.
func (s *stylePicker) MouseIn(e *desktop.MouseEvent) {
	if e != nil {
		s.at = s.cellAt(e.Position.X)
	}
	s.Target.MouseIn(e)
}

// MouseMoved lights the style under the pointer.
func (s *stylePicker) MouseMoved(e *desktop.MouseEvent) {
	if i := s.cellAt(e.Position.X); i != s.at {
		s.step(i - s.at)
	}
}

func (s *stylePicker) step(by int) {
	s.at = max(0, min(s.at+by, len(s.samples)-1))
	s.nameIt()
	s.Refresh()
	s.Explain()
}

// TypedKey goes to the next or the previous style on Right and Left.
func (s *stylePicker) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		s.step(-1)
	case fyne.KeyRight:
		s.step(1)
	default:
		s.Target.TypedKey(e)
	}
}

// CreateRenderer draws the frame and the samples.
func (s *stylePicker) CreateRenderer() fyne.WidgetRenderer {
	objects := append(s.box.Objects(), s.fill, s.Ground)
	for _, r := range s.rules {
		objects = append(objects, r)
	}
	return s.Render(s.paint, s.arrange, append(append(objects, s.samples...), s.Ring)...)
}

func (s *stylePicker) arrange(fyne.Size) {
	size, h := s.MinSize(), s.HeightFor(0)
	for i, o := range s.samples {
		m := o.MinSize()
		control.Place(o, s.left(i)+(s.cell.Width-m.Width)/2-float32(edge(s.joined))/2, (h-m.Height)/2, m.Width, m.Height)
	}
	for i, r := range s.rules {
		control.Place(r, s.left(i+1)-1, 1, 1, h-2)
	}
	s.box.Resize(size)
	if !s.joined {
		s.box.Resize(s.cell)
		s.box.Move(fyne.NewPos(s.left(max(s.chosen, 0)), 0))
	}
	s.cover(s.fill, max(s.chosen, 0))
	s.cover(s.Ground, s.at)
	s.cover(s.Ring, s.at)
}

// edge is 1 for cells that share lines.
func edge(joined bool) int {
	if joined {
		return 1
	}
	return 0
}

// cover lays a rectangle over cell i, within its lines.
func (s *stylePicker) cover(r *shape.Box, i int) {
	r.CornerRadius = 5
	control.Place(r, s.left(i)+float32(1-edge(s.joined)), 1, s.cell.Width-float32(2-edge(s.joined)), s.HeightFor(0)-2)
}

func (s *stylePicker) paint() {
	s.fill.FillColor, s.fill.Hidden = look.Of(look.ColorHoverFill), s.chosen < 0
	for _, r := range s.rules {
		r.FillColor, r.Hidden = look.Of(look.ColorRule), !s.joined
	}
	if s.joined {
		s.box.Paint(look.ColorPanel, look.ColorRuleStrong, 1)
		s.fill.FillColor = look.Faded(look.ColorText, 0.14)
		return
	}
	s.box.Paint(look.ColorHoverFill, look.ColorControl, 1)
	s.fill.Hidden = true
}
