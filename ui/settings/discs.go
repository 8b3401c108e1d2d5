package settings

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
)

const (
	discSize  = 26 // pixels
	discPitch = 34
)

// schemes are what a reader chooses from.
var schemes = []look.Scheme{look.System, look.Light, look.Sepia, look.Dark, look.HighContrast}

// schemeName is a scheme in words.
func schemeName(s look.Scheme) string {
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

// discs show each scheme as a letter on its page. They are one stop of the
// keyboard: Left and Right go from scheme to scheme.
type discs struct {
	control.Target
	label    string
	theme    *look.Theme
	chosen   int // -1 for none
	onChosen func(look.Scheme)
}

func newDiscs(label string, theme *look.Theme, onChosen func(look.Scheme)) *discs {
	d := &discs{label: label, theme: theme, chosen: -1, onChosen: onChosen}
	d.Init(d, label, nil)
	return d
}

func (d *discs) setChosen(s look.Scheme) {
	for i, x := range schemes {
		if x == s {
			d.chosen = i
			d.SetName(d.label + ": " + schemeName(s))
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

// Tapped chooses the scheme that was tapped.
func (d *discs) Tapped(e *fyne.PointEvent) {
	d.choose(max(0, min(int(e.Position.X/discPitch), len(schemes)-1)))
}

// MouseIn leaves the ground as it is: the discs are what one points at.
func (d *discs) MouseIn(*desktop.MouseEvent) {}

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

// MinSize is the room of all discs.
func (d *discs) MinSize() fyne.Size {
	return fyne.NewSize(float32(len(schemes))*discPitch, control.Size)
}

// CreateRenderer draws the discs.
func (d *discs) CreateRenderer() fyne.WidgetRenderer {
	r := &discsRenderer{d: d, ring: canvas.NewCircle(nil)}
	role := d.theme.Roles().HoverName
	for range schemes {
		letter := canvas.NewText("a", nil)
		letter.FontSource, letter.TextSize = role.Resource, 13
		r.discs = append(r.discs, disc{canvas.NewRectangle(nil), canvas.NewRectangle(nil), canvas.NewRectangle(nil), letter})
	}
	r.paint()
	return r
}

// disc is a line around a page, the half of which may be of another scheme, with
// a letter on it.
type disc struct {
	line, page, half *canvas.Rectangle
	letter           *canvas.Text
}

type discsRenderer struct {
	d     *discs
	discs []disc
	ring  *canvas.Circle // around the chosen one
}

func (r *discsRenderer) Destroy()           {}
func (r *discsRenderer) MinSize() fyne.Size { return r.d.MinSize() }

func (r *discsRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.ring}
	for _, x := range r.discs {
		out = append(out, x.line, x.page, x.half, x.letter)
	}
	return append(out, r.d.Ring)
}

func (r *discsRenderer) Layout(size fyne.Size) {
	r.d.Fit(size)
	r.d.Ring.Move(fyne.NewPos(-4, -4)) // clear of the ring around the chosen one
	r.d.Ring.Resize(size.AddWidthHeight(8, 8))
	y := (size.Height - discSize) / 2
	put := func(o fyne.CanvasObject, x, y, w, h float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(w, h))
	}
	for i, disc := range r.discs {
		x := float32(i)*discPitch + (discPitch-discSize)/2
		put(disc.line, x, y, discSize, discSize)
		put(disc.page, x+1, y+1, discSize-2, discSize-2)
		put(disc.half, x+discSize/2, y+1, discSize/2-1, discSize-2)
		m := disc.letter.MinSize()
		disc.letter.Move(fyne.NewPos(x+(discSize-m.Width)/2, y+(discSize-m.Height)/2))
		if i == r.d.chosen {
			put(r.ring, x-3, y-3, discSize+6, discSize+6)
		}
	}
}

func (r *discsRenderer) paint() {
	r.d.Paint()
	r.ring.Hidden, r.ring.FillColor = r.d.chosen < 0, look.Of(look.ColorFocusRing)
	v := fyne.CurrentApp().Settings().ThemeVariant()
	for i, disc := range r.discs {
		theme := r.d.theme.With(schemes[i])
		if schemes[i] == look.System {
			theme = r.d.theme.With(look.Light)
		}
		disc.line.CornerRadius, disc.line.FillColor = discSize/2, look.Of(look.ColorControl)
		disc.page.CornerRadius, disc.page.FillColor = discSize/2-1, theme.Color(look.ColorPage, v)
		disc.letter.Color = theme.Color(look.ColorText, v)
		disc.half.Hidden = schemes[i] != look.System
		disc.half.TopRightCornerRadius, disc.half.BottomRightCornerRadius = discSize/2-1, discSize/2-1
		disc.half.FillColor = r.d.theme.With(look.Dark).Color(look.ColorPage, v)
		disc.letter.Hidden = schemes[i] == look.System
	}
}

func (r *discsRenderer) Refresh() {
	r.paint()
	r.Layout(r.d.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
	canvas.Refresh(r.d)
}
