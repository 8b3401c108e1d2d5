package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/look"
	"sidelight/ui/prose"
)

const keyHeight = 18 // pixels

var _ fyne.Widget = (*Key)(nil)

// Key is a key cap: the name of a key in a small frame.
type Key struct {
	widget.BaseWidget
	text         *prose.Text
	role         look.Role
	box          *Box
	ground, line fyne.ThemeColorName
}

// NewKey makes the cap of a key: "Esc", "Ctrl K".
func NewKey(name string, roles look.Roles) *Key {
	return newKey(name, roles, look.ColorTextMuted, look.ColorRaised, look.ColorRule)
}

// NewKeyOnAccent makes a cap for the ground of a primary button.
func NewKeyOnAccent(name string, roles look.Roles) *Key {
	return newKey(name, roles, look.ColorOnAccent, look.ColorAccent, look.ColorTextMuted)
}

func newKey(name string, roles look.Roles, ink, ground, line fyne.ThemeColorName) *Key {
	k := &Key{text: prose.NewText(roles.Key, ink, name), role: roles.Key, box: NewBox(4), ground: ground, line: line}
	k.ExtendBaseWidget(k)
	return k
}

// Name returns what is printed on the cap.
func (k *Key) Name() string { return k.text.Content() }

// MinSize returns the size of the frame.
func (k *Key) MinSize() fyne.Size {
	return fyne.NewSize(max(k.text.NaturalWidth()+12, keyHeight+2), keyHeight)
}

// CreateRenderer draws the frame and the name.
func (k *Key) CreateRenderer() fyne.WidgetRenderer {
	return Render(k, func() { k.box.Paint(k.ground, k.line, 1) }, k.arrange, append(k.box.Objects(), k.text)...)
}

func (k *Key) arrange(size fyne.Size) {
	k.box.Resize(size)
	w := k.text.NaturalWidth()
	Place(k.text, (size.Width-w)/2, (size.Height-k.role.Leading)/2, w+1, k.role.Leading)
}
