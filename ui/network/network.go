// Package network is the view of who is connected with whom.
//
// The network is laid out off the UI goroutine by [sidelight/annotations/graph], once
// for each document, size, reach and chosen entity; what the reader points to or moves is
// drawn anew from the same layout.
//
// Its keys, while it has the keyboard: an arrow goes to the neighbour in that direction,
// from the chosen entity first; Enter opens the card of the neighbour, round which the
// network is then drawn; E leads to the sentence that connects the two, also after Enter,
// when it is the connection along which the reader came; Escape returns to the chosen
// entity. Tab leads on to the reach and to what else stands in the head.
package network

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"sidelight/annotations"
	"sidelight/annotations/figure"
	"sidelight/annotations/graph"
	"sidelight/ui/async"
	"sidelight/ui/command"
	"sidelight/ui/control"
	"sidelight/ui/drawing"
	"sidelight/ui/locale"
	"sidelight/ui/look"
	"sidelight/ui/session"
	"sidelight/ui/view"
)

var (
	_ view.View     = (*View)(nil)
	_ view.Drawn    = (*View)(nil)
	_ view.Minding  = (*View)(nil)
	_ view.Targeted = (*View)(nil)
	_ view.Proving  = (*View)(nil)
)

// Asks is what the view asks for.
type Asks interface {
	view.Asks
	view.Ways
}

// View shows a network.
type View struct {
	widget.BaseWidget

	// OnMenu is called with what the reader wants a menu about, and with the place of
	// the right click in the window.
	OnMenu func(command.Target, fyne.Position)
	// OnWheel may take a turn of the wheel.
	OnWheel func(*fyne.ScrollEvent) bool
	// Do runs a function on the UI goroutine; nil means [fyne.Do].
	Do func(func())

	asks    Asks
	measure figure.Measure
	head    *head
	board   *drawing.Board
	rule    *canvas.Rectangle

	now     session.Snapshot
	want    wanted
	settled *graph.Plan // as it was laid out for want
	plan    *graph.Plan // with what the reader has moved; nil before the first
	settler async.Latest[*graph.Plan]
	mover   async.Latest[*graph.Plan]

	keyboard bool                    // the drawing has it
	line     string                  // the relation under the pointer, or empty
	walked   [2]annotations.EntityID // the nodes between which the reader went last
	memory   memory
	onMind   func()
	drag     drag
}

// wanted is all that a layout follows from. Values can be compared with ==.
type wanted struct {
	edition *annotations.Edition
	chosen  annotations.EntityID // empty in All
	way     session.NetworkWay
	size    fyne.Size
}

// New makes a view that follows nothing yet.
func New(roles look.Roles, asks Asks) *View {
	v := &View{asks: asks, measure: drawing.Measure(roles), board: drawing.New(roles), rule: canvas.NewRectangle(nil)}
	v.head = newHead(roles, v)
	v.board.OnTapped = func(g *figure.Group, _ figure.Point) { v.tapped(g) }
	v.board.OnMenu = v.menu
	v.board.OnHovered = v.hovered
	v.board.OnDragged = v.dragged
	v.board.OnKey = v.key
	v.board.OnWheel = func(e *fyne.ScrollEvent) bool { return v.OnWheel != nil && v.OnWheel(e) }
	v.board.OnFocus = func(on bool) {
		v.keyboard = on
		v.draw()
	}
	v.ExtendBaseWidget(v)
	return v
}

// Follow brings the view from one snapshot to the next.
func (v *View) Follow(old, now session.Snapshot) {
	v.now = now
	if old.Selected != now.Selected {
		v.board.SetFocused("")
	}
	if now.Edition != nil && old.Edition != now.Edition {
		v.line = ""
	}
	v.layOut()
	if old.Lit != now.Lit || old.Selected != now.Selected {
		v.draw()
	}
}

// reach is how far the network goes that is shown: with nothing chosen to everyone.
func (v *View) reach() session.Reach {
	if v.now.Selected == "" {
		return session.Everyone
	}
	return v.now.Views.Network.Reach
}

