package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/control"
	"sidelight/ui/locale"
)

// toolbar holds the buttons at the top: index and menu at the left, back and
// forward at the right end of the part over the index, the theme and the panel
// at the right end of the page.
type toolbar struct {
	widget.BaseWidget
	index, layers, menu, open, back, forward, text, theme, panel *control.Icon

	zone float32 // width of the part over the index, pixels; 0 where there is none
}

func newToolbar(index, layers, menu, open, back, forward, text, theme, panel func()) *toolbar {
	t := &toolbar{
		index:   control.NewIcon("sidebar-simple", locale.X("command.toggle-index", "Show or hide the index"), index),
		layers:  control.NewIcon("stack", locale.X("command.show-layers", "Layers"), layers),
		menu:    control.NewIcon("list", locale.X("toolbar.menu", "Menu"), menu),
		open:    control.NewIcon("folder-open", locale.X("command.open-file", "Open a file"), open),
		back:    control.NewIcon("arrow-left", locale.X("command.back", "Back to where you were"), back),
		forward: control.NewIcon("arrow-right", locale.X("command.forward", "Forward again"), forward),
		text:    control.NewIcon("text-aa", locale.X("command.settings", "Reading settings"), text),
		theme:   control.NewIcon("circle-half", locale.X("command.next-theme", "Next theme"), theme),
		panel:   control.NewIcon("sidebar-right", locale.X("command.toggle-panel", "Show or hide the side panel"), panel),
	}
	t.ExtendBaseWidget(t)
	return t
}

// left are the buttons from the left edge on.
func (t *toolbar) left() []*control.Icon { return []*control.Icon{t.index, t.menu, t.open} }

// right are the buttons from the right end of the page back.
func (t *toolbar) right() []*control.Icon { return []*control.Icon{t.panel, t.theme, t.text, t.layers} }

// CreateRenderer lays out the buttons.
func (t *toolbar) CreateRenderer() fyne.WidgetRenderer { return toolbarRenderer{t} }

type toolbarRenderer struct{ t *toolbar }

func (r toolbarRenderer) Destroy()              {}
func (r toolbarRenderer) Layout(size fyne.Size) { r.t.arrange(size) }

// MinSize has room for all buttons side by side.
func (r toolbarRenderer) MinSize() fyne.Size {
	n := len(r.t.left()) + 2 + len(r.t.right())
	return fyne.NewSize(8+float32(n)*(control.Size+2)+6+12, control.Size)
}

func (t *toolbar) arrange(size fyne.Size) {
	const pitch = control.Size + 2
	y := (size.Height - control.Size) / 2
	put := func(b *control.Icon, x float32) {
		b.Move(fyne.NewPos(x, y))
		b.Resize(fyne.NewSquareSize(control.Size))
	}
	for i, b := range t.left() {
		put(b, 8+float32(i)*pitch)
	}
	end := max(t.zone, 8+float32(len(t.left())+2)*pitch+6)
	put(t.forward, end-8-control.Size)
	put(t.back, end-8-control.Size-pitch)
	for i, b := range t.right() {
		put(b, size.Width-12-control.Size-float32(i)*pitch)
	}
}

func (r toolbarRenderer) Objects() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, b := range r.t.left() {
		out = append(out, b)
	}
	out = append(out, r.t.back, r.t.forward)
	for i := len(r.t.right()) - 1; i >= 0; i-- {
		out = append(out, r.t.right()[i])
	}
	return out
}

func (r toolbarRenderer) Refresh() {
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
