package prose

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/look"
	"sidelight/ui/shape"
)

// Drawing is a block of a fixed height made of a few shapes.
type Drawing struct {
	widget.BaseWidget
	height  float32
	objects []fyne.CanvasObject
	arrange func(fyne.Size)
	paint   func()
}

var _ Block = (*Drawing)(nil)

// NewDrawing makes a block of the objects that is height pixels high. Arrange lays
// out the objects in the size of the block and is called whenever that changes.
// Paint gives the objects the colours of the theme and is called whenever those may
// have changed.
func NewDrawing(height float32, arrange func(fyne.Size), paint func(), objects ...fyne.CanvasObject) *Drawing {
	d := &Drawing{height: height, objects: objects, arrange: arrange, paint: paint}
	d.ExtendBaseWidget(d)
	return d
}

// NewRule makes a horizontal line in a colour, thickness pixels high.
func NewRule(colour fyne.ThemeColorName, thickness float32) *Drawing {
	r := shape.NewBox(nil)
	return NewDrawing(thickness, r.Resize, func() { r.FillColor = look.Of(colour) }, r)
}

// NewIcon makes a block of an icon of look.Icon in a colour, for a line that is
// height pixels high. The icon is size pixels square and stands at the left of the
// block, half way up.
func NewIcon(name string, colour fyne.ThemeColorName, size, height float32) *Drawing {
	img := look.NewSign()
	arrange := func(fyne.Size) {
		img.Move(fyne.NewPos(0, (height-size)/2))
		img.Resize(fyne.NewSize(size, size))
	}
	return NewDrawing(height, arrange, func() { look.ShowIcon(img, name, colour) }, img)
}

// HeightFor returns the height of the drawing in pixels, the same at any width.
func (d *Drawing) HeightFor(float32) float32 { return d.height }

// MinSize returns the height of the drawing and no width.
func (d *Drawing) MinSize() fyne.Size {
	d.ExtendBaseWidget(d)
	return fyne.NewSize(0, d.height)
}

// CreateRenderer draws the shapes in the colours of the present theme.
func (d *Drawing) CreateRenderer() fyne.WidgetRenderer {
	d.paint()
	return &drawingRenderer{d}
}

type drawingRenderer struct{ d *Drawing }

func (r *drawingRenderer) Destroy()                     {}
func (r *drawingRenderer) MinSize() fyne.Size           { return r.d.MinSize() }
func (r *drawingRenderer) Objects() []fyne.CanvasObject { return r.d.objects }
func (r *drawingRenderer) Layout(size fyne.Size)        { r.d.arrange(size) }

// Refresh paints the shapes anew. Paint itself refreshes a picture that it changes;
// Fyne would parse a picture that stays the same.
func (r *drawingRenderer) Refresh() {
	r.d.paint()
	for _, o := range r.d.objects {
		if _, picture := o.(*canvas.Image); !picture {
			o.Refresh()
		}
	}
	canvas.Refresh(r.d)
}
