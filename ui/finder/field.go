package finder

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/control"
	"sidelight/ui/look"
	"sidelight/ui/prose"
)

// Measures of the field in pixels.
const (
	fieldHeight = 32
	fieldIcon   = 16
	fieldText   = 34 // from the left edge to the text
	entryInset  = 8  // from the entry's edges to its text, at the theme's size
)

var (
	_ fyne.Widget        = (*field)(nil)
	_ fyne.Tappable      = (*field)(nil)
	_ desktop.Cursorable = (*field)(nil)
)

// field draws the search field around an entry that shows nothing but its text.
type field struct {
	widget.BaseWidget
	entry *entry
	hint  *control.Key
	key   string
	clear *clearButton
}

// newField makes a field. The placeholder stands in it while it is empty, and
// at its right end the name of a key, if it is not empty.
func newField(placeholder, key string, roles look.Roles) *field {
	f := &field{entry: newEntry(placeholder), hint: control.NewKey(key, roles), key: key}
	f.clear = newClearButton(func() {
		f.entry.SetText("")
		f.focus()
	})
	f.entry.onFocus = func() { f.Refresh() }
	f.ExtendBaseWidget(f)
	f.update()
	return f
}

// Tapped gives the entry the focus wherever the field is hit.
func (f *field) Tapped(*fyne.PointEvent) { f.focus() }

// Cursor says that there is text to type, beside the entry too.
func (f *field) Cursor() desktop.Cursor { return desktop.TextCursor }

func (f *field) focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil {
		c.Focus(f.entry)
	}
}

// update shows the key that leads here, or the way to clear the field.
func (f *field) update() {
	empty := f.entry.Text == ""
	f.hint.Hidden, f.clear.Hidden = !empty || !f.hinted(), empty
	f.Refresh()
}

// hinted reports whether there is a key to name, and room for it beside what
// stands in the empty field.
func (f *field) hinted() bool {
	words := fyne.MeasureText(f.entry.PlaceHolder, theme.TextSize(), fyne.TextStyle{})
	return f.key != "" && (f.Size().Width == 0 || fieldText+words.Width+f.hint.MinSize().Width+16 <= f.Size().Width)
}

// CreateRenderer draws the field.
func (f *field) CreateRenderer() fyne.WidgetRenderer {
	r := &fieldRenderer{
		f:    f,
		box:  control.NewBox(6),
		icon: &canvas.Image{FillMode: canvas.ImageFillContain},
		text: container.NewThemeOverride(f.entry, fieldTheme{}),
	}
	r.clip = container.NewClip(container.NewWithoutLayout(r.text))
	// Else it has no renderer until it is drawn, and the entry in it could not
	// have the focus before.
	r.clip.ExtendBaseWidget(r.clip)
	r.Refresh()
	return r
}

type fieldRenderer struct {
	f    *field
	box  *control.Box
	icon *canvas.Image
	text *container.ThemeOverride
	clip *container.Clip
}

func (r *fieldRenderer) Destroy()           {}
func (r *fieldRenderer) MinSize() fyne.Size { return fyne.NewSize(160, fieldHeight) }

func (r *fieldRenderer) Objects() []fyne.CanvasObject {
	return append(r.box.Objects(), r.icon, r.clip, r.f.hint, r.f.clear)
}

