package panel

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/prose"
)

const (
	headerHeight = 44
	padding      = 24 // of the panel at both sides
	sampleWidth  = 22
)

// header is the strip above the card: the kind, where the reader is among the
// mentions, and the controls. It does not scroll.
type header struct {
	widget.BaseWidget
	title                *prose.Text // the kind
	count                *prose.Text
	sample               fyne.CanvasObject // nil for no entity
	previous, next, shut *control.Icon
}

func newHeader(roles look.Roles, step func(by int), shut func()) *header {
	medium := look.Role{Font: roles.Tab.Font, Size: roles.Meta.Size, Leading: roles.Meta.Leading}
	h := &header{
		title: prose.NewText(medium, look.ColorTextMuted, ""),
		count: prose.NewText(roles.Meta, look.ColorTextMuted, ""),
	}
	h.previous = control.NewSmallIcon("caret-up", locale.X("panel.previous", "Previous mention"), func() { step(-1) })
	h.next = control.NewSmallIcon("caret-down", locale.X("panel.next", "Next mention"), func() { step(1) })
	h.shut = control.NewSmallIcon("x", locale.X("panel.close", "Close"), shut)
	h.ExtendBaseWidget(h)
	return h
}

// show sets the kind of a card; x is nil when nothing is selected.
func (h *header) show(x *annotations.Entity) {
	if x == nil {
		h.name(locale.X("panel.glance", "At a glance"), "")
		return
	}
	h.sample = pattern.NewSample(x.Kind, sampleWidth)
	h.title.SetContent(locale.Kind(x.Kind))
	h.title.SetColour(look.Ink(x.Kind))
	h.Refresh()
}

// name sets the title of what is no entity's card, and how much it holds. There
// are no mentions to step through.
func (h *header) name(title, count string) {
	h.sample = nil
	h.title.SetContent(title)
	h.title.SetColour(look.ColorTextMuted)
	h.count.SetContent(count)
	h.previous.Hide()
	h.next.Hide()
	h.Refresh()
}

// setPlace says which of n mentions is the current one, -1 for none. Without
// mentions there is nothing to step through, and the arrows go.
func (h *header) setPlace(mention, n int) {
	h.count.SetContent(placeWords(mention, n))
	for _, b := range []*control.Icon{h.previous, h.next} {
		if n > 0 {
			b.Show()
		} else {
			b.Hide()
		}
	}
	h.Refresh()
}

// CreateRenderer shows the header.
func (h *header) CreateRenderer() fyne.WidgetRenderer {
	return &headerRenderer{h}
}

type headerRenderer struct{ h *header }

func (r *headerRenderer) Destroy()           {}
func (r *headerRenderer) MinSize() fyne.Size { return fyne.NewSize(0, headerHeight) }

func (r *headerRenderer) Objects() []fyne.CanvasObject {
	h := r.h
	o := []fyne.CanvasObject{h.title, h.count, h.previous, h.next, h.shut}
	if h.sample != nil {
		o = append(o, h.sample)
	}
	return o
}

// Layout puts the controls at the right, each on a pitch of 34, the count before
// them, and leaves the count out where it would run into the kind.
func (r *headerRenderer) Layout(size fyne.Size) {
	h := r.h
	left, top := float32(padding), (size.Height-18)/2
	if h.sample != nil {
		h.sample.Move(fyne.NewPos(left, (size.Height-pattern.Height)/2))
		h.sample.Resize(h.sample.MinSize())
		left += sampleWidth + 9
	}
	place(h.title, left, top, h.title.NaturalWidth())
	left += h.title.NaturalWidth() + 8

	x := size.Width - padding - control.Size + 12
	for _, b := range []*control.Icon{h.shut, h.next, h.previous} {
		b.Move(fyne.NewPos(x, (size.Height-control.Size)/2))
		b.Resize(fyne.NewSquareSize(control.Size))
		if b.Visible() {
			x -= control.Size + 2
		}
	}
	w := h.count.NaturalWidth()
	x += control.Size - 4 - w
	place(h.count, x, top, w)
	if h.count.Hidden = x < left; h.count.Hidden {
		h.count.Resize(fyne.NewSize(0, 0))
	}
}

func place(t *prose.Text, x, y, w float32) {
	t.Move(fyne.NewPos(x, y))
	t.Resize(fyne.NewSize(w, t.HeightFor(w)))
}

func (r *headerRenderer) Refresh() {
	r.Layout(r.h.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
	canvas.Refresh(r.h)
}
