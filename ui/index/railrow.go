package index

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"sidelight/annotations/notes"
	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/session"
	"sidelight/ui/shape"
	"sidelight/ui/typeset"
)

// Where things stand in a row, pixels from its left; what is at the right is
// measured from there.
const (
	caretX   = 11
	sampleX  = 30
	headX    = 54
	entryX   = 30
	speakerX = 58
	captionX = 14
	countX   = 16 // from the right
	eyeSize  = 16
	eyeZone  = 36 // at the right of a head, for a click
	sample   = 18 // width of a pattern
	doubtGap = 6  // from a name to the sign that the program is not sure of it

	ownHeight = 13 // of the sample of a highlight
)

// railRow shows one row of the rail.
type railRow struct {
	control.Tap
	rail  *Rail
	at    int // row
	shown row
	atEye bool // the pointer is where the eye is

	bar, ring, rule *shape.Box
	name, count     *canvas.Text
	doubt           *canvas.Text // behind the name
	caret, eye      *canvas.Raster
	pattern         fyne.CanvasObject // of the kind or voice, or nil
}

func newRailRow(r *Rail) *railRow {
	l := &railRow{
		rail: r, at: -1,
		bar: shape.NewBox(nil), ring: shape.NewBox(color.Transparent), rule: shape.NewBox(nil),
		name: canvas.NewText("", nil), count: canvas.NewText("", nil), doubt: canvas.NewText("?", nil),
		caret: look.NewSign(),
		eye:   look.NewSign(),
	}
	l.ring.CornerRadius, l.ring.StrokeWidth = 6, 2
	l.bar.CornerRadius = 1.5
	l.Init(l, "", nil)
	l.OnMenu = l.openMenu
	l.SetTip(l.explain)
	return l
}

// show turns the line to row i of the rail.
func (l *railRow) show(i int) {
	x := l.rail.model.rows[i]
	if l.at < 0 || x.part != l.shown.part || x.kind != l.shown.kind || x.voice != l.shown.voice {
		switch l.pattern = nil; x.part {
		case head:
			l.pattern = pattern.NewSample(x.kind, sample)
		case speaker:
			l.pattern = pattern.NewVoice(x.voice)
		case own:
			l.pattern = pattern.NewStyle(notes.Marker, sample, ownHeight)
		}
	}
	if l.at, l.shown = i, x; l.Hovered() {
		l.rail.point(x.id, x.voice) // the list has scrolled under the pointer
	}
	name := x.whole()
	if x.count > 0 {
		name += ", " + strconv.Itoa(x.count)
	}
	if x.doubt {
		name += ", " + locale.X("mark.unsure", "unsure")
	}
	if (x.part == head || x.part == speaker) && !l.rail.on(x) {
		name = hidden(name)
	}
	l.SetName(name)
	l.SetEnabled(x.stop())
}

// bearing is what a row has to do with what is selected.
type bearing uint8

const (
	apart  bearing = iota
	itself         // the row is that of the selected entity, of the open voice or of the open notes
	holds          // the row is the head of the folded group that holds the selected entity
)

// bears returns what a row has to do with what a snapshot selects.
func (r *Rail) bears(x row, now session.Snapshot) bearing {
	is := false
	switch x.part {
	case speaker:
		is = x.voice == now.Panel.Voice
	case own:
		is = now.Panel.Face == session.Notes || now.Panel.Face == session.Writing
	case entry:
		is = x.id == now.Selected && now.Selected != ""
	case head:
		if k, ok := r.model.kinds[now.Selected]; ok && k == x.kind && r.model.isFolded(k) && r.model.filter == "" {
			return holds
		}
	}
	if is {
		return itself
	}
	return apart
}

// selected reports whether the row is that of the selected entity or of the open
// voice, or holds it.
func (l *railRow) selected() (row, has bool) {
	b := l.rail.bears(l.shown, l.rail.now)
	return b == itself, b == holds
}

// withEye reports whether the row shows the eye that switches its layer: while
// the pointer or the keyboard is at the row, and as long as the layer is off.
func (l *railRow) withEye() bool {
	if l.shown.part != head && l.shown.part != speaker {
		return false
	}
	return l.Hovered() || l.focused() || !l.rail.on(l.shown)
}

func (l *railRow) focused() bool { return l.rail.focused && l.rail.list.Current() == l.at }

// Tapped folds or opens what the row shows; a tap on the eye switches its layer.
func (l *railRow) Tapped(e *fyne.PointEvent) {
	atEye := e != nil && e.Position.X >= l.Size().Width-eyeZone
	if atEye && (l.shown.part == speaker || l.shown.part == head) {
		l.rail.toggle(l.at)
		l.Explain() // the eye does the opposite now
		return
	}
	l.rail.act(l.at)
}

// explain returns what the eye does while the pointer is at it, else the whole of a
// name that is cut.
func (l *railRow) explain() control.Tip {
	if l.atEye && l.withEye() {
		words := locale.X("index.hide", "Hide {{.Name}}", map[string]any{"Name": l.shown.label()})
		if !l.rail.on(l.shown) {
			words = locale.X("index.show", "Show {{.Name}}", map[string]any{"Name": l.shown.label()})
		}
		return control.Tip{Words: words, X: l.eye.Position().X}
	}
	if whole := l.shown.label(); l.name.Text != typeset.Visible(whole) {
		return control.Tip{Words: l.shown.whole(), X: l.name.Position().X}
	}
	return control.Tip{}
}

