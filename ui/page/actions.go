package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/control"
	"sidelight/ui/look"
)

// Measures of the selection bar in pixels.
const (
	actionsHeight = 40
	actionsGap    = 8 // from the words
	actionsPad    = 4
)

// Action is something that can be done with selected words.
type Action struct {
	Icon, Label string
	Key         string // as it is printed on a key cap
	Do          func()
}

// actionBar floats over the selected words and offers what can be done with
// them.
type actionBar struct {
	widget.BaseWidget
	p     *Page
	box   *control.Box
	parts []fyne.CanvasObject // a button and its key, for each action
}

func newActionBar(p *Page) *actionBar {
	b := &actionBar{p: p, box: control.NewBox(8)}
	b.Hide()
	b.ExtendBaseWidget(b)
	return b
}

// SetActions says what can be done with selected words.
func (p *Page) SetActions(actions []Action) {
	p.actions.parts = nil
	for _, a := range actions {
		p.actions.parts = append(p.actions.parts,
			control.NewText(control.Quiet, a.Icon, a.Label, p.roles, a.Do), control.NewKey(a.Key, p.roles))
	}
	p.actions.Refresh()
}

// place shows the bar above the first selected line in view, or below the last
// where there is no room, and hides it when there is nothing in view.
func (b *actionBar) place() {
	p := b.p
	sel := &p.selection
	rects := p.SpanRects(p.inView(sel.span()))
	if sel.dragging || len(b.parts) == 0 || len(rects) == 0 {
		b.Hide()
		return
	}
	size := b.MinSize()
	y := rects[0].Y - actionsGap - size.Height
	if y < runningHeight+p.inset {
		last := rects[len(rects)-1]
		y = last.Y + last.H + actionsGap
	}
	if y+size.Height > p.Size().Height {
		b.Hide()
		return
	}
	x := rects[0].X + (rects[0].W-size.Width)/2
	b.Move(fyne.NewPos(max(8, min(x, p.Size().Width-railWidth-size.Width-8)), y))
	b.Resize(size)
	p.raise(b)
}

// MinSize is the size of the bar.
func (b *actionBar) MinSize() fyne.Size {
	w := float32(actionsPad)
	for _, o := range b.parts {
		w += o.MinSize().Width + actionsPad
	}
	return fyne.NewSize(w+actionsPad, actionsHeight)
}

// CreateRenderer draws the bar.
func (b *actionBar) CreateRenderer() fyne.WidgetRenderer {
	r := actionRenderer{b}
	r.paint()
	return r
}

type actionRenderer struct{ b *actionBar }

func (r actionRenderer) Destroy()           {}
func (r actionRenderer) MinSize() fyne.Size { return r.b.MinSize() }
func (r actionRenderer) Objects() []fyne.CanvasObject {
	return append(r.b.box.Objects(), r.b.parts...)
}

func (r actionRenderer) Layout(size fyne.Size) {
	r.b.box.Resize(size)
	x := float32(actionsPad)
	for _, o := range r.b.parts {
		s := o.MinSize()
		o.Move(fyne.NewPos(x, (size.Height-s.Height)/2))
		o.Resize(s)
		x += s.Width + actionsPad
	}
}

func (r actionRenderer) paint() {
	r.b.box.Paint(look.ColorRaised, look.ColorRule, 1)
	r.b.box.Outer().Shadow = look.PopoverShadow()
}

func (r actionRenderer) Refresh() {
	r.paint()
	r.Layout(r.b.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
	canvas.Refresh(r.b)
}
