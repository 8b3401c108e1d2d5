package search

// Answer is what a query found.
type Answer struct {
	// Sections are the results by group in the order in which they are shown:
	// the one with the best result first.
	Sections []Section
	// Total is the number of results in all sections, shown or not.
	Total int
	// Query is what was understood.
	Query Query
}

// Section holds the results of one group, best first.
type Section struct {
	// Group is the heading. Results of a section that is Close may be of
	// several groups; the heading is then that of the best.
	Group Group
	// Close says that all of these are guesses at the spelling, or lack words
	// that were typed. At most one section is; it is headed "Close to what you
	// typed".
	Close bool
	// Results are the first MaxResults results.
	Results []Result
	// Total is the number of results of the section; len(Results), unless there
	// are more than MaxResults.
	Total int
}

// MaxResults is how many results of a section are worked out. No reader goes on
// so far, and a key must not wait for results that nobody reads.
const MaxResults = 256

// Query is what was understood of what the reader typed.
type Query struct {
	Words    []string // looked for separately, folded: lower case, no accents
	Phrases  []string // looked for word by word, as typed between quotation marks
	Filters  []Filter // those that applied
	Common   bool     // nothing but words such as "the", which texts are not searched for
	Commands bool     // only commands were looked for: the query began with ">"
}

// IsEmpty reports whether the query asks for nothing.
func (q *Query) IsEmpty() bool {
	return len(q.Words) == 0 && len(q.Phrases) == 0 && len(q.Filters) == 0 && !q.Commands
}

// Filter is a part of a query such as "kind:person".
type Filter struct {
	Key   string // kind, by or is
	Value string // as typed
}

// score returns the score of the best result, or -1 without any.
func (a *Answer) score() int {
	if len(a.Sections) == 0 {
		return -1
	}
	return a.Sections[0].Results[0].Score
}

// First returns the answer with its first n results alone, in the order in which
// they are shown.
func (a *Answer) First(n int) Answer {
	out := Answer{Query: a.Query, Total: a.Total}
	for _, s := range a.Sections {
		if s.Results = s.Results[:min(n, len(s.Results))]; len(s.Results) > 0 {
			out.Sections = append(out.Sections, s)
			n -= len(s.Results)
		}
	}
	return out
}

// All returns the results of all sections in the order in which they are shown.
func (a *Answer) All() []Result {
	var out []Result
	for _, s := range a.Sections {
		out = append(out, s.Results...)
	}
	return out
}
