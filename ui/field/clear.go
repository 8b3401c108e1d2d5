package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
)

const crossSize = 14 // pixels

// clearButton is a cross that empties the field by a click.
type clearButton struct {
	control.Tap
	cross *canvas.Raster
}

func newClearButton(act func()) *clearButton {
	b := &clearButton{cross: look.NewSign()}
	b.Init(b, locale.X("finder.clear-search", "Clear search"), act)
	return b
}

// MinSize returns a square as high as the field.
func (b *clearButton) MinSize() fyne.Size { return fyne.NewSquareSize(Height) }

// CreateRenderer draws the cross.
func (b *clearButton) CreateRenderer() fyne.WidgetRenderer {
	return b.Render(b.paint, b.arrange, b.cross)
}

func (b *clearButton) arrange(size fyne.Size) {
	control.Place(b.cross, (size.Width-crossSize)/2, (size.Height-crossSize)/2, crossSize, crossSize)
}

func (b *clearButton) paint() {
	colour := look.ColorTextMuted
	if b.Hovered() {
		colour = look.ColorText
	}
	look.ShowIcon(b.cross, "x", colour)
}
