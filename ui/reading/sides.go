package reading

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/ui/control"
	"sidelight/ui/finder"
	"sidelight/ui/index"
	"sidelight/ui/look"
)

// The widths of the index, pixels.
const (
	railWidth     = 216
	railWidthWide = 256
)

// indexRoom is the design's width of the index beside the page in a window.
func indexRoom(window float32) float32 {
	switch {
	case window < drawerBelow:
		return 0
	case window < besideFrom:
		return index.StripWidth
	case window < 1600:
		return railWidth
	}
	return railWidthWide
}

// indexSide is the left side of the frame.
type indexSide struct {
	rail         *index.Rail
	strip        *index.Strip
	edge         *edge
	beside, over bool // what the reader asks for
	empty        bool // nothing is marked: there is no index
	shown        []fyne.CanvasObject
}

func (s *indexSide) objects() []fyne.CanvasObject { return s.shown }

// indexOver reports whether the rail lies over the page now.
func (f *frame) indexOver() bool {
	return f.left.over && !f.left.empty && f.Size().Width > 0 && f.Size().Width < besideFrom
}

// arrangeIndex places rail and strip and returns where the page begins.
func (f *frame) arrangeIndex(window, height float32) (start float32) {
	s := &f.left
	if s.rail == nil {
		return 0
	}
	before := s.shown
	s.shown = nil
	beside := s.beside && !s.empty
	room := f.room(window)
	put := func(o fyne.CanvasObject, width float32, free bool) {
		o.Move(fyne.NewPos(0, control.BarHeight))
		o.Resize(fyne.NewSize(width-1, height))
		s.edge.put(width-1, height, free)
		s.shown = append(s.shown, o)
		if !slices.Contains(before, o) {
			o.Refresh() // the theme may have changed while it was out of the tree
		}
	}
	switch {
	case window >= besideFrom && beside:
		put(s.rail, room, true)
		start = room
	case window >= drawerBelow && window < besideFrom && !s.empty:
		put(s.strip, room, false)
		start = room
	}
	if f.indexOver() {
		put(s.rail, railWidth, false)
	}
	if len(s.shown) > 0 {
		s.shown = append(s.shown, s.edge)
	}
	f.tools.zone = 0
	if window >= besideFrom {
		f.tools.zone = room
	}
	return start
}

// setIndex shows the rail beside or over the page, as far as there is room.
func (f *frame) setIndex(beside, over bool) {
	f.left.beside, f.left.over = beside, over
	f.glide()
	canvas.Refresh(f)
}

// setBar floats the bar over the top right of the page, or nothing.
func (f *frame) setBar(bar fyne.CanvasObject) {
	f.bar = bar
	f.arrangeBar()
	if bar != nil {
		bar.Refresh() // the theme may have changed while it was out of the tree
	}
	canvas.Refresh(f)
}

// arrangeBar keeps the bar clear of the running head and of the page's scroll
// rail.
func (f *frame) arrangeBar() {
	if f.bar == nil {
		return
	}
	const aside, below = 24, 42 // px from the page's right edge and top
	size, at := f.middle.Size(), f.middle.Position()
	w := min(finder.BarWidth, size.Width-f.covered()-2*aside)
	f.bar.Move(fyne.NewPos(at.X+size.Width-f.covered()-aside-w, at.Y+below))
	f.bar.Resize(fyne.NewSize(w, finder.BarHeight))
}

// setSetting sets the article as the reader wants it.
func (f *frame) setSetting(s look.Setting) {
	f.setting = s
	f.arrange(f.Size())
}
