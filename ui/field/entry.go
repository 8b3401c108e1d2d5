package field

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Entry is a text entry that offers keys, shortcuts and clicks to its owner first. It
// draws what is selected and no more: the field draws the words and the caret.
//
// Text inside of what overrides the theme has fonts of its own in Fyne: each override
// of the theme of a drawn text parses four fonts, some ten megabytes, which Fyne never
// forgets. And Fyne's own caret fades, and each step of fading draws the whole window.
type Entry struct {
	widget.Entry
	// OnKey is called with a key before the entry takes it, and reports whether the key is
	// dealt with.
	OnKey func(fyne.KeyName) bool
	// OnShortcut is called with a shortcut of the program's before the entry takes it, and
	// reports whether the shortcut is dealt with.
	OnShortcut func(fyne.Shortcut) bool
	// OnMenu is called after a right click, with its place in the window in pixels;
	// nil where there is no menu.
	OnMenu func(at fyne.Position)
	// OnMiddle returns what a click with the middle button inserts; nil where that is
	// not the custom.
	OnMiddle func() string
	// Tabs says that the entry takes the Tab key, which else moves the focus.
	Tabs bool

	onFocus   func()
	onTyped   func() // called before a key is dealt with
	onTapped  func() bool
	onRefresh func() // called when words, selection or caret may have changed
	onMade    func() // called after the entry was made whole
	focused   bool
	awake     bool // the entry is whole, see [Entry.wake]
}

func newEntry() *Entry {
	e := &Entry{}
	e.ExtendBaseWidget(e)
	return e
}

// wake has the entry made whole. What nobody has typed into or clicked draws nothing, and
// Fyne's entry measures itself in the toolkit's own fonts: four are parsed for it, and
// those of the system looked through, which takes longer than all of the window's texts.
func (e *Entry) wake() {
	if !e.awake {
		e.awake = true
		e.Refresh() // makes it
	}
}

// CreateRenderer draws what is selected. Fyne's entry cannot do without what it draws
// itself: it measures by that. What does not draw the selection is hidden.
func (e *Entry) CreateRenderer() fyne.WidgetRenderer {
	r := &entryRenderer{e: e}
	if e.awake {
		r.make()
	}
	return r
}

type entryRenderer struct {
	e       *Entry
	content fyne.WidgetRenderer // of what Fyne's entry scrolls: words, caret, and what is selected; nil before the entry is awake
}

func (r *entryRenderer) make() {
	for _, o := range r.e.Entry.CreateRenderer().Objects() {
		if scroll, ok := o.(*container.Scroll); ok {
			r.content = scroll.Content.(fyne.Widget).CreateRenderer()
		}
	}
	for _, o := range r.content.Objects() {
		if _, selects := o.(interface{ SelectedText() string }); !selects {
			o.Hide()
		}
	}
}

func (r *entryRenderer) Layout(fyne.Size)   {}
func (r *entryRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r *entryRenderer) Destroy() {
	if r.content != nil {
		r.content.Destroy()
	}
}

func (r *entryRenderer) Objects() []fyne.CanvasObject {
	if r.content == nil {
		return nil
	}
	return r.content.Objects()
}

func (r *entryRenderer) Refresh() {
	if r.e.awake && r.content == nil {
		r.make()
		r.e.onMade()
	}
	for _, o := range r.Objects() {
		o.Refresh()
	}
	if f := r.e.onRefresh; f != nil {
		f()
	}
	canvas.Refresh(r.e)
}

// SetText replaces the text.
func (e *Entry) SetText(words string) {
	if words != "" {
		e.wake()
	}
	e.Entry.SetText(words)
}

// SelectedText returns the words that are selected.
func (e *Entry) SelectedText() string {
	if !e.awake {
		return ""
	}
	return e.Entry.SelectedText()
}

// AcceptsTab reports whether the entry takes the Tab key, which else moves the focus
// to the next control.
func (e *Entry) AcceptsTab() bool { return e.Tabs }

// Tapped places the caret, unless onTapped has dealt with the click.
func (e *Entry) Tapped(p *fyne.PointEvent) {
	if !e.onTapped() {
		e.Entry.Tapped(p)
	}
}

// MouseDown places the caret. The middle button inserts there what [Entry.OnMiddle]
// returns.
func (e *Entry) MouseDown(m *desktop.MouseEvent) {
	e.wake()
	e.Entry.MouseDown(m)
	if m.Button != desktop.MouseButtonTertiary || e.OnMiddle == nil {
		return
	}
	if words := e.OnMiddle(); words != "" {
		e.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: pasted(words)})
	}
}

// pasted are words to be pasted that are not on the clipboard.
type pasted string

func (p pasted) Content() string   { return string(p) }
func (p pasted) SetContent(string) {}

// TappedSecondary asks for the menu, in place of the toolkit's own.
func (e *Entry) TappedSecondary(p *fyne.PointEvent) {
	if e.OnMenu != nil {
		e.OnMenu(p.AbsolutePosition)
	}
}

// TypedKey edits the text, unless OnKey has dealt with the key.
func (e *Entry) TypedKey(k *fyne.KeyEvent) {
	e.wake()
	e.onTyped()
	if e.OnKey == nil || !e.OnKey(k.Name) {
		e.Entry.TypedKey(k)
	}
}

// TypedShortcut edits the text, unless the shortcut is one of the program's and
// OnShortcut has dealt with it. To copy is one of the program's while nothing is
// selected here; to undo and to redo is always the field's.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	e.wake()
	if redoes(s) {
		s = &fyne.ShortcutRedo{}
	}
	_, ours := s.(*desktop.CustomShortcut)
	if _, copies := s.(*fyne.ShortcutCopy); copies && e.SelectedText() == "" {
		ours = true
	}
	if ours && e.OnShortcut != nil && e.OnShortcut(s) {
		return
	}
	e.Entry.TypedShortcut(s)
}

// redoes reports whether a shortcut is the other one by which programs redo, of which the
// toolkit knows nothing.
func redoes(s fyne.Shortcut) bool {
	c, ok := s.(*desktop.CustomShortcut)
	return ok && c.KeyName == fyne.KeyZ && c.Modifier == fyne.KeyModifierShortcutDefault|fyne.KeyModifierShift
}

// FocusGained shows the keyboard's focus on the field.
func (e *Entry) FocusGained() {
	e.wake()
	e.focused = true
	e.Entry.FocusGained()
	e.onFocus()
}

// FocusLost stops showing the keyboard's focus.
func (e *Entry) FocusLost() {
	e.focused = false
	e.Entry.FocusLost()
	e.onFocus()
}
