package float

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/control"
	"sidelight/ui/look"
	"sidelight/ui/shape"
)

const (
	gap    = 6  // between an anchor and its card, pixels
	margin = 12 // between a card and the window's edge, pixels
	edge   = 3  // between a card's edge and the content scrolled in it, pixels

	low       = 480 // in a window as low as this a card with a Top moves up to the margin, pixels
	topRadius = 12  // of the corners of a card with a Top, pixels
)

// Popover is a card for a [Layer] to show.
type Popover struct {
	Content fyne.CanvasObject
	Width   float32 // of the card, pixels; less in a narrow window
	Padding float32 // around the content, pixels
	// Anchor is the object that the card hangs under. A card without an anchor
	// stands in the middle of the window, which is darkened behind it.
	Anchor fyne.CanvasObject
	// Top is the distance from the window's top to a card whose content scrolls by
	// itself, in pixels; in a low window the card is nearer to the top. It is 0
	// for a content that the layer has to scroll.
	Top float32
	// Focus gets the keyboard's focus when the card opens; nil for none.
	Focus fyne.Focusable
	// OnClosed is called when the card is gone.
	OnClosed func()
}

// Layer shows one card at a time over a canvas. Until the card is dismissed, by a
// click beside the card or by [Layer.Dismiss], pointer and keyboard stay on it.
// Then the focus is where it was before the card opened.
//
// The layer is an overlay of the canvas: only an overlay keeps Tab from walking
// into the window beneath.
type Layer struct {
	widget.BaseWidget
	canvas  fyne.Canvas
	popover Popover
	card    *Card
	scroll  *control.Roller
	shade   *shape.Box
	tips    *Tips
	open    bool
}

var (
	_ fyne.Tappable   = (*Layer)(nil)
	_ control.TipHost = (*Layer)(nil)
)

// NewLayer makes the layer of a canvas, with no card on it.
func NewLayer(c fyne.Canvas) *Layer {
	l := &Layer{canvas: c, shade: shape.NewBox(color.Transparent), tips: NewTips()}
	l.ExtendBaseWidget(l)
	return l
}

// Open shows a card in place of the one that is shown.
func (l *Layer) Open(p Popover) {
	l.Dismiss()
	l.popover = p
	if p.Top > 0 {
		l.scroll, l.card = nil, NewCard(p.Content, 1)
		l.card.box = control.NewBox(topRadius)
	} else {
		// The scrolled content reaches nearly to the card's edge, so that there is
		// room for a focus ring that stands out.
		l.scroll = control.NewRoller(container.New(layout.NewCustomPaddedLayout(pad(p), pad(p), pad(p), pad(p)), p.Content))
		l.card = NewCard(l.scroll, edge)
	}
	l.shade.Hidden = p.Anchor != nil
	l.open = true
	l.Resize(l.canvas.Size())
	l.arrange(l.Size())
	l.canvas.Overlays().Add(l)
	l.Refresh()
	if p.Focus != nil {
		l.canvas.Focus(p.Focus)
		l.tips.Clear() // the reader has not gone there
	}
}

// paint gives the shade its colour: warm on a light page, like paper in the
// shade, and deep enough on a dark page to be seen.
func (l *Layer) paint() {
	l.shade.FillColor = color.NRGBA{R: 30, G: 22, B: 14, A: 0x45}
	if look.Of(look.ColorPage).G < 0x80 {
		l.shade.FillColor = color.NRGBA{A: 0x80}
	}
}

// Dismiss takes the card away.
func (l *Layer) Dismiss() {
	if !l.open {
		return
	}
	l.canvas.Unfocus() // an object that leaves with the focus would not hear FocusLost
	l.open = false
	l.tips.Clear()
	l.canvas.Overlays().Remove(l)
	if f := l.popover.OnClosed; f != nil {
		f()
	}
}

func pad(p Popover) float32 { return max(p.Padding-edge, 0) }

// Fit lays out the card anew after its content has come to need another height.
func (l *Layer) Fit() { l.arrange(l.Size()) }

// Bottom returns the distance from the window's top to the card's end, in pixels.
func (l *Layer) Bottom() float32 { return l.card.Position().Y + l.card.Size().Height }

// ShowTip shows a tip about an object on the card, see [Tips].
func (l *Layer) ShowTip(about fyne.CanvasObject, t control.Tip) { l.tips.ShowTip(about, t) }

// HideTip takes away the tip about an object on the card.
func (l *Layer) HideTip(about fyne.CanvasObject) { l.tips.HideTip(about) }

// Shown reports whether a card is shown.
func (l *Layer) Shown() bool { return l.open }

// Shows reports whether the card with this content is shown.
func (l *Layer) Shows(content fyne.CanvasObject) bool { return l.open && l.popover.Content == content }

// ScrollBy scrolls the card's content down by dy pixels, where the content is higher
// than the card and the layer scrolls it.
func (l *Layer) ScrollBy(dy float32) {
	if l.open && l.scroll != nil {
		l.scroll.ScrollToOffset(l.scroll.Offset.AddXY(0, dy))
	}
}

// Tapped dismisses the card after a click beside it.
func (l *Layer) Tapped(e *fyne.PointEvent) {
	p, s := l.card.Position(), l.card.Size()
	if e.Position.X < p.X || e.Position.Y < p.Y || e.Position.X >= p.X+s.Width || e.Position.Y >= p.Y+s.Height {
		l.Dismiss()
	}
}

// arrange places the card under its anchor or in the middle, within the window.
func (l *Layer) arrange(size fyne.Size) {
	l.shade.Resize(size)
	l.tips.Resize(size)
	if !l.open {
		return
	}
	w := min(l.popover.Width, size.Width-2*margin)
	if l.popover.Top > 0 {
		l.arrangeTop(size, w)
		return
	}
	h := heightFor(l.popover.Content, w-2*max(l.popover.Padding, edge)) + 2*max(l.popover.Padding, edge)
	x, y := (size.Width-w)/2, max(margin, (size.Height-h)*0.4)
	if a := l.popover.Anchor; a != nil {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(a)
		x, y = at.X+(a.Size().Width-w)/2, at.Y+a.Size().Height+gap
		y = max(margin, min(y, size.Height-margin-h))
	}
	x = max(margin, min(x, size.Width-margin-w))
	control.Place(l.card, x, y, w, min(h, size.Height-margin-y))
}

// arrangeTop places a card with a Top, w pixels wide. The lower the window, the
// nearer to its top is the card.
func (l *Layer) arrangeTop(size fyne.Size, w float32) {
	y := max(margin, min(l.popover.Top, (size.Height-low)*0.4))
	h := min(l.card.HeightFor(w), size.Height-margin-y)
	control.Place(l.card, float32(int((size.Width-w)/2)), float32(int(y)), w, h)
}

// MinSize returns nothing: the layer has the size of its canvas.
func (l *Layer) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer shows the card, over a shade if the card has no anchor.
func (l *Layer) CreateRenderer() fyne.WidgetRenderer {
	return control.RenderFunc(l, l.paint, l.arrange, func() []fyne.CanvasObject {
		if !l.open {
			return nil
		}
		return []fyne.CanvasObject{l.shade, l.card, l.tips}
	})
}
