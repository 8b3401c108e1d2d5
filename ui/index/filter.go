package index

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/shape"
)

// filterHeight is the height of the filter below the list, in pixels.
const filterHeight = 36

// filterField shows the filter, at the foot of the rail. It takes no keys itself:
// the rail has the focus and edits the filter.
type filterField struct {
	control.Tap
	rail *Rail

	rule, caret *shape.Box
	selected    *shape.Box // behind the filter while it is selected
	icon, clear *canvas.Raster
	text        *canvas.Text
}

func newFilterField(r *Rail) *filterField {
	f := &filterField{
		rail: r, text: canvas.NewText("", nil),
		rule: shape.NewBox(nil), caret: shape.NewBox(nil),
		selected: shape.NewBox(nil),
		icon:     look.NewSign(),
		clear:    look.NewSign(),
	}
	f.Init(f, "", nil)
	f.SetRole(fyne.AccessibleRoleText)
	f.Ground.CornerRadius = 0
	return f
}

// Tapped gives the keyboard to the rail; a tap on the cross clears the filter.
func (f *filterField) Tapped(e *fyne.PointEvent) {
	if f.rail.model.filter != "" && e != nil && e.Position.X >= f.Size().Width-filterHeight {
		f.rail.setFilter("")
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(f.rail); c != nil {
		c.Focus(f.rail)
	}
}

// Cursor returns the cursor of a text field.
func (f *filterField) Cursor() desktop.Cursor { return desktop.TextCursor }

// AccessibilityLabel returns the filter, or the name of the field while there is no
// filter.
func (f *filterField) AccessibilityLabel() string {
	if f.rail.model.filter != "" {
		return f.rail.model.filter
	}
	return filterName()
}

func filterName() string { return locale.X("index.filter", "Filter names") }

// MinSize returns the height of the field, and no width.
func (f *filterField) MinSize() fyne.Size { return fyne.NewSize(0, filterHeight) }

// CreateRenderer draws the field.
func (f *filterField) CreateRenderer() fyne.WidgetRenderer {
	return f.Render(f.paint, f.arrange, f.Ground, f.rule, f.icon, f.selected, f.text, f.caret, f.clear)
}

func (f *filterField) arrange(size fyne.Size) {
	const textX, iconSize = 36, 14
	f.rule.Resize(fyne.NewSize(size.Width, 1))
	control.Place(f.icon, captionX, (size.Height-iconSize)/2, iconSize, iconSize)
	control.Place(f.clear, size.Width-countX-iconSize, (size.Height-iconSize)/2, iconSize, iconSize)
	role := f.rail.roles.UI
	f.text.Text = filterName()
	at := float32(textX)
	if typed := f.rail.model.filter; typed != "" {
		f.text.Text = cutLeft(role, typed, size.Width-textX-filterHeight)
		at += role.Face.Width(f.text.Text, role.Size) + 1
	}
	setText(f.text, role, textX, size.Height)
	control.Place(f.selected, textX-1, (size.Height-20)/2, at-textX+1, 20)
	control.Place(f.caret, at, (size.Height-18)/2, 2, 18)
}

func (f *filterField) paint() {
	f.rule.FillColor = look.Of(look.ColorRule)
	f.caret.FillColor, f.caret.Hidden = look.Of(look.ColorLamp), !f.rail.focused
	f.selected.FillColor, f.selected.Hidden = look.Of(look.ColorSelected), !f.rail.allSelected || !f.rail.focused
	look.ShowIcon(f.icon, "magnifying-glass", look.ColorTextMuted)
	look.ShowIcon(f.clear, "x", look.ColorTextMuted)
	f.clear.Hidden = f.rail.model.filter == ""
	f.text.Color = look.Of(look.ColorTextFaint)
	if f.rail.model.filter != "" {
		f.text.Color = look.Of(look.ColorText)
	}
}
