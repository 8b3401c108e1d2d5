package search

import (
	"encoding/json"

	"sidelight/annotations"
)

// Type says what sort of thing a result is.
type Type string

// The types of results.
const (
	Entity    Type = "entity"
	Fact      Type = "fact"
	Passage   Type = "passage"
	Quotation Type = "quotation"
	Note      Type = "note"
	Source    Type = "source"
	Command   Type = "command"
)

// Result is one thing that a query found.
type Result struct {
	Type   Type
	ID     string // within its type; a passage is "p5s3", sentence 3 of paragraph 5
	Title  string
	Detail string // the second line of a row: what it is and where it stands
	Reason Reason // why it was found
	Score  int    // larger is better; results of a section come in descending order

	// Matches are the ranges of bytes of Title that the query accounts for, on
	// rune boundaries, ascending and apart from each other; there may be none.
	Matches []annotations.Span

	Kind   annotations.Kind     // of entities and quotations; zero otherwise
	Entity annotations.EntityID // the card that it opens; empty if it opens none
	Source annotations.SourceID // the source that it opens, of sources alone
	Span   annotations.Span     // where it stands in the article; empty if nowhere
	Voice  annotations.Voice    // on whose word it rests; zero where no voice of the article bears it
}

// MarshalJSON writes the result as the command line shows it:
// type, id, title, detail, why, score and matches as pairs of offsets.
func (r Result) MarshalJSON() ([]byte, error) {
	return json.Marshal(r.row())
}

// row is a result as JSON has it.
type row struct {
	Type    Type     `json:"type"`
	ID      string   `json:"id"`
	Title   string   `json:"title"`
	Detail  string   `json:"detail"`
	Why     string   `json:"why"`
	Score   int      `json:"score"`
	Matches [][2]int `json:"matches"`

	*shownAt
}

// shownAt is where an answer shows a result.
type shownAt struct {
	Group string `json:"group"`
	Close bool   `json:"close"`
}

func (r *Result) row() row {
	matches := make([][2]int, len(r.Matches))
	for i, m := range r.Matches {
		matches[i] = [2]int{m.Start, m.End}
	}
	return row{r.Type, r.ID, r.Title, r.Detail, r.Reason.String(), r.Score, matches, nil}
}

// Group is a heading under which results are shown.
type Group uint8

// The groups in the order in which their filters are listed.
const (
	Names Group = iota + 1 // entities and quotations
	Facts
	Passages
	Notes
	Sources
	Commands
)

var groupNames = [...]string{
	Names: "Names", Facts: "Facts", Passages: "Passages", Notes: "Notes", Sources: "Sources", Commands: "Commands",
}

// Groups returns all groups in the order in which their filters are listed.
func Groups() []Group { return []Group{Names, Facts, Passages, Notes, Sources, Commands} }

// Group is the heading under which results of this type are shown.
func (t Type) Group() Group {
	switch t {
	case Fact:
		return Facts
	case Passage:
		return Passages
	case Note:
		return Notes
	case Source:
		return Sources
	case Command:
		return Commands
	}
	return Names
}

// String is the heading of the group in English; empty for none.
func (g Group) String() string {
	if int(g) < len(groupNames) {
		return groupNames[g]
	}
	return ""
}
