package command

import "sidelight/annotations/search"

// Records returns the commands as records of a search, without those that work on
// what has the keyboard's focus ([Command.Here]).
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
