package control

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Place moves an object to x, y in its owner and gives it a size, all in pixels.
// A size below zero, which a painter cannot draw, becomes zero.
func Place(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(max(width, 0), max(height, 0)))
}

// Render makes the renderer of a widget that shows the same objects all its life,
// listed back to front. Paint gives the objects the colours and the words of the
// widget's present state, arrange lays them out in a size. The renderer paints
// once at the start; a Refresh paints, arranges, and redraws every visible object.
//
// The widget must have a MinSize method of its own, which the renderer asks.
func Render(w fyne.Widget, paint func(), arrange func(fyne.Size), objects ...fyne.CanvasObject) fyne.WidgetRenderer {
	return RenderFunc(w, paint, arrange, func() []fyne.CanvasObject { return objects })
}

// RenderFunc is [Render] for a widget whose objects come and go: objects lists
// those of the present state, back to front.
func RenderFunc(w fyne.Widget, paint func(), arrange func(fyne.Size), objects func() []fyne.CanvasObject) fyne.WidgetRenderer {
	paint()
	return &renderer{w, paint, arrange, objects}
}

type renderer struct {
	w       fyne.Widget
	paint   func()
	arrange func(fyne.Size)
	objects func() []fyne.CanvasObject
}

func (r *renderer) Destroy()                     {}
func (r *renderer) MinSize() fyne.Size           { return r.w.MinSize() }
func (r *renderer) Layout(size fyne.Size)        { r.arrange(size) }
func (r *renderer) Objects() []fyne.CanvasObject { return r.objects() }

func (r *renderer) Refresh() {
	r.paint()
	if size := r.w.Size(); !size.IsZero() { // a widget without a size has not been laid out yet
		r.arrange(size)
	}
	for _, o := range r.objects() {
		if o.Visible() {
			o.Refresh()
		}
	}
	canvas.Refresh(r.w)
}
