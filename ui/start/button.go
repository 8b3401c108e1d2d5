package start

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/control"
	"sidelight/ui/look"
	"sidelight/ui/prose"
)

const (
	buttonHeight = 38
	buttonPad    = 17 // at both sides of the words
	buttonKey    = 11 // between the words and the key, and between that and the edge
)

// button is words in a frame; the main one of a page is filled. A plain one has
// neither and takes the whole width, as a row of a list does.
type button struct {
	widget.BaseWidget
	words            *prose.Text
	key              *control.Key // that does the same, or nil
	main, plain      bool
	tap              func()
	hovered, focused bool
}

var (
	_ prose.Inline       = (*button)(nil)
	_ fyne.Tappable      = (*button)(nil)
	_ fyne.Focusable     = (*button)(nil)
	_ desktop.Hoverable  = (*button)(nil)
	_ desktop.Cursorable = (*button)(nil)
)

func newButton(roles look.Roles, words string, main bool, tap func()) *button {
	colour := look.ColorText
	if main {
		colour = look.ColorOnAccent
	}
	b := &button{words: prose.NewText(roles.Strong, colour, words), main: main, tap: tap}
	b.ExtendBaseWidget(b)
	return b
}

// newMain is the filled button of a page, with the key that does the same.
func newMain(roles look.Roles, words, key string, tap func()) *button {
	b := newButton(roles, words, true, tap)
	b.key = control.NewKeyOnAccent(key, roles)
	return b
}

func newRow(roles look.Roles, words string, tap func()) *button {
	b := &button{words: prose.NewText(roles.UI, look.ColorText, words), plain: true, tap: tap}
	b.words.SetMaxLines(1)
	b.ExtendBaseWidget(b)
	return b
}

// AccessibilityLabel is the words.
func (b *button) AccessibilityLabel() string { return b.words.Content() }

// AccessibilityRole is that of a button.
func (b *button) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// NaturalWidth is the width of the words and their frame.
func (b *button) NaturalWidth() float32 {
	if b.key != nil {
		return b.pad() + b.words.NaturalWidth() + b.key.MinSize().Width + 2*buttonKey
	}
	return b.words.NaturalWidth() + 2*b.pad()
}

func (b *button) pad() float32 {
	if b.plain {
		return 8
	}
	return buttonPad
}

// HeightFor is that of the button, at any width.
func (b *button) HeightFor(float32) float32 {
	if b.plain {
		return 30
	}
	return buttonHeight
}

// MinSize is the height; the width is what it is given.
func (b *button) MinSize() fyne.Size {
	b.ExtendBaseWidget(b)
	return fyne.NewSize(0, b.HeightFor(0))
}

// Tapped does what the button is for.
func (b *button) Tapped(*fyne.PointEvent) { b.tap() }

// FocusGained shows the focus ring.
func (b *button) FocusGained() { b.focused = true; b.Refresh() }

// FocusLost hides it.
func (b *button) FocusLost() { b.focused = false; b.Refresh() }

// TypedRune does nothing.
func (b *button) TypedRune(rune) {}

// TypedKey acts on Enter and Space.
func (b *button) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter || e.Name == fyne.KeySpace {
		b.tap()
	}
}

// MouseIn lights the button.
func (b *button) MouseIn(*desktop.MouseEvent) { b.hovered = true; b.Refresh() }

// MouseMoved does nothing.
func (b *button) MouseMoved(*desktop.MouseEvent) {}

// MouseOut darkens it.
func (b *button) MouseOut() { b.hovered = false; b.Refresh() }

// Cursor is a hand.
func (b *button) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer shows frame, words and ring.
func (b *button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{b, canvas.NewRectangle(nil), canvas.NewRectangle(nil)}
	r.frame.CornerRadius, r.ring.CornerRadius = 6, 8
	r.paint()
	return r
}

type buttonRenderer struct {
	b           *button
	frame, ring *canvas.Rectangle
}

func (r *buttonRenderer) Destroy()           {}
func (r *buttonRenderer) MinSize() fyne.Size { return r.b.MinSize() }

func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	if r.b.key != nil {
		return []fyne.CanvasObject{r.frame, r.b.words, r.b.key, r.ring}
	}
	return []fyne.CanvasObject{r.frame, r.b.words, r.ring}
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	r.frame.Resize(size)
	r.ring.Move(fyne.NewPos(-3, -3))
	r.ring.Resize(size.AddWidthHeight(6, 6))
	pad := r.b.pad()
	r.b.words.Move(fyne.NewPos(pad, (size.Height-20)/2))
	room := size.Width - 2*pad
	if k := r.b.key; k != nil {
		w := k.MinSize()
		k.Resize(w)
		k.Move(fyne.NewPos(size.Width-buttonKey-w.Width, (size.Height-w.Height)/2))
		room = k.Position().X - pad - 4
	}
	r.b.words.Resize(fyne.NewSize(max(0, room+1), 20))
}

func (r *buttonRenderer) paint() {
	r.frame.FillColor, r.frame.StrokeWidth = nil, 0
	switch {
	case r.b.main:
		r.frame.FillColor = look.Of(look.ColorAccent)
	case r.b.hovered:
		r.frame.FillColor = look.Of(look.ColorHoverFill)
	}
	if !r.b.main && !r.b.plain {
		r.frame.StrokeColor, r.frame.StrokeWidth = look.Of(look.ColorControl), 1
	}
	r.ring.StrokeWidth = 0
	if r.b.focused {
		r.ring.StrokeColor, r.ring.StrokeWidth = look.Of(look.ColorFocusRing), 2
	}
}

func (r *buttonRenderer) Refresh() {
	r.paint()
	for _, o := range r.Objects() {
		o.Refresh()
	}
	canvas.Refresh(r.b)
}
