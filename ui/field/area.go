package field

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/control"
	"sidelight/ui/look"
	"sidelight/ui/prose"
	"sidelight/ui/shape"
	"sidelight/ui/typeset"
)

// Lengths in an area, pixels.
const (
	areaLeading = 22
	areaLeft    = 16
	areaTop     = 12
	areaRadius  = 6
)

var (
	_ fyne.Focusable     = (*Area)(nil)
	_ fyne.Shortcutable  = (*Area)(nil)
	_ fyne.Tabbable      = (*Area)(nil)
	_ fyne.Draggable     = (*Area)(nil)
	_ fyne.Scrollable    = (*Area)(nil)
	_ fyne.Accessible    = (*Area)(nil)
	_ desktop.Keyable    = (*Area)(nil)
	_ desktop.Mouseable  = (*Area)(nil)
	_ desktop.Cursorable = (*Area)(nil)
	_ prose.Block        = (*Area)(nil)
)

// Area is a box of a fixed height that takes lines of plain text. The toolkit's own
// cannot be set in the design's type.
type Area struct {
	widget.BaseWidget

	// OnChanged is called with the text after each change by the reader.
	OnChanged func(text string)
	// OnMoved is called after the caret has moved or the text has changed.
	OnMoved func()
	// OnKey is called with a key before the area takes it, and reports whether the key is
	// dealt with.
	OnKey func(fyne.KeyName) bool
	// OnShortcut is called with a shortcut of the program's before the area takes it, and
	// reports whether the shortcut is dealt with.
	OnShortcut func(fyne.Shortcut) bool
	// OnMenu is called after a right click, with its place in the window in pixels.
	OnMenu func(at fyne.Position)
	// OnMiddle returns what a click with the middle button inserts; nil where that is
	// not the custom.
	OnMiddle func() string
	// OnFocus is called when the area gets the keyboard's focus or loses it.
	OnFocus func(on bool)
	// OnScrolled is called with a turn of the wheel for which the area has no use.
	OnScrolled func(*fyne.ScrollEvent)
	// Inked returns the ranges of the text that have a colour of their own, in ascending
	// order; nil for none.
	Inked func(text string) []prose.Stretch
	// Tabs says that the area takes the Tab key, which else moves the focus.
	Tabs bool

	buffer
	role        look.Role
	name        string
	placeholder *prose.Text
	height      float32

	lines  []areaLine
	sets   map[string]*typeset.Text // of the paragraphs
	width  float32                  // that the lines are broken for
	top    int                      // the first line in view
	goal   float32                  // where the caret wants to be in the lines it steps through
	stepsX bool                     // goal is set
	wheel  float32                  // pixels turned that are less than a line

	box     *control.Box
	bar     *caret
	objects []fyne.CanvasObject
	focused bool
	shift   bool
	clicks  clicks
}

// areaLine is a line, and the byte at which its paragraph begins.
type areaLine struct {
	typeset.Line
	from int
}

// begin and end are the bytes of the text between which the line stands.
func (l *areaLine) begin() int { return l.from + l.Start }
func (l *areaLine) end() int   { return l.from + l.End }

// NewArea makes an empty area, height pixels high. Name is what screen readers say;
// placeholder stands in it while it is empty.
func NewArea(name, placeholder string, height float32, roles look.Roles) *Area {
	a := &Area{
		name: name, height: height, role: look.Role{Font: roles.Body.Font, Size: roles.Body.Size, Leading: areaLeading},
		box: control.NewBox(areaRadius), bar: newCaret(),
	}
	a.placeholder = prose.NewText(a.role, look.ColorTextFaint, placeholder)
	a.ExtendBaseWidget(a)
	return a
}

// Text returns what is in the area.
func (a *Area) Text() string { return a.text }

// SetText puts another text into the area, with the caret at its end, and forgets what
// could be undone.
func (a *Area) SetText(text string) {
	a.set(text)
	a.shown()
}

// Caret returns the byte of the text before which the caret stands.
func (a *Area) Caret() int { return a.caret }

// Selected returns the words that are selected.
func (a *Area) Selected() string { return a.selected() }

// Replace puts words in the place of the bytes [from, to), as one step of undo, with the
// caret behind them.
func (a *Area) Replace(from, to int, with string) {
	a.replace(from, to, with, false)
	a.changed()
}

// CaretAt returns where the caret stands: the top of its line, in pixels from the top
// left of the area.
func (a *Area) CaretAt() fyne.Position {
	a.breakLines(a.width)
	i := a.lineOf(a.caret)
	return fyne.NewPos(areaLeft+a.x(i, a.caret), areaTop+float32(i-a.top)*areaLeading)
}

// HeightFor returns the height of the area in pixels, the same at any width.
func (a *Area) HeightFor(float32) float32 { return a.height }

// MinSize returns the height of the area and no width.
func (a *Area) MinSize() fyne.Size { return fyne.NewSize(0, a.height) }

// AccessibilityLabel returns the area's name.
func (a *Area) AccessibilityLabel() string { return a.name }

// AccessibilityRole says that the area is text.
func (a *Area) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// changed tells of a change of the text by the reader.
func (a *Area) changed() {
	a.shown()
	if f := a.OnChanged; f != nil {
		f(a.text)
	}
	a.moved()
}

func (a *Area) moved() {
	if f := a.OnMoved; f != nil {
		f()
	}
}

// shown shows the text anew, with the caret in view.
func (a *Area) shown() {
	a.width = -a.width // the lines are no longer those of the text
	a.stepsX = false
	a.reveal()
	a.Refresh()
}

