package main

import (
	"sidelight/annotations"
	view "sidelight/ui/page"
)

// nth is the place of the n-th mention of an entity, counted from 0, or -1.
func nth(e *annotations.Edition, id annotations.EntityID, n int) int {
	if m, ok := e.Nth(id, n); ok {
		return view.IndexOf(e, m.ID)
	}
	return -1
}
