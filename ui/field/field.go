// Package field is what takes what is typed: a [Field] of one line, with an icon, a
// caret in the colour of the lamp, and a key on a cap, and an [Area] of several lines.
// What is typed is the business of their owner.
package field

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
	"sidelight/ui/typeset"
)

// Height is the height of the small field, pixels.
const Height = 32

const (
	entryInset = 8 // from the entry's edges to its text, pixels
	caretRoom  = 4 // at both sides of the text for the caret, pixels
)

var (
	_ fyne.Widget        = (*Field)(nil)
	_ fyne.Tappable      = (*Field)(nil)
	_ desktop.Cursorable = (*Field)(nil)
)

// Look says how a field looks. Lengths are in pixels.
type Look struct {
	// Icon is the name of the icon at the left; with an empty one the text begins there.
	Icon string

	roles      look.Roles
	text       float32 // the size of the text
	lift       float32 // of the text above the middle
	caret      float32 // the height of the caret
	iconAt     float32 // from the left edge to the icon
	icon       float32 // the size of the icon
	textAt     float32 // from the left edge to the text
	iconColour fyne.ThemeColorName
	framed     bool // the field has a frame, which shows the focus, and a cross that clears it
}

// Small is the look of a field beside other things, in a frame.
func Small(roles look.Roles) Look {
	return Look{
		Icon: "magnifying-glass", roles: roles, text: roles.UI.Size, caret: 18, iconAt: 10, icon: 16, textAt: 34,
		iconColour: look.ColorTextMuted, framed: true,
	}
}

// Large is the look of a field at the head of a palette, which has no frame.
func Large(roles look.Roles) Look {
	return Look{
		Icon: "magnifying-glass", roles: roles, text: roles.Query.Size, lift: 1, caret: 22, iconAt: 18, icon: 18, textAt: 50,
		iconColour: look.ColorText,
	}
}

// Field is a search field: an entry that draws only what is selected, and all that
// the field looks like.
type Field struct {
	widget.BaseWidget

	// Entry is what takes the keyboard's focus and holds the text.
	Entry *Entry
	// OnTapped is called at a click and reports whether the click is dealt with; nil
	// deals with none.
	OnTapped func() bool

	look        Look
	placeholder string // shown while nothing is typed
	completion  string // shown behind the caret
	caret       *caret
	hint        *control.Key
	key         string
	clear       *clearButton
	place       func()          // places words and caret; nil while the field has no renderer
	made        func()          // gives what the entry has come to consist of the field's theme; nil likewise
	arrange     func(fyne.Size) // lays out the parts; nil before there is a renderer
}

// New makes a field. While the field is empty it shows placeholder, and key on
// a cap at its right end if key is not empty.
func New(placeholder, key string, l Look) *Field {
	if l.Icon == "" {
		l.textAt = l.iconAt
	}
	f := &Field{
		look: l, placeholder: placeholder, Entry: newEntry(), caret: newCaret(), hint: control.NewKey(key, l.roles), key: key,
	}
	f.clear = newClearButton(func() {
		f.Entry.SetText("")
		f.Focus()
	})
	f.Entry.onFocus, f.Entry.onTyped = f.focused, f.caret.wake
	f.Entry.onTapped = func() bool { return f.OnTapped != nil && f.OnTapped() }
	f.Entry.onRefresh = func() {
		if f.place != nil {
			f.place()
		}
	}
	f.Entry.onMade = func() {
		if f.made != nil {
			f.made()
		}
	}
	f.ExtendBaseWidget(f)
	f.Update()
	return f
}

// HeightFor returns the height of the small field in pixels, the same at any width.
func (f *Field) HeightFor(float32) float32 { return Height }

// Tapped gives the entry the keyboard's focus, wherever the field is clicked.
func (f *Field) Tapped(*fyne.PointEvent) {
	if f.OnTapped == nil || !f.OnTapped() {
		f.Focus()
	}
}

// Cursor returns the cursor of text, also beside the entry.
func (f *Field) Cursor() desktop.Cursor { return desktop.TextCursor }

// SetCompletion shows behind what is typed how it may go on, while the caret stands at
// its end.
func (f *Field) SetCompletion(rest string) {
	if f.completion != rest {
		f.completion = rest
		f.Refresh()
	}
}

// SetPlaceholder sets what stands in the empty field.
func (f *Field) SetPlaceholder(words string) {
	if f.placeholder != words {
		f.placeholder = words
		f.Update()
		if f.arrange != nil {
			f.arrange(f.Size()) // there may be room for the key's cap now, or none any more
		}
	}
}

