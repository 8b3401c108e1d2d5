package prose

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Item is a block with space around it, in pixels.
type Item struct {
	Block
	Top, Right, Bottom, Left float32
}

// Stack lays out blocks one below the other, each as wide as the stack less the
// space at its sides. It is a block itself.
type Stack struct {
	widget.BaseWidget
	items   []Item
	objects []fyne.CanvasObject // the blocks of the items
}

var _ Block = (*Stack)(nil)

// NewStack makes a stack of the items.
func NewStack(items ...Item) *Stack {
	s := &Stack{}
	s.ExtendBaseWidget(s)
	s.SetItems(items...)
	return s
}

// SetItems replaces all items.
func (s *Stack) SetItems(items ...Item) {
	s.items, s.objects = items, make([]fyne.CanvasObject, len(items))
	for i := range items {
		s.objects[i] = items[i].Block
	}
	if s.Size().Width > 0 {
		s.Arrange()
		canvas.Refresh(s)
	}
}

// HeightFor is the height of all items at a width.
func (s *Stack) HeightFor(width float32) float32 {
	h := float32(0)
	for _, i := range s.items {
		h += i.Top + i.HeightFor(width-i.Left-i.Right) + i.Bottom
	}
	return h
}

// Arrange places the items anew, after one of them has come to need another
// height while the stack itself kept its size.
func (s *Stack) Arrange() {
	y, width := float32(0), s.Size().Width
	for _, i := range s.items {
		w := width - i.Left - i.Right
		h := i.HeightFor(w)
		i.Move(fyne.NewPos(i.Left, y+i.Top))
		i.Resize(fyne.NewSize(w, h))
		y += i.Top + h + i.Bottom
	}
}

// MinSize is as high as the items are at the present width.
func (s *Stack) MinSize() fyne.Size {
	s.ExtendBaseWidget(s)
	return fyne.NewSize(0, s.HeightFor(s.Size().Width))
}

// CreateRenderer shows the items.
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
