package finder

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/shape"
)

const footerHeight = 40 // pixels

// footer shows the keys of the list and the number of results.
type footer struct {
	widget.BaseWidget
	roles       look.Roles
	left, right float32
	round       float32 // the radius of its lower corners
	ground      fyne.ThemeColorName
	helps       *control.Helps
	count       *prose.Text

	bottom, rule *shape.Box
}

// panelFooter is the footer of the results beside the page.
func panelFooter(roles look.Roles) *footer {
	f := &footer{roles: roles, left: panelMeasures.left, right: panelMeasures.right, ground: look.ColorSurface}
	return f.init(control.NewHelps(roles, 14).
		Add(locale.X("finder.move", "move"), "↑", "↓").
		Add(locale.X("finder.open", "open"), locale.X("key.enter", "Enter")).
		Add(locale.X("finder.clear", "clear"), locale.X("key.escape", "Esc")))
}

// paletteFooter is the footer of the palette.
func paletteFooter(roles look.Roles) *footer {
	f := &footer{roles: roles, left: paletteMeasures.left, right: paletteMeasures.right, round: paletteRadius - 1, ground: look.ColorPanel}
	stay := command.Key{Name: fyne.KeyReturn, Mod: fyne.KeyModifierShortcutDefault}
	return f.init(control.NewHelps(roles, 18).
		Add(locale.X("finder.move", "move"), "↑", "↓").
		Add(locale.X("finder.open", "open"), locale.X("key.enter", "Enter")).
		Add(locale.X("finder.open-stay", "open, keep searching"), stay.String()).
		Add(locale.X("finder.next-group", "next group"), locale.X("key.tab", "Tab")))
}

func (f *footer) init(helps *control.Helps) *footer {
	f.helps, f.count = helps, prose.NewText(f.roles.Meta, look.ColorTextMuted, "")
	f.bottom, f.rule = shape.NewBox(nil), shape.NewBox(nil)
	f.ExtendBaseWidget(f)
	return f
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
	return control.Render(f, f.paint, f.arrange, f.bottom, f.rule, f.count, f.helps)
}

// arrange puts the count at the right and the helps at the left.
func (f *footer) arrange(size fyne.Size) {
	f.bottom.Resize(size)
	f.rule.Resize(fyne.NewSize(size.Width, 1))
	w := float32(0)
	if f.count.Content() != "" {
		w = f.count.NaturalWidth()
	}
	right := size.Width - f.right - w
	control.Place(f.count, right, 1+(footerHeight-1-f.roles.Meta.Leading)/2, w+1, f.roles.Meta.Leading)
	control.Place(f.helps, f.left, 1, right-f.left, footerHeight-1)
}

func (f *footer) paint() {
	f.bottom.FillColor, f.rule.FillColor = look.Of(f.ground), look.Of(look.ColorRule)
	f.bottom.BottomLeftCornerRadius, f.bottom.BottomRightCornerRadius = f.round, f.round
}
