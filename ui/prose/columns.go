package prose

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Cell is a block in a row of columns; lengths are in pixels.
type Cell struct {
	Block
	Width float32 // 0 for an equal share of the width that other cells leave
	Gap   float32 // space between this cell and the one at its left
	Down  float32 // space above this cell
}

// Columns is a block of cells side by side, each as high as it needs to be at its
// width.
type Columns struct {
	widget.BaseWidget
	cells []Cell
}

var _ Block = (*Columns)(nil)

// NewColumns makes a block of cells, from left to right.
func NewColumns(cells ...Cell) *Columns {
	c := &Columns{cells: cells}
	c.ExtendBaseWidget(c)
	return c
}

// HeightFor returns the height of the highest cell at a width, in pixels.
func (c *Columns) HeightFor(width float32) float32 {
	share, h := c.share(width), float32(0)
	for _, x := range c.cells {
		h = max(h, x.Down+x.HeightFor(x.widthOr(share)))
	}
	return h
}

// MinSize returns the height of the highest cell at the present width, and no
// width.
func (c *Columns) MinSize() fyne.Size {
	c.ExtendBaseWidget(c)
	return fyne.NewSize(0, c.HeightFor(c.Size().Width))
}

// CreateRenderer draws the cells.
func (c *Columns) CreateRenderer() fyne.WidgetRenderer {
	r := &columnsRenderer{c: c}
	for _, x := range c.cells {
		r.objects = append(r.objects, x.Block)
	}
	return r
}

// share returns the width of each cell without a width of its own, in pixels.
func (c *Columns) share(width float32) float32 {
	n := 0
	for _, x := range c.cells {
		width -= x.Gap + x.Width
		if x.Width == 0 {
			n++
		}
	}
	return max(width, 0) / float32(max(n, 1))
}

func (x Cell) widthOr(share float32) float32 {
	if x.Width > 0 {
		return x.Width
	}
	return share
}

type columnsRenderer struct {
	c       *Columns
	objects []fyne.CanvasObject
}

func (r *columnsRenderer) Destroy()                     {}
func (r *columnsRenderer) MinSize() fyne.Size           { return r.c.MinSize() }
func (r *columnsRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *columnsRenderer) Layout(size fyne.Size) {
	share, left := r.c.share(size.Width), float32(0)
	for _, x := range r.c.cells {
		w := x.widthOr(share)
		left += x.Gap
		x.Move(fyne.NewPos(left, x.Down))
		x.Resize(fyne.NewSize(w, x.HeightFor(w)))
		left += w
	}
}

func (r *columnsRenderer) Refresh() {
	r.Layout(r.c.Size())
	for _, o := range r.objects {
		o.Refresh()
	}
}