// layOut lays out what is to be seen, unless that is being done or has been.
func (v *View) layOut() {
	v.head.follow()
	w := wanted{edition: v.now.Edition, way: v.now.Views.Network, size: v.room()}
	w.way.Reach = v.reach()
	if w.way.Reach != session.Everyone {
		w.chosen = v.now.Selected
	}
	if w == v.want || w.edition == nil || w.size.Width <= 0 || w.size.Height <= 0 {
		return
	}
	if w.edition != v.want.edition || w.chosen != v.want.chosen || w.way.Reach != v.want.way.Reach {
		v.memory.tidied = nil
	}
	v.want = w
	v.settler.Do, v.mover.Do = v.Do, v.Do
	v.mover.Stop()
	ask, moved := v.ask(w), v.memory.of(w)
	var plain *graph.Plan
	v.settler.Run(func(j *async.Job) (*graph.Plan, error) {
		p, err := graph.Settle(j, ask)
		if err != nil {
			return nil, err
		}
		plain = p
		return p.With(moved), nil
	}, func(p *graph.Plan, err error) {
		if err == nil {
			v.settled, v.plan = plain, p
			v.draw()
		}
	})
}

// ask is what is asked of the layout. It is made on the UI goroutine.
func (v *View) ask(w wanted) graph.Ask {
	reach := map[session.Reach]graph.Reach{session.OneStep: graph.One, session.TwoSteps: graph.Two, session.Everyone: graph.All}[w.way.Reach]
	return graph.Ask{
		Edition: w.edition, Chosen: w.chosen, Reach: reach, Shows: w.way.Shows,
		Width: w.size.Width, Height: w.size.Height, Measure: v.measure, Words: words(w),
	}
}

// move puts moved nodes where they are now, without laying out the others.
func (v *View) move() {
	if v.settled == nil || v.settler.Running() {
		return // what is being laid out takes them in
	}
	settled, moved := v.settled, v.memory.of(v.want)
	v.mover.Run(func(*async.Job) (*graph.Plan, error) { return settled.With(moved), nil },
		func(p *graph.Plan, _ error) {
			v.plan = p
			v.draw()
		})
}

// draw shows the plan, with what is chosen, pointed to and focused.
func (v *View) draw() {
	if v.plan == nil {
		return
	}
	l := graph.Light{Chosen: v.now.Selected, Pointed: v.now.Lit, Line: v.line}
	if id := v.focused(); v.keyboard && l.Pointed == "" && l.Line == "" && id != v.now.Selected {
		l.Pointed = id
	}
	if _, ok := v.plan.At(l.Pointed); !ok {
		l.Pointed = "" // it is not in the picture
	}
	v.board.SetFigure(v.plan.Figure(l))
	v.head.follow()
}

// room is the size of the drawing, which depends on that of the view.
func (v *View) room() fyne.Size {
	return fyne.NewSize(v.Size().Width, v.Size().Height-v.head.height())
}

// Nothing says why there is nothing to show.
func (v *View) Nothing() string {
	if v.now.Edition != nil && len(v.now.Edition.Relations()) == 0 {
		return locale.X("network.nothing", "Network: no connections are known in this file")
	}
	return ""
}

// Place is the view: it does not scroll, and what is chosen is the session's.
func (v *View) Place() session.Place { return session.Place{View: session.Network, Offset: -1} }

// Restore has nothing to bring back.
func (v *View) Restore(session.Place) {}

// Reveal shows no text.
func (v *View) Reveal(annotations.Span) bool { return false }

// Focus is the drawing.
func (v *View) Focus() fyne.Focusable { return v.board }

// Figure is what is drawn, with nothing pointed to.
func (v *View) Figure() *figure.Figure {
	if v.plan == nil {
		return nil
	}
	return v.plan.Figure(graph.Light{Chosen: v.now.Selected})
}

// Settled reports whether nothing is being laid out.
func (v *View) Settled() bool { return !v.settler.Running() && !v.mover.Running() }

// MinSize is none: a view takes what it is given.
func (v *View) MinSize() fyne.Size { return fyne.Size{} }

// CreateRenderer stands the head above the drawing.
func (v *View) CreateRenderer() fyne.WidgetRenderer {
	return control.Render(v, func() {
		v.rule.FillColor = look.Of(look.ColorRule)
		v.rule.Refresh()
	}, func(size fyne.Size) {
		h := v.head.height()
		control.Place(v.head, 0, 0, size.Width, h)
		control.Place(v.rule, 0, headHeight-1, size.Width, 1)
		control.Place(v.board, 0, h, size.Width, size.Height-h)
		v.layOut()
	}, v.board, v.head, v.rule)
}
