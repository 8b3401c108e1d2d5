package index

import (
	"image/color"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/look"
	"sidelight/ui/pattern"
)

// Where things stand in a row, pixels from its left; what is at the right is
// measured from there.
const (
	caretX   = 11
	sampleX  = 30
	headX    = 54
	entryX   = 40
	speakerX = 58
	captionX = 14
	countX   = 16 // from the right
	eyeZone  = 36 // at the right of a head, for a click
	sample   = 18 // width of a pattern
)

// line shows one row of the rail.
type line struct {
	widget.BaseWidget
	rail    *Rail
	at      int // row
	shown   row
	hovered bool

	ground, bar, ring, rule *canvas.Rectangle
	name, count             *canvas.Text
	caret, eye              *canvas.Image
	pattern                 fyne.CanvasObject // of the kind or voice, or nil
}

var (
	_ fyne.Tappable      = (*line)(nil)
	_ fyne.Accessible    = (*line)(nil)
	_ desktop.Hoverable  = (*line)(nil)
	_ desktop.Cursorable = (*line)(nil)
)

func newLine(r *Rail) *line {
	l := &line{
		rail: r, at: -1,
		ground: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil),
		ring: canvas.NewRectangle(color.Transparent), rule: canvas.NewRectangle(nil),
		name: canvas.NewText("", nil), count: canvas.NewText("", nil),
		caret: &canvas.Image{FillMode: canvas.ImageFillContain},
		eye:   &canvas.Image{FillMode: canvas.ImageFillContain},
	}
	l.ground.CornerRadius, l.ring.CornerRadius, l.ring.StrokeWidth = 6, 6, 2
	l.bar.CornerRadius = 1.5
	l.ExtendBaseWidget(l)
	return l
}

// show turns the line to the i-th row of the rail.
func (l *line) show(i int) {
	x := l.rail.model.rows[i]
	if l.at < 0 || x.part != l.shown.part || x.kind != l.shown.kind || x.voice != l.shown.voice {
		switch l.pattern = nil; x.part {
		case head:
			l.pattern = pattern.NewSample(x.kind, sample)
		case speaker:
			l.pattern = pattern.NewVoice(x.voice)
		}
	}
	l.at, l.shown = i, x
	l.Refresh()
}

// selected reports whether the row is that of the selected entity, or holds it.
func (l *line) selected() (row, holds bool) {
	r := l.rail
	if r.selected == "" {
		return false, false
	}
	switch l.shown.part {
	case entry:
		return l.shown.id == r.selected, false
	case head:
		return false, r.model.kinds[r.selected] == l.shown.kind && r.model.folded[l.shown.kind] && r.model.filter == ""
	}
	return false, false
}

// withEye reports whether the row shows the eye that switches its layer: while
// one points at it, and as long as the layer is off.
func (l *line) withEye() bool {
	if l.shown.part != head && l.shown.part != speaker {
		return false
	}
	return l.hovered || l.focused() || !l.rail.on(l.shown)
}

func (l *line) focused() bool { return l.rail.focused && l.rail.cursor == l.at }

// Tapped folds, opens or switches the layer.
func (l *line) Tapped(e *fyne.PointEvent) {
	atEye := e != nil && e.Position.X >= l.Size().Width-eyeZone
	switch {
	case l.shown.part == speaker, l.shown.part == head && atEye:
		l.rail.toggle(l.at)
	default:
		l.rail.act(l.at)
	}
}

// MouseIn lights the row.
func (l *line) MouseIn(*desktop.MouseEvent) { l.hovered = true; l.Refresh() }

// MouseMoved does nothing more.
func (l *line) MouseMoved(*desktop.MouseEvent) {}

// MouseOut puts it out.
func (l *line) MouseOut() { l.hovered = false; l.Refresh() }

