package finder

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/control"
	"sidelight/ui/field"
	"sidelight/ui/float"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/prose"
)

// Measures of the bar in pixels.
const (
	BarWidth  = 400
	BarHeight = 48
	barCount  = 92 // the room for "No match" and "1,204 of 1,204"
)

// Bar is a field that finds words in the text as they stand, with the number of
// hits and the buttons that lead from one hit to the next.
type Bar struct {
	widget.BaseWidget

	// OnQuery is called with what the field holds, after each change.
	OnQuery func(string)
	// OnStep is called when the reader asks for the next hit, with -1 for the one
	// before.
	OnStep func(delta int)
	// OnClose is called when the reader closes the bar.
	OnClose func()
	// OnShortcut is called with a shortcut before the field takes it, and reports
	// whether the shortcut is dealt with.
	OnShortcut func(fyne.Shortcut) bool
	// OnKey is called with the keys F1 to F12, for which the field has no use.
	OnKey func(*fyne.KeyEvent)

	field                 *field.Field
	count                 *prose.Text
	previous, next, close *control.Icon
	card                  *float.Card
}

// NewBar makes an empty bar.
func NewBar(roles look.Roles) *Bar {
	b := &Bar{
		field: field.New(locale.X("find.placeholder", "Find in the text"), "", field.Small(roles)),
		count: prose.NewText(roles.Meta, look.ColorTextMuted, ""),
	}
	b.count.SetMaxLines(1)
	b.previous = control.NewIcon("caret-up", locale.X("find.previous", "Previous place"), func() { b.step(-1) })
	b.next = control.NewIcon("caret-down", locale.X("find.next", "Next place"), func() { b.step(1) })
	b.close = control.NewIcon("x", locale.X("find.close", "Close"), func() { b.OnClose() })
	for _, i := range []*control.Icon{b.previous, b.next, b.close} {
		i.Raised = true
	}
	b.field.Entry.OnChanged = func(q string) {
		b.field.Update()
		b.OnQuery(q)
	}
	b.field.Entry.OnKey = b.key
	b.field.Entry.OnShortcut = func(s fyne.Shortcut) bool { return b.OnShortcut != nil && b.OnShortcut(s) }
	b.card = float.NewCard(barContent{b}.box(), 0)
	b.ExtendBaseWidget(b)
	b.SetCount(-1, 0)
	return b
}

// SetKeys sets the keys, as they are printed, that go to the previous and the next
// place and close the bar.
func (b *Bar) SetKeys(previous, next, shut string) {
	b.previous.SetKey(previous)
	b.next.SetKey(next)
	b.close.SetKey(shut)
}

// FocusTarget returns the object that takes what is typed while it has the
// keyboard's focus.
func (b *Bar) FocusTarget() fyne.Focusable { return b.field.Entry }

// Query returns what the field holds.
func (b *Bar) Query() string { return b.field.Entry.Text }

// SelectAll selects what the field holds: the next character replaces it.
func (b *Bar) SelectAll() { b.field.Entry.TypedShortcut(&fyne.ShortcutSelectAll{}) }

// SetCount shows which of all hits is the current one, counted from 0. With no hits
// it shows that there is no match if current is 0, and nothing if current is -1.
func (b *Bar) SetCount(current, all int) {
	words := ""
	switch {
	case all > 0:
		words = locale.X("find.count", "{{.N}} of {{.All}}", map[string]any{"N": max(current, 0) + 1, "All": all})
	case current == 0:
		words = locale.X("find.none", "No match")
	}
	b.count.SetContent(words)
	b.previous.SetEnabled(all > 0)
	b.next.SetEnabled(all > 0)
	b.Refresh()
}

func (b *Bar) step(delta int) {
	if f := b.OnStep; f != nil {
		f(delta)
	}
}

// key does what a key means for the bar, and reports whether the field shall leave
// the key alone.
func (b *Bar) key(k fyne.KeyName) bool {
	switch k {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyDown, fyne.KeyUp:
		if k == fyne.KeyUp || shifted() {
			b.step(-1)
		} else {
			b.step(1)
		}
		return true
	case fyne.KeyEscape:
		b.OnClose()
		return true
	}
	return passOn(b.OnKey, k)
}

// CreateRenderer draws the card on which field, count and buttons lie.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(b.card) }

// barContent lays out field, count and buttons of a bar.
type barContent struct{ b *Bar }

func (c barContent) box() *fyne.Container {
	b := c.b
	return &fyne.Container{Layout: c, Objects: []fyne.CanvasObject{b.field, b.count, b.previous, b.next, b.close}}
}

func (c barContent) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(280, BarHeight) }

func (c barContent) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	b, y := c.b, (size.Height-control.Size)/2
	x := size.Width - 8
	for _, i := range []*control.Icon{b.close, b.next, b.previous} {
		x -= control.Size
		control.Place(i, x, y, control.Size, control.Size)
	}
	x -= barCount + 4
	control.Place(b.count, x+8, y+7, barCount-8, 18)
	control.Place(b.field, 8, y, x-8, field.Height)
}
