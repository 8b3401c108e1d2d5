package finder

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
)

// Measures of the footer in pixels.
const (
	footerHeight = 40
	capGap       = 6 // between a key cap and what follows it
)

// footer tells the keys of the list and the number of results.
type footer struct {
	widget.BaseWidget
	roles       look.Roles
	left, right float32
	gap         float32 // between one help and the next
	round       float32 // the radius of its lower corners
	ground      fyne.ThemeColorName
	helps       []help
	count       *prose.Text
}

// help is what one or more keys do.
type help struct {
	caps []*control.Key
	word *prose.Text
}

// panelFooter is the footer of the results beside the page.
func panelFooter(roles look.Roles) *footer {
	f := &footer{roles: roles, left: panelMeasures.left, right: panelMeasures.right, gap: 14, ground: look.ColorSurface}
	return f.init(
		f.help(locale.X("finder.move", "move"), "↑", "↓"),
		f.help(locale.X("finder.open", "open"), locale.X("key.enter", "Enter")),
		f.help(locale.X("finder.clear", "clear"), locale.X("key.escape", "Esc")),
	)
}

// paletteFooter is the footer of the palette.
func paletteFooter(roles look.Roles) *footer {
	f := &footer{roles: roles, left: paletteMeasures.left, right: paletteMeasures.right, gap: 18, round: paletteRadius - 1, ground: look.ColorPanel}
	stay := command.Key{Name: fyne.KeyReturn, Mod: fyne.KeyModifierShortcutDefault}
	return f.init(
		f.help(locale.X("finder.move", "move"), "↑", "↓"),
		f.help(locale.X("finder.open", "open"), locale.X("key.enter", "Enter")),
		f.help(locale.X("finder.open-stay", "open, keep searching"), stay.String()),
		f.help(locale.X("finder.next-group", "next group"), locale.X("key.tab", "Tab")),
	)
}

func (f *footer) init(helps ...help) *footer {
	f.helps, f.count = helps, prose.NewText(f.roles.Meta, look.ColorTextMuted, "")
	f.ExtendBaseWidget(f)
	return f
}

func (f *footer) help(word string, keys ...string) help {
	h := help{word: prose.NewText(f.roles.Meta, look.ColorTextMuted, word)}
	for _, k := range keys {
		h.caps = append(h.caps, control.NewKey(k, f.roles))
	}
	return h
}

// setCount shows the number of results, or nothing before a search.
func (f *footer) setCount(n int, searched bool) {
	text := ""
	switch {
	case searched && n == 1:
		text = locale.X("finder.result", "1 result")
	case searched:
		text = locale.X("finder.results", "{{.Count}} results", map[string]any{"Count": locale.Count(n)})
	}
	f.count.SetContent(text)
	f.Refresh()
}

// CreateRenderer draws the footer.
func (f *footer) CreateRenderer() fyne.WidgetRenderer {
	r := &footerRenderer{f: f, ground: canvas.NewRectangle(nil), rule: canvas.NewRectangle(nil)}
	r.objects = []fyne.CanvasObject{r.ground, r.rule, f.count}
	for _, h := range f.helps {
		for _, c := range h.caps {
			r.objects = append(r.objects, c)
		}
		r.objects = append(r.objects, h.word)
	}
	r.paint()
	return r
}

type footerRenderer struct {
	f            *footer
	ground, rule *canvas.Rectangle
	objects      []fyne.CanvasObject
}

func (r *footerRenderer) Destroy()                     {}
func (r *footerRenderer) MinSize() fyne.Size           { return fyne.NewSize(0, footerHeight) }
func (r *footerRenderer) Objects() []fyne.CanvasObject { return r.objects }

// Layout puts the count at the right and as many helps at the left as there is
// room for.
func (r *footerRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.rule.Resize(fyne.NewSize(size.Width, 1))
	w := float32(0)
	if r.f.count.Content() != "" {
		w = r.f.count.NaturalWidth()
	}
	right := size.Width - r.f.right - w
	r.place(r.f.count, right, w, r.f.roles.Meta.Leading)
	x := r.f.left
	for _, h := range r.f.helps {
		fits := x+h.width()+r.f.gap <= right
		h.show(fits)
		if !fits {
			right = x // nothing after it either
			continue
		}
		for _, c := range h.caps {
			r.place(c, x, c.MinSize().Width, c.MinSize().Height)
			x += c.MinSize().Width + capGap
		}
		r.place(h.word, x, h.word.NaturalWidth(), r.f.roles.Meta.Leading)
		x += h.word.NaturalWidth() + r.f.gap
	}
}

func (r *footerRenderer) place(o fyne.CanvasObject, x, w, h float32) {
	o.Move(fyne.NewPos(x, 1+(footerHeight-1-h)/2))
	o.Resize(fyne.NewSize(w+1, h))
}

func (r *footerRenderer) Refresh() {
	r.paint()
	r.Layout(r.f.Size())
	for _, o := range r.objects {
		o.Refresh()
	}
}

func (r *footerRenderer) paint() {
	r.ground.FillColor, r.rule.FillColor = look.Of(r.f.ground), look.Of(look.ColorRule)
	r.ground.BottomLeftCornerRadius, r.ground.BottomRightCornerRadius = r.f.round, r.f.round
}

func (h help) width() float32 {
	w := h.word.NaturalWidth()
	for _, c := range h.caps {
		w += c.MinSize().Width + capGap
	}
	return w
}

func (h help) show(on bool) {
	for _, c := range h.caps {
		c.Hidden = !on
	}
	h.word.Hidden = !on
}
