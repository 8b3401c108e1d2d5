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
	Command   Type = "command"
)

// Result is one thing that a query found.
type Result struct {
	Type   Type
	ID     string // within its type; a passage is "p5s3", sentence 3 of paragraph 5
	Title  string
	Detail string // the second line of a row: what it is and where it stands
	Why    string // why it was found, in a few words
	Score  int    // larger is better; results come in descending order

	// Matches are the ranges of bytes of Title that the query accounts for, on
	// rune boundaries, ascending and apart from each other; there may be none.
	Matches []annotations.Span

	Kind   annotations.Kind     // of entities and quotations; zero otherwise
	Entity annotations.EntityID // the card that it opens; empty if it opens none
	Span   annotations.Span     // where it stands in the article; empty if nowhere
}

// MarshalJSON writes the result as the command line shows it:
// type, id, title, detail, why, score and matches as pairs of offsets.
func (r Result) MarshalJSON() ([]byte, error) {
	matches := make([][2]int, len(r.Matches))
	for i, m := range r.Matches {
		matches[i] = [2]int{m.Start, m.End}
	}
	return json.Marshal(struct {
		Type    Type     `json:"type"`
		ID      string   `json:"id"`
		Title   string   `json:"title"`
		Detail  string   `json:"detail"`
		Why     string   `json:"why"`
		Score   int      `json:"score"`
		Matches [][2]int `json:"matches"`
	}{r.Type, r.ID, r.Title, r.Detail, r.Why, r.Score, matches})
}

// Group is a heading under which results are shown.
type Group uint8

// The groups in the order in which their filters are listed.
const (
	Names Group = iota + 1 // entities and quotations
	Facts
	Passages
	Notes
	Commands
)

// Group is the heading under which results of this type are shown.
func (t Type) Group() Group {
	switch t {
	case Fact:
		return Facts
	case Passage:
		return Passages
	case Note:
		return Notes
	case Command:
		return Commands
	}
	return Names
}

// String is the heading of the group.
func (g Group) String() string {
	switch g {
	case Names:
		return "Names"
	case Facts:
		return "Facts"
	case Passages:
		return "Passages"
	case Notes:
		return "Notes"
	case Commands:
		return "Commands"
	}
	return ""
}

// Section is the results of one group.
type Section struct {
	Group   Group
	Results []Result
}

// Sections parts ranked results by group. The group with the best result comes
// first; the order within a group is kept.
func Sections(results []Result) []Section {
	var out []Section
	at := make(map[Group]int)
	for _, r := range results {
		g := r.Type.Group()
		i, ok := at[g]
		if !ok {
			i = len(out)
			at[g] = i
			out = append(out, Section{Group: g})
		}
		out[i].Results = append(out[i].Results, r)
	}
	return out
}
