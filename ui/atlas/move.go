package atlas

import (
	"math"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"sidelight/annotations"
	layout "sidelight/annotations/atlas"
	"sidelight/annotations/figure"
	"sidelight/ui/command"
	"sidelight/ui/float"
	"sidelight/ui/locale"
)

const (
	zoomStep = 1.5  // of the buttons and keys
	turnStep = 1.15 // of the least turn of a wheel
	panStep  = 80   // of an arrow key, pixels
)

// pinOf returns the pin or the row under the map that a group of the figure belongs to. Of
// a name beside a pin with several places it is that place alone.
func (v *View) pinOf(g *figure.Group) (stop, bool) {
	if g == nil {
		return stop{}, false
	}
	if s, ok := v.stop(g.Key); ok {
		return s, true
	}
	s, ok := v.stop(v.keyOf(annotations.EntityID(strings.TrimPrefix(g.Key, "name:"))))
	if ok && g.Target.Entity != "" {
		s.places = slices.DeleteFunc(slices.Clone(s.places), func(p layout.Place) bool { return p.ID != g.Target.Entity })
	}
	return s, ok
}

// tapped opens what was clicked: the card of a place, or a list of those on one spot.
func (v *View) tapped(g *figure.Group, _ figure.Point) {
	if s, ok := v.pinOf(g); ok {
		v.board.SetFocused(s.key)
		v.open(s)
	}
}

// open opens a place, or the list of several.
func (v *View) open(s stop) {
	if len(s.places) == 1 || v.OnList == nil {
		v.asks.OpenEntity(s.places[0].ID)
		return
	}
	var rows []float.Item
	for _, p := range s.places {
		row := float.Item{Label: locale.Name(p.Entity), Run: func() { v.asks.OpenEntity(p.ID) }}
		if p.Times > 0 {
			row.Key = locale.Count(p.Times)
		}
		rows = append(rows, row)
	}
	at, size, ok := v.board.Place(s.key)
	if !ok {
		return
	}
	const width = 232
	v.OnList(float.Menu{
		Groups: []float.Group{{Title: locale.X("map.spot", "On one spot"), Items: rows}},
		Width:  width, At: at, About: size,
	})
}

// menu opens the menu of a place that was clicked with the right button, and beside all
// places that of the view.
func (v *View) menu(g *figure.Group, at fyne.Position) {
	s, ok := v.pinOf(g)
	if !ok {
		if f := v.OnMenu; f != nil {
			f(command.Target{On: command.OnView}, at)
		}
		return
	}
	v.board.SetFocused(s.key)
	if len(s.places) > 1 {
		v.open(s)
	} else if f := v.OnMenu; f != nil {
		f(target(s), at)
	}
}

// target is a pin with one place as what a menu is about.
func target(s stop) command.Target {
	if len(s.places) != 1 {
		return command.Target{}
	}
	return command.Target{On: command.OnEntity, Entity: s.places[0].ID, Kind: annotations.Place}
}

// Target returns the place that the keyboard is at.
func (v *View) Target() (t command.Target, at fyne.Position, size fyne.Size) {
	if s, ok := v.stop(v.board.Focused()); ok {
		t = target(s)
		at, size, _ = v.board.Place(s.key)
	}
	return t, at, size
}

// hovered lights the mentions of the place under the pointer.
func (v *View) hovered(g *figure.Group) {
	id := annotations.EntityID("")
	if s, ok := v.pinOf(g); ok && len(s.places) == 1 {
		id = s.places[0].ID
	}
	v.asks.Light(id)
}

// window is the window of the drawing that a point of it lies in, as the camera would
// have it now; the middle one of several for a point in none.
func (v *View) window(at figure.Point) *layout.Window {
	d := v.shown
	if n := len(d.Windows); n > 1 && v.camera.Whole() && d.Windows[n-1].At.Has(at) {
		return d.Windows[n-1] // the inset
	}
	return d.Window(v.camera)
}

// over reports whether a point of the drawing lies on a map.
func (v *View) over(at figure.Point) bool {
	return slices.ContainsFunc(v.shown.Windows, func(w *layout.Window) bool { return w.At.Has(at) })
}

// dragged moves the map under the pointer.
func (v *View) dragged(g *figure.Group, by figure.Point, ended bool) bool {
	if v.shown == nil || g == nil || !v.over(g.Hit.Centre()) {
		return false
	}
	if !ended {
		v.look(v.shown.Panned(v.window(g.Hit.Centre()), by))
	}
	return true
}

// wheel brings the map under the pointer nearer, or takes it away. The whole world does
// not go farther away, and what its inset shows does not either: the turn is free to scroll.
func (v *View) wheel(e *fyne.ScrollEvent) bool {
	d := v.shown
	if d == nil {
		return false
	}
	off := v.board.Offset()
	at := figure.Point{X: e.Position.X + off.X, Y: e.Position.Y + off.Y}
	if dy := e.Scrolled.DY; !v.over(at) || dy == 0 || dy < 0 && v.camera.Whole() {
		return false
	}
	const step, most = 10, 12 // pixels; and how many steps at once
	turns := max(-most, min(most, float64(e.Scrolled.DY)/step))
	v.look(d.Zoomed(v.window(at), at, math.Pow(turnStep, turns)))
	return true
}

// zoom comes nearer by a factor: to what the keyboard is at, else to what is selected,
// else on the whole world to the place that is mentioned most often, and in a part of it to
// the middle.
func (v *View) zoom(factor float64) {
	d := v.shown
	if d == nil || factor < 1 && v.camera.Whole() {
		return
	}
	at := d.Window(v.camera).At.Centre()
	if v.camera.Whole() && len(d.Pins) > 0 {
		at = d.Pins[0].At
	}
	for _, key := range []string{v.keyOf(v.now.Selected), v.board.Focused()} {
		if s, ok := v.stop(key); ok && s.pin {
			at = s.rect.Centre()
		}
	}
	v.look(d.Zoomed(v.window(at), at, factor))
}

// pan moves what is seen by pixels.
func (v *View) pan(x, y float32) {
	if d := v.shown; d != nil {
		v.look(d.Panned(d.Window(v.camera), figure.Point{X: -x, Y: -y}))
	}
}

// whole goes back to the whole world.
func (v *View) whole() { v.look(layout.Camera{}) }
