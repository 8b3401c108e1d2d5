package float

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/control"
	"sidelight/ui/look"
)

const (
	gap    = 6  // between an anchor and its card, pixels
	margin = 12 // between a card and the window's edge, pixels
	edge   = 3  // between a card's edge and what is scrolled in it, pixels

	low       = 480 // the height of a window in which a card at the top moves up to its edge, pixels
	topRadius = 12  // of the corners of such a card, pixels
)

// Popover is a card that the layer shows.
type Popover struct {
	Content fyne.CanvasObject
	Width   float32 // of the card, pixels; less in a narrow window
	Padding float32 // around the content, pixels
	// Anchor is what the card hangs under. Without one it stands in the middle
	// of the window, which is darkened behind it.
	Anchor fyne.CanvasObject
	// Top is how many pixels below the window's top the card begins, with its
	// height as it may be: less in a low window. It is for a content that scrolls
	// by itself; 0 for one that does not.
	Top float32
	// Focus takes the keyboard at first, if it is not nil.
	Focus fyne.Focusable
	// OnClosed is called when the card has gone.
	OnClosed func()
}

// Layer shows one card at a time over a canvas. Until it is dismissed, by a click
// beside it or by [Layer.Dismiss], the pointer and the keyboard's focus stay on
// it; then the focus is where it was before.
//
// It is an overlay of the canvas: only those keep Tab from walking into the
// window beneath them.
type Layer struct {
	widget.BaseWidget
	canvas  fyne.Canvas
	popover Popover
	card    *Card
	scroll  *container.Scroll
	shade   *canvas.Rectangle
	open    bool
}

var _ fyne.Tappable = (*Layer)(nil)

// NewLayer makes the layer of a canvas, with nothing on it.
func NewLayer(c fyne.Canvas) *Layer {
	l := &Layer{canvas: c, shade: canvas.NewRectangle(color.Transparent)}
	l.ExtendBaseWidget(l)
	return l
}

// Open puts a card on the layer in place of the one that is there.
func (l *Layer) Open(p Popover) {
	l.Dismiss()
	l.popover = p
	if p.Top > 0 {
		l.scroll, l.card = nil, NewCard(p.Content, 1)
		l.card.box = control.NewBox(topRadius)
	} else {
		// What is scrolled reaches nearly to the card's edge: a focus ring stands
		// out over what it is around.
		l.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(pad(p), pad(p), pad(p), pad(p)), p.Content))
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
	}
}

// paint gives the shade its colour, which is warm like paper in the shade, and
// deep enough to be seen on a dark page.
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
	l.canvas.Unfocus() // or what has the focus would not hear that it is gone
	l.open = false
	l.canvas.Overlays().Remove(l)
	if f := l.popover.OnClosed; f != nil {
		f()
	}
}

func pad(p Popover) float32 { return max(p.Padding-edge, 0) }

// Fit gives the card the height that its content has come to need.
func (l *Layer) Fit() { l.arrange(l.Size()) }

// Bottom is where the card ends, in pixels from the top of the window.
func (l *Layer) Bottom() float32 { return l.card.Position().Y + l.card.Size().Height }

// Shown reports whether a card is shown.
func (l *Layer) Shown() bool { return l.open }

// Shows reports whether the card with this content is shown.
func (l *Layer) Shows(content fyne.CanvasObject) bool { return l.open && l.popover.Content == content }

// ScrollBy moves what is on the card by pixels, if it is higher than the card.
func (l *Layer) ScrollBy(dy float32) {
	if l.open && l.scroll != nil {
		l.scroll.ScrollToOffset(l.scroll.Offset.AddXY(0, dy))
	}
}

// Tapped dismisses the card if the click was beside it.
func (l *Layer) Tapped(e *fyne.PointEvent) {
	p, s := l.card.Position(), l.card.Size()
	if e.Position.X < p.X || e.Position.Y < p.Y || e.Position.X >= p.X+s.Width || e.Position.Y >= p.Y+s.Height {
		l.Dismiss()
	}
}

// arrange places the card under its anchor, within the window.
func (l *Layer) arrange(size fyne.Size) {
	l.shade.Resize(size)
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

// arrangeTop places a card that hangs at its distance from the window's top, or
// at less of it in a low window.
func (l *Layer) arrangeTop(size fyne.Size, w float32) {
	y := max(margin, min(l.popover.Top, (size.Height-low)*0.4))
	h := min(l.card.HeightFor(w), size.Height-margin-y)
	control.Place(l.card, float32(int((size.Width-w)/2)), float32(int(y)), w, h)
}

// MinSize returns nothing: the layer has the size of its canvas.
func (l *Layer) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer shows the card, over a shade if it hangs under nothing.
func (l *Layer) CreateRenderer() fyne.WidgetRenderer {
	return control.RenderFunc(l, l.paint, l.arrange, func() []fyne.CanvasObject {
		if !l.open {
			return nil
		}
		return []fyne.CanvasObject{l.shade, l.card}
	})
}
