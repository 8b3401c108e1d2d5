package reading

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/control"
	"sidelight/ui/look"
	"sidelight/ui/page"
	"sidelight/ui/prefs"
	"sidelight/ui/shape"
	"sidelight/ui/view"
)

// The widths of the window, in pixels, below which the panel lies over the page, and
// from which the index stands beside it.
const (
	drawerBelow = 900
	besideFrom  = 1100
)

// panelWidth is the design's width of the side panel in a window.
func panelWidth(window float32) float32 {
	switch {
	case window < besideFrom:
		return 360
	case window < 1600:
		return 376
	}
	return 420
}

// frame lays out the parts of the window: the toolbar with the search field
// above, the page, and at its right the side panel or the results of a search.
// In a window narrower than 900 px the panel covers the page, with a scrim
// behind it.
type frame struct {
	widget.BaseWidget

	tools  *toolbar
	field  fyne.CanvasObject
	page   *page.Page
	middle fyne.CanvasObject // the page, or another view in its place
	side   fyne.CanvasObject // nil while the panel is closed
	left   indexSide
	bar    fyne.CanvasObject // over the page, nil while nothing is looked for
	still  bool              // nothing moves
	narrow bool              // what lies at the right lies over the page

	// onNarrow hears when what lies at the right begins to lie over the page, or
	// to stand beside it.
	onNarrow func(narrow bool)
	scrim    *scrim
	roles    look.Roles
	setting  look.Setting // how the reader wants the text set
	ground   *control.Ground
	rule     *shape.Box
	edge     *edge       // between page and side
	sides    prefs.Sides // how wide the reader wants index and side

	// onSides hears when the reader has given index or side another width.
	onSides func()

	// onArranged hears when the parts have their places in a window.
	onArranged func(window fyne.Size)

	column column // where the text stands on the page
}

func newFrame(tools *toolbar, field fyne.CanvasObject, p *page.Page, roles look.Roles) *frame {
	f := &frame{
		tools: tools, field: field, page: p, middle: p, roles: roles, scrim: newScrim(),
		ground: control.NewGround(look.ColorSurface),
		rule:   shape.NewBox(look.Of(look.ColorRule)),
	}
	f.makeEdges()
	f.ExtendBaseWidget(f)
	return f
}

// setMiddle shows a view in the middle of the window.
func (f *frame) setMiddle(o fyne.CanvasObject) {
	if f.middle != o {
		f.middle = o
		f.arrange(f.Size())
		o.Refresh() // the theme may have changed while it was out of the tree
		canvas.Refresh(f)
	}
}

// setSide shows an object at the right, or nothing.
func (f *frame) setSide(o fyne.CanvasObject) {
	if f.side == o {
		return
	}
	came := f.side == nil && o != nil
	f.side = o
	f.place()
	if o != nil {
		o.Refresh() // the theme may have changed while it was out of the tree
	}
	canvas.Refresh(f)
	if came {
		f.slideIn(o)
	}
}

// The way and the time of a panel that comes in.
const (
	slideWay  = 24 // pixels
	slideTime = 200 * time.Millisecond
)

// moves reports whether things may move.
func (f *frame) moves() bool { return !f.still && fyne.CurrentApp().Settings().ShowAnimations() }

// slideIn moves what has come to the right from a little way off.
func (f *frame) slideIn(o fyne.CanvasObject) {
	if f.Size().Width <= 0 || !f.moves() {
		return
	}
	a := fyne.NewAnimation(slideTime, func(share float32) {
		if f.side == o {
			x := f.Size().Width - o.Size().Width + float32(int(slideWay*(1-share)))
			o.Move(fyne.NewPos(x, control.BarHeight))
			f.edge.put(x, o.Size().Height, !f.drawer())
		}
	})
	a.Curve = fyne.AnimationEaseOut
	a.Start()
}

// CreateRenderer lays out the parts.
func (f *frame) CreateRenderer() fyne.WidgetRenderer { return frameRenderer{f} }

type frameRenderer struct{ f *frame }

func (r frameRenderer) Destroy()              {}
func (r frameRenderer) Layout(size fyne.Size) { r.f.arrange(size) }
func (r frameRenderer) MinSize() fyne.Size    { return fyne.NewSize(prefs.MinWidth, prefs.MinHeight) }

func (r frameRenderer) Objects() []fyne.CanvasObject {
	// The keyboard's focus goes from one to the next in this order.
	f := r.f
	out := []fyne.CanvasObject{f.middle}
	if f.bar != nil {
		out = append(out, f.bar)
	}
	if f.side != nil && f.drawer() || f.indexOver() {
		out = append(out, f.scrim)
	}
	if f.side != nil {
		out = append(out, f.side, f.edge)
	}
	out = append(out, f.left.objects()...)
	return append(out, f.ground, f.rule, f.tools, f.field)
}

