package finder

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/locale"
	"sidelight/ui/look"
)

var (
	_ fyne.Tappable      = (*clearButton)(nil)
	_ desktop.Hoverable  = (*clearButton)(nil)
	_ desktop.Cursorable = (*clearButton)(nil)
	_ fyne.Accessible    = (*clearButton)(nil)
)

// clearButton empties the field by a click.
type clearButton struct {
	widget.BaseWidget
	onTapped func()
	hovered  bool
}

func newClearButton(onTapped func()) *clearButton {
	b := &clearButton{onTapped: onTapped}
	b.ExtendBaseWidget(b)
	return b
}

// AccessibilityLabel says what the button does.
func (b *clearButton) AccessibilityLabel() string {
	return locale.X("finder.clear-search", "Clear search")
}

// AccessibilityRole says that it is a button.
func (b *clearButton) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// Cursor is the pointing hand.
func (b *clearButton) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn lights the cross.
func (b *clearButton) MouseIn(*desktop.MouseEvent) { b.setHovered(true) }

// MouseMoved is part of desktop.Hoverable.
func (b *clearButton) MouseMoved(*desktop.MouseEvent) {}

// MouseOut puts the light out.
func (b *clearButton) MouseOut() { b.setHovered(false) }

// Tapped empties the field.
func (b *clearButton) Tapped(*fyne.PointEvent) { b.onTapped() }

func (b *clearButton) setHovered(on bool) {
	b.hovered = on
	b.Refresh()
}

// CreateRenderer draws the cross.
func (b *clearButton) CreateRenderer() fyne.WidgetRenderer {
	img := &canvas.Image{FillMode: canvas.ImageFillContain}
	d := &clearRenderer{b: b, img: img}
	d.Refresh()
	return d
}

type clearRenderer struct {
	b   *clearButton
	img *canvas.Image
}

func (r *clearRenderer) Destroy()                     {}
func (r *clearRenderer) MinSize() fyne.Size           { return fyne.NewSquareSize(fieldHeight) }
func (r *clearRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.img} }

func (r *clearRenderer) Layout(size fyne.Size) {
	r.img.Resize(fyne.NewSquareSize(14))
	r.img.Move(fyne.NewPos((size.Width-14)/2, (size.Height-14)/2))
}

func (r *clearRenderer) Refresh() {
	colour := look.ColorTextMuted
	if r.b.hovered {
		colour = look.ColorText
	}
	r.img.Resource = look.Icon("x", colour)
	r.img.Refresh()
	canvas.Refresh(r.b)
}
