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

// toolbar holds the buttons at the top of the window and the tabs of the views: index,
// menu and file at the left, layers, reading settings, theme and panel at the right end
// of the page. Back and forward stand at the right end of the part over the index; in a
// window that is not wide beside the tools, and in a narrow one behind the menu.
type toolbar struct {
	widget.BaseWidget
	index, layers, menu, open, back, forward, text, theme, panel *control.Icon

	search *control.Icon // in the place of the field where there is no room for that
	tabs   *tabs
	player *player // nil where nothing reads aloud

	tray *control.Text // how much was collected; hidden while that is nothing

	zone   float32 // width of the part over the index, pixels; 0 where there is no index
	window float32 // width of the window, pixels
	column float32 // where the article's column begins, pixels from the left
}

const (
	pitch   = control.Size + 2 // from button to button, pixels
	barSide = 8                // between the first button and the window's edge, pixels
	barEnd  = 12               // between the last button and the end of the toolbar, pixels
	barGap  = 12               // between the tabs and what comes after them, pixels
)

// newToolbar makes a button for each of the commands that have one.
func newToolbar(t *command.Table, roles look.Roles) *toolbar {
	button := func(id command.ID) *control.Icon { return control.NewButton(t, id) }
	b := &toolbar{
		index: button(command.ToggleIndex), layers: button(command.ShowLayers), open: button(command.OpenFile),
		back: button(command.Back), forward: button(command.Forward),
		text: button(command.Settings), theme: button(command.NextTheme), panel: button(command.TogglePanel),
		menu: button(command.TheMenu), search: button(command.Search), tabs: newTabs(roles),
	}
	b.search.Hide()
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
func (t *toolbar) left() []*control.Icon {
	switch {
	case t.window >= besideFrom:
		return []*control.Icon{t.index, t.menu, t.open}
	case t.window >= drawerBelow:
		return []*control.Icon{t.index, t.menu}
	}
	return []*control.Icon{t.index, t.menu, t.back, t.forward}
}

// right returns the buttons at the right end of the page, from right to left.
func (t *toolbar) right() []*control.Icon {
	all := []*control.Icon{t.panel, t.theme, t.text, t.layers}
	if t.search.Visible() {
		return append([]*control.Icon{t.search}, all...)
	}
	return all
}

// MinSize has room for all buttons and the one tab side by side.
func (t *toolbar) MinSize() fyne.Size {
	return fyne.NewSize(t.least(t.search.Visible()), control.Size)
}

// least is the least width of the toolbar in its window, in pixels, with the button that
// stands for the field or without.
func (t *toolbar) least(search bool) float32 {
	n := len(t.left()) + 4
	if search {
		n++
	}
	if t.window >= drawerBelow {
		n += 2
	}
	width := barSide + float32(n)*pitch + t.extras(true) + barEnd
	if len(t.tabs.all) > 0 {
		width += t.tabs.one.MinSize().Width + barGap
	}
	return width
}

// extras is the width that what comes and goes takes beside the tools, in pixels; the
// least that it can do with, or all that it likes.
func (t *toolbar) extras(least bool) float32 {
	var width float32
	if !t.tray.Hidden {
		width = t.tray.MinSize().Width
	}
	return width + t.player.width(least)
}

// CreateRenderer lays out the buttons, which Tab visits from left to right.
func (t *toolbar) CreateRenderer() fyne.WidgetRenderer {
	all := []fyne.CanvasObject{t.index, t.menu, t.open, t.back, t.forward, t.tabs, t.tray}
	for _, b := range t.player.buttons() {
		all = append(all, b)
	}
	all = append(all, t.layers, t.text, t.theme, t.panel, t.search)
	return control.Render(t, func() {}, t.arrange, all...)
}

func (t *toolbar) arrange(size fyne.Size) {
	put := func(b *control.Icon, x float32) {
		control.Place(b, x, (size.Height-control.Size)/2, control.Size, control.Size)
	}
	left, right := t.left(), t.right()
	show(t.open, slices.Contains(left, t.open))
	for i, b := range left {
		put(b, barSide+float32(i)*pitch)
	}
	for i, b := range right {
		put(b, size.Width-barEnd-control.Size-float32(i)*pitch)
	}
	from := barSide + float32(len(left))*pitch // where the tabs may begin
	end := size.Width - barEnd - float32(len(right))*pitch
	gap := float32(tabGapSmall)
	switch {
	case t.window >= besideFrom:
		from = max(t.zone, from+2*pitch+6)
		put(t.forward, from-barSide-control.Size)
		put(t.back, from-barSide-control.Size-pitch)
		from, gap = max(t.column, from+barGap), tabGap
	case t.window >= drawerBelow:
		end -= 2*pitch + barSide
		put(t.back, end+2)
		put(t.forward, end+2+pitch)
		from += barSide
	default:
		from += onePad + barSide
		gap = 0
	}
	from = t.placeTabs(from, end, gap, size.Height)
	w := t.tray.MinSize().Width
	control.Place(t.tray, end-w, (size.Height-control.Size)/2, w, control.Size)
	if !t.tray.Hidden {
		end -= w
	}
	t.player.place(from, end, size.Height)
}

// placeTabs places the tabs between two pixels, with a gap between them or less, and
// returns where they end.
func (t *toolbar) placeTabs(from, end, gap, height float32) float32 {
	if len(t.tabs.all) == 0 {
		control.Place(t.tabs, from, 0, 0, height)
		return from
	}
	was := t.tabs.folded
	if t.tabs.fit(end-from-barGap-t.extras(true), gap); was != t.tabs.folded {
		t.tabs.Refresh() // the theme may have changed while what comes was out of the tree
	}
	if t.tabs.folded {
		from -= onePad // the word stands where the first tab would begin
	}
	control.Place(t.tabs, from, 0, t.tabs.width(), height)
	return from + t.tabs.width() + barGap
}

// show shows something or hides it.
func show(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}
