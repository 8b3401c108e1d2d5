package library

import (
	"time"

	"sidelight/annotations"
)

// From returns what the library keeps of an edition, or of an article that the program
// has marked itself: its text, and the persons, organisations and places that it names.
// Path is where it was opened from, and may be empty.
func From(e *annotations.Edition, path string, opened time.Time) Article {
	a := Article{
		Fingerprint: e.Article().File.Fingerprint, Title: e.Title(), Path: path, Opened: opened,
		Text: e.Article().Text,
	}
	for i := range e.Entities() {
		x := &e.Entities()[i]
		switch x.Kind {
		case annotations.Person, annotations.Organisation, annotations.Place:
		default:
			continue
		}
		m, ok := e.FirstNamed(x.ID)
		if !ok {
			continue
		}
		entity := Entity{Kind: x.Kind, Name: x.Name, Aliases: x.Aliases, Identity: x.Identity, At: m.Span}
		if x.Printed != "" {
			entity.Aliases = append([]string{x.Printed}, x.Aliases...)
		}
		if entity.Identity == "" && len(x.Called) > 0 {
			s := x.Called[0]
			entity.Identity = a.Text[s.Start:s.End]
		}
		a.Edition = a.Edition || m.Origin == annotations.Edited
		a.Entities = append(a.Entities, entity)
	}
	return a
}
