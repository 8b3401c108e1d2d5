package command

import "sidelight/annotations/search"

// Records are the commands as a search finds them: those that do not work on
// what has the keyboard's focus, which a search takes away.
func (t *Table) Records() []search.Record {
	var out []search.Record
	for _, c := range t.commands {
		if c.Here {
			continue
		}
		detail := c.Group.Label()
		if key := c.Key(); key != "" {
			detail += " · " + key
		}
		out = append(out, search.Record{
			Type: search.Command, ID: string(c.ID), Title: c.Label(), Detail: detail, Text: c.Words(),
		})
	}
	return out
}