// SetText replaces the text, as if the reader had typed it, with the caret at its end.
func (f *Field) SetText(words string) {
	f.Entry.SetText(words)
	f.Entry.CursorColumn = len([]rune(words))
	f.Entry.Refresh()
}

// Focus gives the entry the keyboard's focus, once the field is in a window.
func (f *Field) Focus() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil {
		c.Focus(f.Entry)
	}
}

// focused shows that the entry has got or lost the keyboard's focus.
func (f *Field) focused() {
	if f.Entry.focused {
		f.caret.wake()
	} else {
		f.caret.sleep()
	}
	f.Refresh()
}

// Update shows the key's cap in an empty field, and the cross in another.
func (f *Field) Update() {
	empty := f.Entry.Text == ""
	f.hint.Hidden, f.clear.Hidden = !empty || !f.hinted(), empty || !f.look.framed
	f.Refresh()
}

// hinted reports whether the field has a key to name and room for its cap beside the
// placeholder.
func (f *Field) hinted() bool {
	if f.key == "" || f.Size().Width == 0 {
		return f.key != ""
	}
	words := f.look.roles.UI.Face.Width(f.placeholder, f.look.text)
	return f.look.textAt+words+f.hint.MinSize().Width+16 <= f.Size().Width
}

// CreateRenderer draws the field.
func (f *Field) CreateRenderer() fyne.WidgetRenderer {
	r := &fieldRenderer{
		f:     f,
		box:   control.NewBox(6),
		icon:  look.NewSign(),
		held:  container.NewStack(f.Entry),
		words: canvas.NewText("", nil),
		after: canvas.NewText("", nil),
	}
	r.text = container.NewThemeOverride(r.held, fieldTheme{f.look.text})
	r.words.TextSize, r.after.TextSize = f.look.text, f.look.text
	r.write()
	r.clip = container.NewClip(container.NewWithoutLayout(r.text, r.words, r.after, f.caret.bar))
	// Fyne finds what is to have the focus only inside widgets that have a renderer,
	// and a clip has none before it is extended and resized. Fyne drops the renderer
	// of a field that has not been drawn for a minute, and a field that comes back
	// in its old size is not laid out before it is drawn: so it is laid out here.
	r.clip.ExtendBaseWidget(r.clip)
	r.clip.Resize(fyne.NewSquareSize(1))
	f.place, f.arrange, f.made = r.place, r.Layout, r.text.Refresh
	r.Refresh()
	r.Layout(f.Size())
	return r
}

type fieldRenderer struct {
	f     *Field
	box   *control.Box
	icon  *canvas.Raster
	held  *fyne.Container          // the entry, for as long as there is the renderer
	text  *container.ThemeOverride // held
	words *canvas.Text             // what is typed, or the placeholder
	after *canvas.Text             // the completion
	clip  *container.Clip
	moved float32 // how far the text is moved to the left to show the caret, pixels
}

func (r *fieldRenderer) MinSize() fyne.Size { return fyne.NewSize(160, Height) }

// Destroy takes the entry out of what overrides its theme. Fyne remembers for good
// what theme the lines and texts in an entry have, and whatever is inside of what
// overrides it: the entry, and all that it tells what is typed.
func (r *fieldRenderer) Destroy() {
	r.f.caret.sleep()
	r.held.Objects = nil
}

func (r *fieldRenderer) Objects() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	if r.f.look.framed {
		out = r.box.Objects()
	}
	return append(out, r.icon, r.clip, r.f.hint, r.f.clear)
}

// Layout places the parts of the field in the middle of its height.
func (r *fieldRenderer) Layout(size fyne.Size) {
	l := r.f.look
	r.box.Resize(size)
	r.icon.Move(fyne.NewPos(l.iconAt, (size.Height-l.icon)/2))
	r.icon.Resize(fyne.NewSquareSize(l.icon))

	hint := r.f.hint.MinSize()
	if !r.f.hinted() {
		hint.Width = 0
	}
	r.f.hint.Hidden = r.f.Entry.Text != "" || !r.f.hinted()
	r.f.hint.Move(fyne.NewPos(size.Width-hint.Width-8, (size.Height-hint.Height)/2))
	r.f.hint.Resize(hint)
	r.f.clear.Move(fyne.NewPos(size.Width-Height, 0))
	r.f.clear.Resize(fyne.NewSize(Height, size.Height))

	room := size.Width - l.textAt + caretRoom
	if l.framed {
		room -= max(hint.Width+12, Height)
	}
	r.clip.Move(fyne.NewPos(l.textAt-caretRoom, 3))
	r.clip.Resize(fyne.NewSize(max(room, 0), max(size.Height-6, 0)))
	r.place()
}

