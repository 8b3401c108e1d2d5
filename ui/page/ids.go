package page

import (
	"sort"

	"sidelight/annotations"
)

// IndexOf is the place in Edition.Mentions of the mention of that id, or -1.
func IndexOf(e *annotations.Edition, id annotations.MentionID) int {
	m, ok := e.Mention(id)
	if !ok {
		return -1
	}
	all := e.Mentions()
	i := sort.Search(len(all), func(i int) bool { return all[i].Start >= m.Start })
	for all[i].ID != id {
		i++
	}
	return i
}

// parentOf is the place of the innermost mention around the mention at place i,
// or -1.
func parentOf(e *annotations.Edition, i int) int {
	if m, ok := e.Parent(e.Mentions()[i].ID); ok {
		return IndexOf(e, m.ID)
	}
	return -1
}

// mentionsIn are the places of the mentions that share a byte with a span.
func mentionsIn(e *annotations.Edition, s annotations.Span) []int {
	var out []int
	for m := range e.MentionsIn(s) {
		out = append(out, IndexOf(e, m.ID))
	}
	return out
}

// innermostAt is the place of the innermost mention at an offset, or -1.
func innermostAt(e *annotations.Edition, offset int) int {
	if m, ok := e.InnermostAt(offset); ok {
		return IndexOf(e, m.ID)
	}
	return -1
}
