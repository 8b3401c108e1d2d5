package reading

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
)

// toolbar holds the buttons at the top of the window: index, menu and file at the
// left, back and forward at the right end of the part over the index, layers,
// reading settings, theme and panel at the right end of the page.
type toolbar struct {
	widget.BaseWidget
	index, layers, menu, open, back, forward, text, theme, panel *control.Icon

	player *player // nil where nothing reads aloud

	tray *control.Text // how much was collected; hidden while that is nothing

	zone float32 // width of the part over the index, pixels; 0 where there is no index
}

// newToolbar makes a button for each of the commands that have one.
func newToolbar(t *command.Table, roles look.Roles) *toolbar {
	button := func(id command.ID) *control.Icon { return control.NewButton(t, id) }
	b := &toolbar{
		index: button(command.ToggleIndex), layers: button(command.ShowLayers), open: button(command.OpenFile),
		back: button(command.Back), forward: button(command.Forward),
		text: button(command.Settings), theme: button(command.NextTheme), panel: button(command.TogglePanel),
		menu: button(command.TheMenu),
	}
	b.player = newPlayer(t, b)
	tray := t.Command(command.ShowTray)
	b.tray = control.NewText(control.Quiet, tray.Icon, "0", roles, func() { t.Run(tray.ID) })
	b.tray.SetName(tray.Label())
	b.tray.SetKey(tray.Key())
	b.tray.SetTip(b.tray.Named)
	b.tray.Hide()
	b.ExtendBaseWidget(b)
	return b
}

// setTray shows how much was collected.
func (t *toolbar) setTray(n int) {
	t.tray.SetWords(locale.Count(n))
	t.tray.Hidden = n == 0
	t.arrange(t.Size())
	t.tray.Refresh()
	canvas.Refresh(t)
}

// left returns the buttons at the left edge, from left to right.
func (t *toolbar) left() []*control.Icon { return []*control.Icon{t.index, t.menu, t.open} }

// right returns the buttons at the right end of the page, from right to left.
func (t *toolbar) right() []*control.Icon { return []*control.Icon{t.panel, t.theme, t.text, t.layers} }

// MinSize has room for all buttons side by side.
func (t *toolbar) MinSize() fyne.Size {
	n := len(t.left()) + 2 + len(t.right())
	return fyne.NewSize(8+float32(n)*(control.Size+2)+6+12, control.Size)
}

// CreateRenderer lays out the buttons, which Tab visits from left to right.
func (t *toolbar) CreateRenderer() fyne.WidgetRenderer {
	var all []fyne.CanvasObject
	for _, b := range t.left() {
		all = append(all, b)
	}
	all = append(all, t.back, t.forward, t.tray)
	for _, b := range t.player.buttons() {
		all = append(all, b)
	}
	for _, b := range slices.Backward(t.right()) {
		all = append(all, b)
	}
	return control.Render(t, func() {}, t.arrange, all...)
}

func (t *toolbar) arrange(size fyne.Size) {
	const pitch = control.Size + 2
	put := func(b *control.Icon, x float32) {
		control.Place(b, x, (size.Height-control.Size)/2, control.Size, control.Size)
	}
	for i, b := range t.left() {
		put(b, 8+float32(i)*pitch)
	}
	end := max(t.zone, 8+float32(len(t.left())+2)*pitch+6)
	put(t.forward, end-8-control.Size)
	put(t.back, end-8-control.Size-pitch)
	w := t.tray.MinSize().Width
	x := size.Width - 12 - float32(len(t.right()))*pitch
	control.Place(t.tray, x-w, (size.Height-control.Size)/2, w, control.Size)
	if !t.tray.Hidden {
		x -= w
	}
	t.player.place(end, x, size.Height)
	for i, b := range t.right() {
		put(b, size.Width-12-control.Size-float32(i)*pitch)
	}
}
