package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/control"
	"sidelight/ui/look"
	"sidelight/ui/typeset"
)

// Measures of the selection bar in pixels.
const (
	actionsHeight = 36
	actionsGap    = 6 // from the words
	actionsPad    = 4
	actionsEdge   = 8 // from the page's edges
)

// Action is something that can be done with selected words.
type Action struct {
	Icon, Label string
	Key         string // as it is printed on a key cap
	Do          func()
}

// actionBar floats over the selected words and offers what can be done with
// them.
type actionBar struct {
	widget.BaseWidget
	stage *stage
	roles look.Roles
	box   *control.Box
	parts []fyne.CanvasObject // a button and its key, for each action
	done  bool                // with the words that are selected
}

func newActionBar(s *stage, roles look.Roles) *actionBar {
	b := &actionBar{stage: s, roles: roles, box: control.NewBox(8)}
	b.Hide()
	b.ExtendBaseWidget(b)
	return b
}

// set says what can be done with selected words.
func (b *actionBar) set(actions []Action) {
	b.parts = nil
	for _, a := range actions {
		b.parts = append(b.parts,
			control.NewText(control.Quiet, a.Icon, a.Label, b.roles, a.Do), control.NewKey(a.Key, b.roles))
	}
	b.Refresh()
}

// place shows the bar above the first selected line in view, or below the last
// where there is no room, and hides the bar when no line is in view.
func (b *actionBar) place(lines []typeset.Rect) {
	if b.done || len(b.parts) == 0 || len(lines) == 0 {
		b.Hide()
		return
	}
	size, page := b.MinSize(), b.stage.size
	y := lines[0].Y - actionsGap - size.Height
	if y < b.stage.head() {
		last := lines[len(lines)-1]
		y = last.Y + last.H + actionsGap
	}
	if y+size.Height > page.Height {
		b.Hide()
		return
	}
	x := lines[0].X + (lines[0].W-size.Width)/2
	b.Move(fyne.NewPos(max(actionsEdge, min(x, page.Width-railWidth-size.Width-actionsEdge)), y))
	b.Resize(size)
	b.stage.raise(b)
}

// finish hides the bar until other words are selected.
func (b *actionBar) finish() {
	b.done = true
	b.Hide()
}

// MinSize is the size of the bar.
func (b *actionBar) MinSize() fyne.Size {
	w := float32(actionsPad)
	for _, o := range b.parts {
		w += o.MinSize().Width + actionsPad
	}
	return fyne.NewSize(w+actionsPad, actionsHeight)
}

// CreateRenderer draws the bar.
func (b *actionBar) CreateRenderer() fyne.WidgetRenderer {
	return control.RenderFunc(b, b.paint, b.arrange, func() []fyne.CanvasObject {
		return append(b.box.Objects(), b.parts...)
	})
}

func (b *actionBar) arrange(size fyne.Size) {
	b.box.Resize(size)
	x := float32(actionsPad)
	for _, o := range b.parts {
		s := o.MinSize()
		control.Place(o, x, (size.Height-s.Height)/2, s.Width, s.Height)
		x += s.Width + actionsPad
	}
}

func (b *actionBar) paint() {
	b.box.Paint(look.ColorRaised, look.ColorRule, 1)
	b.box.Outer().Shadow = look.PopoverShadow()
}
