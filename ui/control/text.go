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
	textPad     = 12 // at both sides of a button's words, pixels
	textIcon    = 16 // an icon before the words, pixels
	textIconGap = 8
)

// Text is a button with words, and with an icon before them if it has one.
type Text struct {
	Target
	weight Weight
	words  *prose.Text
	icon   string // empty for none
	role   look.Role
}

// NewText makes a button with words, and an icon of [look.Icon] unless it is
// empty, that does act.
func NewText(weight Weight, icon, words string, roles look.Roles, act func()) *Text {
	t := &Text{weight: weight, icon: icon, role: roles.Tab}
	t.words = prose.NewText(t.role, look.ColorText, words)
	t.Init(t, words, act)
	return t
}

// MinSize is the size of the words and the space around them.
func (t *Text) MinSize() fyne.Size {
	return fyne.NewSize(t.wordsAt()+t.words.NaturalWidth()+textPad, Size)
}

// wordsAt is where the words begin.
func (t *Text) wordsAt() float32 {
	if t.icon == "" {
		return textPad
	}
	return textPad + textIcon + textIconGap
}

// CreateRenderer draws frame, icon and words.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	r := &textRenderer{t: t, box: NewBox(radius), image: &canvas.Image{FillMode: canvas.ImageFillContain}}
	r.paint()
	return r
}

type textRenderer struct {
	t     *Text
	box   *Box
	image *canvas.Image
}

func (r *textRenderer) Destroy()           {}
func (r *textRenderer) MinSize() fyne.Size { return r.t.MinSize() }

func (r *textRenderer) Objects() []fyne.CanvasObject {
	out := r.box.Objects()
	out = append(out, r.t.Ground)
	if r.t.icon != "" {
		out = append(out, r.image)
	}
	return append(out, r.t.words, r.t.Ring)
}

func (r *textRenderer) Layout(size fyne.Size) {
	r.t.Fit(size)
	r.box.Resize(size)
	left := max(0, (size.Width-r.t.MinSize().Width)/2) // in the middle of a wider button
	r.image.Move(fyne.NewPos(left+textPad, (size.Height-textIcon)/2))
	r.image.Resize(fyne.NewSquareSize(textIcon))
	r.t.words.Move(fyne.NewPos(left+r.t.wordsAt(), (size.Height-r.t.role.Leading)/2))
	r.t.words.Resize(fyne.NewSize(r.t.words.NaturalWidth(), r.t.role.Leading))
}

func (r *textRenderer) paint() {
	r.t.Paint()
	ink := look.ColorText
	switch r.t.weight {
	case Primary:
		ink = look.ColorOnAccent
		r.box.Paint(look.ColorAccent, look.ColorAccent, 1)
		r.t.Ground.Hidden = true // it would hide the fill
	case Plain:
		r.box.Paint(look.ColorRaised, look.ColorControl, 1)
		r.t.Ground.FillColor = look.Faded(look.ColorText, 0.05) // the colour of hovering may be that of the box
		r.t.Ground.Move(fyne.NewSquareOffsetPos(1))             // inside the frame
		r.t.Ground.Resize(r.t.Size().SubtractWidthHeight(2, 2))
	case Quiet:
		r.box.Hide()
		if !r.t.Hovered() {
			ink = look.ColorTextMuted
		}
	}
	if r.t.Disabled() {
		ink = look.ColorTextFaint
	}
	r.t.words.SetColour(ink)
	if r.t.icon != "" {
		r.image.Resource = look.Icon(r.t.icon, ink)
	}
}

func (r *textRenderer) Refresh() {
	r.paint()
	for _, o := range r.Objects() {
		o.Refresh()
	}
	canvas.Refresh(r.t)
}
