package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/shape"
)

// Reach is how far the ground of a [Row] goes beyond its content at each side, in
// pixels.
const Reach = 8

var (
	_ prose.Block  = (*Row)(nil)
	_ prose.Inline = (*Link)(nil)
)

// Row is a block of text that is a button as a whole: a row of a list.
type Row struct {
	Target

	// OnPoint is called when the pointer comes to the row and when it leaves.
	OnPoint func(on bool)

	content prose.Block
	pad     float32 // above and below the content, pixels
	bar     *shape.Box
	marked  bool
}

// NewRow makes a row around a content, with pad pixels above and below it and
// [Reach] at its sides. Name is what screen readers say, act what the row does.
func NewRow(name string, content prose.Block, pad float32, act func()) *Row {
	r := &Row{content: content, pad: pad, bar: shape.NewBox(nil)}
	r.bar.CornerRadius = 1.5
	r.Init(r, name, act)
	r.changed = r.light
	return r
}

// SetMarked shows or hides the bar at the left of the current row.
func (r *Row) SetMarked(on bool) {
	if r.marked != on {
		r.marked = on
		r.Refresh()
	}
}

// MouseIn lights the row.
func (r *Row) MouseIn(e *desktop.MouseEvent) {
	r.Target.MouseIn(e)
	r.point(true)
}

// MouseOut puts the light out.
func (r *Row) MouseOut() {
	r.Target.MouseOut()
	r.point(false)
}

func (r *Row) point(on bool) {
	if f := r.OnPoint; f != nil {
		f(on)
	}
}

// HeightFor returns the height in pixels that the row needs at a width.
func (r *Row) HeightFor(width float32) float32 {
	return r.content.HeightFor(width-2*Reach) + 2*r.pad
}

// MinSize returns the height that the row needs at its present width, and no
// width.
func (r *Row) MinSize() fyne.Size { return fyne.NewSize(0, r.HeightFor(r.Size().Width)) }

// Nested returns the content.
func (r *Row) Nested() []fyne.CanvasObject { return []fyne.CanvasObject{r.content} }

// CreateRenderer draws ground, content, bar and ring.
func (r *Row) CreateRenderer() fyne.WidgetRenderer {
	return r.Render(r.paint, r.arrange, r.Ground, r.content, r.bar, r.Ring)
}

func (r *Row) arrange(size fyne.Size) {
	Place(r.bar, 0, 3, 3, size.Height-6)
	Place(r.content, Reach, r.pad, size.Width-2*Reach, size.Height-2*r.pad)
}

func (r *Row) paint() { r.bar.FillColor, r.bar.Hidden = look.Of(look.ColorLamp), !r.marked }

// Link is a block as large as its words or its sign that is a link as a whole, in
// a line of text.
type Link struct {
	Target
	content prose.Block
	width   float32 // that the content takes on one line, pixels
}

// NewLink makes a link around a content that is width pixels wide on one line.
// Name is what screen readers say, act what the link does.
func NewLink(name string, content prose.Block, width float32, act func()) *Link {
	l := &Link{content: content, width: width}
	l.Init(l, name, act)
	l.SetRole(fyne.AccessibleRoleLink)
	l.changed = l.light
	l.Ground.CornerRadius, l.Ring.CornerRadius = 4, 4
	// Ground and ring stand out a little, so that the content keeps its distance
	// from its neighbours.
	l.Inset = fyne.NewPos(-4, -1)
	return l
}

// NaturalWidth returns the width of the content on one line, in pixels.
func (l *Link) NaturalWidth() float32 { return l.width }

// HeightFor returns the height in pixels that the content needs at a width.
func (l *Link) HeightFor(width float32) float32 { return l.content.HeightFor(width) }

// MinSize returns the height that the content needs at its present width, and no
// width.
func (l *Link) MinSize() fyne.Size { return fyne.NewSize(0, l.HeightFor(l.Size().Width)) }

// Nested returns the content.
func (l *Link) Nested() []fyne.CanvasObject { return []fyne.CanvasObject{l.content} }

// CreateRenderer draws ground, content and ring.
func (l *Link) CreateRenderer() fyne.WidgetRenderer {
	return l.Render(func() {}, l.arrange, l.Ground, l.content, l.Ring)
}

func (l *Link) arrange(size fyne.Size) {
	l.Ground.Move(l.Ring.Position())
	l.Ground.Resize(l.Ring.Size())
	l.content.Resize(size)
}
