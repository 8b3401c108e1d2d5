package index

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	"sidelight/annotations/notes"
	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/session"
	"sidelight/ui/shape"
	"sidelight/ui/view"
)

// StripWidth is the width of the strip, pixels.
const StripWidth = 44

// stripPitch is the height of a kind in the strip, pixels.
const stripPitch = 42

// Strip is the index where there is no room for names: the pattern and the count
// of each kind and of each voice.
type Strip struct {
	widget.BaseWidget

	// OnKind is called with the kind that the reader has chosen.
	OnKind func(annotations.Kind)
	// OnNotes is called when the reader wants to see the highlights and notes; nil leaves
	// their sign out.
	OnNotes func()
	// OnContents is called when the reader wants to see the contents.
	OnContents func()
	// OnMenu is called with what the reader wants a menu about, and with the place of
	// the right click in the window.
	OnMenu func(command.Target, fyne.Position)
	// OnVoice is called with the voice that the reader has chosen.
	OnVoice func(annotations.Voice)

	ground *control.Ground
	rule   *shape.Box
	kinds  []*sign
	voices []*sign

	contents *sign // the first of the kinds
	own      *sign // the reader's highlights and notes
	ownRule  *shape.Box
}

var _ view.Follower = (*Strip)(nil)

// NewStrip makes a strip that is empty until it follows a session.
func NewStrip(roles look.Roles) *Strip {
	s := &Strip{ground: control.NewGround(look.ColorSurface), rule: shape.NewBox(nil), ownRule: shape.NewBox(nil)}
	icon := look.NewSign()
	icon.SetMinSize(fyne.NewSquareSize(18))
	s.contents = newSign(icon, roles.Meta, contentsName(), func() {
		if f := s.OnContents; f != nil {
			f()
		}
	})
	s.contents.icon, s.contents.patternY = icon, 3
	s.kinds = append(s.kinds, s.contents)
	for _, k := range annotations.Kinds() {
		g := newSign(pattern.NewSample(k, sample), roles.Meta, locale.Kinds(k), func() {
			if f := s.OnKind; f != nil {
				f(k)
			}
		})
		g.kind = k
		g.OnMenu = func(at fyne.Position) { s.openMenu(command.Target{On: command.OnKind, Kind: k}, at) }
		s.kinds = append(s.kinds, g)
	}
	for _, v := range annotations.Voices() {
		if v != annotations.OwnAccount {
			g := newSign(pattern.NewVoice(v), roles.Meta, locale.Voice(v), func() {
				if f := s.OnVoice; f != nil {
					f(v)
				}
			})
			g.voice, g.patternY = v, 5
			g.OnMenu = func(at fyne.Position) { s.openMenu(command.Target{On: command.OnVoice, Voice: v}, at) }
			s.voices = append(s.voices, g)
		}
	}
	s.own = newSign(pattern.NewStyle(notes.Marker, sample, ownHeight), roles.Meta, ownName(), func() { s.OnNotes() })
	s.ExtendBaseWidget(s)
	return s
}

func (s *Strip) openMenu(t command.Target, at fyne.Position) {
	if f := s.OnMenu; f != nil {
		f(t, at)
	}
}

// Follow shows the counts of the edition in the snapshot now, the kind of the
// selected entity, the open voice, and which layers are on.
func (s *Strip) Follow(old, now session.Snapshot) {
	if old.Edition != now.Edition {
		c := countsOf(now.Edition)
		for _, g := range s.kinds[1:] {
			g.setCount(c.kinds[g.kind])
		}
		var list contents
		list.setContents(now.Edition)
		s.contents.setCount(len(list.sections))
		for _, g := range s.voices {
			g.setCount(c.voices[g.voice])
		}
		s.Refresh()
	}
	if s.OnNotes != nil {
		if n := now.Notes.Len(); n != s.own.n || s.own.Hidden {
			s.own.setCount(n)
			s.own.Hidden = false
			s.Refresh()
		}
		s.own.set(now.Panel.Face == session.Notes || now.Panel.Face == session.Writing, false)
	}
	var selected annotations.Kind
	has := false
	if now.Edition != nil {
		if x, ok := now.Edition.Entity(now.Selected); ok {
			selected, has = x.Kind, true
		}
	}
	for _, g := range s.kinds[1:] {
		g.set(has && g.kind == selected, now.Layers.Plain || !now.Layers.Kind(g.kind))
	}
	for _, g := range s.voices {
		g.set(g.voice == now.Panel.Voice, !now.Layers.ShowsVoice(g.voice))
	}
}

