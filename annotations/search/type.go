package search

import "sidelight/annotations"

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
	Detail Detail // what it is and where it stands
	Reason Reason // why it was found
	Score  int    // larger is better; results of a section come in descending order

	// Matches are the ranges of bytes of Title that the query accounts for, on
	// rune boundaries, ascending and apart from each other; there may be none.
	Matches []annotations.Span
	// Dropped are the words of the query, as they were typed, that the result lacks.
	// Only results of a section that is Close lack any.
	Dropped []string

	Kind   annotations.Kind     // of entities and quotations; zero otherwise
	Entity annotations.EntityID // the card that it opens; empty if it opens none
	Source annotations.SourceID // the source that it opens, of sources alone
	Span   annotations.Span     // where it stands in the article; empty if nowhere
	Voice  annotations.Voice    // on whose word it rests; zero where no voice of the article bears it
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

// Group returns the heading under which results of this type are shown.
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

// String returns the English name of the group; empty for none. It names the
// group in files and in logs.
func (g Group) String() string {
	if int(g) < len(groupNames) {
		return groupNames[g]
	}
	return ""
}
