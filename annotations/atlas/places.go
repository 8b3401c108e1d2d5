package atlas

import (
	"cmp"
	"math"
	"slices"

	"sidelight/annotations"
)

// Place is a place of an edition.
type Place struct {
	*annotations.Entity
	// Times is how often the article mentions the place; 0 for one that only belongs on
	// its map.
	Times int
}

// Located reports whether the place can be put on a map.
func (p Place) Located() bool {
	l := p.Location
	return l != nil && math.Abs(l.Lat) <= 90 && math.Abs(l.Lon) <= 180
}

// Gather returns the places of an edition: those first that the article mentions more
// often, and among those in the order of the edition.
func Gather(e *annotations.Edition) []Place {
	if e == nil {
		return nil
	}
	var out []Place
	for i := range e.Entities() {
		if x := &e.Entities()[i]; x.Kind == annotations.Place {
			out = append(out, Place{x, len(e.TimesOf(x.ID))})
		}
	}
	slices.SortStableFunc(out, func(a, b Place) int { return cmp.Compare(b.Times, a.Times) })
	return out
}

// located returns the places that can be put on a map, and those that cannot.
func located(all []Place) (on, off []Place) {
	for _, p := range all {
		if p.Located() {
			on = append(on, p)
		} else {
			off = append(off, p)
		}
	}
	return on, off
}

// Tied returns the places that an edition connects with an entity by a relation, other
// than itself.
func Tied(e *annotations.Edition, id annotations.EntityID) map[annotations.EntityID]bool {
	out := map[annotations.EntityID]bool{}
	if e == nil {
		return out
	}
	for _, t := range e.TiesOf(id) {
		if x, ok := e.Entity(t.Other); ok && x.Kind == annotations.Place && x.ID != id {
			out[x.ID] = true
		}
	}
	return out
}
