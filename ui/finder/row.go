package finder

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations/search"
	"sidelight/ui/look"
	"sidelight/ui/prose"
)

// Measures of a row in pixels.
const (
	rowLeft  = 24 // to the signs and the headings
	rowText  = 54 // to the text
	rowRight = 20
	rowPad   = 8 // above and below the text
	lampBar  = 3 // the width of the bar on the chosen row
)

// row is one row of the list: something to choose, or a heading.
type row struct {
	prose.Block
	choice *choice // nil for a heading
}

// newHeading names the group of the rows below it.
func newHeading(name string, first bool, roles look.Roles) row {
	top := float32(12)
	if first {
		top = 14
	}
	return row{Block: prose.NewStack(prose.Item{
		Block: prose.NewText(roles.Section, look.ColorTextMuted, name),
		Top:   top, Bottom: 5, Left: rowLeft, Right: rowRight,
	})}
}

var (
	_ prose.Block        = (*choice)(nil)
	_ fyne.Tappable      = (*choice)(nil)
	_ desktop.Hoverable  = (*choice)(nil)
	_ desktop.Cursorable = (*choice)(nil)
	_ fyne.Accessible    = (*choice)(nil)
)

// choice is a row that can be chosen: a ground and a bar under a text.
type choice struct {
	widget.BaseWidget
	text     *prose.Stack
	label    string
	sign     fyne.CanvasObject // may be nil
	signSize fyne.Size
	signTop  float32
	onTapped func()

	chosen, hovered bool
}

// newHit is the row of a result: its sign, its title with the matched letters
// marked, and below it what it is and where it stands.
func newHit(r search.Result, s signOf, roles look.Roles, onTapped func()) row {
	role, bold := roles.Body, roles.Section.Font
	if r.Type == search.Passage {
		role, bold = roles.Evidence, roles.CardName.Font
	}
	title := prose.NewText(role, look.ColorText, r.Title, stretches(r, bold)...)
	title.SetMaxLines(2)
	meta := prose.NewText(roles.Meta, look.ColorTextMuted, metaLine(r))
	meta.SetMaxLines(2)
	c := &choice{
		label: r.Title, onTapped: onTapped,
		sign: s.object, signSize: s.size, signTop: rowPad + (role.Leading-s.size.Height)/2,
		text: prose.NewStack(
			prose.Item{Block: title, Top: rowPad, Left: rowText, Right: rowRight},
			prose.Item{Block: meta, Bottom: rowPad, Left: rowText, Right: rowRight},
		),
	}
	c.ExtendBaseWidget(c)
	return row{c, c}
}

// newMore is the row that shows all n results of a group.
func newMore(n int, roles look.Roles, onTapped func()) row {
	label := lang.X("finder.show-all", "Show all {{.Count}}", map[string]any{"Count": n})
	c := &choice{
		label: label, onTapped: onTapped,
		text: prose.NewStack(prose.Item{
			Block: prose.NewText(roles.Tab, look.ColorAccentText, label),
			Top:   6, Bottom: 6, Left: rowText, Right: rowRight,
		}),
	}
	c.ExtendBaseWidget(c)
	return row{c, c}
}

// stretches mark the matched letters.
func stretches(r search.Result, bold look.Font) []prose.Stretch {
	out := make([]prose.Stretch, len(r.Matches))
	for i, m := range r.Matches {
		out[i] = prose.Stretch{
			Start: m.Start, End: m.End,
			Font: bold, Colour: look.ColorAccentText, Underline: look.ColorLamp,
		}
	}
	return out
}

// metaLine says what a result is and where it stands, and under which other
// name it was found if its title does not show that.
func metaLine(r search.Result) string {
	line := r.Detail
	if why := r.Reason.String(); len(r.Matches) == 0 && strings.Contains(why, "“") {
		line = strings.TrimPrefix(line+" · "+why, " · ")
	}
	// A last word as short as a paragraph's number does not go on a line alone.
	if i := strings.LastIndexByte(line, ' '); i > 0 && len(line)-i <= 4 {
		line = line[:i] + "\u00a0" + line[i+1:]
	}
	return line
}

// HeightFor is the height of the row at a width.
func (c *choice) HeightFor(width float32) float32 { return c.text.HeightFor(width) }

func (c *choice) setChosen(on bool) {
	if c.chosen != on {
		c.chosen = on
		c.Refresh()
	}
}

// AccessibilityLabel is the title.
func (c *choice) AccessibilityLabel() string { return c.label }

// AccessibilityRole says that the row can be pressed.
func (c *choice) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// Cursor is the pointing hand.
func (c *choice) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn shows that the row can be clicked.
func (c *choice) MouseIn(*desktop.MouseEvent) { c.setHovered(true) }

// MouseMoved is part of desktop.Hoverable.
func (c *choice) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes that back.
func (c *choice) MouseOut() { c.setHovered(false) }

// Tapped opens the row.
func (c *choice) Tapped(*fyne.PointEvent) { c.onTapped() }

func (c *choice) setHovered(on bool) {
	if c.hovered != on {
		c.hovered = on
		c.Refresh()
	}
}

// CreateRenderer draws the row.
func (c *choice) CreateRenderer() fyne.WidgetRenderer {
	r := &choiceRenderer{c: c, ground: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil)}
	r.objects = []fyne.CanvasObject{r.ground, r.bar, c.text}
	if c.sign != nil {
		r.objects = append(r.objects, c.sign)
	}
	r.paint()
	return r
}

type choiceRenderer struct {
	c           *choice
	ground, bar *canvas.Rectangle
	objects     []fyne.CanvasObject
}

func (r *choiceRenderer) Destroy()                     {}
func (r *choiceRenderer) MinSize() fyne.Size           { return fyne.NewSize(0, r.c.HeightFor(r.c.Size().Width)) }
func (r *choiceRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *choiceRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.bar.Resize(fyne.NewSize(lampBar, size.Height))
	r.c.text.Resize(size)
	if r.c.sign != nil {
		r.c.sign.Move(fyne.NewPos(rowLeft, r.c.signTop))
		r.c.sign.Resize(r.c.signSize)
	}
}

func (r *choiceRenderer) Refresh() {
	r.paint()
	for _, o := range r.objects {
		o.Refresh()
	}
}

func (r *choiceRenderer) paint() {
	r.ground.FillColor = look.Of(look.ColorHoverFill)
	if !r.c.chosen {
		r.ground.FillColor = look.Faded(look.ColorHoverFill, 0.5)
	}
	r.ground.Hidden = !r.c.chosen && !r.c.hovered
	r.bar.FillColor, r.bar.Hidden = look.Of(look.ColorLamp), !r.c.chosen
}
