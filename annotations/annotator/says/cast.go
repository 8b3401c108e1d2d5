package says

import (
	"slices"
	"strings"

	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
)

// add makes entities of the events, one for all that have the same name, and mentions.
// Where a name of another kind stands at just the same place, it becomes the event; an
// entity that has no mention any more stays, so that none is numbered anew.
func (s *spotter) add(c *found.Cast) {
	if len(s.all) == 0 {
		return
	}
	known := map[string]int{} // entity of a folded name
	taken := make(map[annotations.Span]bool, len(s.all))
	var more []found.Mention
	for _, e := range s.all {
		span := s.d.Span(e.first, e.last)
		taken[span] = true
		words := s.d.Text[span.Start:span.End]
		key := canonical(words)
		i, ok := known[key]
		if !ok {
			i = len(c.Entities)
			known[key] = i
			c.Entities = append(c.Entities, found.Entity{Kind: annotations.Event, Name: words})
		}
		form := annotations.Name
		if x := &c.Entities[i]; words != x.Name {
			form = annotations.Alias
			if !slices.Contains(x.Aliases, words) {
				x.Aliases = append(x.Aliases, words)
			}
		}
		more = append(more, found.Mention{Span: span, First: e.first, Last: e.last, Entity: i, Form: form, Score: e.score})
	}
	c.Mentions = slices.DeleteFunc(c.Mentions, func(m found.Mention) bool { return taken[m.Span] })
	c.Mentions = merge(c.Mentions, more)
}

// canonical is one way to write the names of an event that has several.
func canonical(words string) string {
	w := strings.ToLower(strings.Join(strings.Fields(words), " "))
	switch w {
	case "second world war", "world war two", "world war 2", "wwii", "ww2":
		return "world war ii"
	case "first world war", "world war one", "world war 1", "wwi":
		return "world war i"
	case "9/11", "sept. 11 attacks", "9/11 attacks", "september 11 attack", "september 11 attacks":
		return "september 11 attacks"
	case "coronavirus pandemic", "covid pandemic":
		return "covid-19 pandemic"
	}
	return strings.TrimSuffix(strings.TrimPrefix(w, "the "), "s")
}
