package index

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	"sidelight/ui/control"
	"sidelight/ui/layer"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
)

// StripWidth is the width of the strip, pixels.
const StripWidth = 44

// stripPitch is the height of a kind in the strip, pixels.
const stripPitch = 42

// Strip is the index where there is no room for names: pattern and count of
// each kind.
type Strip struct {
	widget.BaseWidget

	// OnKind is called with the kind that was chosen.
	OnKind func(annotations.Kind)

	model  *model
	ground *canvas.Rectangle
	rule   *canvas.Rectangle
	kinds  []*sign
	voices []*sign
}

// NewStrip makes a strip of an edition.
func NewStrip(e *annotations.Edition, roles look.Roles) *Strip {
	s := &Strip{model: newModel(e), ground: canvas.NewRectangle(nil), rule: canvas.NewRectangle(nil)}
	for _, k := range annotations.Kinds() {
		if n := len(s.model.groups[k]); n > 0 {
			g := newSign(pattern.NewSample(k, sample), n, roles.Meta, locale.Kinds(k), func() {
				if f := s.OnKind; f != nil {
					f(k)
				}
			})
			g.kind = k
			s.kinds = append(s.kinds, g)
		}
	}
	for _, v := range annotations.Voices() {
		if n := s.model.voices[v]; n > 0 && v != annotations.OwnAccount {
			s.voices = append(s.voices, newSign(pattern.NewVoice(v), n, roles.Meta, locale.Voice(v), nil))
		}
	}
	s.ExtendBaseWidget(s)
	return s
}

// SetSelected marks the kind of an entity.
func (s *Strip) SetSelected(id annotations.EntityID) {
	for _, g := range s.kinds {
		if on := s.model.kinds[id] == g.kind; on != g.selected {
			g.selected = on
			g.Refresh()
		}
	}
}

// SetLayers shows which layers are on.
func (s *Strip) SetLayers(l layer.Set) {
	for _, g := range s.kinds {
		if off := l.Plain || !l.Kind(g.kind); off != g.off {
			g.off = off
			g.Refresh()
		}
	}
}

// MinSize returns the width of the strip, and no height.
func (s *Strip) MinSize() fyne.Size { return fyne.NewSize(StripWidth-1, 0) }

// CreateRenderer shows the kinds, and the voices below a line.
func (s *Strip) CreateRenderer() fyne.WidgetRenderer {
	return control.RenderFunc(s, s.paint, s.arrange, func() []fyne.CanvasObject {
		out := []fyne.CanvasObject{s.ground, s.rule}
		for _, g := range slices.Concat(s.kinds, s.voices) {
			out = append(out, g)
		}
		return out
	})
}

func (s *Strip) arrange(size fyne.Size) {
	s.ground.Resize(size)
	y := float32(edgeGap)
	for _, g := range s.kinds {
		control.Place(g, 4, y, size.Width-7, stripPitch-2)
		y += stripPitch
	}
	control.Place(s.rule, 10, y+5, size.Width-19, 1)
	y += 8
	for _, g := range s.voices {
		control.Place(g, 4, y, size.Width-7, stripPitch-2)
		y += stripPitch - 5
		g.Hidden = y > size.Height
	}
	s.rule.Hidden = len(s.voices) == 0 || s.voices[0].Hidden
}

func (s *Strip) paint() {
	s.ground.FillColor, s.rule.FillColor = look.Of(look.ColorSurface), look.Of(look.ColorRule)
}

// sign is a pattern above its count: a button for a kind, and for a voice no more
// than a sign.
type sign struct {
	control.Tap
	kind          annotations.Kind
	role          look.Role
	patternY      float32 // pixels from the top
	selected, off bool

	pattern fyne.CanvasObject
	count   *canvas.Text
}

func newSign(p fyne.CanvasObject, count int, role look.Role, label string, tap func()) *sign {
	g := &sign{role: role, pattern: p, count: canvas.NewText(strconv.Itoa(count), nil), patternY: (24 - p.MinSize().Height) / 2}
	g.Init(g, label+", "+strconv.Itoa(count), tap)
	if tap == nil {
		g.patternY = 5
		g.SetRole(fyne.AccessibleRoleText)
		g.SetEnabled(false)
	}
	return g
}

// MinSize returns the size of the sign.
func (g *sign) MinSize() fyne.Size { return fyne.NewSize(36, stripPitch-2) }

// CreateRenderer draws the pattern above the count.
func (g *sign) CreateRenderer() fyne.WidgetRenderer {
	return g.Render(g.paint, g.arrange, g.Ground, g.pattern, g.count)
}

func (g *sign) arrange(size fyne.Size) {
	s := g.pattern.MinSize()
	control.Place(g.pattern, (size.Width-s.Width)/2, g.patternY, s.Width, s.Height)
	w := g.role.Face.Width(g.count.Text, g.role.Size)
	setText(g.count, g.role, (size.Width-w)/2, 2*28)
}

func (g *sign) paint() {
	g.Ground.Hidden = g.Ground.Hidden && !g.selected
	g.count.Color = look.Of(look.ColorTextMuted)
	if g.off {
		g.count.Color = look.Of(look.ColorTextFaint)
	}
}
