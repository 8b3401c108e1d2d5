package start

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/look"
	"sidelight/ui/prose"
)

// Page is a column of blocks on the ground of the page, in the middle of the
// window's height, with another column at its right where there is room.
type Page struct {
	widget.BaseWidget
	ground, side *canvas.Rectangle
	edge         *canvas.Rectangle
	left, right  *column
	foot         prose.Block // at the bottom of the left column, or nil
}

// Measures of the page in pixels.
const (
	columnWidth = 440 // of the text
	sideWidth   = 576 // of the column at the right
	footMargin  = 28  // below the foot
	leastMargin = 32  // at both sides of a column
)

func newPage(items ...prose.Item) *Page {
	p := &Page{
		ground: canvas.NewRectangle(nil), side: canvas.NewRectangle(nil), edge: canvas.NewRectangle(nil),
		left: newColumn(columnWidth, items),
	}
	p.ExtendBaseWidget(p)
	return p
}

// beside puts a column at the right and a line at the bottom of the left one.
func (p *Page) beside(foot prose.Block, items ...prose.Item) *Page {
	p.foot, p.right = foot, newColumn(sideWidth, items)
	return p
}

// CreateRenderer lays out ground and columns.
func (p *Page) CreateRenderer() fyne.WidgetRenderer {
	r := pageRenderer{p}
	r.paint()
	return r
}

type pageRenderer struct{ p *Page }

func (r pageRenderer) Destroy()           {}
func (r pageRenderer) MinSize() fyne.Size { return fyne.NewSize(320, 200) }

func (r pageRenderer) Objects() []fyne.CanvasObject {
	out := []fyne.CanvasObject{r.p.ground, r.p.left}
	if r.p.right != nil {
		out = append(out, r.p.side, r.p.edge, r.p.right)
	}
	if r.p.foot != nil {
		out = append(out, r.p.foot)
	}
	return out
}

func (r pageRenderer) Layout(size fyne.Size) {
	p := r.p
	p.ground.Resize(size)
	half := size.Width
	wide := p.right != nil && size.Width >= 1000
	if p.right != nil {
		for _, o := range []fyne.CanvasObject{p.side, p.edge, p.right} {
			if wide {
				o.Show()
			} else {
				o.Hide()
			}
		}
	}
	if wide {
		half = size.Width / 2
		at := fyne.NewPos(half, 0)
		p.side.Move(at)
		p.side.Resize(fyne.NewSize(size.Width-half, size.Height))
		p.edge.Move(at)
		p.edge.Resize(fyne.NewSize(1, size.Height))
		p.right.Move(at)
		p.right.Resize(p.side.Size())
	}
	p.left.Resize(fyne.NewSize(half, size.Height))
	if p.foot != nil {
		x, w := p.left.span()
		h := p.foot.HeightFor(w)
		p.left.Resize(fyne.NewSize(half, size.Height-h-footMargin))
		p.foot.Move(fyne.NewPos(x, size.Height-h-footMargin))
		p.foot.Resize(fyne.NewSize(w, h))
	}
}

func (r pageRenderer) paint() {
	r.p.ground.FillColor = look.Of(look.ColorPage)
	r.p.side.FillColor, r.p.edge.FillColor = look.Of(look.ColorSurface), look.Of(look.ColorRule)
}

func (r pageRenderer) Refresh() {
	r.paint()
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

// column is a stack in the middle of its room, that scrolls where it is higher.
type column struct {
	widget.BaseWidget
	most   float32 // the width of the stack where there is room, pixels
	stack  *prose.Stack
	inner  *fyne.Container
	scroll *container.Scroll
}

func newColumn(most float32, items []prose.Item) *column {
	c := &column{most: most, stack: prose.NewStack(items...)}
	c.inner = container.New(centred{c}, c.stack)
	c.scroll = container.NewVScroll(c.inner)
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer shows the scrolled stack.
func (c *column) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.scroll) }

// span is where the stack stands in the column, pixels.
func (c *column) span() (x, width float32) {
	width = max(min(c.most, c.Size().Width-2*leastMargin), 200)
	return (c.Size().Width - width) / 2, width
}

// centred lays out the stack of a column.
type centred struct{ c *column }

func (l centred) MinSize([]fyne.CanvasObject) fyne.Size {
	_, w := l.c.span()
	return fyne.NewSize(0, l.c.stack.HeightFor(w)+48)
}

func (l centred) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	x, w := l.c.span()
	h := l.c.stack.HeightFor(w)
	l.c.stack.Resize(fyne.NewSize(w, h))
	l.c.stack.Move(fyne.NewPos(x, max(24, (size.Height-h)/2)))
}
