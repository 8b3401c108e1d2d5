package panel

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/look"
	"sidelight/ui/prose"
)

// reach is how far the ground of a row goes beyond its words at each side.
const reach = 8

// target is what every control of the panel is: it can be tapped, hovered and
// focused, and shows it by a ground and a ring around its size.
type target struct {
	widget.BaseWidget
	label   string // for screen readers
	onTap   func()
	onFocus func()
	keys    *keys

	hovered, focused bool
	ground, ring     *canvas.Rectangle
}

// keys are the callbacks for keys that no control of the panel uses.
type keys struct {
	key  func(*fyne.KeyEvent)
	char func(rune)
}

func (t *target) init(label string, onTap func(), k *keys) {
	t.label, t.onTap, t.keys = label, onTap, k
	t.ground, t.ring = canvas.NewRectangle(nil), canvas.NewRectangle(color.Transparent)
	t.ground.CornerRadius, t.ring.CornerRadius, t.ring.StrokeWidth = 6, 6, 2
	t.paint()
}

// paint shows the present state in the theme's colours.
func (t *target) paint() {
	t.ground.FillColor, t.ring.StrokeColor = look.Of(look.ColorHoverFill), look.Of(look.ColorFocusRing)
	t.ground.Hidden, t.ring.Hidden = !t.hovered, !t.focused
}

func (t *target) repaint() {
	t.paint()
	t.ground.Refresh()
	t.ring.Refresh()
}

func (t *target) fit(size fyne.Size) {
	t.ground.Resize(size)
	t.ring.Move(fyne.NewPos(1, 1))
	t.ring.Resize(size.Subtract(fyne.NewSize(2, 2)))
}

// Tapped acts.
func (t *target) Tapped(*fyne.PointEvent) {
	if t.onTap != nil {
		t.onTap()
	}
}

// Cursor is the hand of things that can be tapped.
func (t *target) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn lights the ground.
func (t *target) MouseIn(*desktop.MouseEvent) { t.setHovered(true) }

// MouseMoved does nothing more than MouseIn did.
func (t *target) MouseMoved(*desktop.MouseEvent) {}

// MouseOut puts the ground out.
func (t *target) MouseOut() { t.setHovered(false) }

func (t *target) setHovered(on bool) {
	if t.hovered != on {
		t.hovered = on
		t.repaint()
	}
}

// FocusGained shows the ring and asks to be brought into view.
func (t *target) FocusGained() {
	t.focused = true
	t.repaint()
	if t.onFocus != nil {
		t.onFocus()
	}
}

// FocusLost takes the ring away.
func (t *target) FocusLost() {
	t.focused = false
	t.repaint()
}

// TypedRune hands the character on.
func (t *target) TypedRune(r rune) {
	if r != ' ' && t.keys.char != nil {
		t.keys.char(r)
	}
}

// TypedKey acts on Enter and Space and hands other keys on.
func (t *target) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		t.Tapped(nil)
	default:
		if t.keys.key != nil {
			t.keys.key(e)
		}
	}
}

// AccessibilityLabel says what tapping acts on.
func (t *target) AccessibilityLabel() string { return t.label }

// AccessibilityRole is a button.
func (t *target) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// row is a block that is a target as a whole.
type row struct {
	target
	content prose.Block
	pad     float32 // above and below the content
	mark    *canvas.Rectangle
	marked  bool // the bar of lamp at the left is shown
}

var (
	_ prose.Block        = (*row)(nil)
	_ fyne.Tappable      = (*row)(nil)
	_ fyne.Focusable     = (*row)(nil)
	_ fyne.Accessible    = (*row)(nil)
	_ desktop.Hoverable  = (*row)(nil)
	_ desktop.Cursorable = (*row)(nil)
)

func newRow(label string, content prose.Block, pad float32, onTap func(), k *keys) *row {
	r := &row{content: content, pad: pad, mark: canvas.NewRectangle(nil)}
	r.mark.CornerRadius, r.mark.Hidden = 1.5, true
	r.init(label, onTap, k)
	r.ExtendBaseWidget(r)
	return r
}

// paint shows the present state in the theme's colours.
func (r *row) paint() {
	r.target.paint()
	r.mark.FillColor, r.mark.Hidden = look.Of(look.ColorLamp), !r.marked
}

// setMarked shows or hides the bar of the current row.
func (r *row) setMarked(on bool) {
	if r.marked != on {
		r.marked = on
		r.Refresh()
	}
}

// HeightFor is the height of the content and the space around it.
func (r *row) HeightFor(width float32) float32 {
	return r.content.HeightFor(width-2*reach) + 2*r.pad
}

// MinSize is as high as the row is at the present width.
func (r *row) MinSize() fyne.Size {
	r.ExtendBaseWidget(r)
	return fyne.NewSize(0, r.HeightFor(r.Size().Width))
}

// CreateRenderer shows ground, content, bar and ring.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	r.paint()
	return &rowRenderer{r, []fyne.CanvasObject{r.ground, r.content, r.mark, r.ring}}
}

type rowRenderer struct {
	r       *row
	objects []fyne.CanvasObject
}

func (x *rowRenderer) Destroy()                     {}
func (x *rowRenderer) MinSize() fyne.Size           { return x.r.MinSize() }
func (x *rowRenderer) Objects() []fyne.CanvasObject { return x.objects }

func (x *rowRenderer) Layout(size fyne.Size) {
	r := x.r
	r.fit(size)
	r.mark.Move(fyne.NewPos(0, 3))
	r.mark.Resize(fyne.NewSize(3, size.Height-6))
	r.content.Move(fyne.NewPos(reach, r.pad))
	r.content.Resize(fyne.NewSize(size.Width-2*reach, size.Height-2*r.pad))
}

func (x *rowRenderer) Refresh() {
	r := x.r
	r.paint()
	for _, o := range x.objects {
		o.Refresh()
	}
	canvas.Refresh(r)
}
