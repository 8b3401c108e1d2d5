package control

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/shape"
)

var _ desktop.Hoverable = (*restingBar)(nil)

// restingBar is the scroll bar of a [Roller] until the pointer comes to it: it looks like
// the toolkit's, which is a round rectangle and as such the only thing in the window that
// would have a program compiled before the first frame.
type restingBar struct {
	widget.BaseWidget
	roller *Roller
	bar    *shape.Box
	own    desktop.Hoverable // the toolkit's
	wanted bool              // the pointer was there: from now on the toolkit's own bar is shown
}

func newRestingBar(r *Roller, own fyne.CanvasObject) *restingBar {
	b := &restingBar{roller: r, bar: shape.NewBox(nil)}
	b.own, _ = own.(desktop.Hoverable)
	b.wanted = runtime.GOOS == "darwin" // where the system says when bars show
	b.ExtendBaseWidget(b)
	return b
}

// follow lays the bar out where the roller is, as the toolkit does.
func (b *restingBar) follow() {
	r := b.roller
	view, all := r.Size().Height, r.Content.Size().Height
	b.Hidden = all <= view || view <= 0
	if b.Hidden || b.wanted {
		return
	}
	thick, least := theme.Size(theme.SizeNameScrollBarSmall), theme.Size(theme.SizeNameScrollBar)
	length := max(float32(int(view))*(view/all), least)
	Place(b, r.Size().Width-2*thick, 0, 2*thick, view)
	Place(b.bar, thick, (view-length)*(r.Offset.Y/(all-view)), thick, length)
	b.paint()
}

func (b *restingBar) paint() {
	b.bar.FillColor = theme.Color(theme.ColorNameScrollBar)
	b.bar.CornerRadius = theme.Size(theme.SizeNameScrollBarRadius)
}

// MinSize returns no size: the roller lays the bar out.
func (b *restingBar) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer draws the bar.
func (b *restingBar) CreateRenderer() fyne.WidgetRenderer {
	return Render(b, b.paint, func(fyne.Size) {}, b.bar)
}

// MouseIn gives way to the toolkit's bar, which can be taken.
func (b *restingBar) MouseIn(e *desktop.MouseEvent) {
	b.wanted = true
	if b.own != nil {
		b.own.MouseIn(e)
	}
	b.roller.Refresh()
}

// MouseMoved does nothing.
func (b *restingBar) MouseMoved(*desktop.MouseEvent) {}

// MouseOut tells the toolkit's bar, over which the pointer was.
func (b *restingBar) MouseOut() {
	if b.own != nil {
		b.own.MouseOut()
	}
}
