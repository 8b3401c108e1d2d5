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
	padding      = 24 // at both sides of the panel, pixels
	sampleWidth  = 22
)

// header is the strip above a face: its heading and the controls. It does not
// scroll.
type header struct {
	widget.BaseWidget
	title                *prose.Text
	count                *prose.Text
	beside               *prose.Text
	icon                 *canvas.Raster
	sample               fyne.CanvasObject // nil where the title has no line
	previous, next, shut *control.Icon
	export               *control.Icon
	shown                heading
}

func newHeader(roles look.Roles, step func(by int), shut, export func()) *header {
	medium := look.Role{Font: roles.Tab.Font, Size: roles.Meta.Size, Leading: roles.Meta.Leading}
	h := &header{
		title:  prose.NewText(medium, look.ColorTextMuted, ""),
		count:  prose.NewText(roles.Meta, look.ColorTextMuted, ""),
		beside: prose.NewText(roles.Meta, look.ColorTextFaint, ""),
		icon:   look.NewSign(),
	}
	h.previous = control.NewSmallIcon("caret-up", locale.X("panel.previous", "Previous mention"), func() { step(-1) })
	h.next = control.NewSmallIcon("caret-down", locale.X("panel.next", "Next mention"), func() { step(1) })
	h.shut = control.NewSmallIcon("x", locale.X("panel.close", "Close"), shut)
	h.export = control.NewSmallIcon("export", locale.X("panel.own.export", "Put the notes into a file"), export)
	h.export.Hidden = true
	h.ExtendBaseWidget(h)
	return h
}

// SetKeys sets the keys, as they are printed, that step to the previous and the next
// mention and close the panel.
func (p *Panel) SetKeys(previous, next, shut string) {
	p.header.previous.SetKey(previous)
	p.header.next.SetKey(next)
	p.header.shut.SetKey(shut)
}

// show shows another heading, and the arrows if there are mentions to step through.
func (h *header) show(x heading) {
	if x == h.shown {
		return
	}
	h.shown = x
	h.sample = nil
	colour := look.ColorTextMuted
	switch {
	case x.kind != nil:
		h.sample, colour = pattern.NewSample(*x.kind, sampleWidth), look.Ink(*x.kind)
	case x.voice != 0 && x.voice != annotations.OwnAccount: // which has no line
		h.sample = pattern.NewVoice(x.voice)
	}
	if x.ink != "" {
		colour = x.ink
	}
	h.icon.Hidden = x.icon == ""
	uncover(h.export, x.exports)
	h.beside.SetContent(x.beside)
	step := [...]string{locale.X("panel.previous", "Previous mention"), locale.X("panel.next", "Next mention")}
	if x.voice != 0 {
		step = [...]string{locale.X("panel.said.previous", "Previous passage"), locale.X("panel.said.next", "Next passage")}
	}
	h.previous.SetName(step[0])
	h.next.SetName(step[1])
	h.title.SetContent(x.title)
	h.title.SetColour(colour)
	h.count.SetContent(x.count)
	for _, b := range []*control.Icon{h.previous, h.next} {
		uncover(b, x.steps)
	}
	// What was to be seen looks as it did, but for the words, which refresh themselves.
	h.paint()
	if size := h.Size(); !size.IsZero() {
		h.arrange(size)
	}
	canvas.Refresh(h)
}

// uncover shows a button or hides it. A hidden one is not told of a change of theme.
func uncover(b *control.Icon, on bool) {
	if was := b.Hidden; on && was {
		b.Hidden = false
		b.Refresh()
	}
	b.Hidden = !on
}

// MinSize returns the height of the header and no width.
func (h *header) MinSize() fyne.Size { return fyne.NewSize(0, headerHeight) }

// CreateRenderer draws the heading and the controls.
func (h *header) CreateRenderer() fyne.WidgetRenderer {
	return control.RenderFunc(h, h.paint, h.arrange, func() []fyne.CanvasObject {
		o := []fyne.CanvasObject{h.icon, h.title, h.beside, h.count, h.previous, h.next, h.export, h.shut}
		if h.sample != nil {
			o = append(o, h.sample)
		}
		return o
	})
}

// paint gives the icon its colour.
func (h *header) paint() {
	if h.shown.icon != "" {
		look.ShowIcon(h.icon, h.shown.icon, h.shown.ink)
	}
}

// arrange lays out the title at the left, the controls at the right, 34 pixels from
// one to the next, and the count before the controls, unless it would overlap the
// title.
func (h *header) arrange(size fyne.Size) {
	left, top := float32(padding), (size.Height-18)/2
	if h.sample != nil {
		s := h.sample.MinSize()
		control.Place(h.sample, left, float32(int(size.Height-s.Height)/2), s.Width, s.Height)
		left += s.Width + 9
	}
	if !h.icon.Hidden {
		const icon = 16
		control.Place(h.icon, left, (size.Height-icon)/2, icon, icon)
		left += icon + 9
	}
	place(h.title, left, top)
	left += h.title.NaturalWidth() + 8
	place(h.beside, left, top)
	if h.shown.beside != "" {
		left += h.beside.NaturalWidth() + 8
	}

	x := size.Width - padding - control.Size + 12
	for _, b := range []*control.Icon{h.shut, h.export, h.next, h.previous} {
		control.Place(b, x, (size.Height-control.Size)/2, control.Size, control.Size)
		if b.Visible() {
			x -= control.Size + 2
		}
	}
	x += control.Size - 4 - h.count.NaturalWidth()
	place(h.count, x, top)
	if h.count.Hidden = x < left; h.count.Hidden {
		h.count.Resize(fyne.Size{})
	}
}

// place lays out a text on one line.
func place(t *prose.Text, x, y float32) {
	w := t.NaturalWidth()
	control.Place(t, x, y, w, t.HeightFor(w))
}
