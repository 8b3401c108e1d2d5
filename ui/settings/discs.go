package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/shape"
)

const (
	discSize  = 26 // pixels
	discPitch = 34
)

// schemes are the colour schemes to choose from, in their order on the card.
var schemes = []look.Scheme{look.System, look.Light, look.Sepia, look.Dark, look.HighContrast}

// SchemeName returns the name of a scheme.
func SchemeName(s look.Scheme) string {
	switch s {
	case look.Light:
		return locale.X("settings.theme.light", "Light")
	case look.Sepia:
		return locale.X("settings.theme.sepia", "Sepia")
	case look.Dark:
		return locale.X("settings.theme.dark", "Dark")
	case look.HighContrast:
		return locale.X("settings.theme.contrast", "High contrast")
	}
	return locale.X("settings.theme.system", "As the system")
}

// discs is the choice of a colour scheme: a disc for each, with a letter on the
// scheme's page. The keyboard stops once, at all discs together; Left and Right go
// from scheme to scheme.
type discs struct {
	control.Target
	label    string
	theme    *look.Theme
	chosen   int // index in schemes, -1 for none
	under    int // the disc under the pointer, -1 for none
	onChosen func(look.Scheme)

	discs []disc
	ring  *shape.Box // around the chosen one
}

// disc draws a scheme: a line around the colour of its page, and a letter. The disc
// of the system's scheme is halved into light and dark and has no letter.
type disc struct {
	line, page, half *shape.Box
	letter           *canvas.Text
}

func newDiscs(label string, theme *look.Theme, onChosen func(look.Scheme)) *discs {
	d := &discs{label: label, theme: theme, chosen: -1, under: -1, onChosen: onChosen, ring: shape.NewDisc(nil)}
	for range schemes {
		letter := canvas.NewText("a", nil)
		letter.FontSource, letter.TextSize = theme.Roles().HoverName.Resource, 13
		x := disc{shape.NewBox(nil), shape.NewBox(nil), shape.NewBox(nil), letter}
		const r = discSize / 2
		x.line.CornerRadius, x.page.CornerRadius = r, r-1
		x.half.TopRightCornerRadius, x.half.BottomRightCornerRadius = r-1, r-1
		d.discs = append(d.discs, x)
	}
	d.Init(d, label, nil)
	d.SetTip(d.explain)
	d.Inset = fyne.NewSquareOffsetPos(-4) // clear of the ring around the chosen one
	return d
}

func (d *discs) setChosen(s look.Scheme) {
	for i, x := range schemes {
		if x == s {
			d.chosen = i
			d.SetName(d.label + ": " + SchemeName(s))
		}
	}
	d.Refresh()
}

func (d *discs) choose(i int) {
	if i != d.chosen {
		d.setChosen(schemes[i])
		d.onChosen(schemes[i])
	}
}

// at returns the disc at x pixels from the left.
func (d *discs) at(x float32) int { return max(0, min(int(x/discPitch), len(schemes)-1)) }

// explain names the scheme under the pointer, else the chosen one.
func (d *discs) explain() control.Tip {
	i := d.under
	if i < 0 {
		i = d.chosen
	}
	if i < 0 {
		return d.Named()
	}
	return control.Tip{Words: SchemeName(schemes[i]), X: float32(i) * discPitch}
}

// Tapped chooses the scheme that was tapped.
func (d *discs) Tapped(e *fyne.PointEvent) {
	d.Act() // which takes the tip away
	d.choose(d.at(e.Position.X))
}

// MouseIn explains the disc under the pointer.
func (d *discs) MouseIn(e *desktop.MouseEvent) {
	d.under = d.at(e.Position.X)
	d.Target.MouseIn(e)
}

// MouseMoved explains another disc that the pointer comes to.
func (d *discs) MouseMoved(e *desktop.MouseEvent) {
	if i := d.at(e.Position.X); i != d.under {
		d.under = i
		d.Explain()
	}
}

// MouseOut takes the explanation away.
func (d *discs) MouseOut() {
	d.under = -1
	d.Target.MouseOut()
}

// TypedKey goes to the next or the previous scheme on Right and Left.
func (d *discs) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft:
		d.choose(max(d.chosen-1, 0))
	case fyne.KeyRight:
		d.choose(min(d.chosen+1, len(schemes)-1))
	default:
		d.Target.TypedKey(e)
	}
}

// MinSize returns the size of all discs.
func (d *discs) MinSize() fyne.Size {
	return fyne.NewSize(float32(len(schemes))*discPitch, control.Size)
}

// CreateRenderer draws the discs.
func (d *discs) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{d.ring}
	for _, x := range d.discs {
		objects = append(objects, x.line, x.page, x.half, x.letter)
	}
	return d.Render(d.paint, d.arrange, append(objects, d.Ring)...)
}

func (d *discs) arrange(size fyne.Size) {
	y := (size.Height - discSize) / 2
	for i, x := range d.discs {
		left := float32(i)*discPitch + (discPitch-discSize)/2
		control.Place(x.line, left, y, discSize, discSize)
		control.Place(x.page, left+1, y+1, discSize-2, discSize-2)
		control.Place(x.half, left+discSize/2, y+1, discSize/2-1, discSize-2)
		m := x.letter.MinSize()
		x.letter.Move(fyne.NewPos(left+(discSize-m.Width)/2, y+(discSize-m.Height)/2))
		if i == d.chosen {
			control.Place(d.ring, left-3, y-3, discSize+6, discSize+6)
		}
	}
}

func (d *discs) paint() {
	d.ring.Hidden, d.ring.FillColor = d.chosen < 0, look.Of(look.ColorFocusRing)
	v := fyne.CurrentApp().Settings().ThemeVariant()
	for i, x := range d.discs {
		system := schemes[i] == look.System
		theme := d.theme.With(schemes[i])
		if system {
			theme = d.theme.With(look.Light)
		}
		x.line.FillColor = look.Of(look.ColorControl)
		x.page.FillColor, x.letter.Color = theme.Color(look.ColorPage, v), theme.Color(look.ColorText, v)
		x.half.FillColor = d.theme.With(look.Dark).Color(look.ColorPage, v)
		x.half.Hidden, x.letter.Hidden = !system, system
	}
}
