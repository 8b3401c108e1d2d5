// Package drawing shows figures: in a window with [Board], which scrolls them and tells
// what the reader points to, and as a picture. What of a figure stands straight and all of
// its words are objects of the toolkit; what slants, bends or is dashed is drawn in plates,
// pictures as sharp as the screen. Only what is in view is in the tree of objects.
package drawing

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations/figure"
	"sidelight/ui/control"
	"sidelight/ui/look"
)

const (
	ringWidth  = 2  // of the focus ring, pixels
	ringRadius = 6  // of its corners
	beamLine   = 2  // the height of the line that is a beam in high contrast
	over       = 96 // that objects are made for beyond the view, pixels
	margin     = 24 // around what is brought into view, where there is room
	overlap    = 60 // of two pages
)

// Board shows a figure and scrolls it. What the reader does it tells by the functions that
// it has been given; each may be nil. A board has the size that it is given.
type Board struct {
	widget.BaseWidget

	// OnTapped hears of a click on a group, nil for one beside all groups, at a point of
	// the figure.
	OnTapped func(*figure.Group, figure.Point)
	// OnMenu hears of a right click on a group, or beside all, at a place of the window.
	OnMenu func(*figure.Group, fyne.Position)
	// OnHovered hears which group is under the pointer, once for each; nil for none.
	OnHovered func(*figure.Group)
	// OnDragged hears by how far the pointer has gone since the last call, in a drag that
	// began on a group or beside all. A call with ended and no distance is the last one.
	// Where it returns false, the board scrolls.
	OnDragged func(g *figure.Group, by figure.Point, ended bool) bool
	// OnWheel may take a turn of the wheel, by which the board scrolls else.
	OnWheel func(*fyne.ScrollEvent) bool
	// OnKey and OnRune may take a key and a character. Of other keys those that scroll
	// are the board's, and the rest are the window's.
	OnKey  func(*fyne.KeyEvent) bool
	OnRune func(rune) bool
	// OnFocus hears that the board has got the keyboard, or lost it.
	OnFocus func(bool)
	// OnScrolled is called when another part of the figure has come into view.
	OnScrolled func()

	figure  *figure.Figure
	sheet   *sheet
	scroll  *roller
	key     string // of the group that the keyboard is at
	focused bool
	keyed   bool // the reader's last act was a key, and not of the mouse
	spaced  bool // OnKey has taken the space, whose character is still to come
}

// New makes a board that shows nothing.
func New(roles look.Roles) *Board {
	b := &Board{figure: &figure.Figure{}, sheet: newSheet(newFonts(roles))}
	b.sheet.pointer = pointer{board: b}
	b.scroll = &roller{board: b, Scroll: container.Scroll{Direction: container.ScrollBoth, Content: b.sheet}}
	b.scroll.ExtendBaseWidget(b.scroll)
	b.scroll.OnScrolled = func(fyne.Position) { b.scrolled() }
	b.ExtendBaseWidget(b)
	return b
}

// roller scrolls the sheet, as far as the wheel asks for.
type roller struct {
	container.Scroll
	board        *Board
	down, across control.Wheel
}

// Scrolled follows the wheel.
func (r *roller) Scrolled(e *fyne.ScrollEvent) {
	if f := r.board.OnWheel; f != nil && f(e) {
		return
	}
	turned := *e
	turned.Scrolled.DY = e.Scrolled.DX
	r.board.by(r.across.Turn(&turned, control.Line), r.down.Turn(e, control.Line))
}

// SetFigure shows a figure in place of the last one. How far the board is scrolled stays,
// and what the keyboard is at, by its key. Nil shows nothing.
func (b *Board) SetFigure(f *figure.Figure) {
	if f == nil {
		f = &figure.Figure{}
	}
	at := b.scroll.Offset
	b.figure = f
	b.sheet.take(f)
	b.fit()
	b.sheet.draw(b.around(), false)
	b.mark()
	b.sheet.again()
	if b.scroll.Offset != at {
		b.tell()
	}
}

// Figure returns the figure that is shown, or one that is empty.
func (b *Board) Figure() *figure.Figure { return b.figure }

// Focused returns the key of the group that the keyboard is at, if the figure has it.
func (b *Board) Focused() string {
	if _, ok := b.at(); !ok {
		return ""
	}
	return b.key
}

// at returns the group that the keyboard is at.
func (b *Board) at() (*figure.Group, bool) {
	if b.key == "" {
		return nil, false
	}
	return b.figure.Find(b.key)
}

// SetFocused brings the keyboard to a group by its key, or with an empty key to none. A
// ring shows where it is, while the board has the keyboard.
func (b *Board) SetFocused(key string) {
	if b.key != key {
		b.key = key
		b.mark()
		if b.keyed {
			b.explain()
		}
	}
}

// mark places the ring.
func (b *Board) mark() {
	ring, s := b.sheet.ring, b.sheet
	g, ok := b.at()
	var at figure.Rect
	if ok && b.focused {
		// In a window the stroke of a rectangle lies within its edge.
		at = meet(where(g).Grown(ringWidth), s.window.Grown(beyond))
	}
	if ring.Hidden = at.Empty(); !ring.Hidden {
		control.Place(ring, s.snap(at.X), s.snap(at.Y), s.snap(at.Right())-s.snap(at.X), s.snap(at.Bottom())-s.snap(at.Y))
	}
	ring.Refresh()
}

// Place returns the rectangle of the window in which the group with a key lies, if the
// figure has it.
func (b *Board) Place(key string) (at fyne.Position, size fyne.Size, ok bool) {
	g, ok := b.figure.Find(key)
	if !ok {
		return at, size, false
	}
	r := where(g)
	at = fyne.CurrentApp().Driver().AbsolutePositionForObject(b.sheet).AddXY(r.X, r.Y)
	return at, fyne.NewSize(r.W, r.H), true
}

// MinSize returns nothing: a board has the size that it is given.
func (b *Board) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer shows the figure. Its ground is for pictures: here all figures lie on the
// page, whose colour the canvas is cleared with.
func (b *Board) CreateRenderer() fyne.WidgetRenderer {
	return control.Render(b, func() {}, func(size fyne.Size) {
		b.scroll.Resize(size)
		b.fit()
		b.bring()
	}, b.scroll)
}

// AccessibilityLabel returns the title of the figure, and what the keyboard is at.
func (b *Board) AccessibilityLabel() string {
	g, ok := b.at()
	switch {
	case !ok || g.Name == "":
		return b.figure.Title
	case b.figure.Title == "":
		return g.Name
	}
	return b.figure.Title + ": " + g.Name
}

// AccessibilityRole returns the role of what holds things.
func (b *Board) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleContainer }

var (
	_ fyne.Accessible = (*Board)(nil)
	_ fyne.Focusable  = (*Board)(nil)
)
