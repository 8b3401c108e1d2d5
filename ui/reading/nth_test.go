package reading_test

import "sidelight/annotations"

// nth is the n-th mention of an entity, counted from 0, or none.
func nth(e *annotations.Edition, id annotations.EntityID, n int) annotations.MentionID {
	if m, ok := e.Nth(id, n); ok {
		return m.ID()
	}
	return ""
}
