package shelf

import (
	"fyne.io/fyne/v2"

	"sidelight/ui/async"
	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
)

// forgetting is what forgets the whole library: a button that asks back, in its place.
type forgetting struct {
	ask, yes, no *control.Text
	sure         bool // it is asking back
	on           bool // there is something to forget
}

func newForgetting(p *Page) forgetting {
	f := forgetting{}
	r, from := p.o.Roles, p.o.Library
	f.ask = control.NewText(control.Plain, "", locale.X("shelf.forget-all", "Forget all…"), r, func() { p.forget.question(p, true) }).On(look.ColorPage)
	f.yes = control.NewText(control.Plain, "", locale.X("shelf.forget-all.yes", "Forget all of it"), r, func() {
		p.forget.question(p, false)
		p.do(func(j *async.Job) error { return from.ForgetAll(j) })
	}).On(look.ColorPage)
	f.no = control.NewText(control.Plain, "", locale.X("shelf.forget-all.no", "Keep it"), r, func() { p.forget.question(p, false) }).On(look.ColorPage)
	f.show()
	return f
}

// set says whether there is anything to forget.
func (f *forgetting) set(on bool) {
	f.on = on
	f.show()
}

// reset takes the question back.
func (f *forgetting) reset() {
	f.sure = false
	f.show()
}

// question asks back, or stops to, and leaves the keyboard where the reader was.
func (f *forgetting) question(p *Page, sure bool) {
	f.sure = sure
	f.show()
	p.Refresh()
	to := fyne.Focusable(p.field.Entry)
	if sure {
		to = f.no
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil {
		c.Focus(to)
	}
}

func (f *forgetting) show() {
	f.ask.Hidden = !f.on || f.sure
	f.yes.Hidden, f.no.Hidden = !f.on || !f.sure, !f.on || !f.sure
}

// shown are the buttons that are shown, from the right.
func (f *forgetting) shown() []*control.Text {
	var out []*control.Text
	for _, b := range []*control.Text{f.no, f.yes, f.ask} {
		if !b.Hidden {
			out = append(out, b)
		}
	}
	return out
}
