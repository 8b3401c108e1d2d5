package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/look"
)

// toolbar holds the buttons at the top: menu, back and forward at the left, the
// theme and the panel at the right end of the page.
type toolbar struct {
	widget.BaseWidget
	menu, back, forward, theme, panel *tool
}

func newToolbar(menu, back, forward, theme, panel func()) *toolbar {
	t := &toolbar{
		menu:    newTool("list", menu),
		back:    newTool("arrow-left", back),
		forward: newTool("arrow-right", forward),
		theme:   newTool("circle-half", theme),
		panel:   newTool("sidebar-right", panel),
	}
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer lays out the buttons.
func (t *toolbar) CreateRenderer() fyne.WidgetRenderer { return toolbarRenderer{t} }

type toolbarRenderer struct{ t *toolbar }

func (r toolbarRenderer) Destroy()           {}
func (r toolbarRenderer) MinSize() fyne.Size { return fyne.NewSize(120, 32) }

func (r toolbarRenderer) Layout(size fyne.Size) {
	y := (size.Height - toolSize) / 2
	for i, b := range []*tool{r.t.menu, r.t.back, r.t.forward} {
		b.Move(fyne.NewPos(8+float32(i)*(toolSize+2), y))
	}
	for i, b := range []*tool{r.t.panel, r.t.theme} {
		b.Move(fyne.NewPos(size.Width-12-toolSize-float32(i)*(toolSize+2), y))
	}
	for _, o := range r.Objects() {
		o.Resize(fyne.NewSquareSize(toolSize))
	}
}

func (r toolbarRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.t.menu, r.t.back, r.t.forward, r.t.theme, r.t.panel}
}

func (r toolbarRenderer) Refresh() {
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

const (
	toolSize = 32 // the target of a button, pixels
	iconSize = 18
)

// tool is a button that is an icon. It can be disabled, takes the keyboard's
// focus and shows it.
type tool struct {
	widget.DisableableWidget
	icon             string
	tapped           func()
	hovered, focused bool
}

var (
	_ fyne.Tappable      = (*tool)(nil)
	_ fyne.Focusable     = (*tool)(nil)
	_ desktop.Hoverable  = (*tool)(nil)
	_ desktop.Cursorable = (*tool)(nil)
)

func newTool(icon string, tapped func()) *tool {
	t := &tool{icon: icon, tapped: tapped}
	t.ExtendBaseWidget(t)
	return t
}

// setEnabled lets the button be used or not.
func (t *tool) setEnabled(on bool) {
	switch {
	case on && t.Disabled():
		t.Enable()
	case !on && !t.Disabled():
		t.Disable()
	}
}

// Tapped does what the button is for.
func (t *tool) Tapped(*fyne.PointEvent) { t.act() }

func (t *tool) act() {
	if f := t.tapped; f != nil && !t.Disabled() {
		f()
	}
}

// FocusGained shows the focus ring.
func (t *tool) FocusGained() { t.focused = true; t.Refresh() }

// FocusLost hides it.
func (t *tool) FocusLost() { t.focused = false; t.Refresh() }

// TypedRune does nothing.
func (t *tool) TypedRune(rune) {}

// TypedKey acts on Enter and Space.
func (t *tool) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter || e.Name == fyne.KeySpace {
		t.act()
	}
}

// MouseIn lights the button.
func (t *tool) MouseIn(*desktop.MouseEvent) { t.hovered = true; t.Refresh() }

// MouseMoved does nothing.
func (t *tool) MouseMoved(*desktop.MouseEvent) {}

// MouseOut darkens it.
func (t *tool) MouseOut() { t.hovered = false; t.Refresh() }

// Cursor is a hand while the button can be used.
func (t *tool) Cursor() desktop.Cursor {
	if t.Disabled() {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// CreateRenderer draws the icon on its ground.
func (t *tool) CreateRenderer() fyne.WidgetRenderer {
	r := &toolRenderer{
		t: t, ground: canvas.NewRectangle(nil),
		image: canvas.NewImageFromResource(nil),
	}
	r.ground.CornerRadius = 6
	r.image.FillMode = canvas.ImageFillContain
	r.Refresh()
	return r
}

type toolRenderer struct {
	t      *tool
	ground *canvas.Rectangle
	image  *canvas.Image
}

func (r *toolRenderer) Destroy()                     {}
func (r *toolRenderer) MinSize() fyne.Size           { return fyne.NewSquareSize(toolSize) }
func (r *toolRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.ground, r.image} }

func (r *toolRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.image.Resize(fyne.NewSquareSize(iconSize))
	r.image.Move(fyne.NewPos((size.Width-iconSize)/2, (size.Height-iconSize)/2))
}

func (r *toolRenderer) Refresh() {
	r.image.Translucency = 0
	if r.t.Disabled() {
		r.image.Translucency = 0.7 // faint on any ground, also where all colours are strong
	}
	r.ground.FillColor, r.ground.StrokeWidth = nil, 0
	if r.t.hovered && !r.t.Disabled() {
		r.ground.FillColor = look.Of(look.ColorHoverFill)
	}
	if r.t.focused {
		r.ground.StrokeColor, r.ground.StrokeWidth = look.Of(look.ColorFocusRing), 2
	}
	r.image.Resource = theme.NewColoredResource(look.Icon(r.t.icon), look.ColorText)
	r.ground.Refresh()
	r.image.Refresh()
}
