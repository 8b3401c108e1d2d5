package reading

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations/notes"
	"sidelight/ui/control"
	"sidelight/ui/field"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/prose"
)

// The card on which the styles of highlights are named, in pixels.
const (
	stylesWidth   = 320
	stylesPadding = 16
	stylesPitch   = field.Height + 8
	stylesHead    = 30
	stylesSampleW = 26
	stylesSampleH = 16
	stylesFieldX  = stylesSampleW + 14
)

// styleNames is the card on which the reader names the styles of highlights. An empty
// field leaves a style the name of its form.
type styleNames struct {
	widget.BaseWidget
	title   *prose.Text
	samples []fyne.CanvasObject
	fields  []*field.Field
}

// newStyleNames makes the card. It calls onNamed with each name as it is typed, and
// onLeave where the reader leaves it with Esc or Enter.
func newStyleNames(roles look.Roles, named func(notes.Style) string, onNamed func(notes.Style, string), onLeave func()) *styleNames {
	c := &styleNames{title: prose.NewText(roles.Section, look.ColorText, locale.X("styles.title", "What the styles are for"))}
	plain := field.Small(roles)
	plain.Icon = ""
	for _, s := range notes.Styles() {
		f := field.New(locale.Style(s), "", plain)
		f.SetText(named(s))
		f.Entry.OnChanged = func(name string) { onNamed(s, name) }
		f.Entry.OnKey = func(k fyne.KeyName) bool {
			leaves := k == fyne.KeyEscape || k == fyne.KeyReturn || k == fyne.KeyEnter
			if leaves {
				onLeave()
			}
			return leaves
		}
		c.fields = append(c.fields, f)
		c.samples = append(c.samples, pattern.NewStyle(s, stylesSampleW, stylesSampleH))
	}
	c.ExtendBaseWidget(c)
	return c
}

// focus is the field that has the keyboard first.
func (c *styleNames) focus() fyne.Focusable { return c.fields[0].Entry }

// MinSize returns the size of the card.
func (c *styleNames) MinSize() fyne.Size {
	return fyne.NewSize(stylesWidth-2*stylesPadding, stylesHead+float32(len(c.fields))*stylesPitch-8)
}

// CreateRenderer lays out a row for each style.
func (c *styleNames) CreateRenderer() fyne.WidgetRenderer {
	all := []fyne.CanvasObject{c.title}
	for i := range c.fields {
		all = append(all, c.samples[i], c.fields[i])
	}
	return control.Render(c, func() {}, c.arrange, all...)
}

func (c *styleNames) arrange(size fyne.Size) {
	control.Place(c.title, 0, 0, size.Width, c.title.HeightFor(size.Width))
	for i, f := range c.fields {
		y := stylesHead + float32(i)*stylesPitch
		control.Place(c.samples[i], 0, y+(field.Height-stylesSampleH)/2, stylesSampleW, stylesSampleH)
		control.Place(f, stylesFieldX, y, size.Width-stylesFieldX, field.Height)
	}
}
