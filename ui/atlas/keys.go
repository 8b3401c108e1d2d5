package atlas

import (
	"fyne.io/fyne/v2"

	"sidelight/annotations"
	layout "sidelight/annotations/atlas"
	"sidelight/annotations/figure"
	"sidelight/ui/keyboard"
)

// stop is what the keyboard can be at: a pin, or a row under the map.
type stop struct {
	key    string
	rect   figure.Rect // where it is hit
	places []layout.Place
	pin    bool
}

// stops returns all stops, the pins first in the order of their importance.
func (v *View) stops() []stop {
	if v.shown == nil {
		return nil
	}
	var out []stop
	for _, p := range v.shown.Pins {
		out = append(out, stop{p.Key, figure.Rect{X: p.At.X, Y: p.At.Y}.Grown(12), p.Places, true})
	}
	for _, r := range v.shown.Rows {
		out = append(out, stop{r.Key, r.At, []layout.Place{r.Place}, false})
	}
	return out
}

// stop returns the stop with a key.
func (v *View) stop(key string) (stop, bool) {
	for _, s := range v.stops() {
		if s.key == key {
			return s, true
		}
	}
	return stop{}, false
}

// keyOf is the key of the stop at which a place is; empty if there is none.
func (v *View) keyOf(id annotations.EntityID) string {
	for _, s := range v.stops() {
		for _, p := range s.places {
			if p.ID == id {
				return s.key
			}
		}
	}
	return ""
}

var ways = map[fyne.KeyName]figure.Point{
	fyne.KeyLeft: {X: -1}, fyne.KeyRight: {X: 1}, fyne.KeyUp: {Y: -1}, fyne.KeyDown: {Y: 1},
}

// key walks from pin to pin by the arrow keys, opens what the keyboard is at, and moves
// the map: with Shift, or where no pin lies that way.
func (v *View) key(e *fyne.KeyEvent) bool {
	if way, ok := ways[e.Name]; ok {
		if keyboard.Modifiers()&fyne.KeyModifierShift != 0 {
			v.pan(way.X*panStep, way.Y*panStep)
			return true
		}
		return v.walk(way)
	}
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if s, ok := v.stop(v.board.Focused()); ok {
			v.open(s)
			return true
		}
	}
	return false
}

// rune takes the characters that come nearer and go away.
func (v *View) rune(c rune) bool {
	switch c {
	case '+', '=':
		v.zoom(zoomStep)
	case '-':
		v.zoom(1 / zoomStep)
	case '0':
		v.whole()
	default:
		return false
	}
	return true
}

// walk brings the keyboard to the nearest stop that way. Where there is none a part of the
// world moves, and on the whole world the key is free to scroll.
func (v *View) walk(way figure.Point) bool {
	all := v.stops()
	if len(all) == 0 {
		return false
	}
	from, ok := v.stop(v.board.Focused())
	if !ok {
		first := all[0]
		if s, ok := v.stop(v.keyOf(v.now.Selected)); ok {
			first = s
		}
		v.at(first)
		return true
	}
	if to, ok := nearest(from, way, all); ok {
		v.at(to)
		return true
	}
	if !v.camera.Whole() {
		v.pan(way.X*panStep, way.Y*panStep)
		return true
	}
	return false
}

// at brings the keyboard to a stop.
func (v *View) at(s stop) {
	v.board.SetFocused(s.key)
	v.board.Reveal(s.rect)
}

// nearest is the stop nearest to another one in a direction, if one lies more in that
// direction than beside it. What lies beside counts twice.
func nearest(from stop, way figure.Point, all []stop) (stop, bool) {
	var best stop
	least, found := float32(0), false
	a := from.middle()
	for _, s := range all {
		b := s.middle()
		d := figure.Point{X: b.X - a.X, Y: b.Y - a.Y}
		on := d.X*way.X + d.Y*way.Y
		off := max(d.X*way.Y-d.Y*way.X, d.Y*way.X-d.X*way.Y)
		if s.key == from.key || on <= 0 || on < off/2 && s.pin {
			continue
		}
		if far := on + 2*off; !found || far < least {
			best, least, found = s, far, true
		}
	}
	return best, found
}

// middle is where a stop counts as being: of a row that is its beginning.
func (s stop) middle() figure.Point {
	if s.pin {
		return s.rect.Centre()
	}
	return figure.Point{X: s.rect.X, Y: s.rect.Centre().Y}
}
