package gazetteer

import (
	"context"
	"strings"

	"sidelight/annotations/knowledge"
)

// Source answers of places and organisations from the lists in the program.
type Source struct{}

// Ask looks the subject up by its name and then by its other names.
func (Source) Ask(_ context.Context, about knowledge.Subject) ([]knowledge.Line, error) {
	for _, name := range append([]string{about.Name}, about.Aliases...) {
		e, ok := Lookup(about.Kind, name)
		if !ok {
			continue
		}
		return []knowledge.Line{{
			From: knowledge.BuiltIn, Text: e.Line, Title: e.Name, Detail: e.Detail(),
			Source: e.Sources[0], Sure: true, AsOf: e.AsOf,
		}}, nil
	}
	return nil, nil
}

// Detail names the sources of an entry in one line: "Unicode CLDR 48.2, GeoNames".
func (e *Entry) Detail() string {
	var all []string
	for _, s := range e.Sources {
		switch s.ID {
		case cldr().ID:
			all = append(all, "Unicode CLDR 48.2")
		case geoNames().ID:
			all = append(all, "GeoNames")
		default:
			all = append(all, s.Title)
		}
	}
	return strings.Join(all, ", ")
}
