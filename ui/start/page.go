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
}

// columnWidth is the width of the text, pixels.
const columnWidth = 440

func newPage(left []prose.Item, right []prose.Item) *Page {
	p := &Page{
		ground: canvas.NewRectangle(nil), side: canvas.NewRectangle(nil), edge: canvas.NewRectangle(nil),
		left: newColumn(left),
	}
	if len(right) > 0 {
		p.right = newColumn(right)
	}
	p.ExtendBaseWidget(p)
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
	stack  *prose.Stack
	inner  *fyne.Container
	scroll *container.Scroll
}

func newColumn(items []prose.Item) *column {
	c := &column{stack: prose.NewStack(items...)}
	c.inner = container.New(centred{c}, c.stack)
	c.scroll = container.NewVScroll(c.inner)
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer shows the scrolled stack.
func (c *column) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.scroll) }

func (c *column) width() float32 { return max(min(columnWidth, c.Size().Width-64), 200) }

// centred lays out the stack of a column.
type centred struct{ c *column }

func (l centred) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, l.c.stack.HeightFor(l.c.width())+48)
}

func (l centred) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	c := l.c
	w := c.width()
	h := c.stack.HeightFor(w)
	c.stack.Resize(fyne.NewSize(w, h))
	c.stack.Move(fyne.NewPos((size.Width-w)/2, max(24, (size.Height-h)*2/5)))
}
