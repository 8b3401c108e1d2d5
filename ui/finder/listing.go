package finder

import (
	"fyne.io/fyne/v2/lang"

	"sidelight/annotations/search"
)

// listing is what a query found, by groups, best group first.
type listing struct {
	sections []search.Section
	open     map[search.Group]bool // groups that are shown whole
	total    int                   // results, shown or not
}

// item is what one row of the list stands for.
type item struct {
	group   search.Group
	heading bool
	more    int // the size of a group of which a part is hidden; the row shows all of it
	result  search.Result
}

func newListing(results []search.Result) listing {
	return listing{
		sections: sections(results),
		open:     make(map[search.Group]bool),
		total:    len(results),
	}
}

// sections parts results by group; the order within a group is kept.
func sections(results []search.Result) []search.Section {
	var out []search.Section
	at := make(map[search.Group]int)
	for _, r := range results {
		g := r.Type.Group()
		i, ok := at[g]
		if !ok {
			i = len(out)
			at[g] = i
			out = append(out, search.Section{Group: g})
		}
		out[i].Results = append(out[i].Results, r)
	}
	return out
}

func (l *listing) expand(g search.Group) { l.open[g] = true }

// items are the rows: for each group its heading, its results and, where some
// are hidden, the row that shows them.
func (l *listing) items() []item {
	var out []item
	for _, s := range l.sections {
		out = append(out, item{group: s.Group, heading: true})
		n := len(s.Results)
		shown := n
		// A row that shows one more would take the room of the one that it hides.
		if n > perGroup+1 && !l.open[s.Group] {
			shown = perGroup
		}
		for _, r := range s.Results[:shown] {
			out = append(out, item{group: s.Group, result: r})
		}
		if shown < n {
			out = append(out, item{group: s.Group, more: n})
		}
	}
	return out
}

// next is the index of the nearest item after i, or before it if step is -1,
// that can be chosen; -1 if there is none.
func next(items []item, i, step int) int {
	for i += step; i >= 0 && i < len(items); i += step {
		if !items[i].heading {
			return i
		}
	}
	return -1
}

func groupName(g search.Group) string {
	switch g {
	case search.Facts:
		return lang.X("finder.facts", "Facts")
	case search.Passages:
		return lang.X("finder.passages", "Passages")
	case search.Notes:
		return lang.X("finder.notes", "Notes")
	case search.Sources:
		return lang.X("finder.sources", "Sources")
	case search.Commands:
		return lang.X("finder.commands", "Commands")
	}
	return lang.X("finder.names", "Names")
}
