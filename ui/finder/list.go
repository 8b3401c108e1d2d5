package finder

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// list scrolls rows of different heights. Only those in view are in the tree.
type list struct {
	widget.BaseWidget
	scroll  *container.Scroll
	content *listContent
	chosen  int
	end     float32 // pixels below the last row
}

func newList(end float32) *list {
	l := &list{content: &listContent{}, chosen: -1, end: end}
	l.content.ExtendBaseWidget(l.content)
	l.scroll = container.NewVScroll(l.content)
	l.scroll.OnScrolled = func(fyne.Position) { l.window() }
	l.ExtendBaseWidget(l)
	return l
}

// setRows replaces the rows; none of them is chosen.
func (l *list) setRows(rows []row) {
	l.content.rows, l.chosen = rows, -1
	l.scroll.Offset = fyne.Position{}
	l.arrange(l.Size())
	l.scroll.Refresh()
	l.window()
}

// choose shows which row is chosen and scrolls until it is in view.
func (l *list) choose(i int) {
	rows := l.content.rows
	for _, at := range []int{l.chosen, i} {
		if at >= 0 && at < len(rows) && rows[at].choice != nil {
			rows[at].choice.setChosen(at == i)
		}
	}
	l.chosen = i
	if i < 0 || i >= len(rows) {
		return
	}
	l.reveal(i)
}

// reveal scrolls as little as is needed to show the row, and the heading above
// it if it is the first of its group.
func (l *list) reveal(i int) {
	tops, height := l.content.tops, l.scroll.Size().Height
	if len(tops) == 0 || height <= 0 {
		return
	}
	top, bottom := tops[i], tops[i+1]
	if i > 0 && l.content.rows[i-1].choice == nil {
		top = tops[i-1]
	}
	if i == len(l.content.rows)-1 {
		bottom += l.end
	}
	y := max(l.scroll.Offset.Y, bottom-height)
	l.scroll.ScrollToOffset(fyne.NewPos(0, min(y, top)))
	l.window()
}

// arrange places the rows at the list's width.
func (l *list) arrange(size fyne.Size) {
	c, y := l.content, float32(0)
	c.tops = make([]float32, 0, len(c.rows)+1)
	for _, r := range c.rows {
		h := r.HeightFor(size.Width)
		c.tops = append(c.tops, y)
		r.Move(fyne.NewPos(0, y))
		r.Resize(fyne.NewSize(size.Width, h))
		y += h
	}
	c.tops = append(c.tops, y)
	c.height = y + l.end
}

// HeightFor is the height of all rows at a width.
func (l *list) HeightFor(width float32) float32 {
	h := l.end
	for _, r := range l.content.rows {
		h += r.HeightFor(width)
	}
	return h
}

// window puts the rows in view into the tree, and takes out the others.
func (l *list) window() {
	c := l.content
	top, bottom := l.scroll.Offset.Y, l.scroll.Offset.Y+l.scroll.Size().Height
	c.visible = c.visible[:0:0]
	for i, r := range c.rows {
		if c.tops[i+1] > top && c.tops[i] < bottom {
			c.visible = append(c.visible, r.Block)
		}
	}
	c.Refresh()
}

// CreateRenderer shows the scrolled rows.
func (l *list) CreateRenderer() fyne.WidgetRenderer { return &listRenderer{l} }

type listRenderer struct{ l *list }

func (r *listRenderer) Destroy()                     {}
func (r *listRenderer) MinSize() fyne.Size           { return fyne.NewSize(0, 0) }
func (r *listRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.l.scroll} }

func (r *listRenderer) Layout(size fyne.Size) {
	r.l.arrange(size)
	r.l.scroll.Resize(size)
	r.l.scroll.Refresh()
	r.l.window()
	r.l.choose(r.l.chosen)
}

// Refresh repaints all rows, also those out of view: the theme may have changed.
func (r *listRenderer) Refresh() {
	for _, row := range r.l.content.rows {
		row.Refresh()
	}
	r.l.scroll.Refresh()
	r.l.window()
}

// listContent is as high as all rows and holds those in view.
type listContent struct {
	widget.BaseWidget
	rows    []row
	tops    []float32 // of each row, and of the end
	height  float32
	visible []fyne.CanvasObject
}

// MinSize is the height of all rows and no width.
func (c *listContent) MinSize() fyne.Size { return fyne.NewSize(0, c.height) }

// CreateRenderer shows the rows in view.
func (c *listContent) CreateRenderer() fyne.WidgetRenderer { return &contentRenderer{c} }

type contentRenderer struct{ c *listContent }

func (r *contentRenderer) Destroy()                     {}
func (r *contentRenderer) Layout(fyne.Size)             {}
func (r *contentRenderer) MinSize() fyne.Size           { return r.c.MinSize() }
func (r *contentRenderer) Objects() []fyne.CanvasObject { return r.c.visible }
func (r *contentRenderer) Refresh()                     { canvas.Refresh(r.c) }
