package start

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/control"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/shape"
)

// Page is a column of blocks, in the middle of the window's height. A page may have
// another column, at the right of the first, that shows where there is room.
type Page struct {
	widget.BaseWidget
	side        *control.Ground
	edge        *shape.Box
	left, right *column
	foot        prose.Block  // at the bottom of the left column, or nil
	items       []prose.Item // of the left column where it has room
	low         bool         // it has not: the first item is left out, and the foot scrolls with the others
}

// Measures of the page in pixels.
const (
	columnWidth  = 440  // of the text
	sideWidth    = 576  // of the column at the right
	footMargin   = 28   // below the foot
	leastMargin  = 32   // at both sides of a column
	columnMargin = 24   // above and below a column that fills its room
	twoColumns   = 1000 // the least width of a page with both columns
)

func newPage(items ...prose.Item) *Page {
	p := &Page{
		side: control.NewGround(look.ColorSurface), edge: shape.NewBox(nil),
		left: newColumn(columnWidth, items), items: items,
	}
	p.ExtendBaseWidget(p)
	return p
}

// beside adds a column at the right, and a foot at the bottom of the left column.
func (p *Page) beside(foot prose.Block, items ...prose.Item) *Page {
	p.foot, p.right = foot, newColumn(sideWidth, items)
	return p
}

// MinSize returns the least size that the page makes do with.
func (p *Page) MinSize() fyne.Size { return fyne.NewSize(320, 200) }

// CreateRenderer lays out ground and columns.
func (p *Page) CreateRenderer() fyne.WidgetRenderer {
	return control.RenderFunc(p, p.paint, p.arrange, func() []fyne.CanvasObject {
		objects := []fyne.CanvasObject{p.left}
		if p.right != nil {
			objects = append(objects, p.side, p.edge, p.right)
		}
		if p.foot != nil && !p.low {
			objects = append(objects, p.foot)
		}
		return objects
	})
}

func (p *Page) arrange(size fyne.Size) {
	wide, half := p.right != nil && size.Width >= twoColumns, size.Width
	if wide {
		half = size.Width / 2
		control.Place(p.side, half, 0, size.Width-half, size.Height)
		control.Place(p.edge, half, 0, 1, size.Height)
		control.Place(p.right, half, 0, size.Width-half, size.Height)
	}
	if p.right != nil {
		p.side.Hidden, p.edge.Hidden, p.right.Hidden = !wide, !wide, !wide
	}
	room := size.Height
	if p.foot != nil {
		p.left.Resize(fyne.NewSize(half, p.left.Size().Height)) // the height follows from the width
		x, w := p.left.span()
		h := p.foot.HeightFor(w)
		above := max(size.Height-h-footMargin, 0)
		if p.setLow(prose.NewStack(p.items...).HeightFor(w)+2*columnMargin > above); !p.low {
			room = above
			control.Place(p.foot, x, size.Height-h-footMargin, w, h)
		}
	}
	p.left.Resize(fyne.NewSize(half, room))
}

// setLow sets the left column for a window that is too low for all of it, or for one
// that is not.
func (p *Page) setLow(low bool) {
	if low == p.low {
		return
	}
	p.low = low
	items := p.items
	if low {
		items = append(slices.Clone(p.items[1:]), prose.Item{Top: footMargin, Block: p.foot})
		items[0].Top = 0
	}
	p.left.stack.SetItems(items...)
	p.left.inner.Refresh()
	p.Refresh()
}

func (p *Page) paint() {
	p.edge.FillColor = look.Of(look.ColorRule)
}

// column is a stack of blocks in the middle of its room. A stack higher than the
// room scrolls.
type column struct {
	widget.BaseWidget
	most   float32 // the width of the stack where there is room, pixels
	stack  *prose.Stack
	inner  *fyne.Container
	scroll *control.Roller
}

func newColumn(most float32, items []prose.Item) *column {
	c := &column{most: most, stack: prose.NewStack(items...)}
	c.inner = container.New(centred{c}, c.stack)
	c.scroll = control.NewRoller(c.inner)
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer shows the scrolled stack.
func (c *column) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.scroll) }

// span returns where the stack begins in the column and how wide it is, in pixels.
func (c *column) span() (x, width float32) {
	width = max(min(c.most, c.Size().Width-2*leastMargin), 200)
	return (c.Size().Width - width) / 2, width
}

// centred lays out the stack of a column.
type centred struct{ c *column }

func (l centred) MinSize([]fyne.CanvasObject) fyne.Size {
	_, w := l.c.span()
	return fyne.NewSize(0, l.c.stack.HeightFor(w)+2*columnMargin)
}

func (l centred) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	x, w := l.c.span()
	h := l.c.stack.HeightFor(w)
	l.c.stack.Resize(fyne.NewSize(w, h))
	l.c.stack.Move(fyne.NewPos(x, max(columnMargin, (size.Height-h)/2)))
}
