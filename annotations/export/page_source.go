package export

import (
	"slices"

	"sidelight/annotations"
)

// grade are the sources that can carry a fact equally far.
type grade struct {
	Label, Meaning string
	Sources        []pageSource
}

type pageSource struct {
	Number                   int
	Publisher, Title, Issued string
	Address                  string // of the web, or empty
	Unlinked                 string // an address that no browser is to open
	Party                    bool
}

// grades are all sources, numbered from the best grade on.
func (x *paper) grades() []grade {
	known := []string{"A", "B", "C"}
	var out []grade
	for _, g := range append(known, "") {
		var next grade
		for _, s := range x.e.Sources() {
			if s.Grade == g || g == "" && !slices.Contains(known, s.Grade) {
				next.Sources = append(next.Sources, x.source(&s))
			}
		}
		if len(next.Sources) > 0 {
			next.Label, next.Meaning = x.by.Grade(g)
			out = append(out, next)
		}
	}
	return out
}

func (x *paper) source(s *annotations.Source) pageSource {
	x.sources[s.ID] = len(x.sources) + 1
	out := pageSource{
		Number: x.sources[s.ID], Title: x.line(s.Title), Issued: x.line(x.by.Issued(s)), Party: s.Party,
	}
	if s.Publisher != "" {
		out.Publisher = x.line(s.Publisher)
	}
	if a, err := annotations.ParseAddress(s.URL); err == nil {
		out.Address = a.String()
	} else {
		out.Unlinked = x.line(s.URL)
	}
	return out
}

// cited are the numbers of sources, in ascending order.
func (x *paper) cited(ids []annotations.SourceID) []int {
	var out []int
	for _, id := range ids {
		if n := x.sources[id]; n > 0 {
			out = append(out, n)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
