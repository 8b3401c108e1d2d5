package prose

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Inline is a block that stands in a line among others.
type Inline interface {
	Block
	// NaturalWidth is the width in pixels that the block takes on one line.
	NaturalWidth() float32
}

// Flow is a block of blocks in lines, like words in a paragraph: a block that does
// not fit into a line begins the next one. A block wider than a line has a line for
// itself.
type Flow struct {
	widget.BaseWidget
	gap    float32
	lines  float32 // between two lines, pixels
	blocks []Inline
}

var _ Block = (*Flow)(nil)

// NewFlow makes a flow of blocks that stand gap pixels apart.
func NewFlow(gap float32, blocks ...Inline) *Flow {
	f := &Flow{gap: gap, blocks: blocks}
	f.ExtendBaseWidget(f)
	return f
}

// SetLineGap sets how many pixels lie between two lines; at first there are none.
func (f *Flow) SetLineGap(gap float32) { f.lines = gap }

// lay calls put for each block with its position and its size in a flow of a width,
// and returns the height of all lines. Lengths are in pixels.
func (f *Flow) lay(width float32, put func(b Inline, at fyne.Position, size fyne.Size)) float32 {
	x, y, high := float32(0), float32(0), float32(0)
	for _, b := range f.blocks {
		w := b.NaturalWidth()
		if x > 0 && x+w > width {
			x, y, high = 0, y+high+f.lines, 0
		}
		w = min(w, width)
		h := b.HeightFor(w)
		put(b, fyne.NewPos(x, y), fyne.NewSize(w, h))
		x, high = x+w+f.gap, max(high, h)
	}
	return y + high
}

// HeightFor returns the height of all lines at a width, in pixels.
func (f *Flow) HeightFor(width float32) float32 {
	return f.lay(width, func(Inline, fyne.Position, fyne.Size) {})
}

// MinSize returns the height of all lines at the present width, and no width.
func (f *Flow) MinSize() fyne.Size {
	f.ExtendBaseWidget(f)
	return fyne.NewSize(0, f.HeightFor(f.Size().Width))
}

// CreateRenderer draws the blocks.
func (f *Flow) CreateRenderer() fyne.WidgetRenderer {
	r := &flowRenderer{f: f}
	for _, b := range f.blocks {
		r.objects = append(r.objects, b)
	}
	return r
}

type flowRenderer struct {
	f       *Flow
	objects []fyne.CanvasObject
}

func (r *flowRenderer) Destroy()                     {}
func (r *flowRenderer) MinSize() fyne.Size           { return r.f.MinSize() }
func (r *flowRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *flowRenderer) Layout(size fyne.Size) {
	r.f.lay(size.Width, func(b Inline, at fyne.Position, size fyne.Size) {
		b.Move(at)
		b.Resize(size)
	})
}

func (r *flowRenderer) Refresh() {
	r.Layout(r.f.Size())
	for _, o := range r.objects {
		o.Refresh()
	}
}
