package main

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"sidelight/annotations"
	"sidelight/annotations/coverage"
)

// thinTable returns what of an edition rests on one page, a line each: the id, the
// grade and the id of the source, and who published it. No line is wider than 80
// columns.
func thinTable(e *annotations.Edition) string {
	thin, of := coverage.ThinFacts(e)
	var b strings.Builder
	fmt.Fprintf(&b, "On one page: %d of %d facts outside the article\n", len(thin), of)
	ids := 0
	for _, x := range thin {
		ids = max(ids, utf8.RuneCountInString(printable(x.ID)))
	}
	for _, x := range thin {
		line := fmt.Sprintf("%-*s  %1s  %-5s", ids, printable(x.ID), x.Source.Grade, x.Source.ID)
		switch {
		case x.Statement:
			line += "  (its own statement)"
		case x.Source.Party:
			line += "  (a party)"
		}
		b.WriteString(strings.TrimRight(fitting(line+"  "+printable(x.Source.Publisher), 80), " ") + "\n")
	}
	return b.String()
}

// fitting returns s, with its end left out where it has more than most characters.
func fitting(s string, most int) string {
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most-1]) + "…"
}
