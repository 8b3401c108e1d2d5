package network

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations"
	"sidelight/annotations/figure"
	"sidelight/annotations/graph"
	"sidelight/ui/command"
)

// focused is the entity at which the keyboard is, while the drawing has it; else empty.
func (v *View) focused() annotations.EntityID {
	if g, ok := v.board.Figure().Find(v.board.Focused()); ok {
		return g.Target.Entity
	}
	return ""
}

// current is the entity from which arrows go: that with the keyboard, else the chosen
// one if it is in the picture.
func (v *View) current() annotations.EntityID {
	if id := v.focused(); id != "" {
		return id
	}
	if v.plan != nil {
		if _, ok := v.plan.At(v.now.Selected); ok {
			return v.now.Selected
		}
	}
	return ""
}

// tapped opens the card of a node, or leads to what a line rests on.
func (v *View) tapped(g *figure.Group) {
	switch {
	case g == nil:
		v.focus("")
	case g.Target.Entity != "":
		v.open(g.Target.Entity)
	case g.Target.Relation != "":
		v.prove(v.proofOf(g.Target.Relation))
	}
}

// open opens the card of an entity. How the reader came there is kept.
func (v *View) open(id annotations.EntityID) {
	if from := v.now.Selected; id != from && v.walked != [2]annotations.EntityID{from, id} {
		v.walked = [2]annotations.EntityID{from, id}
	}
	v.asks.OpenEntity(id)
}

// hovered lights what is under the pointer, here and elsewhere.
func (v *View) hovered(g *figure.Group) {
	line, id := "", annotations.EntityID("")
	if g != nil {
		line, id = g.Target.Relation, g.Target.Entity
	}
	was := v.line
	v.line = line
	before := v.now.Lit
	v.asks.Light(id)
	if was != line && before == v.now.Lit { // else the change of the session has drawn it
		v.draw()
	}
}

// menu asks for the menu of a node, or of the words that a line rests on; beside them for
// that of the view.
func (v *View) menu(g *figure.Group, at fyne.Position) {
	if v.OnMenu == nil {
		return
	}
	t := command.Target{On: command.OnView}
	if g != nil {
		t = v.targetOf(g)
	}
	if t.On != command.OnNothing {
		v.OnMenu(t, at)
	}
}

func (v *View) targetOf(g *figure.Group) command.Target {
	if x, ok := v.now.Edition.Entity(g.Target.Entity); ok {
		return command.Target{On: command.OnEntity, Entity: x.ID, Kind: x.Kind}
	}
	return v.proofOf(g.Target.Relation)
}

// Target is the node that has the keyboard.
func (v *View) Target() (t command.Target, at fyne.Position, size fyne.Size) {
	id := v.current()
	if g, ok := v.board.Figure().Find(graph.NodeKey(id)); ok && id != "" {
		at, size, _ = v.board.Place(g.Key)
		return v.targetOf(g), at, size
	}
	return t, at, size
}

// proofOf is what a relation rests on: words of the article, else a source.
func (v *View) proofOf(relation string) command.Target {
	for _, r := range v.now.Edition.Relations() {
		if r.ID != relation {
			continue
		}
		switch {
		case len(r.Evidence) > 0:
			return command.Target{On: command.OnPassage, Passage: r.Evidence[0]}
		case len(r.Sources) > 0:
			return command.Target{On: command.OnSource, Source: r.Sources[0]}
		}
	}
	return command.Target{}
}

func (v *View) prove(t command.Target) {
	switch t.On {
	case command.OnPassage:
		v.asks.OpenPassage(t.Passage)
	case command.OnSource:
		v.asks.OpenSource(t.Source)
	}
}

// Proof is what the connection rests on along which the reader came to the entity with
// the keyboard, else that between it and the chosen one.
func (v *View) Proof() command.Target {
	here := v.current()
	if v.plan == nil || here == "" {
		return command.Target{}
	}
	for _, from := range []annotations.EntityID{v.cameFrom(here), v.now.Selected} {
		if r, ok := v.plan.Tie(from, here); ok && from != here {
			return v.proofOf(r.ID)
		}
	}
	return command.Target{}
}

func (v *View) cameFrom(here annotations.EntityID) annotations.EntityID {
	if v.walked[1] == here {
		return v.walked[0]
	}
	return ""
}

// arrows are the directions of the arrow keys.
var arrows = map[fyne.KeyName][2]float32{
	fyne.KeyLeft: {-1, 0}, fyne.KeyRight: {1, 0}, fyne.KeyUp: {0, -1}, fyne.KeyDown: {0, 1},
}

// key walks, opens, and returns.
func (v *View) key(e *fyne.KeyEvent) bool {
	if v.plan == nil {
		return false
	}
	if way, ok := arrows[e.Name]; ok {
		v.walk(way)
		return true
	}
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if id := v.focused(); id != "" {
			v.open(id)
			return true
		}
	case fyne.KeyEscape:
		if id := v.focused(); id != "" && id != v.now.Selected {
			v.focus("")
			return true
		}
	}
	return false
}

// walk goes to the neighbour in a direction, and where there is none to what else lies
// there. With nothing to go from it begins with who has most connections.
func (v *View) walk(way [2]float32) {
	from := v.current()
	if from == "" {
		v.focus(v.plan.Hub())
		return
	}
	to, ok := v.plan.Toward(from, way[0], way[1])
	if !ok {
		return
	}
	v.walked = [2]annotations.EntityID{from, to}
	v.focus(to)
}

// focus brings the keyboard to a node, or with an empty id to none.
func (v *View) focus(id annotations.EntityID) {
	key := ""
	if id != "" {
		key = graph.NodeKey(id)
	}
	v.board.SetFocused(key)
	v.draw()
}
