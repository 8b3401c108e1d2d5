package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

var _ fyne.Scrollable = (*pane)(nil)

// pane is the window onto the sheet. Fyne's own scroll container cannot be had
// without its bar. What implements fyne.Scrollable is clipped.
type pane struct {
	widget.BaseWidget
	y     float32 // pixels of the sheet above the view
	sheet fyne.CanvasObject
	wheel func(*fyne.ScrollEvent)
}

func newPane(sheet fyne.CanvasObject, wheel func(*fyne.ScrollEvent)) *pane {
	p := &pane{sheet: sheet, wheel: wheel}
	p.ExtendBaseWidget(p)
	return p
}

// Scrolled follows the wheel.
func (p *pane) Scrolled(e *fyne.ScrollEvent) { p.wheel(e) }

// place stands the sheet behind the view.
func (p *pane) place() { p.sheet.Move(fyne.NewPos(0, -p.y)) }

// CreateRenderer shows the sheet.
func (p *pane) CreateRenderer() fyne.WidgetRenderer { return paneRenderer{p} }

type paneRenderer struct{ p *pane }

func (r paneRenderer) Destroy()                     {}
func (r paneRenderer) MinSize() fyne.Size           { return fyne.NewSize(1, 1) }
func (r paneRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.p.sheet} }

func (r paneRenderer) Layout(size fyne.Size) {
	height := r.p.sheet.MinSize().Height
	r.p.sheet.Resize(fyne.NewSize(size.Width, max(size.Height, height)))
	r.p.place()
}

func (r paneRenderer) Refresh() {
	r.Layout(r.p.Size())
	r.p.sheet.Refresh()
}
