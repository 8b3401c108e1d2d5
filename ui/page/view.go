package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

var _ fyne.Scrollable = (*view)(nil)

// view is the window onto the sheet. Fyne's own scroll container cannot be had
// without its bar. What implements fyne.Scrollable is clipped.
type view struct {
	widget.BaseWidget
	Offset fyne.Position // of the view on the sheet, pixels

	// OnScrolled is called when the wheel has moved the view.
	OnScrolled func()

	sheet *sheet
	rest  float32 // what the wheel turned, less than a pixel
}

func newView(s *sheet) *view {
	v := &view{sheet: s}
	v.ExtendBaseWidget(v)
	return v
}

// Scrolled follows the wheel, in whole pixels.
func (v *view) Scrolled(e *fyne.ScrollEvent) {
	v.rest -= e.Scrolled.DY
	whole := float32(int(v.rest))
	v.rest -= whole
	from := v.Offset
	v.ScrollToOffset(fyne.NewPos(0, v.sheet.p.limit(v.Offset.Y+whole)))
	if f := v.OnScrolled; f != nil && v.Offset != from {
		f()
	}
}

// ScrollToOffset moves the view.
func (v *view) ScrollToOffset(to fyne.Position) {
	if v.Offset != to {
		v.Offset = to
		v.sheet.p.card.dismiss() // what it is about has moved
		v.sheet.p.tip.hide()
		v.place()
	}
}

func (v *view) place() {
	v.sheet.Move(fyne.NewPos(0, -v.Offset.Y))
	canvas.Refresh(v.sheet.repaint)
}

// CreateRenderer shows the sheet.
func (v *view) CreateRenderer() fyne.WidgetRenderer { return viewRenderer{v} }

type viewRenderer struct{ v *view }

func (r viewRenderer) Destroy()                     {}
func (r viewRenderer) MinSize() fyne.Size           { return fyne.NewSize(1, 1) }
func (r viewRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.v.sheet} }

func (r viewRenderer) Layout(size fyne.Size) {
	height := r.v.sheet.MinSize().Height
	r.v.sheet.Resize(fyne.NewSize(size.Width, max(size.Height, height)))
	r.v.place()
}

func (r viewRenderer) Refresh() {
	r.Layout(r.v.Size())
	r.v.sheet.Refresh()
}
