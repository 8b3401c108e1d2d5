package prose

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Item is a block and the space around it, in pixels.
type Item struct {
	Block
	Top, Right, Bottom, Left float32
}

// width returns how much of a width the space at the sides leaves for the block, in
// pixels.
func (i Item) width(all float32) float32 { return max(0, all-i.Left-i.Right) }

// Height returns the height of the item, space included, at a width, in pixels.
func (i Item) Height(width float32) float32 { return i.Top + i.HeightFor(i.width(width)) + i.Bottom }

// Stack is a block of items one below the other, each as wide as the stack.
type Stack struct {
	widget.BaseWidget
	items   []Item
	objects []fyne.CanvasObject // the blocks of the items
}

var _ Block = (*Stack)(nil)

// NewStack makes a stack of items, from top to bottom.
func NewStack(items ...Item) *Stack {
	s := &Stack{}
	s.ExtendBaseWidget(s)
	s.SetItems(items...)
	return s
}

// SetItems replaces all items of the stack.
func (s *Stack) SetItems(items ...Item) {
	s.items, s.objects = items, make([]fyne.CanvasObject, len(items))
	for n, i := range items {
		s.objects[n] = i.Block
	}
	if s.Size().Width > 0 {
		s.Arrange()
		canvas.Refresh(s)
	}
}

// HeightFor returns the height of all items at a width, in pixels.
func (s *Stack) HeightFor(width float32) float32 {
	h := float32(0)
	for _, i := range s.items {
		h += i.Height(width)
	}
	return h
}

// Arrange lays out the items. The owner of a stack calls Arrange after an item has
// come to need another height; a change of the stack's own size does so by itself.
func (s *Stack) Arrange() {
	y, all := float32(0), s.Size().Width
	for _, i := range s.items {
		w := i.width(all)
		h := i.HeightFor(w)
		i.Move(fyne.NewPos(i.Left, y+i.Top))
		i.Resize(fyne.NewSize(w, h))
		y += i.Top + h + i.Bottom
	}
}

// MinSize returns the height of all items at the present width, and no width.
func (s *Stack) MinSize() fyne.Size { return fyne.NewSize(0, s.HeightFor(s.Size().Width)) }

// CreateRenderer draws the items.
func (s *Stack) CreateRenderer() fyne.WidgetRenderer { return &stackRenderer{s} }

type stackRenderer struct{ s *Stack }

func (r *stackRenderer) Destroy()                     {}
func (r *stackRenderer) MinSize() fyne.Size           { return r.s.MinSize() }
func (r *stackRenderer) Objects() []fyne.CanvasObject { return r.s.objects }
func (r *stackRenderer) Layout(fyne.Size)             { r.s.Arrange() }

func (r *stackRenderer) Refresh() {
	r.s.Arrange()
	for _, o := range r.s.objects {
		o.Refresh()
	}
}
