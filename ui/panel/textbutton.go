package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/ui/look"
	"sidelight/ui/prose"
)

const (
	textButtonHeight = 32
	textButtonPad    = 12 // at both sides of the words
)

// textButton is a button with words in a frame. It is a block, at the left of its
// width and as wide as its words need.
type textButton struct {
	target
	text  *prose.Text
	frame *canvas.Rectangle
}

var (
	_ prose.Inline   = (*textButton)(nil)
	_ fyne.Focusable = (*textButton)(nil)
)

// textButton makes a button that keeps itself in view.
func (c *card) textButton(words string, tap func()) *textButton {
	b := &textButton{text: prose.NewText(c.roles.Tab, look.ColorText, words), frame: canvas.NewRectangle(nil)}
	b.frame.CornerRadius, b.frame.StrokeWidth = 6, 1
	b.init(words, tap, c.p.keys())
	b.onFocus = func() { c.p.reveal(b) }
	b.ExtendBaseWidget(b)
	return b
}

// NaturalWidth is the width of the words and their frame.
func (b *textButton) NaturalWidth() float32 { return b.text.NaturalWidth() + 2*textButtonPad }

// HeightFor is that of a target, at any width.
func (b *textButton) HeightFor(float32) float32 { return textButtonHeight }

// MinSize is the height; the width is what it is given.
func (b *textButton) MinSize() fyne.Size {
	b.ExtendBaseWidget(b)
	return fyne.NewSize(0, textButtonHeight)
}

// CreateRenderer shows ground, frame, words and ring.
func (b *textButton) CreateRenderer() fyne.WidgetRenderer {
	r := &textButtonRenderer{b}
	r.paint()
	return r
}

type textButtonRenderer struct{ b *textButton }

func (r *textButtonRenderer) Destroy()           {}
func (r *textButtonRenderer) MinSize() fyne.Size { return r.b.MinSize() }

func (r *textButtonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.b.ground, r.b.frame, r.b.text, r.b.ring}
}

func (r *textButtonRenderer) Layout(size fyne.Size) {
	r.b.fit(size)
	r.b.frame.Resize(size)
	place(r.b.text, textButtonPad, (size.Height-20)/2, max(0, size.Width-2*textButtonPad))
}

func (r *textButtonRenderer) paint() {
	r.b.paint()
	r.b.frame.FillColor, r.b.frame.StrokeColor = nil, look.Of(look.ColorControl)
}

func (r *textButtonRenderer) Refresh() {
	r.paint()
	for _, o := range r.Objects() {
		o.Refresh()
	}
	canvas.Refresh(r.b)
}
