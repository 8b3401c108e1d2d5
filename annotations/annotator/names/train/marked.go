package main

import (
	"sidelight/annotations"
	"sidelight/annotations/annotator/found"
	"sidelight/annotations/annotator/names/gold"
)

// marked are the names found as the measure wants them.
func marked(names []found.Name) []gold.Name {
	var all []gold.Name
	for _, n := range names {
		all = append(all, gold.Name{Span: n.Span, Kind: short(n.Kind)})
	}
	return all
}

func short(k annotations.Kind) string {
	switch k {
	case annotations.Person:
		return "PER"
	case annotations.Organisation:
		return "ORG"
	case annotations.Place:
		return "LOC"
	}
	return "MISC"
}