func (r frameRenderer) Refresh() {
	r.f.rule.FillColor = look.Of(look.ColorRule)
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

// covered is how much of the page's right side lies under a drawer, in pixels.
func (f *frame) covered() float32 {
	if f.side == nil || !f.drawer() {
		return 0
	}
	return f.panel(f.Size().Width)
}

// shift is how far the page moves to the left, so that a drawer does not cover the
// mark whose card it shows, in pixels.
func (f *frame) shift() float32 {
	const room = 16 // between the mark and the drawer
	covered, end := f.covered(), f.page.SelectedEnd()
	if covered == 0 || end == 0 || f.middle != fyne.CanvasObject(f.page) {
		return 0
	}
	return min(max(end+room-(f.Size().Width-covered), 0), covered)
}

// Beside returns the width of what stands at the right of the article or lies over
// its right side, pixels; 0 for nothing.
func (r *Reader) Beside() float32 {
	if side := r.frame.side; side != nil {
		return side.Size().Width
	}
	return 0
}

// drawer reports whether the panel lies over the page.
func (f *frame) drawer() bool { return f.Size().Width < drawerBelow }

func (f *frame) arrange(size fyne.Size) {
	if size.Width <= 0 || size.Height <= 0 {
		return
	}
	if now := f.drawer(); now != f.narrow {
		f.narrow = now
		if f.onNarrow != nil {
			f.onNarrow(now)
		}
	}
	panel := f.panel(size.Width)
	below := size.Height - control.BarHeight
	left := size.Width - panel
	if f.drawer() {
		left = size.Width
	}

	f.ground.Resize(fyne.NewSize(size.Width, control.BarHeight))
	f.rule.Move(fyne.NewPos(0, control.BarHeight-1))
	f.rule.Resize(fyne.NewSize(size.Width, 1))

	// The lines and the tabs are those of a page beside an open panel, whether it is
	// open or not.
	start := f.arrangeIndex(size.Width, below)
	room := f.room(size.Width)
	format := page.FormatFor(f.roles, f.setting, size.Width, left-room)
	format = format.At(format.Left + room - start) // the column stays where it is
	f.arrangeTools(size.Width, start+format.Left)
	f.stand(format, start, size)
	width := size.Width - start
	if f.side != nil && !f.drawer() {
		width = left - start
	}
	shift := f.shift()
	// The article keeps its lines while another view stands in its place: commands
	// lead back into it.
	for _, o := range []fyne.CanvasObject{f.page, f.middle} {
		if v, ok := o.(view.Coverable); ok {
			v.SetCovered(f.covered() - shift)
		}
		o.Move(fyne.NewPos(start-shift, control.BarHeight))
		o.Resize(fyne.NewSize(width, below))
	}
	f.arrangeBar()
	f.scrim.Move(fyne.NewPos(0, control.BarHeight))
	f.scrim.Resize(fyne.NewSize(size.Width, below))
	if f.side != nil {
		f.side.Move(fyne.NewPos(size.Width-panel, control.BarHeight))
		f.side.Resize(fyne.NewSize(panel, below))
		f.edge.put(size.Width-panel, below, !f.drawer())
	}
	if f.onArranged != nil {
		f.onArranged(size)
	}
}

// The width of the field over a narrow window, and that of the window below which the
// field gives way to a button, pixels.
const (
	fieldNarrow = 212
	fieldFrom   = 720
)

// arrangeTools places toolbar and field over a window of a width in which the article's
// column begins at a pixel.
func (f *frame) arrangeTools(window, column float32) {
	const before, after = 17, 16 // px at the sides of the field
	t := f.tools
	t.window, t.column = window, column
	width := window - f.panel(window)
	if f.drawer() {
		width = window - fieldNarrow - before - after
	}
	short := f.drawer() && (window < fieldFrom || width < t.least(false))
	if short {
		width = window
	}
	show(t.search, short)
	show(f.field, !short)
	least := t.MinSize().Width
	width = max(width, least)
	t.Move(fyne.NewPos(0, 0))
	t.Resize(fyne.NewSize(width, control.BarHeight-1))
	t.arrange(t.Size())
	f.field.Move(fyne.NewPos(width+before, 8))
	f.field.Resize(fyne.NewSize(max(window-width-before-after, 0), 32))
}

// inMiddle reports whether what has the keyboard stands in the middle of the window, and
// not beside it or over it in a drawer.
func (f *frame) inMiddle(focused fyne.Focusable) bool {
	o, ok := focused.(fyne.CanvasObject)
	if !ok {
		return false
	}
	d := fyne.CurrentApp().Driver()
	holds := func(box fyne.CanvasObject) bool {
		at, in, size := d.AbsolutePositionForObject(o), d.AbsolutePositionForObject(box), box.Size()
		return at.X >= in.X && at.Y >= in.Y && at.X < in.X+size.Width && at.Y < in.Y+size.Height
	}
	over := f.side != nil && holds(f.side) || f.indexOver() && holds(f.left.rail)
	return o == f.middle || !over && holds(f.middle)
}

// scrim darkens the page under a drawer; a click on it closes the drawer.
type scrim struct {
	widget.BaseWidget
	shade    *shape.Box
	OnTapped func()
}

func newScrim() *scrim {
	s := &scrim{shade: shape.NewBox(nil)}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer shows the shade.
func (s *scrim) CreateRenderer() fyne.WidgetRenderer {
	r := scrimRenderer{s}
	r.Refresh()
	return r
}

type scrimRenderer struct{ s *scrim }

func (r scrimRenderer) Destroy()                     {}
func (r scrimRenderer) Layout(size fyne.Size)        { r.s.shade.Resize(size) }
func (r scrimRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r scrimRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.s.shade} }

func (r scrimRenderer) Refresh() {
	r.s.shade.FillColor = color.NRGBA{A: 0x40} // darker in every theme
	r.s.shade.Refresh()
}

// Tapped reports the click.
func (s *scrim) Tapped(*fyne.PointEvent) {
	if f := s.OnTapped; f != nil {
		f()
	}
}
