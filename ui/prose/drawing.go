package prose

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/look"
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

// NewDrawing shows the objects in a block that is height pixels high. Arrange
// places them in its size, paint gives them the theme's colours; both are called
// whenever they have to be done again.
func NewDrawing(height float32, arrange func(fyne.Size), paint func(), objects ...fyne.CanvasObject) *Drawing {
	d := &Drawing{height: height, objects: objects, arrange: arrange, paint: paint}
	d.ExtendBaseWidget(d)
	return d
}

// NewRule is a horizontal line of the given thickness and colour.
func NewRule(colour fyne.ThemeColorName, thickness float32) *Drawing {
	r := canvas.NewRectangle(nil)
	return NewDrawing(thickness, r.Resize, func() { r.FillColor = look.Of(colour) }, r)
}

// NewIcon is an icon of look.Icon in a colour, size pixels square, at the left of
// a block that is height pixels high and in its middle.
func NewIcon(name string, colour fyne.ThemeColorName, size, height float32) *Drawing {
	img := &canvas.Image{FillMode: canvas.ImageFillContain}
	arrange := func(fyne.Size) {
		img.Move(fyne.NewPos(0, (height-size)/2))
		img.Resize(fyne.NewSize(size, size))
	}
	paint := func() {
		if icon := look.Icon(name, colour); icon != img.Resource {
			img.Resource = icon
			img.Refresh()
		}
	}
	return NewDrawing(height, arrange, paint, img)
}

// HeightFor is the height of the drawing, at any width.
func (d *Drawing) HeightFor(float32) float32 { return d.height }

// MinSize is the height of the drawing and no width.
func (d *Drawing) MinSize() fyne.Size {
	d.ExtendBaseWidget(d)
	return fyne.NewSize(0, d.height)
}

// CreateRenderer shows the shapes in the colours of the theme, which may have
// changed since they were made.
func (d *Drawing) CreateRenderer() fyne.WidgetRenderer {
	d.paint()
	return &drawingRenderer{d}
}

type drawingRenderer struct{ d *Drawing }

func (r *drawingRenderer) Destroy()                     {}
func (r *drawingRenderer) MinSize() fyne.Size           { return r.d.MinSize() }
func (r *drawingRenderer) Objects() []fyne.CanvasObject { return r.d.objects }
func (r *drawingRenderer) Layout(size fyne.Size)        { r.d.arrange(size) }

// Refresh paints the shapes anew. A picture is refreshed by paint when it becomes
// another, as Fyne parses it at each refresh.
func (r *drawingRenderer) Refresh() {
	r.d.paint()
	for _, o := range r.d.objects {
		if _, picture := o.(*canvas.Image); !picture {
			o.Refresh()
		}
	}
	canvas.Refresh(r.d)
}
