package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/command"
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

// newToolbar makes the buttons of the table's commands, and the one that calls
// menu.
func newToolbar(t *command.Table, menu func()) *toolbar {
	button := func(id command.ID) *control.Icon { return newButton(t, id) }
	b := &toolbar{
		index: button(command.ToggleIndex), layers: button(command.ShowLayers), open: button(command.OpenFile),
		back: button(command.Back), forward: button(command.Forward),
		text: button(command.Settings), theme: button(command.NextTheme), panel: button(command.TogglePanel),
		menu: control.NewIcon("list", locale.X("toolbar.menu", "Menu"), menu),
	}
	b.ExtendBaseWidget(b)
	return b
}

// newButton makes a button of a command, enabled while the command can be given.
func newButton(t *command.Table, id command.ID) *control.Icon {
	c := t.Command(id)
	b := control.NewIcon(c.Icon, c.Label(), func() { t.Run(id) })
	t.Bind(id, b)
	return b
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
