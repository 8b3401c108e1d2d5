package command

import (
	"sidelight/annotations/search"
)

// Records are the commands as the search finds them: those that can be given
// from anywhere. The others work on the mark or the words that have the focus,
// which a search takes away.
func Records() []search.Record {
	var out []search.Record
	for _, s := range specs() {
		if s.group == Words || !anywhere(s.id) {
			continue
		}
		detail := s.group.Label()
		if len(s.keys) > 0 {
			detail += " · " + s.keys[0].String()
		}
		out = append(out, search.Record{Type: search.Command, ID: string(s.id), Title: s.label(), Detail: detail})
	}
	return out
}

func anywhere(id ID) bool {
	switch id {
	case Search, Open, Leave, Peek, OuterMark:
		return false
	}
	return true
}