// Cursor is a hand over what can be tapped.
func (l *line) Cursor() desktop.Cursor {
	if l.shown.stop() {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// AccessibilityLabel is the name and its count.
func (l *line) AccessibilityLabel() string {
	if l.shown.count == 0 {
		return l.shown.label()
	}
	return l.shown.label() + ", " + strconv.Itoa(l.shown.count)
}

// AccessibilityRole is a button.
func (l *line) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer draws the row.
func (l *line) CreateRenderer() fyne.WidgetRenderer {
	r := &lineRenderer{l}
	r.Refresh()
	return r
}

type lineRenderer struct{ l *line }

func (r *lineRenderer) Destroy()           {}
func (r *lineRenderer) MinSize() fyne.Size { return fyne.NewSize(0, r.l.shown.height) }

func (r *lineRenderer) Objects() []fyne.CanvasObject {
	l := r.l
	out := []fyne.CanvasObject{l.ground, l.bar, l.rule, l.name, l.count, l.caret, l.eye, l.ring}
	if l.pattern != nil {
		out = append(out, l.pattern)
	}
	return out
}

func (r *lineRenderer) Layout(size fyne.Size) {
	l := r.l
	h := size.Height
	l.ground.Move(fyne.NewPos(8, 0))
	l.ground.Resize(fyne.NewSize(size.Width-17, h))
	l.ring.Move(l.ground.Position())
	l.ring.Resize(l.ground.Size())
	l.bar.Move(fyne.NewPos(8, (h-18)/2))
	l.bar.Resize(fyne.NewSize(3, 18))
	l.rule.Move(fyne.NewPos(captionX, float32(int(h/2))))
	l.rule.Resize(fyne.NewSize(size.Width-2*captionX, 1))
	l.caret.Move(fyne.NewPos(caretX, (h-12)/2))
	l.caret.Resize(fyne.NewSquareSize(12))
	l.eye.Move(fyne.NewPos(size.Width-countX-16, (h-16)/2))
	l.eye.Resize(fyne.NewSquareSize(16))
	if l.pattern != nil {
		s := l.pattern.MinSize()
		x := float32(sampleX)
		if l.shown.part == speaker {
			x = sampleX + 7
		}
		l.pattern.Move(fyne.NewPos(x, float32(int((h-s.Height)/2))))
		l.pattern.Resize(s)
	}
	r.words(size)
}

// words sets name and count; a name that is too long is cut.
func (r *lineRenderer) words(size fyne.Size) {
	l := r.l
	role, left := l.role()
	right := size.Width - countX
	if l.withEye() {
		right -= 24
	}
	l.count.Text = ""
	if l.shown.count > 0 {
		l.count.Text = strconv.Itoa(l.shown.count)
	}
	w := setText(l.count, l.rail.roles.UI, right, size.Height)
	l.count.Move(l.count.Position().SubtractXY(w, 0))
	l.name.Text = cut(role, l.shown.label(), right-w-8-left)
	setText(l.name, role, left, size.Height)
}

// role is the type of the name and where it begins.
func (l *line) role() (look.Role, float32) {
	roles := l.rail.roles
	switch l.shown.part {
	case head:
		return roles.Tab, headX
	case speaker:
		return roles.UI, speakerX
	case caption:
		return roles.Meta, captionX
	case nothing:
		return roles.UI, captionX
	}
	if row, _ := l.selected(); row {
		return roles.Tab, entryX
	}
	return roles.UI, entryX
}

// setText sets a text in a role at x, in the middle of a row, and returns its
// width.
func setText(t *canvas.Text, role look.Role, x, height float32) float32 {
	t.FontSource, t.TextSize = role.Resource, role.Size
	_, box := role.Face.Metrics(role.Size)
	w := role.Face.Width(t.Text, role.Size)
	t.Move(fyne.NewPos(x, float32(int((height-box)/2+0.5))))
	t.Resize(fyne.NewSize(w+1, box))
	return w
}

// cut is the text with its end left out where it is wider than width.
func cut(role look.Role, s string, width float32) string {
	if role.Face.Width(s, role.Size) <= width {
		return s
	}
	letters := []rune(s)
	for len(letters) > 0 && role.Face.Width(string(letters)+"…", role.Size) > width {
		letters = letters[:len(letters)-1]
	}
	return strings.TrimSpace(string(letters)) + "…"
}

// cutLeft is the text with its beginning left out where it is wider than width.
func cutLeft(role look.Role, s string, width float32) string {
	letters := []rune(s)
	for len(letters) > 1 && role.Face.Width(string(letters), role.Size) > width {
		letters = letters[1:]
	}
	return string(letters)
}

func (r *lineRenderer) Refresh() {
	l := r.l
	row, holds := l.selected()
	l.ground.Hidden, l.ground.FillColor = !row && (!l.hovered || !l.shown.stop()), look.Of(look.ColorHoverFill)
	l.bar.Hidden = !row && !holds
	if row || holds {
		l.bar.FillColor = look.Of(look.Ink(l.shown.kind))
	}
	if row {
		l.ground.FillColor = look.Of(look.Tint(l.shown.kind))
	}
	l.ring.Hidden, l.ring.StrokeColor = !l.focused(), look.Of(look.ColorFocusRing)
	l.rule.Hidden, l.rule.FillColor = l.shown.part != rule, look.Of(look.ColorRule)
	l.name.Color, l.count.Color = look.Of(l.ink(row)), look.Of(look.ColorTextMuted)
	r.icons()
	r.Layout(l.Size())
	if l.pattern != nil {
		l.pattern.Refresh()
	}
	canvas.Refresh(l)
}

// ink is the colour of the name.
func (l *line) ink(selected bool) fyne.ThemeColorName {
	switch {
	case !l.rail.on(l.shown):
		return look.ColorTextFaint
	case selected, l.shown.part == head, l.shown.part == speaker:
		return look.ColorText
	}
	return look.ColorTextMuted
}

func (r *lineRenderer) icons() {
	l := r.l
	l.caret.Hidden = l.shown.part != head
	if !l.caret.Hidden {
		name := "caret-down"
		if l.rail.model.folded[l.shown.kind] && l.rail.model.filter == "" {
			name = "caret-right"
		}
		l.caret.Resource = look.Icon(name, look.ColorTextMuted)
	}
	l.eye.Hidden = !l.withEye()
	if !l.eye.Hidden {
		name := "eye"
		if !l.rail.on(l.shown) {
			name = "eye-slash"
		}
		l.eye.Resource = look.Icon(name, look.ColorTextMuted)
	}
	l.caret.Refresh()
	l.eye.Refresh()
}