// MouseMoved tells the eye from the rest of the row.
func (l *railRow) MouseMoved(e *desktop.MouseEvent) {
	if at := e.Position.X >= l.Size().Width-eyeZone; at != l.atEye {
		l.atEye = at
		l.Explain()
	}
}

// MouseIn lights the row, and the mentions of its entity or the passages of its voice.
func (l *railRow) MouseIn(e *desktop.MouseEvent) {
	l.atEye = e != nil && e.Position.X >= l.Size().Width-eyeZone
	l.Tap.MouseIn(e)
	l.rail.point(l.shown.id, l.shown.voice)
}

// MouseOut puts the lights out.
func (l *railRow) MouseOut() {
	l.Tap.MouseOut()
	l.rail.point("", 0)
}

// MinSize returns nothing: the list gives the row its size.
func (l *railRow) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer draws the row.
func (l *railRow) CreateRenderer() fyne.WidgetRenderer {
	return control.RenderFunc(l, l.paint, l.arrange, func() []fyne.CanvasObject {
		out := []fyne.CanvasObject{l.Ground, l.bar, l.rule, l.name, l.doubt, l.count, l.caret, l.eye, l.ring}
		if l.pattern != nil {
			out = append(out, l.pattern)
		}
		return out
	})
}

func (l *railRow) arrange(size fyne.Size) {
	w, h := size.Width, size.Height
	control.Place(l.Ground, 8, 0, w-17, h)
	control.Place(l.ring, 8, 0, w-17, h)
	control.Place(l.bar, 8, (h-18)/2, 3, 18)
	control.Place(l.rule, captionX, float32(int(h/2)), w-2*captionX, 1)
	control.Place(l.caret, caretX, (h-12)/2, 12, 12)
	control.Place(l.eye, w-countX-eyeSize, (h-eyeSize)/2, eyeSize, eyeSize)
	if l.pattern != nil {
		s := l.pattern.MinSize()
		x := float32(sampleX)
		if l.shown.part == speaker {
			x += 7
		}
		control.Place(l.pattern, x, float32(int((h-s.Height)/2)), s.Width, s.Height)
	}
	l.words(size)
}

// words sets name and count; a name that is too long is cut. The name has the same
// room with the eye and without.
func (l *railRow) words(size fyne.Size) {
	role, left := l.role()
	right := size.Width - countX
	l.count.Text = ""
	if l.shown.count > 0 || l.shown.part == own {
		l.count.Text = strconv.Itoa(l.shown.count)
	}
	w := endText(l.count, l.rail.roles.UI, right, size.Height)
	if l.shown.part == head || l.shown.part == speaker {
		w = max(w, eyeSize) // the eye comes in the place of the count, and nothing moves
	}
	room := right - w - 8 - left
	if l.shown.doubt {
		room -= doubtGap + l.rail.roles.UI.Face.Width(l.doubt.Text, l.rail.roles.UI.Size)
	}
	l.name.Text = cut(role, l.shown.label(), room)
	behind := left + setText(l.name, role, left, size.Height) + doubtGap
	setText(l.doubt, l.rail.roles.UI, behind, size.Height)
}

// role returns the type of the name and where the name begins, in pixels from the
// left.
func (l *railRow) role() (look.Role, float32) {
	roles := l.rail.roles
	switch l.shown.part {
	case head, own:
		return roles.Tab, headX
	case speaker:
		if row, _ := l.selected(); row {
			return roles.Tab, speakerX
		}
		return roles.UI, speakerX
	case caption, nearly:
		return roles.Meta, captionX
	case nothing:
		return roles.UI, captionX
	}
	if row, _ := l.selected(); row {
		return roles.Tab, entryX
	}
	return roles.UI, entryX
}

func (l *railRow) paint() {
	row, holds := l.selected()
	l.Paint()
	ground, ink := look.Tint(l.shown.kind), look.Ink(l.shown.kind)
	if l.shown.part == speaker || l.shown.part == own { // neither has a colour
		ground, ink = look.ColorHoverFill, look.ColorText
	}
	if row {
		l.Ground.Hidden, l.Ground.FillColor = false, look.Of(ground)
	}
	l.bar.Hidden = !row && !holds
	if row || holds {
		l.bar.FillColor = look.Of(ink)
	}
	l.ring.Hidden, l.ring.StrokeColor = !l.focused(), look.Of(look.ColorFocusRing)
	l.rule.Hidden, l.rule.FillColor = l.shown.part != rule, look.Of(look.ColorRule)
	l.doubt.Hidden, l.doubt.Color = !l.shown.doubt, look.Of(look.ColorTextFaint)
	l.name.Color, l.count.Color = look.Of(l.ink(row)), look.Of(look.ColorTextMuted)
	l.icons()
}

// ink returns the colour of the name.
func (l *railRow) ink(selected bool) fyne.ThemeColorName {
	switch {
	case !l.rail.on(l.shown):
		return look.ColorTextFaint
	case selected, l.shown.part == head, l.shown.part == speaker, l.shown.part == own:
		return look.ColorText
	}
	return look.ColorTextMuted
}

// icons shows whether the row is folded and whether its layer is on.
func (l *railRow) icons() {
	l.caret.Hidden, l.eye.Hidden = l.shown.part != head, !l.withEye()
	l.count.Hidden = l.withEye()
	caret, eye := "caret-down", "eye"
	if l.rail.model.isFolded(l.shown.kind) && l.rail.model.filter == "" {
		caret = "caret-right"
	}
	if !l.rail.on(l.shown) {
		eye = "eye-slash"
	}
	look.ShowIcon(l.caret, caret, look.ColorTextMuted)
	look.ShowIcon(l.eye, eye, look.ColorTextMuted)
}
