package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/control"
)

var (
	_ fyne.Scrollable = (*pane)(nil)
	_ fyne.Scrollable = (*window)(nil)
)

// pane is the view onto the sheet. Fyne's own scroll container cannot be had
// without its bar.
type pane struct {
	widget.BaseWidget
	y      float32 // pixels of the sheet above the view
	head   float32 // pixels at the top of the view in which nothing of the sheet is drawn
	sheet  fyne.CanvasObject
	window *window
	wheel  func(*fyne.ScrollEvent)
}

func newPane(sheet fyne.CanvasObject, wheel func(*fyne.ScrollEvent)) *pane {
	p := &pane{sheet: sheet, wheel: wheel}
	p.window = &window{pane: p}
	p.window.ExtendBaseWidget(p.window)
	p.ExtendBaseWidget(p)
	return p
}

// Scrolled follows the wheel.
func (p *pane) Scrolled(e *fyne.ScrollEvent) { p.wheel(e) }

// place stands the sheet behind the view.
func (p *pane) place() { p.sheet.Move(fyne.NewPos(0, -p.y-p.head)) }

// keep leaves the top of the view free, which has the colour of the page then. Words that
// something lies over would be drawn for nobody.
func (p *pane) keep(head float32) {
	if p.head != head {
		p.head = head
		p.arrange()
	}
}

func (p *pane) arrange() {
	size := p.Size()
	control.Place(p.window, 0, p.head, size.Width, max(size.Height-p.head, 0))
	p.place()
}

// CreateRenderer shows the window.
func (p *pane) CreateRenderer() fyne.WidgetRenderer { return paneRenderer{p} }

type paneRenderer struct{ p *pane }

func (r paneRenderer) Destroy()                     {}
func (r paneRenderer) MinSize() fyne.Size           { return fyne.NewSize(1, 1) }
func (r paneRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.p.window} }

func (r paneRenderer) Layout(size fyne.Size) {
	height := r.p.sheet.MinSize().Height
	r.p.sheet.Resize(fyne.NewSize(size.Width, max(size.Height, height)))
	r.p.arrange()
}

func (r paneRenderer) Refresh() {
	r.Layout(r.p.Size())
	r.p.sheet.Refresh()
}

// window is the part of the view in which the sheet is drawn: what implements
// fyne.Scrollable is clipped.
type window struct {
	widget.BaseWidget
	pane *pane
}

// Scrolled follows the wheel.
func (w *window) Scrolled(e *fyne.ScrollEvent) { w.pane.wheel(e) }

// MinSize is nothing: the window is as large as the pane lets it be.
func (w *window) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer shows the sheet.
func (w *window) CreateRenderer() fyne.WidgetRenderer {
	return control.Render(w, func() {}, func(fyne.Size) {}, w.pane.sheet)
}
