package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/look"
	"sidelight/ui/prose"
)

const keyHeight = 18 // pixels

var _ fyne.Widget = (*Key)(nil)

// Key is the name of a key in a small frame.
type Key struct {
	widget.BaseWidget
	text         *prose.Text
	role         look.Role
	ground, line fyne.ThemeColorName
}

// NewKey makes the cap of a key: "Esc", "Ctrl K".
func NewKey(name string, roles look.Roles) *Key {
	return newKey(name, roles, look.ColorTextMuted, look.ColorRaised, look.ColorRule)
}

// NewKeyOnAccent makes a cap that stands on the ground of a main button.
func NewKeyOnAccent(name string, roles look.Roles) *Key {
	return newKey(name, roles, look.ColorOnAccent, look.ColorAccent, look.ColorTextMuted)
}

func newKey(name string, roles look.Roles, ink, ground, line fyne.ThemeColorName) *Key {
	k := &Key{text: prose.NewText(roles.Key, ink, name), role: roles.Key, ground: ground, line: line}
	k.ExtendBaseWidget(k)
	return k
}

// Name is what is printed on the cap.
func (k *Key) Name() string { return k.text.Content() }

// MinSize is the size of the frame.
func (k *Key) MinSize() fyne.Size {
	return fyne.NewSize(max(k.text.NaturalWidth()+12, keyHeight+2), keyHeight)
}

// CreateRenderer draws the frame and the name.
func (k *Key) CreateRenderer() fyne.WidgetRenderer {
	r := &keyRenderer{k: k, box: NewBox(4)}
	r.paint()
	return r
}

type keyRenderer struct {
	k   *Key
	box *Box
}

func (r *keyRenderer) Destroy()                     {}
func (r *keyRenderer) MinSize() fyne.Size           { return r.k.MinSize() }
func (r *keyRenderer) Objects() []fyne.CanvasObject { return append(r.box.Objects(), r.k.text) }

func (r *keyRenderer) Layout(size fyne.Size) {
	r.box.Resize(size)
	w := r.k.text.NaturalWidth()
	r.k.text.Move(fyne.NewPos((size.Width-w)/2, (size.Height-r.k.role.Leading)/2))
	r.k.text.Resize(fyne.NewSize(w+1, r.k.role.Leading))
}

func (r *keyRenderer) paint() { r.box.Paint(r.k.ground, r.k.line, 1) }

func (r *keyRenderer) Refresh() {
	r.paint()
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