// place moves the entry inside the clip: its text begins at the clip's left edge, or
// as far to the left of that as shows the caret. The entry is wide enough for all
// of its text and never scrolls by itself.
func (r *fieldRenderer) place() {
	e, l, size := r.f.Entry, r.f.look, r.clip.Size()
	r.write()
	text, at := r.typed()
	room := max(size.Width-2*caretRoom, 1)
	r.moved = max(0, min(r.moved, text.Width-room))
	r.moved = min(max(r.moved, at-room), at)
	y := float32(int((size.Height-text.Height)/2)) - l.lift
	r.text.Move(fyne.NewPos(caretRoom-entryInset-r.moved, y-entryInset))
	r.text.Resize(fyne.NewSize(max(size.Width, text.Width)+2*entryInset, text.Height+2*entryInset))
	r.words.Move(r.text.Position().AddXY(entryInset, entryInset))
	r.words.Resize(r.words.MinSize())
	if !r.after.Hidden {
		r.after.Move(r.words.Position().AddXY(text.Width+caretWidth, 0))
		r.after.Resize(r.after.MinSize())
	}
	bar := fyne.NewPos(caretRoom+float32(int(at-r.moved+0.5))+1, float32(int((size.Height-l.caret)/2)))
	if e.Text == "" {
		bar.X = caretRoom - caretWidth // before the words that stand in the empty field
	}
	if bar != r.f.caret.bar.Position() && e.focused {
		r.f.caret.wake() // it does not blink while it moves
	}
	r.f.caret.bar.Move(bar)
	r.f.caret.bar.Resize(fyne.NewSize(caretWidth, l.caret))
}

// typed returns the size of what is typed, and how far from its left edge the caret
// stands. An empty field does not ask the entry, see [Entry.wake].
func (r *fieldRenderer) typed() (text fyne.Size, caret float32) {
	if e := r.f.Entry; e.Text != "" {
		return fyne.MeasureText(e.Text, r.f.look.text, fyne.TextStyle{}), e.CursorPosition().X - entryInset
	}
	return fyne.NewSize(0, r.words.MinSize().Height), 0
}

// write shows what is typed in the fonts by which the entry measures, or in an empty
// field the placeholder in that of the design, which has all its letters.
func (r *fieldRenderer) write() {
	e := r.f.Entry
	words, ink, font := e.Text, look.ColorText, fyne.Resource(nil)
	if words == "" {
		words, ink, font = r.f.placeholder, look.ColorTextFaint, r.f.look.roles.UI.Resource
	}
	r.words.Text, r.words.Color, r.words.FontSource = words, look.Of(ink), font
	r.after.Text, r.after.Color, r.after.FontSource = typeset.Visible(r.f.completion), look.Of(look.ColorTextFaint), font
	r.after.Hidden = e.Text == "" || e.CursorColumn < len([]rune(e.Text))
}

func (r *fieldRenderer) Refresh() {
	if r.f.Entry.focused {
		r.box.Paint(look.ColorRaised, look.ColorFocusRing, 2)
	} else {
		r.box.Paint(look.ColorRaised, look.ColorRuleStrong, 1)
	}
	look.ShowIcon(r.icon, r.f.look.Icon, r.f.look.iconColour)
	r.icon.Refresh()
	r.f.caret.paint()
	r.f.Entry.Refresh()
	r.f.hint.Refresh()
	r.f.clear.Refresh()
	canvas.Refresh(r.f)
}

// fieldTheme is the app's theme for an entry without ground, frame and caret.
type fieldTheme struct {
	text float32 // the size of the text, pixels
}

func (fieldTheme) Color(n fyne.ThemeColorName, v fyne.ThemeVariant) color.Color {
	switch n {
	case theme.ColorNameInputBackground, theme.ColorNameInputBorder, theme.ColorNamePrimary:
		return color.Transparent
	}
	return fyne.CurrentApp().Settings().Theme().Color(n, v)
}

func (fieldTheme) Font(s fyne.TextStyle) fyne.Resource {
	return fyne.CurrentApp().Settings().Theme().Font(s)
}

func (fieldTheme) Icon(n fyne.ThemeIconName) fyne.Resource {
	return fyne.CurrentApp().Settings().Theme().Icon(n)
}

func (t fieldTheme) Size(n fyne.ThemeSizeName) float32 {
	switch n {
	case theme.SizeNameText:
		return t.text
	case theme.SizeNameInnerPadding:
		return entryInset
	case theme.SizeNameInputBorder: // the width of the caret too
		return 0
	case theme.SizeNameInputRadius:
		return 0
	}
	return fyne.CurrentApp().Settings().Theme().Size(n)
}
