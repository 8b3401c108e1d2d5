package index

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// body is what scrolls: only the rows in view are in it.
type body struct {
	widget.BaseWidget
	rail *Rail
	rows []*line // in view, reused as the list scrolls
}

func newBody(r *Rail) *body {
	b := &body{rail: r}
	b.ExtendBaseWidget(b)
	return b
}

// MinSize is the size of the whole list.
func (b *body) MinSize() fyne.Size { return fyne.NewSize(0, b.rail.model.height) }

// place shows the rows that are in view.
func (b *body) place() {
	view := b.rail.scroll
	if view == nil || view.Size().Height <= 0 {
		return
	}
	m := b.rail.model
	first, end := m.between(view.Offset.Y, view.Offset.Y+view.Size().Height)
	changed := len(b.rows) != end-first
	for len(b.rows) < end-first {
		b.rows = append(b.rows, newLine(b.rail))
	}
	b.rows = b.rows[:end-first]
	for i, l := range b.rows {
		x := m.rows[first+i]
		l.Move(fyne.NewPos(0, x.top))
		l.Resize(fyne.NewSize(view.Size().Width, x.height))
		l.show(first + i)
	}
	if changed {
		b.BaseWidget.Refresh()
	}
}

// CreateRenderer shows the rows.
func (b *body) CreateRenderer() fyne.WidgetRenderer { return bodyRenderer{b} }

type bodyRenderer struct{ b *body }

func (r bodyRenderer) Destroy()           {}
func (r bodyRenderer) Layout(fyne.Size)   { r.b.place() }
func (r bodyRenderer) MinSize() fyne.Size { return r.b.MinSize() }
func (r bodyRenderer) Refresh()           {}

func (r bodyRenderer) Objects() []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, len(r.b.rows))
	for i, l := range r.b.rows {
		out[i] = l
	}
	return out
}
