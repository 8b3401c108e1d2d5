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

// footer shows the keys of the list and the number of results.
type footer struct {
	widget.BaseWidget
	roles       look.Roles
	left, right float32
	gap         float32 // between one help and the next
	round       float32 // the radius of its lower corners
	ground      fyne.ThemeColorName
	helps       []help
	count       *prose.Text

	bottom, rule *canvas.Rectangle
}

// help is a word for what one or more keys do, after their caps.
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
	f.bottom, f.rule = canvas.NewRectangle(nil), canvas.NewRectangle(nil)
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

// setCount shows the number of results if something was searched for, else nothing.
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

// MinSize returns the footer's height and no width.
func (f *footer) MinSize() fyne.Size { return fyne.NewSize(0, footerHeight) }

// CreateRenderer draws the footer.
func (f *footer) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{f.bottom, f.rule, f.count}
	for _, h := range f.helps {
		for _, c := range h.caps {
			objects = append(objects, c)
		}
		objects = append(objects, h.word)
	}
	return control.Render(f, f.paint, f.arrange, objects...)
}

// arrange puts the count at the right and as many helps at the left as there is
// room for.
func (f *footer) arrange(size fyne.Size) {
	f.bottom.Resize(size)
	f.rule.Resize(fyne.NewSize(size.Width, 1))
	w := float32(0)
	if f.count.Content() != "" {
		w = f.count.NaturalWidth()
	}
	right := size.Width - f.right - w
	place := func(o fyne.CanvasObject, x, w, h float32) { control.Place(o, x, 1+(footerHeight-1-h)/2, w+1, h) }
	place(f.count, right, w, f.roles.Meta.Leading)
	x := f.left
	for _, h := range f.helps {
		fits := x+h.width()+f.gap <= right
		h.show(fits)
		if !fits {
			right = x // no later help fits either
			continue
		}
		for _, c := range h.caps {
			place(c, x, c.MinSize().Width, c.MinSize().Height)
			x += c.MinSize().Width + capGap
		}
		place(h.word, x, h.word.NaturalWidth(), f.roles.Meta.Leading)
		x += h.word.NaturalWidth() + f.gap
	}
}

func (f *footer) paint() {
	f.bottom.FillColor, f.rule.FillColor = look.Of(f.ground), look.Of(look.ColorRule)
	f.bottom.BottomLeftCornerRadius, f.bottom.BottomRightCornerRadius = f.round, f.round
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
