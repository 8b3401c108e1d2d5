package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/ui/look"
	"sidelight/ui/prose"
)

// buttonSize is the side of the square that a button takes, in pixels.
const buttonSize = 32

// button is an icon of 16 px that can be tapped.
type button struct {
	target
	icon *prose.Drawing
}

var (
	_ fyne.Widget    = (*button)(nil)
	_ fyne.Focusable = (*button)(nil)
)

func newButton(icon, label string, onTap func(), k *keys) *button {
	b := &button{icon: prose.NewIcon(icon, look.ColorTextMuted, 16, 16)}
	b.init(label, onTap, k)
	b.ExtendBaseWidget(b)
	return b
}

// MinSize is the whole target.
func (b *button) MinSize() fyne.Size {
	b.ExtendBaseWidget(b)
	return fyne.NewSquareSize(buttonSize)
}

// CreateRenderer shows ground, icon and ring.
func (b *button) CreateRenderer() fyne.WidgetRenderer { return &buttonRenderer{b} }

type buttonRenderer struct{ b *button }

func (r *buttonRenderer) Destroy()           {}
func (r *buttonRenderer) MinSize() fyne.Size { return r.b.MinSize() }

func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.b.ground, r.b.icon, r.b.ring}
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	r.b.fit(size)
	r.b.icon.Move(fyne.NewPos((size.Width-16)/2, (size.Height-16)/2))
	r.b.icon.Resize(fyne.NewSquareSize(16))
}

func (r *buttonRenderer) Refresh() {
	r.b.paint()
	for _, o := range r.Objects() {
		o.Refresh()
	}
	canvas.Refresh(r.b)
}
