package timeline

import (
	"strings"

	"fyne.io/fyne/v2"

	"sidelight/annotations/figure"
	"sidelight/annotations/timeline"
	"sidelight/ui/command"
)

// row returns the row that a key of a group is of, and whether it is the row's sign.
func (v *View) row(key string) (r *timeline.Row, sign bool) {
	if v.shown == nil {
		return nil, false
	}
	for i := range v.shown.sheet.Rows {
		r := &v.shown.sheet.Rows[i]
		if r.Key == key {
			return r, false
		}
		if strings.HasPrefix(key, r.Key) && key == timeline.SignOf(r.Key) {
			return r, true
		}
	}
	return nil, false
}

// act does what a click on a group does: a row opens its card, a sign leads to the words.
func (v *View) act(g *figure.Group) {
	if g == nil {
		return
	}
	r, sign := v.row(g.Key)
	switch {
	case r == nil:
	case sign:
		v.asks.OpenPassage(r.Span)
	default:
		v.board.SetFocused(r.Key)
		v.chosen = r.Key
		v.asks.OpenEntity(r.Entity)
		v.draw() // the entity may have been selected already
	}
}

// hovered lights the row under the pointer, and its line between the two orders.
func (v *View) hovered(g *figure.Group) {
	key := ""
	if g != nil {
		if r, _ := v.row(g.Key); r != nil {
			key = r.Key
		}
	}
	if key != v.hover {
		v.hover = key
		v.draw()
	}
}

// menu asks for the menu about what was clicked, and beside all rows about the view.
func (v *View) menu(g *figure.Group, at fyne.Position) {
	if v.OnMenu == nil {
		return
	}
	t := command.Target{On: command.OnView}
	if g != nil {
		t = v.target(g.Key)
	}
	if t.On != command.OnNothing {
		v.OnMenu(t, at)
	}
}

// target is what a group is, for commands: the entity whose card the row opens, the fact
// where that is the moment by itself, or the words.
func (v *View) target(key string) command.Target {
	r, sign := v.row(key)
	if r == nil {
		return command.Target{}
	}
	x, ok := v.now.Edition.Entity(r.Entity)
	switch {
	case sign:
		return command.Target{On: command.OnPassage, Passage: r.Span}
	case strings.HasPrefix(r.Key, "fact:"):
		return command.Target{On: command.OnFact, Fact: r.Fact.ID, Entity: r.Entity}
	case ok:
		return command.Target{On: command.OnEntity, Entity: x.ID, Kind: x.Kind}
	}
	return command.Target{}
}

// Target is what the keyboard is at.
func (v *View) Target() (command.Target, fyne.Position, fyne.Size) {
	key := v.board.Focused()
	at, size, ok := v.board.Place(key)
	if !ok {
		return command.Target{}, fyne.Position{}, fyne.Size{}
	}
	return v.target(key), at, size
}

// focus puts the keyboard on the row with the beam, else on the first row in view.
func (v *View) focus(on bool) {
	if !on || v.shown == nil || v.board.Focused() != "" || len(v.shown.sheet.Rows) == 0 {
		return
	}
	key := v.look().Chosen
	if key == "" {
		top := v.board.Offset().Y
		for i := range v.shown.sheet.Rows {
			key = v.shown.sheet.Rows[i].Key
			if at, _ := v.shown.sheet.Box(key); at.Y >= top {
				break
			}
		}
	}
	v.board.SetFocused(key)
}

// key goes from row to row, to a row's sign and back, and opens what the keyboard is at.
func (v *View) key(e *fyne.KeyEvent) bool {
	if v.shown == nil || len(v.shown.sheet.Rows) == 0 {
		return false
	}
	rows := v.shown.sheet.Rows
	r, sign := v.row(v.board.Focused())
	switch e.Name {
	case fyne.KeyUp:
		v.step(r, -1)
	case fyne.KeyDown:
		v.step(r, 1)
	case fyne.KeyHome:
		v.to(rows[0].Key)
	case fyne.KeyEnd:
		v.to(rows[len(rows)-1].Key)
	case fyne.KeyRight:
		if r == nil || sign || r.Told() < 0 {
			return false
		}
		v.board.SetFocused(timeline.SignOf(r.Key))
	case fyne.KeyLeft:
		if !sign {
			return false
		}
		v.board.SetFocused(r.Key)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		g, ok := v.board.Figure().Find(v.board.Focused())
		if !ok {
			return false
		}
		v.act(g)
	default:
		return false
	}
	return true
}

// step brings the keyboard delta rows on.
func (v *View) step(r *timeline.Row, delta int) {
	rows := v.shown.sheet.Rows
	if r == nil {
		v.focus(true)
		return
	}
	for i := range rows {
		if rows[i].Key == r.Key {
			v.to(rows[max(0, min(i+delta, len(rows)-1))].Key)
			return
		}
	}
}

// to brings the keyboard to a row, and the row into view.
func (v *View) to(key string) {
	v.board.SetFocused(key)
	if at, ok := v.shown.sheet.Box(key); ok {
		v.board.Reveal(at)
	}
}
