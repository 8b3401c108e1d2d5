package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/ui/look"
)

// Icon is a button that shows an icon in a square of [Size] pixels.
type Icon struct {
	Target
	icon  string
	size  float32 // of the icon, pixels
	ink   fyne.ThemeColorName
	image *canvas.Raster
}

// NewIcon makes a button with an icon of [look.Icon], 18 pixels large. The name
// tells screen readers what act does.
func NewIcon(icon, name string, act func()) *Icon {
	i := &Icon{}
	i.init(i, icon, name, act)
	return i
}

// NewSmallIcon makes a button as [NewIcon] does, with a muted icon, 16 pixels
// large.
func NewSmallIcon(icon, name string, act func()) *Icon {
	i := NewIcon(icon, name, act)
	i.size, i.ink = 16, look.ColorTextMuted
	return i
}

func (i *Icon) init(self fyne.Widget, icon, name string, act func()) {
	i.icon, i.size, i.ink = icon, 18, look.ColorText
	i.image = look.NewSign()
	i.Init(self, name, act)
	i.SetTip(i.Named)
}

// SetIcon shows another icon of [look.Icon].
func (i *Icon) SetIcon(icon string) {
	if i.icon != icon {
		i.icon = icon
		i.Refresh()
	}
}

// MinSize returns the size of the whole button.
func (i *Icon) MinSize() fyne.Size { return fyne.NewSquareSize(Size) }

// CreateRenderer draws the icon on its ground.
func (i *Icon) CreateRenderer() fyne.WidgetRenderer {
	return i.Render(i.paint, i.arrange, i.Ground, i.image, i.Ring)
}

func (i *Icon) arrange(size fyne.Size) {
	Place(i.image, (size.Width-i.size)/2, (size.Height-i.size)/2, i.size, i.size)
}

func (i *Icon) paint() {
	ink := look.Of(i.ink)
	if i.Disabled() {
		ink = look.Faded(i.ink, 0.3) // faint on any ground, also where all colours are strong
	}
	look.DrawIcon(i.image, i.icon, ink)
}

// Toggle is an icon that shows whether something is on, and switches it.
type Toggle struct {
	Icon
	on         bool
	icons      [2]string // while it is off, while it is on
	label      func(on bool) string
	onSwitched func(on bool)
}

// NewToggle makes a switch that is on or off. Label returns what a tap will do in
// either state, for screen readers. OnSwitched is called when the reader switches,
// and not by [Toggle.SetOn].
func NewToggle(iconOn, iconOff string, on bool, label func(on bool) string, onSwitched func(on bool)) *Toggle {
	t := &Toggle{on: on, icons: [2]string{iconOff, iconOn}, label: label, onSwitched: onSwitched}
	t.init(t, "", "", t.flip)
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
