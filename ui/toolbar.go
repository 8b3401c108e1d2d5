package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/control"
)

// toolbar holds the buttons at the top: menu, back and forward at the left, the
// theme and the panel at the right end of the page.
type toolbar struct {
	widget.BaseWidget
	menu, back, forward, theme, panel *control.Icon
}

func newToolbar(menu, back, forward, theme, panel func()) *toolbar {
	t := &toolbar{
		menu:    control.NewIcon("list", lang.X("toolbar.menu", "Menu"), menu),
		back:    control.NewIcon("arrow-left", lang.X("command.back", "Back to where you were"), back),
		forward: control.NewIcon("arrow-right", lang.X("command.forward", "Forward again"), forward),
		theme:   control.NewIcon("circle-half", lang.X("command.next-theme", "Next theme"), theme),
		panel:   control.NewIcon("sidebar-right", lang.X("command.toggle-panel", "Show or hide the side panel"), panel),
	}
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer lays out the buttons.
func (t *toolbar) CreateRenderer() fyne.WidgetRenderer { return toolbarRenderer{t} }

type toolbarRenderer struct{ t *toolbar }

func (r toolbarRenderer) Destroy()           {}
func (r toolbarRenderer) MinSize() fyne.Size { return fyne.NewSize(120, 32) }

func (r toolbarRenderer) Layout(size fyne.Size) {
	y := (size.Height - control.Size) / 2
	for i, b := range []*control.Icon{r.t.menu, r.t.back, r.t.forward} {
		b.Move(fyne.NewPos(8+float32(i)*(control.Size+2), y))
	}
	for i, b := range []*control.Icon{r.t.panel, r.t.theme} {
		b.Move(fyne.NewPos(size.Width-12-control.Size-float32(i)*(control.Size+2), y))
	}
	for _, o := range r.Objects() {
		o.Resize(fyne.NewSquareSize(control.Size))
	}
}

func (r toolbarRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.t.menu, r.t.back, r.t.forward, r.t.theme, r.t.panel}
}

func (r toolbarRenderer) Refresh() {
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
