package opener

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/shape"
)

const (
	buttonHeight = 28
	buttonRight  = 12
)

// foot shows the keys of the list, and the button that leads to the system's dialog.
type foot struct {
	widget.BaseWidget
	helps        *control.Helps
	browse       *control.Text
	ground, rule *shape.Box
}

func newFoot(roles look.Roles, browse func()) *foot {
	f := &foot{ground: shape.NewBox(nil), rule: shape.NewBox(nil)}
	f.helps = control.NewHelps(roles, 18).
		Add(locale.X("opener.choose", "choose"), "↑", "↓").
		Add(locale.X("opener.open", "open"), locale.X("key.enter", "Enter")).
		Add(locale.X("opener.complete", "complete"), locale.X("key.tab", "Tab"))
	f.browse = control.NewText(control.Plain, "", locale.X("opener.browse", "Browse…"), roles, browse)
	f.ExtendBaseWidget(f)
	return f
}

// MinSize returns the height of the foot and no width.
func (f *foot) MinSize() fyne.Size { return fyne.NewSize(0, footHeight) }

// CreateRenderer draws the foot.
func (f *foot) CreateRenderer() fyne.WidgetRenderer {
	return control.Render(f, f.paint, f.arrange, f.ground, f.rule, f.helps, f.browse)
}

func (f *foot) arrange(size fyne.Size) {
	f.ground.Resize(size)
	f.rule.Resize(fyne.NewSize(size.Width, 1))
	w := f.browse.MinSize().Width
	x := size.Width - buttonRight - w
	control.Place(f.helps, iconAt, 1, x-gap-iconAt, size.Height-1)
	control.Place(f.browse, x, (size.Height+1-buttonHeight)/2, w, buttonHeight)
}

func (f *foot) paint() {
	f.ground.FillColor, f.rule.FillColor = look.Of(look.ColorPanel), look.Of(look.ColorRule)
	f.ground.BottomLeftCornerRadius, f.ground.BottomRightCornerRadius = radius-1, radius-1
}