// Layout places the entry so that its own border, which it draws when it has
// the focus, lies outside of what is shown of it.
func (r *fieldRenderer) Layout(size fyne.Size) {
	r.box.Resize(size)
	r.icon.Move(fyne.NewPos(10, (size.Height-fieldIcon)/2))
	r.icon.Resize(fyne.NewSquareSize(fieldIcon))

	hint := r.f.hint.MinSize()
	if !r.f.hinted() {
		hint.Width = 0
	}
	r.f.hint.Hidden = r.f.entry.Text != "" || !r.f.hinted()
	r.f.hint.Move(fyne.NewPos(size.Width-hint.Width-8, (size.Height-hint.Height)/2))
	r.f.hint.Resize(hint)
	r.f.clear.Move(fyne.NewPos(size.Width-fieldHeight, 0))
	r.f.clear.Resize(fyne.NewSize(fieldHeight, size.Height))

	const border = 3 // of the entry, and a little more
	room := size.Width - fieldText - max(hint.Width+12, fieldHeight)
	r.clip.Move(fyne.NewPos(fieldText-border, border))
	r.clip.Resize(fyne.NewSize(room+border, size.Height-2*border))
	r.text.Move(fyne.NewPos(border-entryInset, -border))
	// Its text is set at the top; with height to spare it never scrolls that way.
	r.text.Resize(fyne.NewSize(room+2*entryInset, size.Height+entryInset))
}

func (r *fieldRenderer) Refresh() {
	if r.f.entry.focused {
		r.box.Paint(look.ColorRaised, look.ColorFocusRing, 2)
	} else {
		r.box.Paint(look.ColorRaised, look.ColorRuleStrong, 1)
	}
	r.icon.Resource = prose.Icon("magnifying-glass", look.ColorTextMuted)
	r.icon.Refresh()
	r.f.entry.Refresh() // not what overrides its theme, which would parse its fonts anew
	r.f.hint.Refresh()
	r.f.clear.Refresh()
	canvas.Refresh(r.f)
}

// fieldTheme is the theme in use without an entry's ground, and with the
// design's caret.
type fieldTheme struct{}

func (fieldTheme) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	switch n {
	case theme.ColorNameInputBackground, theme.ColorNameInputBorder:
		return color.Transparent
	case theme.ColorNamePrimary:
		// The entry draws its border and a caret that does not blink in this; a
		// caret that blinks is in the colour of the theme in use.
		if fyne.CurrentApp().Settings().ShowAnimations() {
			return color.Transparent
		}
		n = look.ColorLamp
	}
	return fyne.CurrentApp().Settings().Theme().Color(n, v)
}

func (fieldTheme) Font(s fyne.TextStyle) fyne.Resource {
	return fyne.CurrentApp().Settings().Theme().Font(s)
}

func (fieldTheme) Icon(n fyne.ThemeIconName) fyne.Resource {
	return fyne.CurrentApp().Settings().Theme().Icon(n)
}

func (fieldTheme) Size(n fyne.ThemeSizeName) float32 {
	switch n {
	case theme.SizeNameInnerPadding:
		return entryInset
	case theme.SizeNameInputBorder: // the width of the caret too
		return 2
	case theme.SizeNameInputRadius:
		return 0
	}
	return fyne.CurrentApp().Settings().Theme().Size(n)
}

// entry is a text entry that lets the list have its keys.
type entry struct {
	widget.Entry
	onKey      func(fyne.KeyName) bool
	onShortcut func(fyne.Shortcut) bool
	onFocus    func()
	focused    bool
}

func newEntry(placeholder string) *entry {
	e := &entry{}
	e.ExtendBaseWidget(e)
	e.SetPlaceHolder(placeholder)
	return e
}

// TypedKey takes the keys that the list has no use for.
func (e *entry) TypedKey(k *fyne.KeyEvent) {
	if e.onKey == nil || !e.onKey(k.Name) {
		e.Entry.TypedKey(k)
	}
}

// TypedShortcut takes the shortcuts that nobody else wants.
func (e *entry) TypedShortcut(s fyne.Shortcut) {
	if _, ours := s.(*desktop.CustomShortcut); ours && e.onShortcut != nil && e.onShortcut(s) {
		return
	}
	e.Entry.TypedShortcut(s)
}

// FocusGained shows the focus on the field.
func (e *entry) FocusGained() {
	e.focused = true
	e.Entry.FocusGained()
	e.onFocus()
}

// FocusLost takes it off again.
func (e *entry) FocusLost() {
	e.focused = false
	e.Entry.FocusLost()
	e.onFocus()
}
