package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/ui/look"
	"sidelight/ui/prose"
)

// Weight is how much a button with words calls for attention.
type Weight uint8

// The weights of a button.
const (
	Plain   Weight = iota // in a frame
	Primary               // filled: the one thing to do
	Quiet                 // words alone
)

const (
	textIcon    = 16 // an icon before the words, pixels
	textIconGap = 8
	textCapGap  = 11 // before a key cap, and from it to the button's edge, pixels
)

var _ prose.Inline = (*Text)(nil)

// Text is a button with words, which an icon may precede and a key cap follow. It
// stands alone or among the blocks of a text.
type Text struct {
	Target
	weight      Weight
	words       *prose.Text
	icon        string // empty for none
	image       *canvas.Raster
	keyCap      *Key // nil for none
	box         *Box
	role        look.Role
	on          fyne.ThemeColorName // the ground in the frame of a plain button
	height, pad float32             // pad: at both sides of the words; pixels
}

// NewText makes a button with words, after an icon of [look.Icon] unless its name
// is empty. Act is what the button does.
func NewText(weight Weight, icon, words string, roles look.Roles, act func()) *Text {
	t := &Text{
		weight: weight, icon: icon, role: roles.Tab, on: look.ColorRaised, height: Size, pad: 12,
		box: NewBox(radius), image: look.NewSign(),
	}
	t.set(words)
	t.Init(t, words, act)
	t.Raised = true
	return t
}

// NewLargeText makes a button for a page with little else on it: 38 pixels high,
// in stronger type, with the focus ring around it. A key cap follows the words
// unless keyCap is nil.
func NewLargeText(weight Weight, words string, keyCap *Key, roles look.Roles, act func()) *Text {
	t := NewText(weight, "", words, roles, act)
	t.role, t.height, t.pad, t.keyCap = roles.Strong, 38, 17, keyCap
	t.On(look.ColorPage)
	t.set(words)
	t.Inset, t.Ring.CornerRadius = fyne.NewSquareOffsetPos(-3), radius+2
	return t
}

func (t *Text) set(words string) {
	t.words = prose.NewText(t.role, look.ColorText, words)
	t.words.SetMaxLines(1)
}

// SetWords shows other words. What screen readers say stays.
func (t *Text) SetWords(words string) {
	t.words.SetContent(words)
	t.Refresh()
}

// On sets the ground that a plain button lies on and shows within its frame, and
// returns the button. Without it that is [look.ColorRaised].
func (t *Text) On(ground fyne.ThemeColorName) *Text {
	t.on, t.Raised = ground, ground == look.ColorRaised
	return t
}

// NaturalWidth returns the width in pixels that words, icon and key cap need.
func (t *Text) NaturalWidth() float32 {
	w := t.before() + t.words.NaturalWidth()
	if t.keyCap != nil {
		return w + t.keyCap.MinSize().Width + 2*textCapGap
	}
	return w + t.pad
}

// HeightFor returns the height of the button in pixels, the same at any width.
func (t *Text) HeightFor(float32) float32 { return t.height }

// MinSize returns the size of the words and the space around them.
func (t *Text) MinSize() fyne.Size { return fyne.NewSize(t.NaturalWidth(), t.height) }

// before is where the words begin, in pixels from the left.
func (t *Text) before() float32 {
	if t.icon == "" {
		return t.pad
	}
	return t.pad + textIcon + textIconGap
}

// CreateRenderer draws the frame, the icon, the words and the key cap.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	objects := append(t.box.Objects(), t.Ground)
	if t.icon != "" {
		objects = append(objects, t.image)
	}
	objects = append(objects, t.words)
	if t.keyCap != nil {
		objects = append(objects, t.keyCap)
	}
	return t.Render(t.paint, t.arrange, append(objects, t.Ring)...)
}

func (t *Text) arrange(size fyne.Size) {
	t.box.Resize(size)
	if t.weight == Plain { // the light lies within the frame
		Place(t.Ground, 1, 1, size.Width-2, size.Height-2)
	}
	natural := t.NaturalWidth()
	left := max(0, (size.Width-natural)/2) // in the middle of a wider button
	Place(t.image, left+t.pad, (size.Height-textIcon)/2, textIcon, textIcon)
	Place(t.words, left+t.before(), (size.Height-t.role.Leading)/2,
		t.words.NaturalWidth()-max(0, natural-size.Width), t.role.Leading)
	if t.keyCap != nil {
		m := t.keyCap.MinSize()
		Place(t.keyCap, size.Width-left-textCapGap-m.Width, (size.Height-m.Height)/2, m.Width, m.Height)
	}
}

func (t *Text) paint() {
	ink := look.ColorText
	switch t.weight {
	case Primary:
		ink = look.ColorOnAccent
		t.box.Paint(look.ColorAccent, look.ColorAccent, 1)
		t.Ground.Hidden = true // it would hide the fill
	case Plain:
		t.box.Paint(t.on, look.ColorControl, 1)
		if t.on == look.ColorRaised { // the colour of hovering may be that of the box
			t.Ground.FillColor = look.Faded(look.ColorText, 0.05)
		}
	case Quiet:
		t.box.Hide()
		if !t.Hovered() {
			ink = look.ColorTextMuted
		}
	}
	if t.Disabled() {
		ink = look.ColorTextFaint
	}
	t.words.SetColour(ink)
	if t.icon != "" {
		look.ShowIcon(t.image, t.icon, ink)
	}
}
