package page

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"sidelight/ui/control"
	"sidelight/ui/look"
	"sidelight/ui/shape"
	"sidelight/ui/typeset"
	"sidelight/ui/view"
)

// Measures of the selection bar in pixels.
const (
	actionsHeight = 36
	actionsGap    = 6 // from the words
	actionsPad    = 4
	actionsEdge   = 8  // from the page's edges
	actionsRule   = 24 // the height of the line between parts
)

// Action is something that can be done with selected words.
type Action struct {
	Icon, Label string
	Key         string // as it is printed on a key cap
	// Lead keeps the action in the bar where the styles of highlights take the room:
	// the other ones are in the menu then. If none leads, all stay.
	Lead bool
	Do   func()
}

// actionBar floats over the selected words and offers what can be done with
// them.
type actionBar struct {
	widget.BaseWidget
	stage *stage
	roles look.Roles
	box   *control.Box
	parts []fyne.CanvasObject // from left to right
	done  bool                // with the words that are selected

	actions []Action
	margin  func() view.Margin // nil where nothing can be highlighted
	marking *marking
	shown   barLook // for which the parts were made
}

// barLook is what the parts of the bar depend on.
type barLook struct {
	made   bool
	styles bool    // highlights can be made
	chosen int     // the style of the highlight that is selected, or -1
	room   float32 // the widest that the bar may be, pixels
}

func newActionBar(s *stage, roles look.Roles) *actionBar {
	b := &actionBar{stage: s, roles: roles, box: control.NewBox(8)}
	b.Hide()
	b.ExtendBaseWidget(b)
	return b
}

// set says what can be done with selected words.
func (b *actionBar) set(actions []Action) {
	b.actions, b.shown = actions, barLook{}
	b.fill()
}

// fill makes the parts of the bar, unless they are made: with fewer words where these
// have no room.
func (b *actionBar) fill() {
	look := barLook{made: true, chosen: -1, room: b.stage.size.Width - railWidth - 2*actionsEdge}
	if look.styles = b.margin != nil && b.margin() != nil; look.styles {
		look.chosen = b.marking.chosen()
	}
	if look == b.shown {
		return
	}
	b.shown = look
	for words := 2; words >= 0; words-- {
		b.parts = nil
		if look.styles {
			b.parts = b.marking.parts(look.chosen, words > 0)
		}
		for _, a := range b.offered() {
			b.parts = append(b.parts, b.action(a, look.styles, words > 1)...)
		}
		if look.styles {
			b.parts = append(b.parts, b.marking.more())
		}
		if !look.styles || b.MinSize().Width <= look.room {
			break
		}
	}
	b.Refresh()
}

// offered returns the actions for which there is a button.
func (b *actionBar) offered() []Action {
	var lead []Action
	for _, a := range b.actions {
		if a.Lead {
			lead = append(lead, a)
		}
	}
	if b.margin == nil || b.margin() == nil || lead == nil {
		return b.actions
	}
	return lead
}

// action makes the button of an action: with its words and key, among styles without the
// key, and where there is no room without either.
func (b *actionBar) action(a Action, among, words bool) []fyne.CanvasObject {
	switch {
	case !among:
		return []fyne.CanvasObject{control.NewText(control.Quiet, a.Icon, a.Label, b.roles, a.Do), control.NewKey(a.Key, b.roles)}
	case words:
		t := control.NewText(control.Quiet, a.Icon, a.Label, b.roles, a.Do)
		t.SetKey(a.Key)
		return []fyne.CanvasObject{t}
	}
	i := control.NewSmallIcon(a.Icon, a.Label, a.Do)
	i.Raised = true
	i.SetKey(a.Key)
	return []fyne.CanvasObject{i}
}

// place shows the bar above the first selected line in view, or below the last
// where there is no room, and hides the bar when no line is in view.
func (b *actionBar) place(lines []typeset.Rect) {
	if b.done || len(lines) == 0 {
		b.Hide()
		return
	}
	b.fill()
	if len(b.parts) == 0 {
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
	if len(b.parts) == 0 {
		return fyne.NewSize(2*actionsPad, actionsHeight)
	}
	return fyne.NewSize(b.spread(func(fyne.CanvasObject, float32, fyne.Size) {}), actionsHeight)
}

// spread calls put with the left edge and the size of each part, and returns the width of
// all. Cells of styles stand side by side, close to the bar's edge.
func (b *actionBar) spread(put func(o fyne.CanvasObject, x float32, size fyne.Size)) (width float32) {
	x, pad := float32(0), float32(0)
	for i, o := range b.parts {
		size := o.MinSize()
		gap := float32(actionsPad)
		if _, ok := o.(*styleCell); ok {
			if gap = 0; i == 0 {
				gap = actionsPad / 2
			}
		}
		x += max(gap, pad)
		put(o, x, size)
		x += size.Width
		if pad = 0; isRule(o) {
			pad = actionsPad
		}
	}
	return x + 2*actionsPad
}

func isRule(o fyne.CanvasObject) bool {
	_, ok := o.(*shape.Box)
	return ok
}

// CreateRenderer draws the bar.
func (b *actionBar) CreateRenderer() fyne.WidgetRenderer {
	return control.RenderFunc(b, b.paint, b.arrange, func() []fyne.CanvasObject {
		return append(b.box.Objects(), b.parts...)
	})
}

func (b *actionBar) arrange(size fyne.Size) {
	b.box.Resize(size)
	b.spread(func(o fyne.CanvasObject, x float32, s fyne.Size) {
		if isRule(o) {
			s.Height = actionsRule
		}
		control.Place(o, x, (size.Height-s.Height)/2, s.Width, s.Height)
	})
}

func (b *actionBar) paint() {
	b.box.Paint(look.ColorRaised, look.ColorRule, 1)
	b.box.Cast(look.PopoverShadow())
	for _, o := range b.parts {
		if r, ok := o.(*shape.Box); ok {
			r.FillColor = look.Of(look.ColorRuleStrong)
		}
	}
}
