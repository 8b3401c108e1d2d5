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
	places  []place             // of the items' blocks, at the present width
	objects []fyne.CanvasObject // the blocks that are shown

	lazy  bool   // blocks are shown from when they come into view
	built []bool // the items that have
	view  place
}

// place is a vertical extent in pixels from the top of the stack.
type place struct{ top, height float32 }

var _ Block = (*Stack)(nil)

// NewStack makes a stack of the items.
func NewStack(items ...Item) *Stack {
	s := &Stack{}
	s.ExtendBaseWidget(s)
	s.SetItems(items...)
	return s
}

// SetItems replaces all items.
func (s *Stack) SetItems(items ...Item) { s.set(items, false) }

// SetLazyItems replaces all items by a long list, of which each is drawn only
// when [Stack.SetView] has come near it. The first and the last are drawn at
// once, so that Tab finds both ends of the list.
func (s *Stack) SetLazyItems(items ...Item) { s.set(items, true) }

func (s *Stack) set(items []Item, lazy bool) {
	s.items, s.places, s.built = items, make([]place, len(items)), make([]bool, len(items))
	s.objects, s.lazy, s.view = nil, lazy, place{}
	for i := range items {
		s.built[i] = !lazy || i == 0 || i == len(items)-1
	}
	s.collect()
	if s.Size().Width > 0 {
		s.Arrange()
		canvas.Refresh(s)
	}
}

// SetView says which part of the stack is in view: height pixels from top on.
func (s *Stack) SetView(top, height float32) {
	s.view = place{top, height}
	if s.lazy && s.grow() {
		s.collect()
		canvas.Refresh(s)
	}
}

// Place is where the block of the i-th item lies, in pixels from the top of the
// stack, as it was last arranged.
func (s *Stack) Place(i int) (top, height float32) { return s.places[i].top, s.places[i].height }

// Empty reports whether there are no items.
func (s *Stack) Empty() bool { return len(s.items) == 0 }

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
	for n, i := range s.items {
		h := i.HeightFor(width - i.Left - i.Right)
		s.places[n] = place{y + i.Top, h}
		if s.built[n] {
			s.put(n)
		}
		y += i.Top + h + i.Bottom
	}
	if s.lazy && s.grow() {
		s.collect()
	}
}

func (s *Stack) put(n int) {
	i, at := s.items[n], s.places[n]
	i.Move(fyne.NewPos(i.Left, at.top))
	i.Resize(fyne.NewSize(s.Size().Width-i.Left-i.Right, at.height))
}

// grow puts the items that are in view or within half a view of it, and one more
// at either end for Tab to go to. It reports whether any were new.
func (s *Stack) grow() bool {
	top, bottom := s.view.top-s.view.height/2, s.view.top+s.view.height*3/2
	first, last := len(s.items), -1
	for n, at := range s.places {
		if at.top+at.height >= top && at.top <= bottom {
			first, last = min(first, n), n
		}
	}
	grown := false
	for n := max(first-1, 0); n <= min(last+1, len(s.items)-1); n++ {
		if !s.built[n] {
			s.built[n], grown = true, true
			s.put(n)
		}
	}
	return grown
}

// collect lists the blocks that are shown, in order.
func (s *Stack) collect() {
	s.objects = s.objects[:0:0]
	for n, i := range s.items {
		if s.built[n] {
			s.objects = append(s.objects, i.Block)
		}
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
