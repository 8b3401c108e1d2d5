package page_test

import (
	"sidelight/annotations"
	"sidelight/ui/page"
)

// nth is the place of the n-th mention of an entity, counted from 0, or -1.
func nth(e *annotations.Edition, id annotations.EntityID, n int) int {
	if m, ok := e.Nth(id, n); ok {
		return page.IndexOf(e, m.ID)
	}
	return -1
}
