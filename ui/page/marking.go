package page

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/annotations/notes"
	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/pattern"
	"sidelight/ui/shape"
)

// The cell of a style in the selection bar, in pixels.
const (
	cellWidth  = 38
	cellHeight = 32
)

// marking is the part of the selection bar by which the reader highlights the selected
// words and writes about them.
type marking struct {
	page *Page
	key  string // that begins a note, as it is printed
	dots *control.Icon
}

// parts makes the cells of the styles and the button of a note, with its words or
// without.
func (m *marking) parts(chosen int, words bool) []fyne.CanvasObject {
	roles := m.page.on.Roles
	var out []fyne.CanvasObject
	for _, s := range notes.Styles() {
		out = append(out, newStyleCell(s, int(s) == chosen, m.page.Margin.StyleName, func() { m.mark(s) }))
	}
	rule := shape.NewBox(look.Of(look.ColorRuleStrong))
	rule.SetMinSize(fyne.NewSize(1, 1))
	out = append(out, rule)
	label := locale.X("selection.note", "Note")
	if !words {
		i := control.NewSmallIcon("note-pencil", label, m.write)
		i.Raised = true
		i.SetKey(m.key)
		return append(out, i)
	}
	out = append(out, control.NewText(control.Quiet, "note-pencil", label, roles, m.write))
	if m.key != "" {
		out = append(out, control.NewKey(m.key, roles))
	}
	return out
}

// more makes the button of the menu about the selected words.
func (m *marking) more() fyne.CanvasObject {
	m.dots = control.NewSmallIcon("dots-three", locale.X("selection.more", "More for these words"), m.openMenu)
	m.dots.Raised = true
	return m.dots
}

func (m *marking) openMenu() {
	p := m.page
	if p.OnMenu == nil {
		return
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(m.dots)
	p.OnMenu(command.Target{On: command.OnSelection, Passage: p.Selection()}, at.AddXY(0, m.dots.Size().Height+actionsGap))
}

// selected returns the note that stands on just the words that are selected.
func (m *marking) selected() (*notes.Placed, bool) {
	s := m.page.Selection()
	for n := range m.page.now.Notes.In(s) {
		if n.Span == s {
			return n, true
		}
	}
	return nil, false
}

// chosen returns the style of the selected highlight, or -1.
func (m *marking) chosen() int {
	if n, ok := m.selected(); ok {
		return int(n.Style)
	}
	return -1
}

// mark highlights the selected words in a style, or gives their highlight that style.
func (m *marking) mark(s notes.Style) {
	p := m.page
	span := p.Selection()
	if n, ok := m.selected(); ok {
		p.Margin.Restyle(n.ID, s)
	} else if !span.Empty() {
		p.Margin.Highlight(span, s)
	}
	p.Select(annotations.Span{})
	p.takeFocus()
}

// write begins a note about the selected words, or goes on with the one on them.
func (m *marking) write() {
	p := m.page
	span := p.Selection()
	n, ok := m.selected()
	p.Select(annotations.Span{})
	if ok {
		p.Margin.Edit(n.ID)
	} else if !span.Empty() {
		p.Margin.Write(span)
	}
}

// styleCell is a button that shows a style.
type styleCell struct {
	control.Target
	sample fyne.CanvasObject
	frame  *control.Box
	chosen bool
}

func newStyleCell(s notes.Style, chosen bool, name func(notes.Style) string, act func()) *styleCell {
	c := &styleCell{chosen: chosen, frame: control.NewBox(6), sample: pattern.NewStyle(s, pattern.StyleWidth, pattern.StyleHeight)}
	c.Init(c, name(s), act)
	c.Raised = true
	c.SetTip(func() control.Tip { return control.Tip{Words: name(s)} })
	return c
}

// MinSize is the size of a cell.
func (c *styleCell) MinSize() fyne.Size { return fyne.NewSize(cellWidth, cellHeight) }

// CreateRenderer draws the sample.
func (c *styleCell) CreateRenderer() fyne.WidgetRenderer {
	return c.Render(c.paint, c.arrange, append(c.frame.Objects(), c.Ground, c.sample, c.Ring)...)
}

func (c *styleCell) arrange(size fyne.Size) {
	c.frame.Resize(size)
	control.Place(c.sample, (size.Width-pattern.StyleWidth)/2, (size.Height-pattern.StyleHeight)/2, pattern.StyleWidth, pattern.StyleHeight)
}

func (c *styleCell) paint() {
	if !c.chosen {
		c.frame.Hide()
		return
	}
	c.frame.Paint(look.ColorHoverRaised, look.ColorControl, 1)
}