// breakLines breaks the text for a width of the area in pixels.
func (a *Area) breakLines(width float32) {
	if width < 0 {
		width = -width
	}
	if a.width == width && a.lines != nil {
		return
	}
	a.width, a.lines = width, a.lines[:0]
	room := max(width-2*areaLeft, 20)
	style := a.role.Style()
	style.Straight = true
	old := a.sets
	a.sets = map[string]*typeset.Text{}
	for from := 0; ; {
		_, to := a.paragraph(from)
		words := a.text[from:to]
		set := old[words]
		if set == nil {
			set = typeset.NewText(words, 0, style)
		}
		a.sets[words] = set
		for _, l := range set.Break(room) {
			a.lines = append(a.lines, areaLine{l, from})
		}
		if to == len(a.text) {
			return
		}
		from = to + 1
	}
}

// lineOf returns the line of a place. The end of a line that goes on is the beginning of
// the next.
func (a *Area) lineOf(at int) int {
	for i := range a.lines {
		last := i == len(a.lines)-1
		if at < a.lines[i].end() || last || at == a.lines[i].end() && a.lines[i+1].begin() > at {
			return i
		}
	}
	return 0
}

// x returns where a place lies in a line, in pixels.
func (a *Area) x(line, at int) float32 {
	if len(a.lines) == 0 {
		return 0
	}
	l := &a.lines[line]
	if l.Start == l.End {
		return 0
	}
	words := l.begin() + len(strings.TrimRight(a.text[l.begin():l.end()], " ")) // where they end
	if at > words || at == l.end() {
		return l.Width + float32(at-words)*a.role.Face.Width(" ", a.role.Size)
	}
	return l.X(at - l.from)
}

// rows is how many lines are in view at once.
func (a *Area) rows() int { return max(1, int((a.height-2*areaTop+areaLeading/2)/areaLeading)) }

// reveal scrolls so that the caret is in view.
func (a *Area) reveal() {
	a.breakLines(a.width)
	i := a.lineOf(a.caret)
	a.top = max(min(a.top, i), i-a.rows()+1)
	a.scrollTo(a.top)
}

func (a *Area) scrollTo(line int) { a.top = max(0, min(line, len(a.lines)-a.rows())) }

// Scrolled turns the lines.
func (a *Area) Scrolled(e *fyne.ScrollEvent) {
	a.wheel -= e.Scrolled.DY
	by := int(a.wheel / areaLeading)
	a.wheel -= float32(by) * areaLeading
	was := a.top
	a.scrollTo(a.top + by)
	if len(a.lines) <= a.rows() {
		if f := a.OnScrolled; f != nil {
			f(e)
		}
		return
	}
	if a.top != was {
		a.Refresh()
	}
}

// CreateRenderer draws the box, what is selected, the lines and the caret.
func (a *Area) CreateRenderer() fyne.WidgetRenderer {
	return control.RenderFunc(a, a.paint, a.arrange, func() []fyne.CanvasObject { return a.objects })
}

func (a *Area) arrange(size fyne.Size) {
	if a.width != size.Width {
		a.breakLines(size.Width)
		a.reveal()
		a.draw()
	}
	a.box.Resize(size)
	control.Place(a.placeholder, areaLeft, areaTop, size.Width-2*areaLeft, a.placeholder.HeightFor(size.Width-2*areaLeft))
}

func (a *Area) paint() {
	if a.focused {
		a.box.Paint(look.ColorRaised, look.ColorFocusRing, 2)
	} else {
		a.box.Paint(look.ColorRaised, look.ColorRuleStrong, 1)
	}
	a.bar.paint()
	a.placeholder.Hidden = a.text != ""
	a.draw()
}

// draw makes the objects of the lines in view.
func (a *Area) draw() {
	a.breakLines(a.width)
	a.objects = append(a.box.Objects(), a.placeholder)
	if a.width <= 0 {
		return
	}
	from, to := a.selection()
	last := min(a.top+a.rows(), len(a.lines))
	for i := a.top; i < last; i++ {
		l := &a.lines[i]
		y := areaTop + float32(i-a.top)*areaLeading
		if lo, hi := max(from, l.begin()), min(to, l.end()); from < to && lo <= hi && (lo < hi || to > l.end()) {
			r := shape.NewBox(look.Of(look.ColorSelected))
			left := a.x(i, lo)
			width := max(a.x(i, hi)-left, 4)
			control.Place(r, areaLeft+left, y, width, areaLeading)
			a.objects = append(a.objects, r)
		}
	}
	var inks []prose.Stretch
	if a.Inked != nil {
		inks = a.Inked(a.text)
	}
	for i := a.top; i < last; i++ {
		a.drawLine(&a.lines[i], areaTop+float32(i-a.top)*areaLeading, inks)
	}
	at := a.CaretAt()
	bar := a.bar.bar
	if now := fyne.NewPos(at.X, at.Y+2); now != bar.Position() && a.focused {
		bar.Move(now)
		a.bar.wake() // it does not blink while it moves
	}
	bar.Resize(fyne.NewSize(caretWidth, areaLeading-4))
	a.objects = append(a.objects, bar)
}

// drawLine draws a line in pieces of one colour.
func (a *Area) drawLine(l *areaLine, y float32, inks []prose.Stretch) {
	at := l.begin()
	piece := func(to int, colour fyne.ThemeColorName) {
		if to > at {
			for _, p := range l.Pieces(at-l.from, to-l.from) {
				a.objects = append(a.objects, prose.Piece(p, a.role, look.Of(colour), areaLeft, y+prose.Rise(a.role)))
			}
			at = to
		}
	}
	for _, s := range inks {
		if s.End <= at || s.Start >= l.end() {
			continue
		}
		piece(s.Start, look.ColorText)
		piece(min(s.End, l.end()), s.Colour)
	}
	piece(l.end(), look.ColorText)
}