// MinSize returns the width of the strip, and no height.
func (s *Strip) MinSize() fyne.Size { return fyne.NewSize(StripWidth-1, 0) }

// CreateRenderer shows the kinds, and the voices below a line.
func (s *Strip) CreateRenderer() fyne.WidgetRenderer {
	return control.RenderFunc(s, s.paint, s.arrange, func() []fyne.CanvasObject {
		out := []fyne.CanvasObject{s.ground, s.rule, s.ownRule, s.own}
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
		if g.Hidden {
			continue
		}
		control.Place(g, 4, y, size.Width-7, stripPitch-2)
		y += stripPitch
	}
	control.Place(s.rule, 10, y+5, size.Width-19, 1)
	y += 8
	s.rule.Hidden = true
	room := size.Height
	if !s.own.Hidden {
		room -= stripPitch + 8
	}
	for _, g := range s.voices {
		control.Place(g, 4, y, size.Width-7, stripPitch-7)
		if g.Hidden = g.n == 0 || y+stripPitch-5 > room; !g.Hidden {
			s.rule.Hidden = false
		}
		if g.n > 0 {
			y += stripPitch - 5
		}
	}
	// The notes are at the foot where the strip is too low for all.
	y = min(y, size.Height-stripPitch-8)
	control.Place(s.ownRule, 10, y+5, size.Width-19, 1)
	control.Place(s.own, 4, y+10, size.Width-7, stripPitch-2)
	s.ownRule.Hidden = s.own.Hidden
}

func (s *Strip) paint() {
	s.rule.FillColor, s.ownRule.FillColor = look.Of(look.ColorRule), look.Of(look.ColorRule)
}

// sign is a pattern above its count, of a kind or of a voice. It is a button.
type sign struct {
	control.Tap
	kind          annotations.Kind
	voice         annotations.Voice
	label         string
	role          look.Role
	patternY      float32 // pixels from the top
	n             int
	selected, off bool

	pattern fyne.CanvasObject
	icon    *canvas.Raster // the pattern, of the contents
	count   *canvas.Text
}

func newSign(p fyne.CanvasObject, role look.Role, label string, tap func()) *sign {
	g := &sign{label: label, role: role, pattern: p, count: canvas.NewText("", nil), patternY: (24 - p.MinSize().Height) / 2}
	g.Init(g, label, tap)
	g.SetTip(g.Named)
	g.setCount(0)
	return g
}

// setCount sets the count, and hides the sign if the count is 0.
func (g *sign) setCount(n int) {
	g.n, g.Hidden = n, n == 0
	g.count.Text = strconv.Itoa(n)
	g.nameIt()
}

// nameIt says how many there are, and whether they are hidden.
func (g *sign) nameIt() {
	name := g.label + ", " + g.count.Text
	if g.off {
		name = hidden(name)
	}
	g.SetName(name)
}

// set shows whether what is selected is of the sign's kind or voice, and whether its
// layer is off.
func (g *sign) set(selected, off bool) {
	if g.selected != selected || g.off != off {
		g.selected, g.off = selected, off
		g.nameIt()
		g.Refresh()
	}
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
	if g.icon != nil {
		look.ShowIcon(g.icon, "list-bullets", look.ColorTextMuted)
	}
	if g.off {
		g.count.Color = look.Of(look.ColorTextFaint)
	}
}
