package index

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
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
			g := newSign(pattern.NewSample(k, sample), n, roles.Meta, locale.Kinds(k))
			g.kind = k
			g.onTap = func() {
				if f := s.OnKind; f != nil {
					f(k)
				}
			}
			s.kinds = append(s.kinds, g)
		}
	}
	for _, v := range annotations.Voices() {
		if n := s.model.voices[v]; n > 0 && v != annotations.OwnAccount {
			s.voices = append(s.voices, newSign(pattern.NewVoice(v), n, roles.Meta, locale.Voice(v)))
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

// CreateRenderer shows the kinds, and the voices below a line.
func (s *Strip) CreateRenderer() fyne.WidgetRenderer {
	r := stripRenderer{s}
	r.paint()
	return r
}

type stripRenderer struct{ s *Strip }

func (r stripRenderer) Destroy()           {}
func (r stripRenderer) MinSize() fyne.Size { return fyne.NewSize(StripWidth-1, 0) }

func (r stripRenderer) Layout(size fyne.Size) {
	s := r.s
	s.ground.Resize(size)
	y := float32(edgeGap)
	for _, g := range s.kinds {
		g.Move(fyne.NewPos(4, y))
		g.Resize(fyne.NewSize(size.Width-7, stripPitch-2))
		y += stripPitch
	}
	s.rule.Move(fyne.NewPos(10, y+5))
	s.rule.Resize(fyne.NewSize(size.Width-19, 1))
	y += 8
	for _, g := range s.voices {
		g.Move(fyne.NewPos(4, y))
		g.Resize(fyne.NewSize(size.Width-7, stripPitch-2))
		y += stripPitch - 5
		g.Hidden = y > size.Height
	}
	s.rule.Hidden = len(s.voices) == 0 || s.voices[0].Hidden
}

func (r stripRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.s.ground, r.s.rule}
	for _, g := range append(append([]*sign{}, r.s.kinds...), r.s.voices...) {
		out = append(out, g)
	}
	return out
}

func (r stripRenderer) paint() {
	r.s.ground.FillColor, r.s.rule.FillColor = look.Of(look.ColorSurface), look.Of(look.ColorRule)
}

func (r stripRenderer) Refresh() {
	r.paint()
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

// sign is a pattern above its count.
type sign struct {
	widget.BaseWidget
	kind                   annotations.Kind
	label                  string
	role                   look.Role
	onTap                  func() // nil for what cannot be tapped
	hovered, selected, off bool

	ground  *canvas.Rectangle
	pattern fyne.CanvasObject
	count   *canvas.Text
}

var (
	_ fyne.Tappable      = (*sign)(nil)
	_ fyne.Accessible    = (*sign)(nil)
	_ desktop.Hoverable  = (*sign)(nil)
	_ desktop.Cursorable = (*sign)(nil)
)

func newSign(p fyne.CanvasObject, count int, role look.Role, label string) *sign {
	g := &sign{
		label: label + ", " + strconv.Itoa(count), role: role, pattern: p,
		ground: canvas.NewRectangle(nil), count: canvas.NewText(strconv.Itoa(count), nil),
	}
	g.ground.CornerRadius = 6
	g.ExtendBaseWidget(g)
	return g
}

// Tapped opens the group.
func (g *sign) Tapped(*fyne.PointEvent) {
	if g.onTap != nil {
		g.onTap()
	}
}

// MouseIn lights the sign.
func (g *sign) MouseIn(*desktop.MouseEvent) { g.hovered = g.onTap != nil; g.Refresh() }

// MouseMoved does nothing more.
func (g *sign) MouseMoved(*desktop.MouseEvent) {}

// MouseOut puts it out.
func (g *sign) MouseOut() { g.hovered = false; g.Refresh() }

// Cursor is a hand over what can be tapped.
func (g *sign) Cursor() desktop.Cursor {
	if g.onTap == nil {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// AccessibilityLabel is the name and its count.
func (g *sign) AccessibilityLabel() string { return g.label }

// AccessibilityRole is a button for a kind, text for a voice.
func (g *sign) AccessibilityRole() fyne.AccessibleRole {
	if g.onTap == nil {
		return fyne.AccessibleRoleText
	}
	return fyne.AccessibleRoleButton
}

// CreateRenderer draws the pattern above the count.
func (g *sign) CreateRenderer() fyne.WidgetRenderer {
	r := signRenderer{g}
	r.Refresh()
	return r
}

type signRenderer struct{ g *sign }

func (r signRenderer) Destroy()           {}
func (r signRenderer) MinSize() fyne.Size { return fyne.NewSize(36, stripPitch-2) }
func (r signRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.g.ground, r.g.pattern, r.g.count}
}

func (r signRenderer) Layout(size fyne.Size) {
	g := r.g
	g.ground.Resize(size)
	s := g.pattern.MinSize()
	y := (24 - s.Height) / 2
	if g.onTap == nil {
		y = 5
	}
	g.pattern.Move(fyne.NewPos((size.Width-s.Width)/2, y))
	g.pattern.Resize(s)
	w := g.role.Face.Width(g.count.Text, g.role.Size)
	setText(g.count, g.role, (size.Width-w)/2, 2*28)
}

func (r signRenderer) Refresh() {
	g := r.g
	g.ground.Hidden = !g.hovered && !g.selected
	g.ground.FillColor = look.Of(look.ColorHoverFill)
	g.count.Color = look.Of(look.ColorTextMuted)
	if g.off {
		g.count.Color = look.Of(look.ColorTextFaint)
	}
	r.Layout(g.Size())
	g.pattern.Refresh()
	canvas.Refresh(g)
}
