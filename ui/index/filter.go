package index

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/locale"
	"sidelight/ui/look"
)

// filterHeight is the height of the line below the list, pixels.
const filterHeight = 36

// filterLine shows what the list is filtered by. It takes no keys itself: what
// is typed while the rail has the focus comes here.
type filterLine struct {
	widget.BaseWidget
	rail    *Rail
	hovered bool

	ground, rule, caret *canvas.Rectangle
	selected            *canvas.Rectangle // behind the words while all are selected
	icon, clear         *canvas.Image
	text                *canvas.Text
}

var (
	_ fyne.Tappable      = (*filterLine)(nil)
	_ fyne.Accessible    = (*filterLine)(nil)
	_ desktop.Hoverable  = (*filterLine)(nil)
	_ desktop.Cursorable = (*filterLine)(nil)
)

func newFilterLine(r *Rail) *filterLine {
	f := &filterLine{
		rail: r, text: canvas.NewText("", nil),
		ground: canvas.NewRectangle(nil), rule: canvas.NewRectangle(nil), caret: canvas.NewRectangle(nil),
		selected: canvas.NewRectangle(nil),
		icon:     &canvas.Image{FillMode: canvas.ImageFillContain},
		clear:    &canvas.Image{FillMode: canvas.ImageFillContain},
	}
	f.ExtendBaseWidget(f)
	return f
}

// Tapped gives the keyboard to the rail; a tap on the cross clears the filter.
func (f *filterLine) Tapped(e *fyne.PointEvent) {
	if f.rail.model.filter != "" && e != nil && e.Position.X >= f.Size().Width-filterHeight {
		f.rail.SetFilter("")
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(f.rail); c != nil {
		c.Focus(f.rail)
	}
}

// MouseIn lights the line.
func (f *filterLine) MouseIn(*desktop.MouseEvent) { f.hovered = true; f.Refresh() }

// MouseMoved does nothing more.
func (f *filterLine) MouseMoved(*desktop.MouseEvent) {}

// MouseOut puts it out.
func (f *filterLine) MouseOut() { f.hovered = false; f.Refresh() }

// Cursor is that of a field.
func (f *filterLine) Cursor() desktop.Cursor { return desktop.TextCursor }

// AccessibilityLabel is the filter, or what the line is for.
func (f *filterLine) AccessibilityLabel() string {
	if f.rail.model.filter != "" {
		return f.rail.model.filter
	}
	return filterName()
}

// AccessibilityRole is text, which is typed.
func (f *filterLine) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

func filterName() string { return locale.X("index.filter", "Filter names") }

// CreateRenderer draws the line.
func (f *filterLine) CreateRenderer() fyne.WidgetRenderer {
	r := filterRenderer{f}
	r.Refresh()
	return r
}

type filterRenderer struct{ f *filterLine }

func (r filterRenderer) Destroy()           {}
func (r filterRenderer) MinSize() fyne.Size { return fyne.NewSize(0, filterHeight) }

func (r filterRenderer) Objects() []fyne.CanvasObject {
	f := r.f
	return []fyne.CanvasObject{f.ground, f.rule, f.icon, f.selected, f.text, f.caret, f.clear}
}

func (r filterRenderer) Layout(size fyne.Size) {
	const textX, iconSize = 36, 14
	f := r.f
	f.ground.Resize(size)
	f.rule.Resize(fyne.NewSize(size.Width, 1))
	f.icon.Move(fyne.NewPos(captionX, (size.Height-iconSize)/2))
	f.icon.Resize(fyne.NewSquareSize(iconSize))
	f.clear.Move(fyne.NewPos(size.Width-countX-iconSize, (size.Height-iconSize)/2))
	f.clear.Resize(fyne.NewSquareSize(iconSize))
	role := f.rail.roles.UI
	f.text.Text, f.text.Color = filterName(), look.Of(look.ColorTextFaint)
	at := float32(textX)
	if typed := f.rail.model.filter; typed != "" {
		f.text.Text, f.text.Color = cutLeft(role, typed, size.Width-textX-filterHeight), look.Of(look.ColorText)
		at += role.Face.Width(f.text.Text, role.Size) + 1
	}
	setText(f.text, role, textX, size.Height)
	f.selected.Move(fyne.NewPos(textX-1, (size.Height-20)/2))
	f.selected.Resize(fyne.NewSize(at-textX+1, 20))
	f.caret.Move(fyne.NewPos(at, (size.Height-18)/2))
	f.caret.Resize(fyne.NewSize(2, 18))
}

func (r filterRenderer) Refresh() {
	f := r.f
	f.ground.FillColor, f.rule.FillColor = look.Of(look.ColorSurface), look.Of(look.ColorRule)
	if f.hovered {
		f.ground.FillColor = look.Of(look.ColorHoverFill)
	}
	f.caret.FillColor, f.caret.Hidden = look.Of(look.ColorLamp), !f.rail.focused
	f.selected.FillColor, f.selected.Hidden = look.Of(look.ColorSelected), !f.rail.allSelected || !f.rail.focused
	f.icon.Resource = look.Icon("magnifying-glass", look.ColorTextMuted)
	f.clear.Resource, f.clear.Hidden = look.Icon("x", look.ColorTextMuted), f.rail.model.filter == ""
	r.Layout(f.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
