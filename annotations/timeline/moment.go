package timeline

import (
	"strings"

	"sidelight/annotations"
)

// Certainty is how sure the place of a moment in time is.
type Certainty uint8

// The certainties.
const (
	Dated  Certainty = iota + 1 // the article gives the date
	Placed                      // only the article's words place it, or its date is in doubt
	Ahead                       // it lay ahead when the article was written
)

// Doubt is what the date that the article prints leaves open.
type Doubt uint8

// The doubts.
const (
	NoDoubt Doubt = iota
	NoYear        // the year is not stated
	Open          // the words name no date, as “last month” does
)

// Moment is a thing that happened, or that lay ahead.
type Moment struct {
	Key     string                 // names the moment in every revision of its edition
	Entity  annotations.EntityID   // whose card it opens
	Fact    *annotations.Fact      // what tells of it; nil where only an entity does
	Text    string                 // what happened
	Span    annotations.Span       // the words of the article; empty if it has none
	When    annotations.Date       // as the edition has it; zero if it has none
	Dates   []*annotations.Entity  // the dates that the article prints for it, by how they fit
	Kind    annotations.Moment     // of a fact that is a moment by itself, else 0
	State   annotations.State      // where it comes from
	Sure    Certainty              // how sure its place in time is
	Doubt   Doubt                  // of the date that is printed
	Sources []annotations.SourceID // of a moment that is not in the article

	event bool
	shows map[annotations.EntityID]bool
}

// Told is the byte of the article at which a moment is told, -1 if none is.
func (m *Moment) Told() int {
	if m.Span.Empty() {
		return -1
	}
	return m.Span.Start
}

// Printed is the date that the article prints for a moment, nil if it prints none.
func (m *Moment) Printed() *annotations.Entity {
	if len(m.Dates) == 0 {
		return nil
	}
	return m.Dates[0]
}

// Recorded reports whether the edition knows more of the date than the article prints.
func (m *Moment) Recorded() bool {
	p := m.Printed()
	return !m.When.IsZero() && (p == nil || m.Doubt != NoDoubt || p.When.String() != m.When.String())
}

// Is reports whether a moment is that of an entity: its event or its date.
func (m *Moment) Is(id annotations.EntityID) bool {
	if id == "" {
		return false
	}
	for _, d := range m.Dates {
		if d.ID == id {
			return true
		}
	}
	return m.Entity == id
}

// About reports whether a moment has to do with an entity: it is the moment of it, or
// what tells of the moment is about it.
func (m *Moment) About(id annotations.EntityID) bool { return m.Is(id) || m.shows[id] }

// doubtOf is what a printed date leaves open. A date in figures has its year printed or
// not; words without a figure name no date.
func doubtOf(d *annotations.Entity) Doubt {
	year, _, _ := strings.Cut(Begin(d.When).String(), "-")
	year = strings.TrimRight(year, "X?~%")
	switch {
	case !strings.ContainsAny(d.Name, "0123456789"):
		return Open
	case year != "" && !strings.Contains(d.Name, year):
		return NoYear
	}
	return NoDoubt
}
