package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/ui/look"
)

const iconSize = 18 // pixels

// Icon is a button that is an icon of 18 px in a target of 32 px.
type Icon struct {
	Target
	icon string
}

// NewIcon makes a button of an icon of [look.Icon] that does act. The name says
// what it does, for those who do not see the icon.
func NewIcon(icon, name string, act func()) *Icon {
	i := &Icon{icon: icon}
	i.Init(i, name, act)
	return i
}

// SetIcon shows another icon.
func (i *Icon) SetIcon(icon string) {
	if i.icon != icon {
		i.icon = icon
		i.Refresh()
	}
}

// MinSize is the whole target.
func (i *Icon) MinSize() fyne.Size { return fyne.NewSquareSize(Size) }

// CreateRenderer draws the icon on its ground.
func (i *Icon) CreateRenderer() fyne.WidgetRenderer {
	r := &iconRenderer{i, &canvas.Image{FillMode: canvas.ImageFillContain}}
	r.paint()
	return r
}

type iconRenderer struct {
	i     *Icon
	image *canvas.Image
}

func (r *iconRenderer) Destroy()           {}
func (r *iconRenderer) MinSize() fyne.Size { return r.i.MinSize() }

func (r *iconRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.i.Ground, r.image, r.i.Ring}
}

func (r *iconRenderer) Layout(size fyne.Size) {
	r.i.Fit(size)
	r.image.Resize(fyne.NewSquareSize(iconSize))
	r.image.Move(fyne.NewPos((size.Width-iconSize)/2, (size.Height-iconSize)/2))
}

func (r *iconRenderer) paint() {
	r.i.Paint()
	r.image.Translucency = 0
	if r.i.Disabled() {
		r.image.Translucency = 0.7 // faint on any ground, also where all colours are strong
	}
	r.image.Resource = look.Icon(r.i.icon, look.ColorText)
}

func (r *iconRenderer) Refresh() {
	r.paint()
	for _, o := range r.Objects() {
		o.Refresh()
	}
	canvas.Refresh(r.i)
}

// Toggle is an icon that shows whether something is on, and switches it.
type Toggle struct {
	Icon
	on         bool
	icons      [2]string // while it is off, while it is on
	label      func(on bool) string
	onSwitched func(on bool)
}

// NewToggle makes a switch that is on or off. The label says what a tap will do
// in either state; onSwitched is told what the reader wants and not what
// [Toggle.SetOn] sets.
func NewToggle(iconOn, iconOff string, on bool, label func(on bool) string, onSwitched func(on bool)) *Toggle {
	t := &Toggle{on: on, icons: [2]string{iconOff, iconOn}, label: label, onSwitched: onSwitched}
	t.Init(t, "", t.flip)
	t.show()
	return t
}

// SetOn shows the switch on or off.
func (t *Toggle) SetOn(on bool) {
	t.on = on
	t.show()
}

// On reports whether the switch is on.
func (t *Toggle) On() bool { return t.on }

func (t *Toggle) flip() {
	t.SetOn(!t.on)
	if f := t.onSwitched; f != nil {
		f(t.on)
	}
}

func (t *Toggle) show() {
	icon := t.icons[0]
	if t.on {
		icon = t.icons[1]
	}
	t.SetName(t.label(t.on))
	t.SetIcon(icon)
}
